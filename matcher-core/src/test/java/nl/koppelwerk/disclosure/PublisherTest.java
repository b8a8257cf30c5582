package nl.koppelwerk.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import nl.koppelwerk.domain.family.FamilyId;
import org.junit.jupiter.api.Test;

class PublisherTest {
    private static final Dimension HOUSEHOLD = Dimension.free("household", "single", "couple", "other", "father");
    private static final Dimension SCORE = Dimension.free("score", "worse", "same", "better");
    private static final Selection ALL = Selection.EVERYBODY;
    private static final Selection SINGLE = ALL.and("household", "single");
    private static final Selection COUPLE = ALL.and("household", "couple");

    private final Publisher publisher = new Publisher(Threshold.STANDARD);

    @Test
    void aSmallCellIsWithheldAndAnotherWithItSoThatItCannotBeComputed() {
        Release release = publisher.publish(List.of(), households("2025", families(24, 17, 4, 13)));

        assertThat(release.counts()).containsOnlyKeys(ALL, SINGLE, COUPLE);
        assertThat(release.count(ALL.and("household", "other"))).isEmpty();
        assertThat(release.count(ALL.and("household", "father"))).isEmpty();
    }

    @Test
    void aCategoryWithoutFamiliesIsHiddenLikeASmallOne() {
        Release release = publisher.publish(List.of(), households("2025", families(24, 17, 0, 13)));

        assertThat(release.counts()).containsOnlyKeys(ALL, SINGLE, COUPLE);
    }

    @Test
    void twoSmallCellsTogetherAboveTheThresholdHideEachOther() {
        Release release = publisher.publish(List.of(), households("2025", families(24, 17, 4, 7)));

        assertThat(release.counts()).containsOnlyKeys(ALL, SINGLE, COUPLE);
    }

    @Test
    void aCellThatLeavesFewOthersIsWithheld() {
        Tabulation yes = new Tabulation("2025", List.of(HOUSEHOLD), families(40, 6), List.of(ALL, SINGLE), List.of());

        assertThat(publisher.publish(List.of(), yes).counts()).containsOnlyKeys(ALL);
    }

    @Test
    void numbersAreRoundedToFive() {
        Release release = publisher.publish(List.of(), households("2025", families(24, 17, 0, 13)));

        assertThat(release.counts())
                .containsEntry(ALL, 55L)
                .containsEntry(SINGLE, 25L)
                .containsEntry(COUPLE, 15L);
    }

    @Test
    void aPeriodThatAddsFewFamiliesToTheLastIsWithheld() {
        Release first = publisher.publish(List.of(), total("2025", families(31)));

        assertThat(publisher
                        .publish(List.of(first), total("2026", families(37)))
                        .counts())
                .isEmpty();
        assertThat(publisher
                        .publish(List.of(first), total("2026", families(44)))
                        .counts())
                .containsOnlyKeys(ALL);
    }

    @Test
    void whatWasWithheldOnceProtectsNothingLater() {
        Release first = publisher.publish(List.of(), total("2025", families(31)));
        Release second = publisher.publish(List.of(first), total("2026", families(37)));

        assertThat(publisher
                        .publish(List.of(first, second), total("2027", families(44)))
                        .counts())
                .containsOnlyKeys(ALL);
        assertThat(publisher
                        .publish(List.of(first, second), total("2027", families(39)))
                        .counts())
                .isEmpty();
    }

    @Test
    void rowsThatAddUpToAWithheldTotalAreWithheldToo() {
        Release first = publisher.publish(List.of(), total("2025", families(24, 17)));

        Release second = publisher.publish(
                List.of(first),
                new Tabulation("2026", List.of(HOUSEHOLD), families(24, 23), List.of(ALL, SINGLE, COUPLE), List.of()));

        assertThat(second.counts()).hasSizeLessThan(2).doesNotContainKey(ALL);
    }

    @Test
    void theSameFiguresMayBeShownAgain() {
        Release first = publisher.publish(List.of(), households("2025, version 1", families(24, 17, 4, 13)));

        Release again = publisher.publish(List.of(first), households("2025, version 2", families(24, 17, 4, 13)));

        assertThat(again.counts()).isEqualTo(first.counts());
    }

    @Test
    void aSecondDownloadWithAnOverlappingSelectionIsChecked() {
        List<Observation> families = families(12, 3, 14, 21);
        Release first = publisher.publish(
                List.of(), new Tabulation("first", List.of(HOUSEHOLD), families, List.of(SINGLE), List.of()));
        Selection overlapping = ALL.and("household", Set.of("single", "couple"));

        Release second = publisher.publish(
                List.of(first),
                new Tabulation("second", List.of(HOUSEHOLD), families, List.of(overlapping), List.of()));

        assertThat(first.counts()).containsOnlyKeys(SINGLE);
        assertThat(second.counts()).isEmpty();
    }

