package nl.koppelwerk.bound;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.trial.Towns;
import org.junit.jupiter.api.Test;

class BoundSearchTest {

    private final Problem town = Towns.of(3000, 6);

    @Test
    void pricesAreTheSameWithOneThreadAndWithThree() {
        Certificate one = search(1).certificate(500_000);
        Certificate three = search(3).certificate(500_000);

        assertThat(three).usingRecursiveComparison().isEqualTo(one);
    }

    @Test
    void whatFamiliesPayForTwoLanguagesLowersTheBoundOnTheFit() {
        Certificate certificate = search(1).certificate(500_000);
        Prices found = certificate.secondPrices();
        Prices withoutRows = Prices.of(found.first(), found.second(), found.request(), found.group());

        assertThat(found.tagRows()).isNotEmpty();
        assertThat(certificate.secondBound()).isLessThan(PricedBound.secondBound(town, withoutRows, 500_000));
    }

    @Test
    void stoppedByTheSafetyNetItStillGivesABoundThatHolds() {
        BoundSearch stopped = new BoundSearch(town, new BoundSearch.Effort(25, 2, () -> true));

        Certificate early = stopped.certificate(500_000);
        Certificate late = search(2).certificate(500_000);

        assertThat(early.firstBound()).isGreaterThan(late.firstBound());
        assertThat(early.secondBound()).isGreaterThan(late.secondBound());
    }

    private BoundSearch search(int threads) {
        return new BoundSearch(town, new BoundSearch.Effort(25, threads, () -> false));
    }
}
