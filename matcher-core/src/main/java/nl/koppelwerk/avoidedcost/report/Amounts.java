package nl.koppelwerk.avoidedcost.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import nl.koppelwerk.avoidedcost.calculation.FamilyResult;
import nl.koppelwerk.avoidedcost.calculation.LineResult;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.calculation.Summary;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * Cents of each reviewed family by measure: totals, and the parts that the totals may be split into.
 *
 * @param groups name of a split to the groups of names that go together
 */
record Amounts(Map<FamilyId, Map<String, Long>> byFamily, Map<Split, List<List<String>>> groups) {
    static final String GROSS = "gross";
    static final String BENEFITS = "benefits";
    static final String COST = "cost";

    /** Ways to split a total. */
    enum Split {
        REDUCTIONS,
        PAYERS,
        CASHABLE,
        EVIDENCE,
        EXPECTED;

        /** Adds up to the difference of gross and benefits, to the benefits, or to the gross amount. */
        private void each(LineResult line, Method method, BiConsumer<String, Long> part) {
            switch (this) {
                case REDUCTIONS -> line.taken().forEach((step, amount) -> part.accept(step.name(), amount.cents()));
                case PAYERS ->
                    part.accept(line.price().payer().name(), line.presentValue().cents());
                case CASHABLE -> cashable(line, method, part);
                case EVIDENCE ->
                    part.accept(
                            line.line().evidence().name(), line.presentValue().cents());
                case EXPECTED -> part.accept(line.price().name(), line.gross().cents());
            }
        }

        private static void cashable(LineResult line, Method method, BiConsumer<String, Long> part) {
            if (method.findCashablePercent(line.line().product()).isEmpty()) {
                part.accept(Report.NOT_DETERMINED, line.presentValue().cents());
            } else {
                part.accept(Report.CASHABLE, line.cashable().cents());
                part.accept(
                        Report.NOT_CASHABLE,
                        line.presentValue().minus(line.cashable()).cents());
            }
        }

        String measure(List<String> group) {
            return name() + ":" + String.join("+", group);
        }
    }

    static Amounts of(Summary summary, Method method, Splitting splitting) {
        Map<FamilyId, Map<String, Long>> byFamily = new HashMap<>();
        for (FamilyResult result : summary.families()) {
            Map<String, Long> totals = byFamily.computeIfAbsent(result.family().family(), _ -> new HashMap<>());
            totals.put(COST, result.cost().cents());
            totals.put(BENEFITS, result.benefits().cents());
            for (LineResult line : result.lines()) {
                totals.merge(GROSS, line.gross().cents(), Math::addExact);
            }
        }
        Map<Split, List<List<String>>> groups = new LinkedHashMap<>();
        for (Split split : Split.values()) {
            Map<String, Map<FamilyId, Long>> parts = parts(summary, method, split);
            List<List<String>> together = splitting.groups(parts);
            groups.put(split, together);
            together.forEach(group -> group.forEach(name -> parts.getOrDefault(name, Map.of())
                    .forEach((family, cents) -> byFamily.computeIfAbsent(family, _ -> new HashMap<>())
                            .merge(split.measure(group), cents, Math::addExact))));
        }
        return new Amounts(byFamily, groups);
    }

    private static Map<String, Map<FamilyId, Long>> parts(Summary summary, Method method, Split split) {
        Map<String, Map<FamilyId, Long>> parts = new TreeMap<>();
        for (FamilyResult result : summary.families()) {
            for (LineResult line : result.lines()) {
                split.each(
                        line,
                        method,
                        (name, cents) -> parts.computeIfAbsent(name, _ -> new HashMap<>())
                                .merge(result.family().family(), cents, Math::addExact));
            }
        }
        parts.values().forEach(families -> families.values().removeIf(cents -> cents == 0));
        return parts;
    }

    List<String> measures() {
        List<String> measures = new ArrayList<>(List.of(GROSS, BENEFITS, COST));
        groups.forEach((split, together) -> together.stream()
                .filter(_ -> together.size() > 1)
                .forEach(group -> measures.add(split.measure(group))));
        return measures;
    }

    /** Of all families, in cents. */
    long sum(String measure) {
        return byFamily.values().stream()
                .mapToLong(family -> family.getOrDefault(measure, 0L))
                .sum();
    }

    Map<String, Long> of(FamilyId family) {
        return byFamily.getOrDefault(family, Map.of());
    }
}
