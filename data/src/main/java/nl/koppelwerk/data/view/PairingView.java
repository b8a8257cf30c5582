package nl.koppelwerk.data.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.life.CheckIn;

/**
 * One pairing with its people and what happened to it, the latest first.
 *
 * @param coordinator who follows it
 * @param asked what the family asks
 */
public record PairingView(
        PairingId id,
        Step step,
        Party family,
        Party volunteer,
        SupportKind kind,
        String programme,
        DayParts dayParts,
        Hours asked,
        Optional<Coordinator> coordinator,
        Optional<Backup> backup,
        List<Event> history,
        List<Held> checkIns) {
    public PairingView {
        history = List.copyOf(history);
        checkIns = List.copyOf(checkIns);
    }

    /** Whoever follows it. */
    public record Coordinator(UUID account, String name) {}

    /**
     * One of the two.
     *
     * @param email where mail for this side goes, when it is known
     */
    public record Party(UUID id, String name, String reference, int postcode, String town, Optional<String> email) {}

    /**
     * Who could take over.
     *
     * @param free whether there is room for one family more
     */
    public record Backup(VolunteerId id, String name, boolean free) {}

    /**
     * A line of the history.
     *
     * @param by name of who did it; empty: the nightly run, or a side itself
     * @param because why a side said no
     */
    public record Event(
            Instant at,
            Optional<Step> from,
            Step to,
            Optional<String> reason,
            Optional<String> note,
            Optional<String> by,
            Optional<Side> oneself,
            Optional<DeclineReason> because) {}

    /**
     * A check-in as it was held.
     *
     * @param oneself filled in by the side itself, with no coordinator in between
     */
    public record Held(Side side, int week, LocalDate on, CheckIn said, boolean oneself) {
        /** The life domains of the form with the score that was given; 0: not applicable. */
        public int score(LifeDomain domain) {
            return said.progress().getOrDefault(domain, 0);
        }

        public Map<LifeDomain, Integer> progress() {
            return said.progress();
        }
    }
}
