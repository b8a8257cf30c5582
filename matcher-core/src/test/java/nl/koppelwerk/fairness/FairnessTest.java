package nl.koppelwerk.fairness;

import static nl.koppelwerk.example.AFamily.aFamily;
import static nl.koppelwerk.example.ANight.DAY;
import static nl.koppelwerk.example.ANight.aNight;
import static nl.koppelwerk.example.ARequest.aRequest;
import static nl.koppelwerk.example.AVolunteer.aVolunteer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.example.ANight;
import org.junit.jupiter.api.Test;

class FairnessTest {
    private final ANight night = aNight();
    private final Set<SupportRequestId> served = new HashSet<>();

    /** Families that speak a language, of which the first so many get a proposal. */
    private void families(String speaking, int postcode, int number, int withProposal, int waitDays) {
        for (int i = 0; i < number; i++) {
            String name = speaking + postcode + "-" + i;
            night.with(aFamily(name).speaking(speaking).livingAt(postcode))
                    .with(aRequest(name).of(name).since(DAY.minusDays(waitDays)));
            if (i < withProposal) {
                served.add(ANight.request(name));
            }
        }
    }

    private Fairness fairness() {
        return Fairness.of(night.build(), served);
    }

    private Group group(Dimension dimension, String name) {
        return fairness().groups(dimension).stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRequestIsInOneGroupOfEachKind() {
        families("nld:C2 tur:B1", 3021, 7, 5, 10);
        families("nld:A1 tur:C2", 3024, 5, 1, 40);
        families("ara:C1 nld:C1", 3031, 3, 2, 90);

        Fairness fairness = fairness();

        assertThat(fairness.all()).isEqualTo(new Group("", 15, 8, 3, 36, 90));
        assertThat(fairness.groups(Dimension.LANGUAGE))
                .containsExactly(new Group("nld", 10, 7, 3, 34, 90), new Group("tur", 5, 1, 0, 40, 40));
        assertThat(fairness.groups(Dimension.AREA))
                .extracting(Group::name, Group::requests)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("302", 12), org.assertj.core.groups.Tuple.tuple("303", 3));
        for (Dimension dimension : Dimension.values()) {
            assertThat(fairness.groups(dimension).stream()
                            .mapToInt(Group::requests)
                            .sum())
                    .isEqualTo(15);
        }
    }

    @Test
    void pairingsUnderWayAreNotCounted() {
        families("nld:C2", 3021, 3, 1, 10);
        night.with(aVolunteer("W-1")).running("nld:C23021-2", "W-1", "wed-afternoon");

        assertThat(fairness().all().requests()).isEqualTo(2);
    }

    @Test
    void aGroupWithClearlyLessChanceFallsBehind() {
        families("nld:C2", 3021, 60, 48, 10);
        families("tir:C2", 3031, 20, 4, 10);

        Fairness fairness = fairness();

        assertThat(group(Dimension.LANGUAGE, "tir").hasLessChance(fairness.all()))
                .isTrue();
        assertThat(group(Dimension.LANGUAGE, "nld").hasLessChance(fairness.all()))
                .isFalse();
        assertThat(fairness.behind()).as("the language and its area").isEqualTo(2);
    }

    @Test
    void aDifferenceThatChanceCanMakeIsNoWarning() {
        families("nld:C2", 3021, 60, 42, 10);
        families("tir:C2", 3031, 12, 6, 10);

        assertThat(fairness().behind()).isZero();
    }

    @Test
    void fewerThanTenAreNotJudgedHoweverBadItLooks() {
        families("nld:C2", 3021, 60, 60, 10);
        families("tir:C2", 3031, 9, 0, 400);

        assertThat(group(Dimension.LANGUAGE, "tir").isJudged()).isFalse();
        assertThat(fairness().behind()).isZero();
    }

    @Test
    void smallGroupsAreJudgedTogether() {
        families("nld:C2", 3021, 60, 57, 10);
        families("tir:C2", 3022, 8, 2, 10);
        families("bul:C2", 3023, 7, 3, 30);

        Fairness fairness = fairness();

        assertThat(fairness.smallTogether(Dimension.LANGUAGE)).contains(new Group("", 15, 5, 7, 19, 30));
        assertThat(fairness.smallTogether(Dimension.AREA)).as("only one area").isEmpty();
        assertThat(fairness.behind()).isEqualTo(1);
    }

    @Test
    void aGroupOfWhomMostWaitLongerFallsBehind() {
        families("nld:C2", 3021, 60, 30, 10);
        families("tir:C2", 3031, 20, 10, 90);

        Fairness fairness = fairness();

        assertThat(group(Dimension.LANGUAGE, "tir").waitsLonger()).isTrue();
        assertThat(group(Dimension.LANGUAGE, "tir").hasLessChance(fairness.all()))
                .isFalse();
        assertThat(group(Dimension.LANGUAGE, "nld").waitsLonger()).isFalse();
    }

    @Test
    void theWorstWaitIsOfWhoHasNoProposal() {
        families("nld:C2", 3021, 3, 3, 500);
        families("tir:C2", 3031, 4, 1, 90);

        assertThat(fairness().longestUnserved()).contains(ANight.request("tir:C23031-1"));
    }

    /** 7 of 20 at z 2.5758, worked out by hand. */
    @Test
    void theIntervalIsWilsons() {
        assertThat(Interval.of(7, 20).low()).isCloseTo(0.1464, within(0.0001));
        assertThat(Interval.of(7, 20).high()).isCloseTo(0.6283, within(0.0001));
        assertThat(Interval.of(0, 11).low()).isZero();
        assertThat(Interval.of(11, 11).high()).isEqualTo(1);
        assertThat(Interval.of(0, 0)).isEqualTo(new Interval(0, 1));
    }
}
