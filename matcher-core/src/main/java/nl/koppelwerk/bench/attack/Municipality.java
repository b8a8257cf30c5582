package nl.koppelwerk.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.disclosure.Dimension;
import nl.koppelwerk.disclosure.Observation;
import nl.koppelwerk.disclosure.Selection;
import nl.koppelwerk.disclosure.Tabulation;
import nl.koppelwerk.domain.family.FamilyId;

/**
 * A made-up municipality and what it would like to publish: over periods in which families come and go, or as several
 * downloads about the same families, with selections that overlap.
 *
 * @param patterns in which publications a family can be, as bits; the attacker knows these
 */
public record Municipality(List<Dimension> dimensions, List<Tabulation> publications, List<Integer> patterns) {
    /** Varies from family to family; some have none, some a negative amount. */
    public static final String EUROS = "euros";
    /** The same amount for all who have it, which everybody knows. */
    public static final String FLAT = "flat";

    private static final long TARIFF = 14_220;

    private record Resident(int pattern, Map<String, String> categories, Map<String, Long> amounts) {}

    public static Municipality random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Dimension> dimensions = new ArrayList<>();
        for (int number = 0, count = random.nextInt(2, 4); number < count; number++) {
            List<String> categories = List.of("a", "b", "c", "d").subList(0, random.nextInt(2, 5));
            dimensions.add(new Dimension("dimension" + number, categories, true));
        }
        int publications = random.nextInt(1, 4);
        List<Integer> patterns = patterns(random.nextInt(3), publications);
        List<Resident> residents = new ArrayList<>();
        double skew = 1 + 2 * random.nextDouble();
        for (int family = 0, count = random.nextInt(12, 110); family < count; family++) {
            int pattern = patterns.get((int) (patterns.size() * Math.pow(random.nextDouble(), 2)));
            residents.add(resident(random, dimensions, pattern, skew));
        }
        List<String> measures = List.of(List.<String>of(), List.of(EUROS), List.of(FLAT), List.of(EUROS, FLAT))
                .get(random.nextInt(4));
        List<Tabulation> tabulations = new ArrayList<>();
        for (int publication = 0; publication < publications; publication++) {
            tabulations.add(new Tabulation(
                    "publication " + publication,
                    dimensions,
                    present(residents, publication),
                    selections(random, dimensions),
                    measures));
        }
        return new Municipality(dimensions, tabulations, patterns);
    }

    /** Families come and stay; come and go as they like; or are the same each time. */
    private static List<Integer> patterns(int mode, int publications) {
        List<Integer> patterns = new ArrayList<>();
        int all = (1 << publications) - 1;
        for (int pattern = all; pattern > 0; pattern--) {
            boolean stays = (pattern | pattern >> 1 | all >> 1) == (pattern | all >> 1)
                    && Integer.bitCount(all ^ pattern) == Integer.numberOfTrailingZeros(pattern);
            if (mode == 0 && stays || mode == 1 || mode == 2 && pattern == all) {
                patterns.add(pattern);
            }
        }
        return patterns;
    }

    private static Resident resident(SplittableRandom random, List<Dimension> dimensions, int pattern, double skew) {
        Map<String, String> categories = new TreeMap<>();
        for (Dimension dimension : dimensions) {
            int size = dimension.categories().size();
            categories.put(dimension.name(), dimension.categories().get((int)
                    (size * Math.pow(random.nextDouble(), skew))));
        }
        long euros = random.nextInt(4) == 0 ? 0 : Math.round(Math.exp(9 * random.nextDouble() + 5));
        return new Resident(
                pattern,
                categories,
                Map.of(
                        EUROS, random.nextInt(10) == 0 ? -euros : euros,
                        FLAT, random.nextInt(5) == 0 ? 0 : TARIFF));
    }

    private static List<Observation> present(List<Resident> residents, int publication) {
        List<Observation> present = new ArrayList<>();
        for (int number = 0; number < residents.size(); number++) {
            Resident resident = residents.get(number);
            if ((resident.pattern >> publication & 1) == 1) {
                present.add(new Observation(new FamilyId(new UUID(0, number)), resident.categories, resident.amounts));
            }
        }
        return present;
    }

    private static List<Selection> selections(SplittableRandom random, List<Dimension> dimensions) {
        List<Selection> selections = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            if (random.nextInt(5) > 0) {
                selections.addAll(Tabulation.table(dimension));
            }
        }
        if (random.nextBoolean()) {
            selections.addAll(Tabulation.table(dimensions.get(0), dimensions.get(1)));
        }
        Dimension first = dimensions.getFirst();
        for (int from = 0; from + 2 < first.categories().size() && random.nextInt(3) > 0; from++) {
            selections.add(
                    Selection.EVERYBODY.and(first.name(), first.categories().subList(from, from + 2)));
        }
        return selections;
    }
}
