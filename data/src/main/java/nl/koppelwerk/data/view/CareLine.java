package nl.koppelwerk.data.view;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.pairing.life.Reply;

/**
 * Something that needs care today, on the page of a pairing or of a volunteer.
 *
 * @param pairing empty when it concerns a volunteer without a pairing
 * @param side whom to ask, for a check-in
 * @param family name and reference; empty when there is no pairing
 * @param programme id of the programme of the pairing; empty when there is none
 * @param answer what the volunteer answered in person, and why not; only where that is what needs care
 * @param due the day that it counts from; before today: overdue
 * @param coordinator account of whoever follows the pairing
 */
public record CareLine(
        Kind kind,
        Optional<PairingId> pairing,
        Optional<Side> side,
        Optional<String> family,
        Optional<String> familyReference,
        VolunteerId volunteer,
        String volunteerName,
        Optional<UUID> programme,
        Optional<Answered> answer,
        LocalDate due,
        Optional<UUID> coordinator) {

    /** An answer of the volunteer, given without a coordinator in between. */
    public record Answered(Reply reply, Optional<DeclineReason> because) {}

    /** What is to be done, by what happens when nobody does it: the first are the most pressing. */
    public enum Kind {
        /** Somebody asked to be called, wants to stop or has worries. */
        ATTENTION,
        /** The introduction was to have been, and nothing was noted since. */
        INTRODUCTION_HELD,
        /** Both said yes and there is no date yet. */
        INTRODUCTION_WITHOUT_DATE,
        /** The trial ends within two weeks, or should have. */
        TRIAL_ENDING,
        CHECK_IN_DUE,
        /** The agreed day of return has come. */
        BACK_FROM_PAUSE,
        /** The volunteer said yes without a coordinator in between, and the family has not answered. */
        VOLUNTEER_SAID_YES,
        /** Accepted three days ago or longer, and neither side asked yet. */
        NOT_ASKED,
        /** Asked a week ago or longer, and somebody has not answered. */
        ANSWER_MISSING,
        AFTERCARE_ENDING,
        /** A certificate runs out within sixty days. */
        SCREENING_EXPIRING,
        /** What was said about the week soon counts no more, and then there are no proposals. */
        AVAILABILITY_FADING
    }
}
