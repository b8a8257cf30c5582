package nl.koppelwerk.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.Parts;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.SubProblem;
import nl.koppelwerk.solver.search.Ledger;
import nl.koppelwerk.solver.search.Opening;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class PieceFormatTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Settings settings = new Settings(7, 10, 3, 60, 50, LIMIT, 2);
    private final Problem town = Towns.of(130, 5);

    @Test
    void partsPlannedElsewhereGiveTheSamePlanAndBound() {
        RandomProblems random = new RandomProblems(5);
        List<Problem> problems = new ArrayList<>(List.of(town));
        for (int i = 0; i < 60; i++) {
            problems.add(random.next(9, 5));
        }
        List<Integer> sent = new ArrayList<>();
        for (Problem problem : problems) {
            Result here = new Optimiser(Clock.systemUTC()).optimise(problem, settings, Progress.NONE);
            Result elsewhere = new Optimiser(Clock.systemUTC(), pieces -> byBytes(pieces, sent))
                    .optimise(problem, settings, Progress.NONE);

            assertThat(elsewhere.plan().pair()).isEqualTo(here.plan().pair());
            assertThat(elsewhere.plan().dayParts()).isEqualTo(here.plan().dayParts());
            assertThat(elsewhere.value()).isEqualTo(here.value());
            assertThat(elsewhere.bound()).isEqualTo(here.bound());
            assertThat(elsewhere.clockWasNeeded()).isFalse();
        }
        assertThat(sent).hasSizeGreaterThan(30).contains(0, 1);
    }

    @Test
    void regionsPlannedElsewhereGiveTheSamePlan() {
        Stopwatch stopwatch = new Stopwatch(Clock.systemUTC(), LIMIT);
        Problem whole = Towns.of(700, 8);
        SubProblem piece = Parts.of(whole).stream()
                .max((one, other) -> Integer.compare(one.request().length, other.request().length))
                .orElseThrow();
        Advice advice =
                Advice.at(new Guide(whole, settings, stopwatch).task(piece).prices(), piece.problem());
        Ledger begun = Opening.withFixedPairs(piece.problem()).orElseThrow();
        advice.begin(begun);
        List<Integer> sent = new ArrayList<>();

        Plan here = regions(Hands.OWN).improve(piece.problem(), begun.plan(), advice.order(), stopwatch, value -> {});
        Plan elsewhere = regions(pieces -> byBytes(pieces, sent))
                .improve(piece.problem(), begun.plan(), advice.order(), stopwatch, value -> {});

        assertThat(sent).hasSizeGreaterThan(2);
        assertThat(here.pair()).isNotEqualTo(begun.plan().pair());
        assertThat(elsewhere.pair()).isEqualTo(here.pair());
        assertThat(elsewhere.dayParts()).isEqualTo(here.dayParts());
    }

    @Test
    void anAnswerToAnotherTaskOrOneThatClaimsTooMuchIsNotAccepted() {
        new Optimiser(Clock.systemUTC(), pieces -> {
                    PieceAnswer good = pieces.planHere(0);
                    PlanValue bound = good.bound();
                    PieceAnswer nobody =
                            new PieceAnswer(Plan.empty(pieces.task(0).problem().requests()), bound, false, 0);

                    assertThat(pieces.accept(0, good)).isTrue();
                    assertThat(pieces.accept(0, nobody)).isTrue();
                    assertThat(pieces.accept(0, oneRequestLess(good))).isFalse();
                    PlanValue known = ((PieceTask.Part) pieces.task(0)).bound();
                    assertThat(pieces.accept(0, with(good, known.servedWeight() + 1, bound.fit())))
                            .isFalse();
                    assertThat(pieces.accept(0, with(good, 0, bound.fit()))).isFalse();
                    assertThat(pieces.accept(0, twice(good))).isFalse();
                    return Hands.OWN.plan(pieces);
                })
                .optimise(town, settings, Progress.NONE);
    }

    @Test
    void bytesThatWereCutOrChangedAreNoTask() {
        Problem part = Parts.of(town).getFirst().problem();
        byte[] whole = PieceFormat.write(
                new PieceTask.Part(part, 5, Prices.of(1, 1, new long[part.requests()], new long[part.groups()])),
                settings);

        assertThatThrownBy(() -> PieceFormat.readTask(Arrays.copyOf(whole, whole.length / 2), LIMIT))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PieceFormat.readTask(new byte[] {3, 1, 4}, LIMIT))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> PieceFormat.readAnswer(Arrays.copyOf(whole, 9)))
                .isInstanceOf(IOException.class);
    }

    private RegionOptimiser regions(Hands hands) {
        return new RegionOptimiser(new PieceOptimiser(1), settings, hands);
    }

    private static PieceAnswer with(PieceAnswer answer, long servedWeight, long fit) {
        return new PieceAnswer(answer.plan(), new PlanValue(servedWeight, fit), false, 0);
    }

    private static PieceAnswer oneRequestLess(PieceAnswer answer) {
        int[] pair = answer.plan().pair();
        return new PieceAnswer(
                new Plan(Arrays.copyOf(pair, pair.length - 1), answer.plan().dayParts()), answer.bound(), false, 0);
    }

    /** The first pair that is taken, taken for the other requests too. */
    private static PieceAnswer twice(PieceAnswer answer) {
        int taken = Arrays.stream(answer.plan().pair())
                .filter(pair -> pair >= 0)
                .findFirst()
                .orElseThrow();
        int[] pair = new int[answer.plan().pair().length];
        Arrays.fill(pair, taken);
        return new PieceAnswer(new Plan(pair, answer.plan().dayParts()), answer.bound(), false, 0);
    }

    /** As another machine would: nothing but bytes goes there and back. */
    private static List<PieceAnswer> byBytes(Pieces pieces, List<Integer> sent) {
        List<PieceAnswer> answers = new ArrayList<>();
        for (int i = 0; i < pieces.count(); i++) {
            answers.add(pieces.canTravel(i) ? byBytes(pieces, i, sent) : pieces.planHere(i));
        }
        return answers;
    }

    private static PieceAnswer byBytes(Pieces pieces, int piece, List<Integer> sent) {
        try {
            byte[] task = PieceFormat.write(pieces.task(piece), pieces.settings());
            byte[] answer =
                    PieceFormat.write(PieceFormat.readTask(task, pieces.left()).plan(Clock.systemUTC()));
            PieceAnswer read = PieceFormat.readAnswer(answer);
            assertThat(pieces.accept(piece, read)).isTrue();
            sent.add(piece);
            return read;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
