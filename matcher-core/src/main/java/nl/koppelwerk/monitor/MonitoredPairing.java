package nl.koppelwerk.monitor;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.week.Hours;

/**
 * A pairing that helped on a day of the period, or ended in it.
 *
 * @param startedOn first day of the trial; empty: it ended before
 */
public record MonitoredPairing(
        FamilyId family,
        String programme,
        Optional<LocalDate> startedOn,
        Optional<Ending> ending,
        HoursNoted volunteer,
        HoursNoted staff) {
    /** Why a pairing ended, by what was planned or because somebody left. */
    public record Ending(LocalDate on, EndReason reason) {
        private static final Set<EndReason> AS_MEANT =
                EnumSet.of(EndReason.NO_LONGER_NEEDED, EndReason.AGREED_TIME_OVER, EndReason.OTHER_HELP);

        /** Whether somebody left before the help was no longer needed. */
        public boolean droppedOut() {
            return !AS_MEANT.contains(reason);
        }
    }

    /**
     * Hours a week of help.
     *
     * @param atStart as first noted; empty: never noted
     * @param now as last noted, at least a week later; empty: not noted again
     */
    public record HoursNoted(Optional<Hours> atStart, Optional<Hours> now) {
        public static final HoursNoted UNKNOWN = new HoursNoted(Optional.empty(), Optional.empty());
    }
}
