package nl.koppelwerk.solver.timefold;

import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_HARD;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_MEDIUM;
import static ai.timefold.solver.core.api.score.HardMediumSoftScore.ONE_SOFT;

import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.tri.TriConstraintStream;

/** The rules that no single pair can decide, and what a plan is worth: the definition that {@link LedgerScore} equals. */
public final class PlacementConstraints implements ConstraintProvider {

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            fixedPairIsKept(factory),
            volunteerTakesNoMoreRequestsThanAgreed(factory),
            volunteerTakesNoMoreHeavyRequestsThanAgreed(factory),
            volunteerGivesNoMoreHoursThanThereAre(factory),
            volunteerPromisesNoDayPartTwice(factory),
            familyHasOneVisitADayPart(factory),
            groupTakesNoMoreIntroductionsThanItCanHold(factory),
            mostWeightedRequestsAreServed(factory),
            pairsFitWell(factory),
            familySpeaksOneLanguageWithAll(factory)
        };
    }

    Constraint fixedPairIsKept(ConstraintFactory factory) {
        return factory.forEachIncludingUnassigned(Placement.class)
                .filter(placement -> placement.isFixed() && !placement.keepsFixedPair())
                .penalize(ONE_HARD)
                .asConstraint("A fixed pair is kept");
    }

    Constraint volunteerTakesNoMoreRequestsThanAgreed(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .groupBy(Placement::volunteer, ConstraintCollectors.count())
                .filter((volunteer, number) -> number > volunteer.number())
                .penalize(ONE_HARD, (volunteer, number) -> number - volunteer.number())
                .asConstraint("A volunteer takes no more requests than agreed");
    }

    Constraint volunteerTakesNoMoreHeavyRequestsThanAgreed(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .filter(placement -> placement.getRequest().heavy())
                .groupBy(Placement::volunteer, ConstraintCollectors.count())
                .filter((volunteer, number) -> number > volunteer.heavy())
                .penalize(ONE_HARD, (volunteer, number) -> number - volunteer.heavy())
                .asConstraint("A volunteer takes no more heavy requests than agreed");
    }

    Constraint volunteerGivesNoMoreHoursThanThereAre(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .groupBy(Placement::volunteer, ConstraintCollectors.sum((Placement placement) ->
                        (long) placement.chosen().hours()))
                .filter((volunteer, hours) -> hours > volunteer.hours())
                .penalize(ONE_HARD, (volunteer, hours) -> hours - volunteer.hours())
                .asConstraint("A volunteer gives no more hours than there are");
    }

    Constraint volunteerPromisesNoDayPartTwice(ConstraintFactory factory) {
        return factory.forEachUniquePair(Placement.class, Joiners.equal(Placement::volunteer))
                .filter((a, b) -> sharedDayParts(a, b) > 0)
                .penalize(ONE_HARD, PlacementConstraints::sharedDayParts)
                .asConstraint("A volunteer promises no day-part twice");
    }

    Constraint familyHasOneVisitADayPart(ConstraintFactory factory) {
        return servedTogether(factory)
                .filter((together, first, second) -> sharedDayParts(first, second) > 0)
                .penalize(ONE_HARD, (together, first, second) -> sharedDayParts(first, second))
                .asConstraint("A family has one visit a day-part");
    }

    Constraint groupTakesNoMoreIntroductionsThanItCanHold(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .filter(placement -> !placement.isFixed())
                .map(placement -> placement.getRequest().groups())
                .flattenLast(groups -> groups)
                .groupBy(group -> group, ConstraintCollectors.count())
                .filter((group, served) -> served > group.limit())
                .penalize(ONE_HARD, (group, served) -> served - group.limit())
                .asConstraint("A group takes no more introductions than it can hold");
    }

    Constraint mostWeightedRequestsAreServed(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .reward(ONE_MEDIUM, placement -> placement.getRequest().weight())
                .asConstraint("The most weighted requests are served");
    }

    Constraint pairsFitWell(ConstraintFactory factory) {
        return factory.forEach(Placement.class)
                .impact(ONE_SOFT, placement -> placement.chosen().value())
                .asConstraint("Pairs fit well");
    }

    Constraint familySpeaksOneLanguageWithAll(ConstraintFactory factory) {
        return servedTogether(factory)
                .filter((together, first, second) ->
                        first.chosen().tag() != second.chosen().tag())
                .penalize(ONE_SOFT, (together, first, second) -> together.penalty())
                .asConstraint("A family speaks one language with all");
    }

    private static TriConstraintStream<BelongTogether, Placement, Placement> servedTogether(ConstraintFactory factory) {
        return factory.forEach(BelongTogether.class)
                .join(Placement.class, Joiners.equal(BelongTogether::first, Placement::getId))
                .join(Placement.class, Joiners.equal((together, first) -> together.second(), Placement::getId));
    }

    private static int sharedDayParts(Placement a, Placement b) {
        return Long.bitCount(a.chosen().dayParts() & b.chosen().dayParts());
    }
}
