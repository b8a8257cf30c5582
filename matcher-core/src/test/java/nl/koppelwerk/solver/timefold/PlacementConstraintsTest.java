package nl.koppelwerk.solver.timefold;

import ai.timefold.solver.core.api.score.stream.test.ConstraintVerifier;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule by itself, with numbers that tell what it counts. */
class PlacementConstraintsTest {

    private static final VolunteerLimits ANNA = new VolunteerLimits(0, 2, 1, 9);
    private static final VolunteerLimits BRAM = new VolunteerLimits(1, 3, 2, 20);
    private static final GroupLimit TOWN = new GroupLimit(0, 3);
    private static final GroupLimit STREET = new GroupLimit(1, 1);

    private final ConstraintVerifier<PlacementConstraints, PlacementPlan> verifier =
            ConstraintVerifier.build(new PlacementConstraints(), PlacementPlan.class, Placement.class);

    @Test
    void aFixedPairThatIsNotTakenIsABreach() {
        verifier.verifyThat(PlacementConstraints::fixedPairIsKept)
                .given(
                        fixed(1, 70, choice(70, ANNA, 1, 0)),
                        fixed(2, 80, choice(81, ANNA, 1, 0)),
                        fixed(3, 90, null),
                        placement(4, 5, false, null))
                .penalizesBy(2);
    }

    @Test
    void eachRequestOverAVolunteersNumberCounts() {
        verifier.verifyThat(PlacementConstraints::volunteerTakesNoMoreRequestsThanAgreed)
                .given(
                        placement(1, 5, false, choice(1, ANNA, 1, 0)),
                        placement(2, 5, false, choice(2, ANNA, 1, 0)),
                        placement(3, 5, true, choice(3, ANNA, 1, 0)),
                        placement(4, 5, false, choice(4, ANNA, 1, 0)),
                        placement(5, 5, false, choice(5, ANNA, 1, 0)),
                        placement(6, 5, false, choice(6, BRAM, 1, 0)),
                        placement(7, 5, false, null))
                .penalizesBy(3);
    }

    @Test
    void onlyHeavyRequestsCountTowardsTheLimitOfHeavyOnes() {
        verifier.verifyThat(PlacementConstraints::volunteerTakesNoMoreHeavyRequestsThanAgreed)
                .given(
                        placement(1, 5, true, choice(1, ANNA, 1, 0)),
                        placement(2, 5, true, choice(2, ANNA, 1, 0)),
                        placement(3, 5, true, choice(3, ANNA, 1, 0)),
                        placement(4, 5, false, choice(4, ANNA, 1, 0)),
                        placement(5, 5, true, choice(5, BRAM, 1, 0)))
                .penalizesBy(2);
    }

    @Test
    void eachHourOverAVolunteersHoursCounts() {
        verifier.verifyThat(PlacementConstraints::volunteerGivesNoMoreHoursThanThereAre)
                .given(
                        placement(1, 5, false, choice(1, ANNA, 7, 0)),
                        placement(2, 5, false, choice(2, ANNA, 6, 0)),
                        placement(3, 5, false, choice(3, BRAM, 20, 0)))
                .penalizesBy(4);
    }

    @Test
    void eachDayPartPromisedToTwoRequestsCounts() {
        verifier.verifyThat(PlacementConstraints::volunteerPromisesNoDayPartTwice)
                .given(
                        placement(1, 5, false, choice(1, ANNA, 1, 0b0111)),
                        placement(2, 5, false, choice(2, ANNA, 1, 0b0110)),
                        placement(3, 5, false, choice(3, ANNA, 1, 0b1100)),
                        placement(4, 5, false, choice(4, BRAM, 1, 0b1111)))
                .penalizesBy(2 + 1 + 1);
    }

    @Test
    void aFamilysRequestsMayNotShareADayPartWhoeverComes() {
        verifier.verifyThat(PlacementConstraints::familyHasOneVisitADayPart)
                .given(
                        new BelongTogether(1, 2, 30),
                        new BelongTogether(2, 3, 40),
                        new BelongTogether(3, 4, 50),
                        placement(1, 5, false, choice(1, ANNA, 1, 0b01110)),
                        placement(2, 5, false, choice(2, BRAM, 1, 0b01111)),
                        placement(3, 5, false, choice(3, BRAM, 1, 0b11000)),
                        placement(4, 5, false, null))
                .penalizesBy(3 + 1);
    }

    @Test
    void newlyServedRequestsCountInTheirGroupAndInTheGroupsAroundIt() {
        verifier.verifyThat(PlacementConstraints::groupTakesNoMoreIntroductionsThanItCanHold)
                .given(
                        inGroups(1, -1, choice(1, ANNA, 1, 0), STREET, TOWN),
                        inGroups(2, -1, choice(2, ANNA, 1, 0), STREET, TOWN),
                        inGroups(3, -1, choice(3, ANNA, 1, 0), STREET, TOWN),
                        inGroups(4, -1, choice(4, BRAM, 1, 0), TOWN),
                        inGroups(5, -1, choice(5, BRAM, 1, 0), TOWN),
                        inGroups(6, -1, null, TOWN),
                        inGroups(7, 70, choice(70, BRAM, 1, 0), STREET, TOWN))
                .penalizesBy(2 + 2);
    }

    @Test
    void servedRequestsEarnTheirWeight() {
        verifier.verifyThat(PlacementConstraints::mostWeightedRequestsAreServed)
                .given(
                        placement(1, 5, false, choice(1, ANNA, 1, 0)),
                        placement(2, 11, true, choice(2, BRAM, 1, 0)),
                        placement(3, 100, false, null))
                .rewardsWith(16);
    }

    @Test
    void takenPairsEarnTheirValueAndABadOneCosts() {
        verifier.verifyThat(PlacementConstraints::pairsFitWell)
                .given(
                        placement(1, 5, false, new Choice(1, ANNA, 17, 1, (short) 0, 0)),
                        placement(2, 5, false, new Choice(2, BRAM, -4, 1, (short) 0, 0)),
                        placement(3, 5, false, null))
                .rewardsWith(13);
    }

    @Test
    void aFamilyServedInTwoLanguagesCostsItsPenaltyOnce() {
        verifier.verifyThat(PlacementConstraints::familySpeaksOneLanguageWithAll)
                .given(
                        new BelongTogether(1, 2, 30),
                        new BelongTogether(2, 3, 4),
                        new BelongTogether(3, 4, 500),
                        placement(1, 5, false, new Choice(1, ANNA, 1, 1, (short) 7, 0)),
                        placement(2, 5, false, new Choice(2, BRAM, 1, 1, (short) 8, 0)),
                        placement(3, 5, false, new Choice(3, BRAM, 1, 1, (short) 8, 0)),
                        placement(4, 5, false, null))
                .penalizesBy(30);
    }

    private static Choice choice(int pair, VolunteerLimits volunteer, int hours, long dayParts) {
        return new Choice(pair, volunteer, 3, hours, (short) 0, dayParts);
    }

    private static Placement placement(int id, long weight, boolean heavy, @Nullable Choice choice) {
        return new Placement(new Placement.Request(id, weight, heavy, -1, false, List.of(), Set.of()), choice);
    }

    private static Placement fixed(int id, int pair, @Nullable Choice choice) {
        return new Placement(new Placement.Request(id, 5, false, pair, false, List.of(), Set.of()), choice);
    }

    private static Placement inGroups(int id, int fixedPair, @Nullable Choice choice, GroupLimit... groups) {
        return new Placement(new Placement.Request(id, 5, false, fixedPair, false, List.of(groups), Set.of()), choice);
    }
}
