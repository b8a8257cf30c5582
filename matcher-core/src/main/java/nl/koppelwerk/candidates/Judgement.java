package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.language.SharedSpeech;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.DistanceLimit;
import nl.koppelwerk.fit.rule.DistanceWeighing;
import nl.koppelwerk.fit.rule.Rule;

/** All rules as tables over the requests and volunteers of a night. */
final class Judgement {
    final Night night;
    final List<Table<?, ?>> forbidding = new ArrayList<>();
    final List<Table<Integer, Integer>> distanceLimits = new ArrayList<>();
    final List<Table<?, ?>> weighing = new ArrayList<>();
    final List<Table<Integer, Boolean>> distanceWeighing = new ArrayList<>();
    final Tongues tongues;

    /** Rules other than distance limits, looked up for 64 volunteers at once. */
    final List<Table<?, ?>> inBits = new ArrayList<>();

    /** Rules other than distance limits, looked up pair by pair. */
    final List<Table<?, ?>> pairByPair = new ArrayList<>();

    /** Of each request's programme. */
    private final Weights[] weights;

    /** What the rules weigh in one programme: those other than on distance, and those on distance. */
    private record Weights(int[] others, int[] ofDistance) {}

    Judgement(Night night) {
        this.night = night;
        Tongues found = null;
        for (Rule<?, ?> rule : Rules.all()) {
            Table<?, ?> table = file(rule);
            if (rule instanceof SharedSpeech speech) {
                found = new Tongues(speech, speechTable(table));
            }
        }
        if (found == null) {
            throw new IllegalStateException("no rule finds the shared language");
        }
        this.tongues = found;
        Map<Programme, Weights> ofProgramme = new IdentityHashMap<>();
        this.weights = night.askings.stream()
                .map(asking -> ofProgramme.computeIfAbsent(
                        asking.programme(),
                        programme -> new Weights(weights(weighing, asking), weights(distanceWeighing, asking))))
                .toArray(Weights[]::new);
    }

    private static int[] weights(List<? extends Table<?, ?>> tables, Asking asking) {
        return tables.stream().mapToInt(table -> table.rule.weight(asking)).toArray();
    }

    private Table<?, ?> file(Rule<?, ?> rule) {
        return switch (rule) {
            case DistanceLimit limit -> {
                Table<Integer, Integer> table = new Table<>(limit, night.askings, night.offerings);
                distanceLimits.add(table);
                forbidding.add(table);
                yield table;
            }
            case DistanceWeighing nearness -> {
                Table<Integer, Boolean> table = new Table<>(nearness, night.askings, night.offerings);
                distanceWeighing.add(table);
                yield table;
            }
            default -> {
                Table<?, ?> table = new Table<>(rule, night.askings, night.offerings);
                fileByTraits(table);
                yield table;
            }
        };
    }

    private void fileByTraits(Table<?, ?> table) {
        if (!table.rule.forbids()) {
            weighing.add(table);
            return;
        }
        forbidding.add(table);
        (table.hasBits() ? inBits : pairByPair).add(table);
    }

    /** The rule's own type parameters. */
    @SuppressWarnings("unchecked")
    private static Table<SharedSpeech.Asked, Languages> speechTable(Table<?, ?> table) {
        return (Table<SharedSpeech.Asked, Languages>) table;
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
            Table<Integer, Boolean> table = distanceWeighing.get(i);
            value += distanceWeights[i] * table.rule.judge(table.asked(table.askedBy(request)), true, metres);
        }
        return value;
    }

    /** No pair of the request is further apart than this. */
    int requestLimit(int request) {
        int limit = Integer.MAX_VALUE;
        for (Table<Integer, Integer> table : distanceLimits) {
            limit = Math.min(limit, table.asked(table.askedBy(request)));
        }
        return limit;
    }

    /** No pair of the volunteer is further apart than this. */
    int volunteerLimit(int volunteer) {
        int limit = Integer.MAX_VALUE;
        for (Table<Integer, Integer> table : distanceLimits) {
            limit = Math.min(limit, table.offered(table.offeredBy(volunteer)));
        }
        return limit;
    }
}
