package nl.koppelwerk.trial;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Flow;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.exact.ExactSolver;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.solver.Status;
import nl.koppelwerk.verify.CertificateVerifier;
import nl.koppelwerk.verify.Fingerprint;
import nl.koppelwerk.verify.ProofFormat;
import nl.koppelwerk.verify.RunProof;
import nl.koppelwerk.verify.RunVerifier;

/** Holds every bound, proof and certificate against trying everything, on as many random small problems as asked. */
public final class ProofTrial {

    private static final int PRICE_STEPS = 40;
    private static final int NODES = 5_000;
    private static final Limits LIMITS = new Limits(NODES, 60_000);

    /** Without moves, so that the proofs have all the work to do. */
    private static final Settings SETTINGS = new Settings(1, 0, 1, PRICE_STEPS, NODES, Duration.ofMinutes(1), 1);

    private final ExactSolver exact;
    private final Optimiser optimiser;

    /** @param clock of the safety nets */
    public ProofTrial(Clock clock) {
        this.exact = new ExactSolver(() -> clock.millis() * 1_000_000);
        this.optimiser = new Optimiser(clock);
    }

    /**
     * What came out.
     *
     * @param optimal problems whose optimum was found and shown on both levels
     * @param infeasible problems whose fixed pairs cannot be kept together, and were said to be so
     * @param undecided problems that were given up; that is not wrong
     * @param contradictions bounds, proofs and certificates that were false, told by number; must be empty
     */
    public record Outcome(long problems, long optimal, long infeasible, long undecided, List<String> contradictions) {}

    /** The same problems for the same seed; {@code progress} hears how many are done. */
    public Outcome run(long problems, long seed, LongConsumer progress) {
        RandomProblems source = RandomProblems.thatMayContradict(seed);
        List<String> contradictions = new ArrayList<>();
        long[] counts = new long[Status.values().length];
        for (long i = 0; i < problems; i++) {
            Problem problem = source.next(6, 4);
            Result result = optimiser.optimise(problem, SETTINGS, Progress.NONE);
            counts[result.status().ordinal()]++;
            for (String contradiction : contradictions(problem, result)) {
                contradictions.add("problem " + i + " of seed " + seed + ": " + contradiction);
            }
            progress.accept(i + 1);
        }
        return new Outcome(
                problems,
                counts[Status.OPTIMAL.ordinal()],
                counts[Status.INFEASIBLE.ordinal()],
                counts[Status.FEASIBLE.ordinal()],
                List.copyOf(contradictions));
    }

    private List<String> contradictions(Problem problem, Result result) {
        BruteForce.Best best = BruteForce.best(problem);
        List<String> found = new ArrayList<>();
        if (best.first() < 0 != (result.status() == Status.INFEASIBLE)) {
            found.add("said to be " + result.status() + ", the best plan serves " + best.first());
        }
        if (best.first() >= 0) {
            judgeBounds(problem, best, found);
            judgeExact(exact.solve(problem, LIMITS), best, found);
            judgeResult(problem, result, new PlanValue(best.first(), best.second()), found);
        }
        return found;
    }

    private static void judgeBounds(Problem problem, BruteForce.Best best, List<String> found) {
        if (new Flow(problem).first() < best.first()) {
            found.add("the flow serves less than a plan does");
        }
        Certificate certificate = new BoundSearch(problem, PRICE_STEPS).certificate(best.first());
        if (certificate.firstBound() < best.first() || certificate.secondBound() < best.second()) {
            found.add("a plan exceeds the certificate");
        }
        CertificateVerifier.Verdict expected =
                new CertificateVerifier.Verdict.Holds(certificate.firstBound(), certificate.secondBound());
        if (!CertificateVerifier.verify(problem, certificate).equals(expected)) {
            found.add("the verifier disagrees with the certificate");
        }
    }

    private static void judgeExact(Optional<ExactResult> exact, BruteForce.Best best, List<String> found) {
        if (exact.isEmpty()) {
            found.add("no plan was found although one exists");
        }
        exact.ifPresent(result -> {
            if (result.firstBound() < best.first() || result.first() > best.first()) {
                found.add("the exact solver's first level is wrong");
            }
            if (result.proven() && result.second() != best.second()) {
                found.add("the exact solver's proof is wrong");
            }
        });
    }

    private static void judgeResult(Problem problem, Result result, PlanValue best, List<String> found) {
        boolean proved = result.status() == Status.OPTIMAL;
        if (result.value().compareTo(best) > 0 || proved && !result.value().equals(best)) {
            found.add("%s is said of %s, the best is %s".formatted(result.status(), result.value(), best));
        }
        boolean second = result.value().servedWeight() == best.servedWeight()
                && result.bound().fit() < best.fit();
        if (result.bound().servedWeight() < best.servedWeight() || second) {
            found.add("the best plan, %s, exceeds the bound %s".formatted(best, result.bound()));
        }
        byte[] proof = ProofFormat.write(new RunProof(
                Fingerprint.of(problem),
                result.value(),
                result.bound(),
                result.certificate().orElseThrow()));
        RunVerifier.Verdict verdict =
                new RunVerifier(problem, result::plan).verify(result.value(), result.bound(), proof);
        if (!(verdict instanceof RunVerifier.Verdict.Holds)) {
            found.add("the stored proof is refused: " + verdict);
        }
    }
}
