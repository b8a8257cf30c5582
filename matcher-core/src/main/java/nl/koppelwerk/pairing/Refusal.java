package nl.koppelwerk.pairing;

import java.time.LocalDate;
import java.util.List;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.fit.rule.Finding;

/** Why a decision cannot be taken, in the words of the coordinator who is told. */
public sealed interface Refusal {
    /** No such proposal, or a later run has replaced it. */
    record Gone() implements Refusal {}

    /** The proposal was changed since the coordinator looked at it. */
    record Changed() implements Refusal {}

    /** Somebody has decided already. */
    record AlreadyDecided(Step step) implements Refusal {}

    /** The family no longer asks for this. */
    record RequestClosed() implements Refusal {}

    /** The volunteer has as many families as agreed. */
    record VolunteerFull(int families) implements Refusal {}

    /** The volunteer has fewer hours a week left than the request asks. */
    record HoursUsedUp(Hours left, Hours asked) implements Refusal {}

    /** The volunteer has a heavy case already. */
    record HeavyAlready() implements Refusal {}

    /** The volunteer has promised these day-parts to another family. */
    record VolunteerElsewhere(DayParts dayParts) implements Refusal {}

    /** The family has another volunteer on these day-parts. */
    record FamilyElsewhere(DayParts dayParts) implements Refusal {}

    /** The programme has as many introductions on their way as its coordinators can hold in a week. */
    record IntroductionsFull(int perWeek) implements Refusal {}

    /** The proposed day-parts no longer suit both, or are no longer the number that the family asks. */
    record TimesChanged() implements Refusal {}

    /** Chosen is a day before or after those that can be chosen. */
    record WrongDate(LocalDate earliest, LocalDate latest) implements Refusal {}

    /** A decision is taken back within a minute or not at all. */
    record UndoTooLate() implements Refusal {}

    /** Something has happened since the decision that is to be taken back. */
    record MovedOn() implements Refusal {}

    /** Rules stand in the way of a pair made by hand, and no reason is given why they may. */
    record NotJustified(List<Obstacle> obstacles) implements Refusal {
        public NotJustified {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** A rule forbids the pair by now, for instance because a certificate has run out. */
    record DoesNotFit(Finding obstacle) implements Refusal {}
}
