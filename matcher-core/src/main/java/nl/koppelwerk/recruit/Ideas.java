package nl.koppelwerk.recruit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.problem.Problem;

/**
 * The kinds of newcomers worth planning with: for each kind and language that a request without anybody asks, at the places
 * from where most can be earned. What serving a request earns is its weight less its price in the proof of the night.
 */
final class Ideas {
    /** For one kind and language. */
    private static final int MOST_PLACES = 3;

    private final Candidates night;
    private final long[] earns;

    /** @param prices of the first level, as the night proved its bound; empty: only requests without anybody earn */
    Ideas(Candidates night, Standing standing, Optional<Prices> prices) {
        this.night = night;
        Problem problem = night.problem();
        this.earns = new long[problem.requests()];
        for (int r = 0; r < earns.length; r++) {
            boolean waits = standing.plan().pair()[r] < 0 && !problem.isFixed(r);
            int request = r;
            earns[r] =
                    prices.map(known -> earned(known, request)).orElse(waits ? 1_000 * problem.requestWeight()[r] : 0);
        }
    }

    /** In thousandths of the weight, so that rounding takes little. */
    private long earned(Prices prices, int request) {
        long weight = 1_000 * night.problem().requestWeight()[request];
        return Math.max(0, weight - 1_000 * prices.request()[request] / Math.max(1, prices.first()));
    }

    private record Want(SupportKind kind, Language language) {}

    private record Placed(Idea idea, long earns, long all, long metres) {}

    private static final Comparator<Placed> MOST_FIRST = Comparator.comparingLong(Placed::earns)
            .thenComparingLong(Placed::all)
            .reversed()
            .thenComparingLong(Placed::metres)
            .thenComparing(placed -> placed.idea().place().postcode());

    /** The most promising first. */
    List<Idea> best(Standing standing, int most) {
        Map<Want, List<Integer>> wants = new LinkedHashMap<>();
        for (int r = 0; r < earns.length; r++) {
            Asking asking = night.asking(r);
            if (standing.plan().pair()[r] < 0 && asking.place().isPresent()) {
                for (Language language : tongues(asking)) {
                    wants.computeIfAbsent(new Want(asking.request().kind(), language), key -> new ArrayList<>())
                            .add(r);
                }
            }
        }
        Snapshot snapshot = night.sides().snapshot();
        Map<SupportKind, Usual> usual = new HashMap<>();
        return wants.entrySet().stream()
                .flatMap(want -> placed(
                        want.getKey(),
                        want.getValue(),
                        usual.computeIfAbsent(want.getKey().kind(), kind -> Usual.of(kind, snapshot.volunteers()))))
                .sorted(MOST_FIRST)
                .limit(most)
                .map(Placed::idea)
                .toList();
    }

    /** Of places from where one volunteer earns as much, those with more within reach, then the nearest to them. */
    private Stream<Placed> placed(Want want, List<Integer> requests, Usual usual) {
        return night.sides().snapshot().places().stream()
                .map(place -> placed(new Idea(want.kind(), place, want.language(), usual), requests))
                .filter(placed -> placed.earns() > 0)
                .sorted(MOST_FIRST)
                .limit(MOST_PLACES);
    }

    private Placed placed(Idea idea, List<Integer> requests) {
        List<Integer> within = requests.stream()
                .filter(r -> metres(night.asking(r), idea.place()) <= limit(night.asking(r), idea.usual()))
                .toList();
        return new Placed(
                idea,
                earned(idea.usual(), within),
                within.stream().mapToLong(r -> earns[r]).sum(),
                within.stream()
                        .mapToLong(r -> metres(night.asking(r), idea.place()))
                        .sum());
    }

    /** What one volunteer could earn of these: the most first, as long as families, hours and day-parts are left. */
    private long earned(Usual usual, List<Integer> requests) {
        long earned = 0;
        int families = 0;
        int quarters = 0;
        int promised = 0;
        List<Integer> byEarning = requests.stream()
                .sorted(Comparator.comparingLong((Integer r) -> earns[r])
                        .reversed()
                        .thenComparing(r -> night.asking(r).request().dayParts().size()))
                .toList();
        for (int r : byEarning) {
            SupportRequest asked = night.asking(r).request();
            int free = asked.dayParts().bits() & ~promised;
            int hours = asked.hoursPerWeek().quarters();
            if (families < usual.families()
                    && quarters + hours <= usual.hoursPerWeek().quarters()
                    && Integer.bitCount(free) >= asked.dayPartsPerWeek()) {
                earned += Math.max(1, earns[r]);
                families++;
                quarters += hours;
                for (int i = 0; i < asked.dayPartsPerWeek(); i++) {
                    promised |= Integer.lowestOneBit(free & ~promised);
                }
            }
        }
        return earned;
    }

    private static int metres(Asking asking, Place place) {
        return asking.place()
                .map(home -> home.centre().metresTo(place.centre()))
                .orElse(Integer.MAX_VALUE);
    }

    private static int limit(Asking asking, Usual usual) {
        int wish = asking.request().wishes().maximumDistanceMetres().orElse(Integer.MAX_VALUE);
        return Math.min(
                usual.travelMetres(), Math.min(wish, asking.programme().rules().maximumDistanceMetres()));
    }

    private static List<Language> tongues(Asking asking) {
        Level level = asking.programme().rules().languageLevel();
        return asking.family().languages().speaking().entrySet().stream()
                .filter(spoken -> spoken.getValue().atLeast(level))
                .map(Map.Entry::getKey)
                .toList();
    }
}
