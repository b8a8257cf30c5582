package nl.koppelwerk.bench.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.disclosure.Tabulation;

/** Publishes for many made-up municipalities and attacks each. */
public final class Attack {
    /**
     * What came of it.
     *
     * @param figuresShown numbers and sums shown
     * @param figuresAsked numbers and sums that one would have liked to show
     * @param groupsTried groups under the threshold that the attacker tried to bound
     * @param breaches a sentence on each group that was bounded to a width under the threshold
     */
    public record Findings(
            int municipalities, long figuresShown, long figuresAsked, long groupsTried, List<String> breaches) {}

    private final BiFunction<List<Release>, Tabulation, Release> publisher;
    private final int threshold;

    /**
     * @param publisher makes the next release, given the earlier ones
     * @param threshold fewest families that a figure may describe
     */
    public Attack(BiFunction<List<Release>, Tabulation, Release> publisher, int threshold) {
        this.publisher = publisher;
        this.threshold = threshold;
    }

    /** Municipalities of the seeds from {@code firstSeed} on. */
    public Findings on(long firstSeed, int municipalities) {
        long shown = 0;
        long asked = 0;
        long groups = 0;
        List<String> breaches = new ArrayList<>();
        for (long seed = firstSeed; seed < firstSeed + municipalities; seed++) {
            Municipality municipality = Municipality.random(seed);
            List<Release> releases = new ArrayList<>();
            for (Tabulation tabulation : municipality.publications()) {
                Release release = publisher.apply(List.copyOf(releases), tabulation);
                releases.add(release);
                shown += release.counts().size()
                        + release.sums().values().stream()
                                .mapToInt(sums -> sums.size())
                                .sum();
                asked += (long) tabulation.selections().size()
                        * (1 + tabulation.measures().size());
            }
            Attacker attacker = new Attacker(municipality, releases, threshold);
            for (String breach : attacker.attack()) {
                breaches.add("municipality " + seed + ": " + breach);
            }
            groups += attacker.tried();
        }
        return new Findings(municipalities, shown, asked, groups, breaches);
    }
}
