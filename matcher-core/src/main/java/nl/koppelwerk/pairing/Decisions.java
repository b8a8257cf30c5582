package nl.koppelwerk.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.Sides;

/** What holds for every decision on a proposal. */
final class Decisions {
    private final Pairings pairings;
    private final Clock clock;

    Decisions(Pairings pairings, Clock clock) {
        this.pairings = pairings;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Whether somebody was there first. */
    static Optional<Refusal> tooLate(Pairing pairing, int versionSeen) {
        if (pairing.step() != Step.PROPOSED) {
            return Optional.of(new Refusal.AlreadyDecided(pairing.step()));
        }
        return pairing.version() == versionSeen ? Optional.empty() : Optional.of(new Refusal.Changed());
    }

    /** What stands in the way of this pairing today: its request, what both are in already, and the rules. */
    Optional<Refusal> obstacle(Pairing pairing) {
        Snapshot around = pairings.around(pairing, today());
        Commitments commitments = new Commitments(around, pairing, pairings.introductionsUnderWay(pairing.request()));
        if (!pairings.open(pairing.request())) {
            return Optional.of(new Refusal.RequestClosed());
        }
        return commitments.obstacle().or(() -> unfit(around, pairing));
    }

    /** The rules that proposed the pair, asked again today. */
    private static Optional<Refusal> unfit(Snapshot around, Pairing pairing) {
        return Rules.firstObstacle(new Sides(around).getPair(pairing.request(), pairing.volunteer()))
                .map(Refusal.DoesNotFit::new);
    }

    /** A day after today and at most so many days away, as chosen. */
    Optional<Refusal> wrongDate(LocalDate chosen, int mostDays) {
        LocalDate earliest = today().plusDays(1);
        LocalDate latest = today().plusDays(mostDays);
        return chosen.isBefore(earliest) || chosen.isAfter(latest)
                ? Optional.of(new Refusal.WrongDate(earliest, latest))
                : Optional.empty();
    }

    /** A change of this moment. */
    Change change(Step from, Step to, Doer by, Optional<String> reason, Optional<String> note) {
        return new Change(from, to, by, clock.instant(), reason, note);
    }

    Change change(Step from, Step to, Doer by, Occasion why) {
        return change(from, to, by, Optional.of(why.name()), Optional.empty());
    }
}
