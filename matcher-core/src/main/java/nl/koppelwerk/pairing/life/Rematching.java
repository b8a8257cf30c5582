package nl.koppelwerk.pairing.life;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Decision;
import nl.koppelwerk.pairing.HandMade;
import nl.koppelwerk.pairing.Judged;
import nl.koppelwerk.pairing.PairingByHand;
import nl.koppelwerk.pairing.Refusal;

/** The backup takes the place of a volunteer whose pairing has ended, when no rule at all is in the way. */
public final class Rematching {
    private final PairingByHand byHand;
    private final Lives lives;

    public Rematching(PairingByHand byHand, Lives lives) {
        this.byHand = byHand;
        this.lives = lives;
    }

    /** Inside the transaction that ended the pairing; when it is refused, that transaction is to be rolled back. */
    public Advance takeOver(Pairing ended, VolunteerId backup, CoordinatorId by) {
        return switch (byHand.accept(wanted(ended, backup, dayParts(ended, backup)), by)) {
            case Decision.Taken(Pairing accepted) -> new Advance.Done(lives.get(accepted));
            case Decision.Refused(Refusal why) -> new Advance.Refused(new NotPossible.CannotTakeOver(first(why)));
        };
    }

    /** On the days that the family is used to, as far as the backup has time then. */
    private DayParts dayParts(Pairing ended, VolunteerId backup) {
        DayParts free = byHand.judge(wanted(ended, backup, ended.dayParts()))
                .map(Judged::dayParts)
                .orElse(DayParts.NONE);
        return Stream.of(free.and(ended.dayParts()), free.without(ended.dayParts()))
                .flatMap(dayParts -> dayParts.list().stream())
                .limit(ended.dayParts().size())
                .map(DayParts::of)
                .reduce(DayParts.NONE, DayParts::or);
    }

    private static HandMade wanted(Pairing ended, VolunteerId backup, DayParts dayParts) {
        return new HandMade(ended.request(), backup, dayParts, Map.of(), Optional.empty());
    }

    private static Refusal first(Refusal why) {
        return why instanceof Refusal.NotJustified(var obstacles)
                ? obstacles.getFirst().why()
                : why;
    }
}
