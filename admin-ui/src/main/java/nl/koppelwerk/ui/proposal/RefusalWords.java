package nl.koppelwerk.ui.proposal;

import nl.koppelwerk.data.view.ProposalView;
import nl.koppelwerk.pairing.Refusal;
import nl.koppelwerk.ui.shell.Words;

/** Tells a coordinator why a decision could not be taken, and what happened meanwhile. */
final class RefusalWords {
    private RefusalWords() {}

    static String say(Refusal refusal, ProposalView proposal, Words words) {
        return say(refusal, proposal.family().name(), proposal.volunteer().name(), words);
    }

    static String say(Refusal refusal, String family, String volunteer, Words words) {
        return switch (refusal) {
            case Refusal.Gone gone -> words.say("refused.gone");
            case Refusal.Changed changed -> words.say("refused.changed");
            case Refusal.AlreadyDecided decided -> words.say("refused.decided", family, volunteer);
            case Refusal.RequestClosed closed -> words.say("refused.closed", family);
            case Refusal.VolunteerFull full -> words.say("refused.full", volunteer, full.families());
            case Refusal.HoursUsedUp hours ->
                words.say("refused.hours", volunteer, words.hours(hours.left()), words.hours(hours.asked()));
            case Refusal.HeavyAlready heavy -> words.say("refused.heavy", volunteer);
            case Refusal.VolunteerElsewhere elsewhere ->
                words.say("refused.volunteerElsewhere", volunteer, words.dayParts(elsewhere.dayParts()));
            case Refusal.FamilyElsewhere elsewhere ->
                words.say("refused.familyElsewhere", family, words.dayParts(elsewhere.dayParts()));
            case Refusal.IntroductionsFull full -> words.say("refused.introductions", full.perWeek());
            case Refusal.DoesNotFit fit ->
                words.say("refused.fit", words.say(fit.obstacle().sentence()));
            case Refusal.WrongDate date ->
                words.say("refused.date", words.date(date.earliest()), words.date(date.latest()));
            case Refusal.UndoTooLate late -> words.say("refused.undo.late");
            case Refusal.MovedOn moved -> words.say("refused.undo.moved");
            case Refusal.NotJustified missing ->
                words.say("refused.justify", missing.obstacles().size());
            case Refusal.TimesChanged times -> words.say("refused.times");
        };
    }
}
