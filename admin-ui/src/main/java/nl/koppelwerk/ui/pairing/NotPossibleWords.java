package nl.koppelwerk.ui.pairing;

import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.pairing.life.NotPossible;
import nl.koppelwerk.ui.shell.Words;

/** Tells a coordinator why something cannot be done, and what can. */
final class NotPossibleWords {
    private NotPossibleWords() {}

    static String say(NotPossible why, Words words) {
        return switch (why) {
            case NotPossible.Gone gone -> words.say("pairing.not.gone");
            case NotPossible.Changed changed -> words.say("pairing.not.changed");
            case NotPossible.WrongStep(var now) -> words.say("pairing.not.step", words.say("step." + now.name()));
            case NotPossible.LenderFirst lender -> words.say("pairing.not.lender");
            case NotPossible.NotAgreed no -> words.say("pairing.not.agreed");
            case NotPossible.IntroductionMissing missing -> words.say("pairing.not.introduction");
            case NotPossible.DayOutOfRange(var earliest, var latest) ->
                words.say("pairing.not.day", words.date(earliest), words.date(latest));
            case NotPossible.Resting(var backOn) -> words.say("pairing.not.resting", words.date(backOn));
            case NotPossible.NotResting not -> words.say("pairing.not.notResting");
            case NotPossible.NoHours none -> words.say("pairing.not.hours");
            case NotPossible.OutcomeDoesNotFit(var started) ->
                words.say(started ? "pairing.not.outcome.started" : "pairing.not.outcome.notStarted");
            case NotPossible.SamePerson same -> words.say("pairing.not.same");
            case NotPossible.NoBackup none -> words.say("pairing.not.backup");
            case NotPossible.NothingToSeeTo nothing -> words.say("pairing.not.attention");
            case NotPossible.CannotTakeOver(var refusal) -> words.say("pairing.not.takeOver", because(refusal, words));
        };
    }

    private static String because(Refusal why, Words words) {
        return switch (why) {
            case Refusal.VolunteerFull full -> words.say("pairing.takeOver.full");
            case Refusal.HoursUsedUp hours -> words.say("pairing.takeOver.hours");
            case Refusal.HeavyAlready heavy -> words.say("pairing.takeOver.heavy");
            case Refusal.IntroductionsFull full -> words.say("pairing.takeOver.introductions", full.perWeek());
            case Refusal.DoesNotFit(var finding) -> words.say(finding.sentence());
            case Refusal.RequestClosed closed -> words.say("pairing.takeOver.closed");
            default -> words.say("pairing.takeOver.times");
        };
    }
}
