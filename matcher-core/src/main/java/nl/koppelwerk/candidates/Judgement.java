package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.language.SharedSpeech;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.DistanceLimit;
import nl.koppelwerk.fit.rule.DistanceWeighing;
import nl.koppelwerk.fit.rule.Forbidding;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Rule;
import nl.koppelwerk.fit.rule.Weighing;

/** All rules as tables over the requests and volunteers of a night. */
final class Judgement {
    final List<Table<?, ?>> forbidding = new ArrayList<>();
    private final List<DistanceTable<Integer, Integer>> distanceLimits = new ArrayList<>();
    private final List<PairTable<?, ?>> weighing = new ArrayList<>();
    private final List<DistanceTable<Integer, Boolean>> distanceWeighing = new ArrayList<>();
    final Tongues tongues;

    /** Rules other than distance limits, looked up for 64 volunteers at once. */
    final List<AllowedSets> inBits;

    /** Rules other than distance limits, looked up pair by pair, the fastest first. */
    final List<PairTable<?, ?>> pairByPair = new ArrayList<>();

    /** A number for each request; requests with the same number find a distance equally good. */
    final int[] nearness;

    final int differentNearness;

    /** Of each request's programme. */
    private final Weights[] weights;

    /** What the rules weigh in one programme: those other than on distance, and those on distance. */
    private record Weights(int[] others, int[] ofDistance) {}

    /** What a request asks of distance, and what that weighs. */
    private record Nearness(Weights weights, List<Integer> asked) {}

    Judgement(Night night) {
        Reading<Asking> askings = new Reading<>(night.askings);
        Reading<Offering> offerings = new Reading<>(night.offerings);
        List<Supplier<? extends Table<?, ?>>> tables = new ArrayList<>();
        Rules.all().forEach(rule -> tables.add(table(rule, askings, offerings)));
        Stream.of(askings, offerings).parallel().forEach(Reading::read);
        List<AllowedSets> sets = new ArrayList<>();
        tables.forEach(table -> file(table.get(), sets));
        this.inBits = AllowedSets.together(sets);
        this.tongues = tongues();
        Map<Programme, Weights> ofProgramme = new IdentityHashMap<>();
        this.weights = night.askings.stream()
                .map(asking -> ofProgramme.computeIfAbsent(
                        asking.programme(),
                        programme -> new Weights(weights(weighing, asking), weights(distanceWeighing, asking))))
                .toArray(Weights[]::new);
        Numbers<Nearness> numbers = new Numbers<>(weights.length);
        for (int request = 0; request < weights.length; request++) {
            numbers.put(request, new Nearness(weights[request], askedOfDistance(request)));
        }
        this.nearness = numbers.of;
        this.differentNearness = numbers.different();
    }

    private List<Integer> askedOfDistance(int request) {
        return distanceWeighing.stream().map(table -> table.asked(request)).toList();
    }

    private static int[] weights(List<? extends Table<?, ?>> tables, Asking asking) {
        return tables.stream().mapToInt(table -> table.rule.weight(asking)).toArray();
    }

    /** The table of a rule once both sides are read. */
    private static Supplier<? extends Table<?, ?>> table(
            Rule<?, ?> rule, Reading<Asking> askings, Reading<Offering> offerings) {
        if (rule.byDistance()) {
            Table<?, ?> table = new DistanceTable<>(rule, askings, offerings);
            return () -> table;
        }
        return PairTable.of(rule, askings, offerings);
    }

    @SuppressWarnings("unchecked") // the types of rules on distance
    private void file(Table<?, ?> table, List<AllowedSets> sets) {
        if (table.rule.forbids()) {
            forbidding.add(table);
        }
        switch (table.rule) {
            case DistanceLimit limit -> distanceLimits.add((DistanceTable<Integer, Integer>) table);
            case DistanceWeighing nearer -> distanceWeighing.add((DistanceTable<Integer, Boolean>) table);
            case Weighing<?, ?> weighs -> weighing.add((PairTable<?, ?>) table);
            case Forbidding<?, ?> forbids -> fileForbidding((PairTable<?, ?>) table, sets);
        }
    }

    private void fileForbidding(PairTable<?, ?> table, List<AllowedSets> sets) {
        if (table instanceof NumberedTable<?, ?> numbered && numbered.allowed.isPresent()) {
            sets.add(numbered.allowed.get());
        } else if (table instanceof CommonTable<?, ?>) {
            pairByPair.addFirst(table);
        } else {
            pairByPair.addLast(table);
        }
    }

    @SuppressWarnings("unchecked") // the types of that rule
    private Tongues tongues() {
        return forbidding.stream()
                .filter(table -> table.rule instanceof SharedSpeech)
                .map(table ->
                        new Tongues((SharedSpeech) table.rule, (NumberedTable<SharedSpeech.Asked, Languages>) table))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule finds the shared language"));
    }

    /** Adds what the rules other than those on distance weigh. */
    void weigh(int request, Shortlist list) {
        int[] weight = weights[request].others;
        for (int i = 0; i < weight.length; i++) {
            weighing.get(i).weigh(request, weight[i], list);
        }
    }

    /** What the distance adds to the value of the pairs of a request at that distance. */
    int nearValue(int request, int metres) {
        int value = 0;
        int[] distanceWeights = weights[request].ofDistance;
        for (int i = 0; i < distanceWeights.length; i++) {
            DistanceTable<Integer, Boolean> table = distanceWeighing.get(i);
            value += distanceWeights[i] * table.rule.judge(table.asked(request), true, metres);
        }
        return value;
    }

    /** No pair of the request is further apart than this. */
    int requestLimit(int request) {
        int limit = Integer.MAX_VALUE;
        for (DistanceTable<Integer, Integer> table : distanceLimits) {
            limit = Math.min(limit, table.asked(request));
        }
        return limit;
    }

    /** No pair of the volunteer is further apart than this. */
    int volunteerLimit(int volunteer) {
        int limit = Integer.MAX_VALUE;
        for (DistanceTable<Integer, Integer> table : distanceLimits) {
            limit = Math.min(limit, table.offered(volunteer));
        }
        return limit;
    }
}
