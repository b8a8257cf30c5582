package nl.koppelwerk.pairing.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.Hours;
import org.junit.jupiter.api.Test;

/** Coordinators who do anything at any moment: whatever they try, a pairing is never in a state that makes no sense. */
class RandomWalksTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int WALKS = 4_000;
    private static final int ACTIONS = 60;

    private final Map<Step, Integer> reached = new EnumMap<>(Step.class);
    private final Map<Class<?>, Integer> done = new HashMap<>();
    private final Map<Class<?>, Integer> refused = new HashMap<>();

    @Test
    void noWalkReachesAStateThatMakesNoSense() {
        for (int seed = 0; seed < WALKS; seed++) {
            walk(new Random(seed));
        }

        assertThat(reached.keySet())
                .containsExactlyInAnyOrder(Arrays.stream(Step.values())
                        .filter(step -> step != Step.PROPOSED)
                        .toArray(Step[]::new));
        assertThat(reached.values()).allMatch(times -> times > 50);
        assertThat(done.keySet())
                .containsExactlyInAnyOrder(Arrays.stream(Action.class.getPermittedSubclasses())
                        .flatMap(kind -> kind.isSealed()
                                ? Arrays.stream(kind.getPermittedSubclasses())
                                : Arrays.stream(new Class<?>[] {kind}))
                        .toArray(Class<?>[]::new));
        assertThat(refused.keySet())
                .contains(
                        NotPossible.WrongStep.class,
                        NotPossible.DayOutOfRange.class,
                        NotPossible.IntroductionMissing.class,
                        NotPossible.Resting.class,
                        NotPossible.NotResting.class,
                        NotPossible.NoHours.class,
                        NotPossible.OutcomeDoesNotFit.class,
                        NotPossible.SamePerson.class,
                        NotPossible.NoBackup.class,
                        NotPossible.NothingToSeeTo.class,
                        NotPossible.NotAgreed.class);
    }

    private void walk(Random random) {
        Life life = MovesTest.accepted();
        LocalDate today = DAY;
        for (int i = 0; i < ACTIONS; i++) {
            Action action = action(random, today);
            switch (Moves.after(life, action, today)) {
                case Advance.Done(Life after) -> {
                    check(life, action, after);
                    life = after;
                    done.merge(action.getClass(), 1, Integer::sum);
                    reached.merge(after.step(), 1, Integer::sum);
                }
                case Advance.Refused(NotPossible why) -> refused.merge(why.getClass(), 1, Integer::sum);
            }
            today = today.plusDays(random.nextInt(15));
        }
    }

    private static void check(Life before, Action action, Life after) {
        String what = before.step() + " " + action;
        Step step = after.step();
        assertThat(before.step()).as(what).isNotEqualTo(Step.ENDED);
        assertThat(step == before.step() || before.step().mayGoTo(step))
                .as(what)
                .isTrue();
        assertThat(after.pairing().version())
                .as(what)
                .isEqualTo(before.pairing().version() + 1);
        checkAgreement(before, after, what);
        assertThat(after.help().isPresent() || step.ordinal() < Step.TRIAL.ordinal() || step == Step.ENDED)
                .as(what)
                .isTrue();
        after.help().ifPresent(help -> {
            assertThat(help.startedOn())
                    .as(what)
                    .isAfterOrEqualTo(
                            after.meeting().introduction().orElseThrow().at().toLocalDate());
            assertThat(help.pause().isPresent() && !Life.HELPING.contains(step))
                    .as(what)
                    .isFalse();
        });
        assertThat(after.ending().isPresent()).as(what).isEqualTo(step == Step.ENDED);
        assertThat(after.backup())
                .as(what)
                .isNotEqualTo(Optional.of(after.pairing().volunteer()));
        assertThat(after.backup().isPresent() && step.ordinal() > Step.TRIAL.ordinal())
                .as(what)
                .isFalse();
        assertThat(after.attentionSince().isPresent() && step == Step.ENDED)
                .as(what)
                .isFalse();
        checkRhythm(before, after, what);
    }

    /** Only two yeses lead on; one may be taken back until there is a date. */
    private static void checkAgreement(Life before, Life after, String what) {
        boolean agreed = after.meeting().agreed();
        boolean dated = after.meeting().introduction().isPresent();
        switch (after.step()) {
            case ACCEPTED, ASKED -> assertThat(agreed).as(what).isFalse();
            case INTRODUCTION ->
                assertThat(agreed || !dated && before.step() == Step.INTRODUCTION)
                        .as(what)
                        .isTrue();
            case PROPOSED, ENDED -> assertThat(before.step()).as(what).isNotEqualTo(Step.ENDED);
            case TRIAL, RUNNING, CLOSING, AFTERCARE ->
                assertThat(agreed).as(what).isTrue();
        }
    }

    /** Weeks only grow, and whoever is to be asked is asked after the last time. */
    private static void checkRhythm(Life before, Life after, String what) {
        for (Side side : Side.values()) {
            int held = week(before, side);
            assertThat(week(after, side)).as(what).isGreaterThanOrEqualTo(held);
            boolean asked = Life.HELPING.contains(after.step())
                    && after.help().orElseThrow().pause().isEmpty();
            assertThat(after.checkInOn(side).isPresent()).as(what).isEqualTo(asked);
            after.checkInOn(side)
                    .ifPresent(day -> assertThat(day)
                            .as(what)
                            .isAfter(after.help().orElseThrow().startedOn().plusWeeks(week(after, side))));
        }
    }

    private static int week(Life life, Side side) {
        return life.help().map(help -> help.heldWeeks().getOrDefault(side, 0)).orElse(0);
    }

    /** Any action, more often one that leads on than one that ends. */
    private static Action action(Random random, LocalDate today) {
        LocalDate day = today.plusDays(random.nextInt(420) - 30);
        LocalDate soon = today.plusDays(random.nextInt(12) - 2);
        Hours hours = new Hours(random.nextInt(20));
        Side side = one(random, Side.values());
        return switch (random.nextInt(24)) {
            case 0 -> new Action.Ask();
            case 1, 2 -> new Action.Answer(side, one(random, Reply.values()));
            case 3, 4 -> new Action.Answer(side, Reply.YES);
            case 5 -> new Action.PlanIntroduction(soon.atTime(9 + random.nextInt(9), 15), "Buurthuis");
            case 6, 7 -> new Action.StartTrial(today.plusDays(random.nextInt(5)), soon.plusWeeks(6), hours);
            case 8 -> new Action.ExtendTrial(day);
            case 9, 10 -> new Action.StartRunning(hours);
            case 11 -> new Action.ChangeHours(hours);
            case 12, 13 -> new Action.HoldCheckIn(side, checkIn(random, hours));
            case 14 -> new Action.StartPause(one(random, Pause.Reason.values()), day);
            case 15 -> new Action.EndPause();
            case 16, 17 -> new Action.StartClosing();
            case 18 -> new Action.StartAftercare(day);
            case 19 ->
                random.nextInt(4) > 0
                        ? new Action.SeeTo()
                        : new Action.End(
                                one(random, Outcome.values()), one(random, EndReason.values()), random.nextBoolean());
            case 20 -> new Action.KeepBackup(new VolunteerId(new UUID(5, 1 + random.nextInt(3))));
            case 21 -> new Action.ReleaseBackup();
            case 22 -> new Action.TakeOn();
            default -> new Action.SeeTo();
        };
    }

    private static CheckIn checkIn(Random random, Hours hours) {
        Optional<String> worries = random.nextInt(3) == 0 ? Optional.of("zorgen") : Optional.empty();
        return new CheckIn(1 + random.nextInt(5), hours, worries, one(random, CheckIn.Wish.values()), Map.of());
    }

    private static <T> T one(Random random, T[] all) {
        return List.of(all).get(random.nextInt(all.length));
    }
}
