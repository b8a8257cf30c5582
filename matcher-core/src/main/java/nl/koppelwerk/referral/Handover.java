package nl.koppelwerk.referral;

import java.time.LocalDate;

/** What happened to a warm referral, as somebody notes it. */
public sealed interface Handover {
    /** Nothing came of the step yet, or another one comes first. */
    record Planned(NextStep next) implements Handover {}

    /** The service knows of the family. */
    record Contacted(NextStep next) implements Handover {}

    /** The family is helped there now: nothing is left to follow. */
    record Arrived(LocalDate on) implements Handover {}

    record NotArrived(WarmReferral.Reason reason) implements Handover {}

    record Withdrawn(WarmReferral.Reason reason) implements Handover {}
}
