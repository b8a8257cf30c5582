package nl.koppelwerk.verify;

import java.util.function.Supplier;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.PlanChecker;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;

/** Says whether what a run recorded of its value and bound holds, from problem, proposals and prices alone. */
public final class RunVerifier {

    private final Problem problem;
    private final Supplier<Plan> plan;

    /** @param plan what the run proposed, beside what was fixed; asked for when the problem is the one of the proof */
    public RunVerifier(Problem problem, Supplier<Plan> plan) {
        this.problem = problem;
        this.plan = plan;
    }

    /** What came of it. */
    public sealed interface Verdict {

        /**
         * Everything recorded is as it was claimed, and the prices show what they are said to show.
         *
         * @param shown what no plan exceeds, recomputed from the prices; where the recorded bound is lower, that rests on
         *     having searched through the rest, which prices cannot show
         */
        record Holds(PlanValue value, PlanValue bound, PlanValue shown) implements Verdict {

            public boolean pricesShowItAll() {
                return shown.servedWeight() <= bound.servedWeight() && shown.fit() <= bound.fit();
            }
        }

        /** The run has no proof. */
        record Missing() implements Verdict {}

        /** There is something, but no proof that can be read. */
        record Unreadable(String reason) implements Verdict {}

        /** The snapshot gives another problem than the proof is about. */
        record OtherProblem() implements Verdict {}

        /** The proposals are worth something else than recorded, or break rules. */
        record OtherValue(PlanValue recorded, PlanValue found) implements Verdict {}

        /** The run records another bound than its proof is about. */
        record OtherBound(PlanValue recorded, PlanValue claimed) implements Verdict {}

        /** The prices do not show what they are said to show. */
        record NotShown(String reason) implements Verdict {}
    }

    /**
     * @param value what the run records of its plan
     * @param bound what it records that no plan exceeds
     */
    public Verdict verify(PlanValue value, PlanValue bound, byte[] stored) {
        if (stored.length == 0) {
            return new Verdict.Missing();
        }
        try {
            return judge(value, bound, ProofFormat.read(stored));
        } catch (UnreadableProofException unreadable) {
            return new Verdict.Unreadable(String.valueOf(unreadable.getMessage()));
        }
    }

    private Verdict judge(PlanValue value, PlanValue bound, RunProof proof) {
        if (!Fingerprint.of(problem).equals(proof.fingerprint())) {
            return new Verdict.OtherProblem();
        }
        PlanValue found = PlanChecker.value(problem, plan.get());
        if (!found.equals(value) || !found.equals(proof.value())) {
            return new Verdict.OtherValue(value, found);
        }
        if (!bound.equals(proof.bound())) {
            return new Verdict.OtherBound(bound, proof.bound());
        }
        return judgePrices(value, bound, proof.prices());
    }

    private Verdict judgePrices(PlanValue value, PlanValue bound, Certificate prices) {
        if (prices.held() > value.servedWeight()) {
            return new Verdict.NotShown("the second level is shown for plans that serve %d, this one serves %d"
                    .formatted(prices.held(), value.servedWeight()));
        }
        return switch (CertificateVerifier.verify(problem, prices)) {
            case CertificateVerifier.Verdict.Refuted(String reason) -> new Verdict.NotShown(reason);
            case CertificateVerifier.Verdict.Holds(long first, long second) -> {
                PlanValue shown = new PlanValue(first, second);
                yield first < value.servedWeight() || first == value.servedWeight() && second < value.fit()
                        ? new Verdict.NotShown("the plan itself exceeds what the prices show: " + shown)
                        : new Verdict.Holds(value, bound, shown);
            }
        };
    }
}
