package nl.koppelwerk.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.CertificateVerifier;
import nl.koppelwerk.bound.CertificateVerifier.Verdict;
import nl.koppelwerk.bound.Flow;
import nl.koppelwerk.exact.ExactResult;
import nl.koppelwerk.exact.ExactSolver;
import nl.koppelwerk.exact.Limits;
import nl.koppelwerk.problem.Problem;

/** Holds every bound, proof and certificate against trying everything, on as many random small problems as asked. */
public final class ProofTrial {

    private static final int PRICE_STEPS = 40;
    private static final Limits LIMITS = new Limits(5_000, 60_000);

    private final ExactSolver solver;

    /** @param nanoTime the clock of the exact solver's safety net */
    public ProofTrial(LongSupplier nanoTime) {
        this.solver = new ExactSolver(nanoTime);
    }

    /**
     * What came out.
     *
     * @param proven problems whose optimum was found and shown on both levels; the others were given up, not wrong
     * @param contradictions problems where a bound, a proof or a certificate was false, told by number; must be empty
     */
    public record Outcome(long problems, long proven, List<String> contradictions) {}

    /** The same problems for the same seed; {@code progress} hears how many are done. */
    public Outcome run(long problems, long seed, LongConsumer progress) {
        RandomProblems source = new RandomProblems(seed);
        List<String> contradictions = new ArrayList<>();
        long proven = 0;
        for (long i = 0; i < problems; i++) {
            Problem problem = source.next(6, 4);
            BruteForce.Best best = BruteForce.best(problem);
            Optional<ExactResult> result = solver.solve(problem, LIMITS);
            boolean isProven = result.isPresent() && result.get().proven();
            proven += isProven ? 1 : 0;
            for (String contradiction : contradictions(problem, best, result)) {
                contradictions.add("problem " + i + " of seed " + seed + ": " + contradiction);
            }
            progress.accept(i + 1);
        }
        return new Outcome(problems, proven, List.copyOf(contradictions));
    }

    private static List<String> contradictions(Problem problem, BruteForce.Best best, Optional<ExactResult> exact) {
        List<String> found = new ArrayList<>();
        if (new Flow(problem).first() < best.first()) {
            found.add("the flow serves less than a plan does");
        }
        Certificate certificate = new BoundSearch(problem, PRICE_STEPS).certificate(best.first());
        if (certificate.firstBound() < best.first() || certificate.secondBound() < best.second()) {
            found.add("a plan exceeds the certificate");
        }
        Verdict expected = new Verdict.Holds(certificate.firstBound(), certificate.secondBound());
        if (!CertificateVerifier.verify(problem, certificate).equals(expected)) {
            found.add("the verifier disagrees with the certificate");
        }
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
        return found;
    }
}
