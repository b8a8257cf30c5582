package nl.koppelwerk.pairing.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.LifeDomain;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.Rhythm;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final VolunteerId JAN = new VolunteerId(new UUID(5, 1));
    private static final VolunteerId INEKE = new VolunteerId(new UUID(5, 2));
    private static final Hours THREE = Hours.parse("3");

    /** Accepted, asked, two yeses, introduced a week ago, and on trial since. */
    private static final List<Action> UNTIL_TRIAL = List.of(
            new Action.Ask(),
            new Action.Answer(Side.FAMILY, Reply.YES),
            new Action.Answer(Side.VOLUNTEER, Reply.YES),
            new Action.PlanIntroduction(DAY.minusDays(7).atTime(15, 30), "Huis van de Wijk"),
            new Action.StartTrial(DAY.minusDays(7), DAY.plusDays(35), THREE));

    static Life accepted() {
        return Life.of(
                new Pairing(
                        new PairingId(new UUID(1, 1)),
                        new OrganisationId(new UUID(2, 1)),
                        new SupportRequestId(new UUID(3, 1)),
                        JAN,
                        DayParts.parse("wed-afternoon"),
                        Step.ACCEPTED,
                        2),
                Rhythm.DEFAULT);
    }

    private static Life after(Life life, List<Action> actions) {
        return actions.stream().reduce(life, (before, action) -> done(Moves.after(before, action, DAY)), (a, b) -> b);
    }

    private static Life after(Life life, Action... actions) {
        return after(life, List.of(actions));
    }

    private static Life done(Advance advance) {
        assertThat(advance).isInstanceOf(Advance.Done.class);
        return ((Advance.Done) advance).life();
    }

    private static NotPossible refused(Life life, Action action) {
        Advance advance = Moves.after(life, action, DAY);
        assertThat(advance).isInstanceOf(Advance.Refused.class);
        return ((Advance.Refused) advance).why();
    }

    private static CheckIn checkIn(CheckIn.Wish wish) {
        return new CheckIn(4, THREE, Optional.empty(), wish, Map.of(LifeDomain.SOCIAL, 3));
    }

    @Test
    void theSecondYesLeadsToTheIntroduction() {
        Life one = after(accepted(), new Action.Ask(), new Action.Answer(Side.VOLUNTEER, Reply.YES));
        Life both = after(one, new Action.Answer(Side.FAMILY, Reply.YES));

        assertThat(one.step()).isEqualTo(Step.ASKED);
        assertThat(both.step()).isEqualTo(Step.INTRODUCTION);
        assertThat(both.pairing().version()).isEqualTo(5);
    }

    @Test
    void whoSaysNoOrAsksForACallIsSeenUntilTheAnswerIsYes() {
        Life asked = after(accepted(), new Action.Ask());
        Life call = after(asked, new Action.Answer(Side.FAMILY, Reply.CALL_ME));
        Life no = after(asked, new Action.Answer(Side.FAMILY, Reply.NO), new Action.Answer(Side.VOLUNTEER, Reply.YES));
        Life yes = after(call, new Action.Answer(Side.FAMILY, Reply.YES));

        assertThat(call.attentionSince()).contains(DAY);
        assertThat(no.attentionSince()).contains(DAY);
        assertThat(no.step()).isEqualTo(Step.ASKED);
        assertThat(yes.attentionSince()).isEmpty();
    }

    @Test
    void thereIsNoTrialWithoutOrBeforeTheIntroduction() {
        Life agreed = after(accepted(), UNTIL_TRIAL.subList(0, 3));
        Life planned = after(agreed, new Action.PlanIntroduction(DAY.plusDays(4).atTime(10, 0), "Bibliotheek"));
        Action start = new Action.StartTrial(DAY.plusDays(3), DAY.plusDays(40), THREE);

        assertThat(refused(agreed, start)).isEqualTo(new NotPossible.IntroductionMissing());
        assertThat(refused(planned, start))
                .isEqualTo(new NotPossible.DayOutOfRange(DAY.plusDays(4), DAY.plusDays(366)));
        assertThat(refused(planned, new Action.StartTrial(DAY.plusDays(4), DAY.plusDays(40), new Hours(0))))
                .isEqualTo(new NotPossible.NoHours());
    }

    @Test
    void anIntroductionThatMovesCountsItsChanges() {
        Life agreed = after(accepted(), UNTIL_TRIAL.subList(0, 3));
        Life moved = after(
                agreed,
                new Action.PlanIntroduction(DAY.plusDays(4).atTime(10, 0), "Bibliotheek"),
                new Action.PlanIntroduction(DAY.plusDays(6).atTime(9, 30), "Bibliotheek"));

        assertThat(moved.meeting().introduction())
                .contains(new Introduction(DAY.plusDays(6).atTime(9, 30), "Bibliotheek", 1));
        assertThat(refused(agreed, new Action.PlanIntroduction(DAY.minusDays(93).atTime(9, 30), "Bibliotheek")))
                .isEqualTo(new NotPossible.DayOutOfRange(DAY.minusDays(92), DAY.plusDays(366)));
    }

    @Test
    void aTrialThatSucceedsReleasesTheBackup() {
        Life trial = after(accepted(), UNTIL_TRIAL);
        Life secured = after(trial, new Action.KeepBackup(INEKE));
        Life running = after(secured, new Action.StartRunning(Hours.parse("2.5")));

        assertThat(refused(trial, new Action.KeepBackup(JAN))).isEqualTo(new NotPossible.SamePerson());
        assertThat(secured.backup()).contains(INEKE);
        assertThat(running.backup()).isEmpty();
        assertThat(running.help().orElseThrow().hoursPerWeek()).isEqualTo(Hours.parse("2.5"));
        assertThat(refused(running, new Action.KeepBackup(INEKE))).isEqualTo(new NotPossible.WrongStep(Step.RUNNING));
    }

    @Test
    void eachSideIsAskedOnItsOwnRhythmAndACheckInCoversWhatWasMissed() {
        Life trial = after(accepted(), UNTIL_TRIAL);
        LocalDate start = DAY.minusDays(7);
        Action family = new Action.HoldCheckIn(Side.FAMILY, checkIn(CheckIn.Wish.CONTINUE));

        Life early = after(trial, family);
        Life late = done(Moves.after(trial, family, start.plusWeeks(19)));

        assertThat(trial.checkInOn(Side.FAMILY)).contains(start.plusWeeks(3));
        assertThat(early.checkInOn(Side.FAMILY)).contains(start.plusWeeks(10));
        assertThat(early.checkInOn(Side.VOLUNTEER)).contains(start.plusWeeks(3));
        assertThat(late.checkInOn(Side.FAMILY)).contains(start.plusWeeks(22));
        assertThat(early.attentionSince()).isEmpty();
    }

    @Test
    void whoWantsToStopOrHasWorriesIsSeenUntilSeenTo() {
        Life trial = after(accepted(), UNTIL_TRIAL);
        CheckIn worried = new CheckIn(2, THREE, Optional.of("Afspraken lopen niet."), CheckIn.Wish.CONTINUE, Map.of());

        Life stop = after(trial, new Action.HoldCheckIn(Side.VOLUNTEER, checkIn(CheckIn.Wish.STOP)));
        Life worries = after(trial, new Action.HoldCheckIn(Side.FAMILY, worried));

        assertThat(stop.attentionSince()).contains(DAY);
        assertThat(worries.attentionSince()).contains(DAY);
        assertThat(after(worries, new Action.SeeTo()).attentionSince()).isEmpty();
        assertThat(refused(trial, new Action.SeeTo())).isEqualTo(new NotPossible.NothingToSeeTo());
    }

    @Test
    void whileTheHelpRestsNobodyIsAskedAndWhatWasMissedIsDueOnTheReturn() {
        Life trial = after(accepted(), UNTIL_TRIAL);
        Life resting = after(trial, new Action.StartPause(Pause.Reason.ILLNESS, DAY.plusDays(21)));
        LocalDate back = DAY.plusDays(30);
        Life resumed = done(Moves.after(resting, new Action.EndPause(), back));

        assertThat(resting.checkInOn(Side.FAMILY)).isEmpty();
        assertThat(refused(resting, new Action.StartRunning(THREE)))
                .isEqualTo(new NotPossible.Resting(DAY.plusDays(21)));
        assertThat(resumed.checkInOn(Side.FAMILY)).contains(back);
        assertThat(refused(resumed, new Action.EndPause())).isEqualTo(new NotPossible.NotResting());
        assertThat(refused(trial, new Action.StartPause(Pause.Reason.BUSY, DAY)))
                .isEqualTo(new NotPossible.DayOutOfRange(DAY.plusDays(1), DAY.plusDays(366)));
    }

    @Test
    void theOutcomeBelongsToHowFarThePairingCame() {
        Life trial = after(accepted(), UNTIL_TRIAL);

        assertThat(refused(trial, new Action.End(Outcome.NEVER_STARTED, EndReason.NO_CLICK, true)))
                .isEqualTo(new NotPossible.OutcomeDoesNotFit(true));
        assertThat(refused(accepted(), new Action.End(Outcome.REACHED, EndReason.NO_LONGER_NEEDED, false)))
                .isEqualTo(new NotPossible.OutcomeDoesNotFit(false));
        assertThat(after(trial, new Action.End(Outcome.NOT_REACHED, EndReason.NO_CLICK, true))
                        .ending())
                .contains(new Ending(DAY, Outcome.NOT_REACHED, EndReason.NO_CLICK, true));
    }

    @Test
    void fromRunningItGoesByClosingAndAftercareToTheEnd() {
        Life closing = after(after(accepted(), UNTIL_TRIAL), new Action.StartRunning(THREE), new Action.StartClosing());
        Life aftercare = after(closing, new Action.StartAftercare(DAY.plusWeeks(8)));

        assertThat(closing.checkInOn(Side.FAMILY)).isPresent();
        assertThat(aftercare.checkInOn(Side.FAMILY)).isEmpty();
        assertThat(aftercare.help().orElseThrow().aftercareUntil()).contains(DAY.plusWeeks(8));
        assertThat(after(aftercare, new Action.End(Outcome.REACHED, EndReason.NO_LONGER_NEEDED, false))
                        .step())
                .isEqualTo(Step.ENDED);
    }

    @Test
    void aYesIsTakenBackUntilThereIsADate() {
        Life both = after(accepted(), UNTIL_TRIAL.subList(0, 3));
        Life back = after(both, new Action.Answer(Side.VOLUNTEER, Reply.CALL_ME));
        Life again = after(back, new Action.Answer(Side.VOLUNTEER, Reply.YES));

        assertThat(back.step()).isEqualTo(Step.INTRODUCTION);
        assertThat(back.attentionSince()).contains(DAY);
        assertThat(refused(back, UNTIL_TRIAL.get(3))).isInstanceOf(NotPossible.NotAgreed.class);
        assertThat(again.attentionSince()).isEmpty();
        assertThat(refused(after(again, UNTIL_TRIAL.get(3)), new Action.Answer(Side.VOLUNTEER, Reply.NO)))
                .isEqualTo(new NotPossible.WrongStep(Step.INTRODUCTION));
    }
}