    @Test
    void aTableOfTwoDimensionsProtectsItsCellsAgainstItsMargins() {
        List<Observation> crossed = new ArrayList<>();
        int[][] cells = {{16, 3, 14}, {15, 17, 4}};
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                for (int family = 0; family < cells[row][column]; family++) {
                    crossed.add(family(
                            crossed.size(),
                            HOUSEHOLD.categories().get(row),
                            SCORE.categories().get(column)));
                }
            }
        }
        Dimension two = Dimension.free("household", "single", "couple");
        Release release = publisher.publish(
                List.of(),
                new Tabulation("2025", List.of(two, SCORE), crossed, Tabulation.table(two, SCORE), List.of()));

        assertThat(release.counts()).containsKeys(ALL, SINGLE, COUPLE);
        assertThat(release.counts().keySet())
                .noneMatch(selection ->
                        selection.where().equals(SINGLE.and("score", "same").where())
                                || selection
                                        .where()
                                        .equals(COUPLE.and("score", "better").where()));
        // 3 and 4 are hidden among 36 - 15 and 33 - 16; one more of each row and column had to go
        assertThat(release.counts()).hasSize(8);
    }

    @Test
    void aSumToWhichFewFamiliesContributeIsWithheld() {
        Release nine = publisher.publish(List.of(), sums(33, number -> number < 9 ? 700_000 + 90_000 * number : 0));
        Release thirteen =
                publisher.publish(List.of(), sums(33, number -> number < 13 ? 700_000 + 90_000 * number : 0));

        assertThat(nine.sum("euros", ALL)).isEmpty();
        // 13 * 7000 + 78 * 900 euros, to the thousand
        assertThat(thirteen.sum("euros", ALL)).contains(16_100_000L);
    }

    @Test
    void aSumThatOneFamilyDominatesIsWithheld() {
        Release release = publisher.publish(List.of(), sums(33, number -> number == 5 ? 9_000_000 : 200_000 + number));

        assertThat(release.count(ALL)).isPresent();
        assertThat(release.sum("euros", ALL)).isEmpty();
    }

    @Test
    void aSumOfEqualAmountsIsWithheldWhereItWouldTellHowFewDoNotContribute() {
        Release six = publisher.publish(List.of(), sums(33, number -> number < 27 ? 14_220 : 0));
        Release twelve = publisher.publish(List.of(), sums(33, number -> number < 21 ? 14_220 : 0));

        assertThat(six.sum("euros", ALL)).isEmpty();
        assertThat(twelve.sum("euros", ALL)).contains(300_000L);
    }

    @Test
    void extraCostIsRoundedAsBenefitsAre() {
        assertThat(Threshold.rounded(-149_999, 100_000)).isEqualTo(-100_000);
        assertThat(Threshold.rounded(-150_000, 100_000)).isEqualTo(-200_000);
        assertThat(Threshold.rounded(12, 5)).isEqualTo(10);
    }

    @Test
    void theThresholdIsNeverBelowFive() {
        assertThatThrownBy(() -> new Threshold(4, 5, 100_000, 50)).hasMessageContaining("threshold of 4");
    }

    private static Tabulation households(String publication, List<Observation> families) {
        return new Tabulation(publication, List.of(HOUSEHOLD), families, Tabulation.table(HOUSEHOLD), List.of());
    }

    private static Tabulation total(String publication, List<Observation> families) {
        return new Tabulation(publication, List.of(HOUSEHOLD), families, List.of(ALL), List.of());
    }

    private static Tabulation sums(int families, LongUnaryOperator cents) {
        List<Observation> observations = new ArrayList<>();
        for (int number = 0; number < families; number++) {
            observations.add(new Observation(
                    new FamilyId(new UUID(3, number)), Map.of(), Map.of("euros", cents.applyAsLong(number))));
        }
        return new Tabulation("2025", List.of(), observations, List.of(ALL), List.of("euros"));
    }

    /** So many families in each household; the first ones of each are the same whatever the numbers. */
    private static List<Observation> families(int... ofHousehold) {
        List<Observation> families = new ArrayList<>();
        for (int household = 0; household < ofHousehold.length; household++) {
            for (int number = 0; number < ofHousehold[household]; number++) {
                families.add(
                        family(household * 1000 + number, HOUSEHOLD.categories().get(household), "same"));
            }
        }
        return families;
    }

    private static Observation family(int number, String household, String score) {
        return new Observation(
                new FamilyId(new UUID(3, number)), Map.of("household", household, "score", score), Map.of());
    }
}
