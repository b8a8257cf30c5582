package nl.koppelwerk.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;
import nl.koppelwerk.trial.Towns;
import nl.koppelwerk.verify.RunVerifier.Verdict;
import org.junit.jupiter.api.Test;

class RunVerifierTest {

    private final Problem town = Towns.of(70, 4);
    private final Result result = new Optimiser(Clock.systemUTC())
            .optimise(town, new Settings(1, 0, 1, 150, 0, Duration.ofMinutes(1), 1), Progress.NONE);
    private final Certificate prices = result.certificate().orElseThrow();

    @Test
    void aProofReadBackHoldsAndShowsWhatTheOptimiserFound() {
        Verdict verdict = verify(result.value(), result.bound(), proof(result.bound(), prices));

        assertThat(verdict)
                .isEqualTo(new Verdict.Holds(
                        result.value(), result.bound(), new PlanValue(prices.firstBound(), prices.secondBound())));
    }

    @Test
    void aChangedPriceShowsMoreThanIsClaimed() {
        Prices one = prices.firstPrices();
        long[] request = one.request().clone();
        request[11] += 2 * town.requestWeight()[11] * one.first();
        Certificate changed = new Certificate(
                prices.firstBound(),
                Prices.of(one.first(), 0, request, one.group()),
                prices.held(),
                prices.secondBound(),
                prices.secondPrices());

        assertThat(verify(result.value(), result.bound(), proof(result.bound(), changed)))
                .isInstanceOfSatisfying(
                        Verdict.NotShown.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("the prices show ")
                                .endsWith("claimed are " + prices.firstBound() + " and " + prices.secondBound()));
    }

    @Test
    void aBoundLoweredAfterwardsIsNotTheOneProved() {
        PlanValue lowered =
                new PlanValue(result.bound().servedWeight() - 1, result.bound().fit());

        assertThat(verify(result.value(), lowered, proof(result.bound(), prices)))
                .isEqualTo(new Verdict.OtherBound(lowered, result.bound()));
    }

    @Test
    void aValueRaisedAfterwardsIsNotWhatTheProposalsAreWorth() {
        PlanValue raised =
                new PlanValue(result.value().servedWeight() + 3, result.value().fit());

        assertThat(verify(raised, result.bound(), proof(result.bound(), prices)))
                .isEqualTo(new Verdict.OtherValue(raised, result.value()));
    }

    @Test
    void aProofOfOneProblemIsNoneOfAnother() {
        town.pairValue()[17] += 1;

        assertThat(verify(
                        result.value(), result.bound(), proof(result.bound(), prices, Fingerprint.of(Towns.of(70, 4)))))
                .isEqualTo(new Verdict.OtherProblem());
    }

    @Test
    void aSecondLevelShownForPlansThatServeMoreIsNotShownForThisOne() {
        Certificate forMore = new Certificate(
                prices.firstBound(),
                prices.firstPrices(),
                result.value().servedWeight() + 1,
                prices.secondBound(),
                prices.secondPrices());

        assertThat(verify(result.value(), result.bound(), proof(result.bound(), forMore)))
                .isInstanceOf(Verdict.NotShown.class);
    }

    @Test
    void aRunWithoutProofSaysSo() {
        assertThat(verify(result.value(), result.bound(), new byte[0])).isEqualTo(new Verdict.Missing());
    }

    @Test
    void whatIsDamagedCutShortOrOfAnotherVersionIsNotRead() {
        byte[] whole = proof(result.bound(), prices);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 4;
        byte[] newer = whole.clone();
        newer[4] = 2;

        assertThatThrownBy(() -> ProofFormat.read(damaged)).hasMessage("damaged: its checksum is another");
        assertThatThrownBy(() -> ProofFormat.read(Arrays.copyOf(whole, whole.length - 3)))
                .hasMessage("damaged: its checksum is another");
        assertThatThrownBy(() -> ProofFormat.read(newer)).hasMessage("version 2, this program knows 1");
        assertThatThrownBy(() -> ProofFormat.read(new byte[] {1, 2, 3})).hasMessage("it does not begin as one");
    }

    @Test
    void pricesOfAFamilysRowsSurviveBeingWritten() throws UnreadableProofException {
        Prices rows = new Prices(
                7,
                -3,
                new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0},
                new long[] {64},
                new Prices.TagRow[] {new Prices.TagRow(5, new short[] {-1, 300}, 127)},
                new Prices.ClashRow[] {new Prices.ClashRow(2, new int[] {9, 8}, new int[] {}, 128)});
        RunProof proof = new RunProof(
                Fingerprint.of(town),
                new PlanValue(1, -2),
                new PlanValue(3, 4),
                new Certificate(5, rows, 6, 7, prices.secondPrices()));

        RunProof read = ProofFormat.read(ProofFormat.write(proof));

        assertThat(read).usingRecursiveComparison().isEqualTo(proof);
    }

    private Verdict verify(PlanValue value, PlanValue bound, byte[] proof) {
        return new RunVerifier(town, result::plan).verify(value, bound, proof);
    }

    private byte[] proof(PlanValue bound, Certificate shown) {
        return proof(bound, shown, Fingerprint.of(town));
    }

    private byte[] proof(PlanValue bound, Certificate shown, String fingerprint) {
        return ProofFormat.write(new RunProof(fingerprint, result.value(), bound, shown));
    }
}
