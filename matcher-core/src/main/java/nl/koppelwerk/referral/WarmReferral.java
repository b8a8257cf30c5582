package nl.koppelwerk.referral;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;

/**
 * Needs of a request that are handed over to a service, followed until the family arrived there or it is known why not.
 *
 * @param needs that the service takes over
 * @param agreed the day on which the family said that this is good
 * @param next empty once it has ended
 * @param reason why it ended without the family there
 * @param ended the day on which it ended
 */
public record WarmReferral(
        UUID id,
        SupportRequestId request,
        To to,
        Set<Need> needs,
        LocalDate agreed,
        State state,
        Optional<NextStep> next,
        Optional<Reason> reason,
        Optional<LocalDate> ended) {
    public WarmReferral {
        needs = Need.setOf(needs);
        if (needs.isEmpty() || next.isPresent() == ended.isPresent() || state.open() == ended.isPresent()) {
            throw new IllegalArgumentException("warm referral " + id + ": " + needs + ", " + state + ", " + ended);
        }
    }

    /** The service as it was called then; a directory may change. */
    public record To(UUID service, String name, String provider) {}

    /** Where it stands. */
    public enum State {
        PLANNED,
        CONTACTED,
        ARRIVED,
        NOT_ARRIVED,
        WITHDRAWN;

        public boolean open() {
            return this == PLANNED || this == CONTACTED;
        }
    }

    /** Why a family did not arrive, or why nobody goes on with it. */
    public enum Reason {
        NO_SHOW(State.NOT_ARRIVED),
        SERVICE_FULL(State.NOT_ARRIVED),
        CONDITIONS_NOT_MET(State.NOT_ARRIVED),
        SERVICE_NOT_REACHED(State.NOT_ARRIVED),
        OTHER_OBSTACLE(State.NOT_ARRIVED),
        FAMILY_STOPS(State.WITHDRAWN),
        NO_LONGER_NEEDED(State.WITHDRAWN),
        ANOTHER_SERVICE(State.WITHDRAWN),
        CONSENT_WITHDRAWN(State.WITHDRAWN),
        MISTAKE(State.WITHDRAWN);

        private final State ending;

        Reason(State ending) {
            this.ending = ending;
        }

        /** Reasons with which a referral can end in this state. */
        public static List<Reason> of(State ending) {
            return Arrays.stream(values())
                    .filter(reason -> reason.ending == ending)
                    .toList();
        }
    }

    /** What came of noting something. */
    public sealed interface Outcome {
        record Noted(WarmReferral referral) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    /** Why something is not noted. */
    public enum Refusal {
        /** The family arrived already, or it was ended otherwise. */
        ENDED,
        /** The next step would have been due before today. */
        DUE_IN_THE_PAST,
        /** The family would have agreed, or arrived, on a day to come. */
        DAY_TO_COME,
        /** It would have arrived before it agreed. */
        BEFORE_AGREED,
        /** The family took its consent back, and did not give it again. */
        CONSENT_WITHDRAWN,
        /** The reason is one for another end. */
        OTHER_REASON
    }

    /** A referral begins with its first step. */
    public static Outcome planned(
            UUID id,
            SupportRequestId request,
            To to,
            Set<Need> needs,
            LocalDate agreed,
            NextStep next,
            LocalDate today) {
        if (agreed.isAfter(today)) {
            return new Outcome.Refused(Refusal.DAY_TO_COME);
        }
        return next.due().isBefore(today)
                ? new Outcome.Refused(Refusal.DUE_IN_THE_PAST)
                : new Outcome.Noted(new WarmReferral(
                        id,
                        request,
                        to,
                        needs,
                        agreed,
                        State.PLANNED,
                        Optional.of(next),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** This referral after what happened. */
    public Outcome after(Handover handover, LocalDate today) {
        if (!state.open()) {
            return new Outcome.Refused(Refusal.ENDED);
        }
        return switch (handover) {
            case Handover.Planned(NextStep step) -> stepping(state, step, today);
            case Handover.Contacted(NextStep step) -> stepping(State.CONTACTED, step, today);
            case Handover.Arrived(LocalDate on) -> arrived(on, today);
            case Handover.NotArrived(Reason why) -> ending(State.NOT_ARRIVED, why, today);
            case Handover.Withdrawn(Reason why) -> ending(State.WITHDRAWN, why, today);
        };
    }

    private Outcome stepping(State to, NextStep step, LocalDate today) {
        return step.due().isBefore(today)
                ? new Outcome.Refused(Refusal.DUE_IN_THE_PAST)
                : with(to, Optional.of(step), Optional.empty(), Optional.empty());
    }

    private Outcome arrived(LocalDate on, LocalDate today) {
        if (on.isAfter(today)) {
            return new Outcome.Refused(Refusal.DAY_TO_COME);
        }
        return on.isBefore(agreed)
                ? new Outcome.Refused(Refusal.BEFORE_AGREED)
                : with(State.ARRIVED, Optional.empty(), Optional.empty(), Optional.of(on));
    }

    private Outcome ending(State end, Reason why, LocalDate today) {
        return why.ending == end
                ? with(end, Optional.empty(), Optional.of(why), Optional.of(today))
                : new Outcome.Refused(Refusal.OTHER_REASON);
    }

    private Outcome with(State to, Optional<NextStep> step, Optional<Reason> why, Optional<LocalDate> on) {
        return new Outcome.Noted(new WarmReferral(id, request, this.to, needs, agreed, to, step, why, on));
    }
}
