package nl.koppelwerk.verify;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.bound.BoundSearch;
import nl.koppelwerk.bound.Certificate;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.bound.Prices.ClashRow;
import nl.koppelwerk.bound.Prices.TagRow;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.BruteForce;
import nl.koppelwerk.trial.RandomProblems;
import nl.koppelwerk.trial.Towns;
import nl.koppelwerk.verify.CertificateVerifier.Verdict;
import org.junit.jupiter.api.Test;

class CertificateTest {

    @Test
    void noPlanOfARandomProblemExceedsItsCertificate() {
        RandomProblems problems = new RandomProblems(17);

        for (int i = 0; i < 400; i++) {
            Problem problem = problems.next(6, 4);
            BruteForce.Best best = BruteForce.best(problem);
            Certificate certificate = new BoundSearch(problem, 60).certificate(best.first());

            assertThat(certificate.firstBound()).as("problem %d", i).isGreaterThanOrEqualTo(best.first());
            assertThat(certificate.secondBound()).as("problem %d", i).isGreaterThanOrEqualTo(best.second());
        }
    }

    @Test
    void theVerifierFindsTheSameBoundsFromThePricesAlone() {
        RandomProblems problems = new RandomProblems(23);

        for (int i = 0; i < 300; i++) {
            Problem problem = problems.next(7, 5);
            Certificate certificate = new BoundSearch(problem, 20).certificate(5);

            assertThat(CertificateVerifier.verify(problem, certificate))
                    .as("problem %d", i)
                    .isEqualTo(new Verdict.Holds(certificate.firstBound(), certificate.secondBound()));
        }
    }

    @Test
    void theBoundOfATownIsCloseToWhatServingEveryoneReachableWouldGive() {
        Problem town = Towns.of(130, 5);

        Certificate certificate = new BoundSearch(town, 200).certificate(0);

        assertThat(CertificateVerifier.verify(town, certificate)).isInstanceOf(Verdict.Holds.class);
        long everyone = 0;
        for (long weight : town.requestWeight()) {
            everyone += weight;
        }
        assertThat(certificate.firstBound()).isLessThan(everyone);
    }

    @Test
    void aLowerClaimThanThePricesShowIsRefuted() {
        Problem problem = new RandomProblems(31).next(6, 4);
        Certificate honest = new BoundSearch(problem, 60).certificate(3);

        Certificate first = new Certificate(
                honest.firstBound() - 1, honest.firstPrices(), 3, honest.secondBound(), honest.secondPrices());
        Certificate second = new Certificate(
                honest.firstBound(), honest.firstPrices(), 3, honest.secondBound() - 1, honest.secondPrices());
        Certificate heldMore = new Certificate(
                honest.firstBound(), honest.firstPrices(), 2, honest.secondBound() - 1000, honest.secondPrices());

        assertThat(CertificateVerifier.verify(problem, first)).isInstanceOf(Verdict.Refuted.class);
        assertThat(CertificateVerifier.verify(problem, second)).isInstanceOf(Verdict.Refuted.class);
        assertThat(CertificateVerifier.verify(problem, heldMore)).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void pricesThatWouldMakeTheBoundFalseAreRefuted() {
        Problem town = Towns.of(40, 3);
        Certificate honest = new BoundSearch(town, 30).certificate(0);
        Prices two = honest.secondPrices();
        long[] negative = two.request().clone();
        negative[7] = -5;
        short[] noTags = {};
        long tooMuch = two.second() * town.interactions()[0].penalty() + 1;
        int first = town.interactions()[0].first();
        int second = town.interactions()[0].second();

        assertThat(CertificateVerifier.verify(
                        town,
                        with(
                                honest,
                                new Prices(
                                        two.first(),
                                        two.second(),
                                        negative,
                                        two.group(),
                                        two.tagRows(),
                                        two.clashRows()))))
                .isInstanceOf(Verdict.Refuted.class);
        assertThat(CertificateVerifier.verify(
                        town,
                        with(
                                honest,
                                new Prices(
                                        two.first(),
                                        two.second(),
                                        two.request(),
                                        two.group(),
                                        new TagRow[] {new TagRow(0, noTags, tooMuch)},
                                        two.clashRows()))))
                .isInstanceOf(Verdict.Refuted.class);
        assertThat(CertificateVerifier.verify(
                        town,
                        with(
                                honest,
                                new Prices(
                                        two.first(),
                                        two.second(),
                                        two.request(),
                                        two.group(),
                                        two.tagRows(),
                                        new ClashRow[] {
                                            new ClashRow(
                                                    0,
                                                    new int[] {town.pairStart()[second]},
                                                    new int[] {town.pairStart()[first]},
                                                    3)
                                        }))))
                .isInstanceOf(Verdict.Refuted.class);
    }

    private static Certificate with(Certificate honest, Prices second) {
        return new Certificate(honest.firstBound(), honest.firstPrices(), honest.held(), Long.MAX_VALUE / 2, second);
    }
}
