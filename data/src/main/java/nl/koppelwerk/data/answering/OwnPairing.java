package nl.koppelwerk.data.answering;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.pairing.life.Reply;

/**
 * A pairing as its volunteer sees it.
 *
 * @param reply what the volunteer answered
 * @param because why not
 */
public record OwnPairing(
        PairingId id,
        Step step,
        FamilyInShort family,
        Optional<Reply> reply,
        Optional<DeclineReason> because,
        Dates dates) {
    /**
     * What is planned.
     *
     * @param introduction on the wall clock of Europe/Amsterdam
     * @param changes how often it was moved
     * @param checkIn the day from which the volunteer is asked how it goes
     */
    public record Dates(
            Optional<LocalDateTime> introduction,
            int changes,
            Optional<LocalDate> trialUntil,
            Optional<LocalDate> checkIn) {}

    /** Whether the volunteer may answer, or answer something else. */
    public boolean asks() {
        return step == Step.ASKED
                || step == Step.INTRODUCTION && dates.introduction().isEmpty();
    }

    /** Whether it is time to say how it goes. */
    public boolean checksIn(LocalDate today) {
        return dates.checkIn().filter(day -> !day.isAfter(today)).isPresent();
    }
}
