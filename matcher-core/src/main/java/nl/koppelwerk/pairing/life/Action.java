package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import nl.koppelwerk.domain.pairing.DeclineReason;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.Hours;

/** What a coordinator does with a pairing that was accepted. */
public sealed interface Action {
    /** Puts the question to both sides. */
    record Ask() implements Action {}

    /** What a side can say without a coordinator in between. */
    sealed interface Said extends Action {
        Side side();
    }

    /**
     * Notes what one side answered; the second yes leads to the introduction.
     *
     * @param because why not, where the side said so itself
     */
    record Answer(Side side, Reply reply, Optional<DeclineReason> because) implements Said {
        public Answer(Side side, Reply reply) {
            this(side, reply, Optional.empty());
        }
    }

    /** Agrees on when and where the two meet, or on another time and place. */
    record PlanIntroduction(LocalDateTime at, String place) implements Action {}

    /** Begins the trial; {@code until} is its last day. */
    record StartTrial(LocalDate from, LocalDate until, Hours hoursPerWeek) implements Action {}

    record ExtendTrial(LocalDate until) implements Action {}

    /** The trial went well. */
    record StartRunning(Hours hoursPerWeek) implements Action {}

    record ChangeHours(Hours hoursPerWeek) implements Action {}

    record HoldCheckIn(Side side, CheckIn said) implements Said {}

    record StartPause(Pause.Reason reason, LocalDate backOn) implements Action {}

    record EndPause() implements Action {}

    /** Begins to round off. */
    record StartClosing() implements Action {}

    /** The volunteer no longer comes; the coordinator keeps in touch until this day. */
    record StartAftercare(LocalDate until) implements Action {}

    /**
     * Ends the pairing, from any step.
     *
     * @param asksAgain whether the request is open again
     */
    record End(Outcome outcome, EndReason reason, boolean asksAgain) implements Action {}

    /** Keeps somebody in mind who could take over. */
    record KeepBackup(VolunteerId volunteer) implements Action {}

    record ReleaseBackup() implements Action {}

    /** Whoever asked for attention has been given it. */
    record SeeTo() implements Action {}

    /** Whoever does this follows the pairing from now on, in the place of a colleague. */
    record TakeOn() implements Action {}

    /** What the history calls it: a word of the page's own list. */
    default String word() {
        return switch (this) {
            case Answer answer -> answer.side + "_SAYS_" + answer.reply;
            case HoldCheckIn held -> "CHECK_IN_" + held.side;
            case StartPause pause -> "PAUSE_" + pause.reason;
            case End end -> end.reason.name();
            case Ask ask -> "ASK";
            case PlanIntroduction planned -> "PLAN_INTRODUCTION";
            case StartTrial trial -> "START_TRIAL";
            case ExtendTrial extended -> "EXTEND_TRIAL";
            case StartRunning running -> "START_RUNNING";
            case ChangeHours hours -> "CHANGE_HOURS";
            case EndPause back -> "END_PAUSE";
            case StartClosing closing -> "START_CLOSING";
            case StartAftercare aftercare -> "START_AFTERCARE";
            case KeepBackup backup -> "KEEP_BACKUP";
            case ReleaseBackup released -> "RELEASE_BACKUP";
            case SeeTo seen -> "SEE_TO";
            case TakeOn taken -> "TAKE_ON";
        };
    }
}
