package nl.koppelwerk.pairing.life;

import java.time.LocalDate;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.pairing.Refusal;

/** Why an action cannot be done on a pairing now, in terms that the coordinator can do something with. */
public sealed interface NotPossible {
    /** There is no such pairing. */
    record Gone() implements NotPossible {}

    /** A colleague changed the pairing since the coordinator looked at it. */
    record Changed() implements NotPossible {}

    /** The action belongs to another step. */
    record WrongStep(Step now) implements NotPossible {}

    /** The volunteer is of another programme, which has not said yes to asking. */
    record LenderFirst() implements NotPossible {}

    /** A side took its yes back; it is talked with first. */
    record NotAgreed() implements NotPossible {}

    /** Before the trial there has to be an introduction. */
    record IntroductionMissing() implements NotPossible {}

    /** The day is not between these two, both included. */
    record DayOutOfRange(LocalDate earliest, LocalDate latest) implements NotPossible {}

    /** The help rests; it goes on first. */
    record Resting(LocalDate backOn) implements NotPossible {}

    /** The help does not rest. */
    record NotResting() implements NotPossible {}

    /** Help takes a quarter of an hour a week at least. */
    record NoHours() implements NotPossible {}

    /** The outcome does not belong to how far the pairing came. */
    record OutcomeDoesNotFit(boolean started) implements NotPossible {}

    /** Somebody cannot be their own backup. */
    record SamePerson() implements NotPossible {}

    /** There is no backup. */
    record NoBackup() implements NotPossible {}

    /** Nothing was to be seen to. */
    record NothingToSeeTo() implements NotPossible {}

    /** The volunteer who is to take over cannot, by the rules of every confirmation. */
    record CannotTakeOver(Refusal why) implements NotPossible {}

    /** Whether another day, number or choice in the same form would do. */
    default boolean inTheForm() {
        return switch (this) {
            case DayOutOfRange day -> true;
            case NoHours none -> true;
            case OutcomeDoesNotFit outcome -> true;
            case CannotTakeOver refused -> true;
            case Gone gone -> false;
            case Changed changed -> false;
            case WrongStep step -> false;
            case LenderFirst lender -> false;
            case NotAgreed no -> false;
            case IntroductionMissing missing -> false;
            case Resting resting -> false;
            case NotResting not -> false;
            case SamePerson same -> false;
            case NoBackup none -> false;
            case NothingToSeeTo nothing -> false;
        };
    }
}
