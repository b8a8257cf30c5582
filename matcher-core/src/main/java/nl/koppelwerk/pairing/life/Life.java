package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.volunteer.VolunteerId;

/**
 * A pairing with all that has happened to it since it was accepted.
 *
 * @param rhythm of its programme
 * @param help from the trial on
 * @param backup a volunteer who could take over while it is not sure that this one stays
 * @param attentionSince the day on which somebody asked to be called, wanted to stop or had worries, until seen to
 */
public record Life(
        Pairing pairing,
        Rhythm rhythm,
        Meeting meeting,
        Optional<Help> help,
        Optional<VolunteerId> backup,
        Optional<LocalDate> attentionSince,
        Optional<Ending> ending) {
    /** Steps in which the volunteer comes, and both are asked how it goes. */
    static final Set<Step> HELPING = Set.copyOf(EnumSet.of(Step.TRIAL, Step.RUNNING, Step.CLOSING));

    /** A pairing that nothing has happened to yet. */
    public static Life of(Pairing pairing, Rhythm rhythm) {
        return new Life(
                pairing, rhythm, Meeting.NONE, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Step step() {
        return pairing.step();
    }

    /** The day of the next check-in with this side; empty while nobody is to be asked. */
    public Optional<LocalDate> checkInOn(Side side) {
        return HELPING.contains(step())
                ? help.filter(given -> given.pause().isEmpty()).map(given -> given.dueOn(side, rhythm))
                : Optional.empty();
    }

    /** The week of the rhythm that a check-in held on this day counts for; empty before the trial. */
    public Optional<Integer> weekToHold(Side side, LocalDate day) {
        return help.map(given -> given.weekToHold(side, rhythm, day));
    }

    Life to(Step next) {
        return with(pairing.to(next));
    }

    /** One change further in the same step. */
    Life again() {
        return with(pairing.again());
    }

    private Life with(Pairing changed) {
        return new Life(changed, rhythm, meeting, help, backup, attentionSince, ending);
    }

    Life with(Meeting changed) {
        return new Life(pairing, rhythm, changed, help, backup, attentionSince, ending);
    }

    Life with(Help changed) {
        return new Life(pairing, rhythm, meeting, Optional.of(changed), backup, attentionSince, ending);
    }

    Life withBackup(Optional<VolunteerId> kept) {
        return new Life(pairing, rhythm, meeting, help, kept, attentionSince, ending);
    }

    Life withAttentionSince(Optional<LocalDate> day) {
        return new Life(pairing, rhythm, meeting, help, backup, day, ending);
    }

    /** The end releases the backup and everything that was still to be seen to. */
    Life with(Ending how) {
        return new Life(
                pairing, rhythm, meeting, help.map(Help::ended), Optional.empty(), Optional.empty(), Optional.of(how));
    }
}
