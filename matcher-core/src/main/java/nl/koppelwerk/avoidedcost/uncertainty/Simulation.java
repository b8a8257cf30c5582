package nl.koppelwerk.avoidedcost.uncertainty;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.domain.pairing.PairingId;

/**
 * Ranges by simulation. In each world a pairing's quantities without it all lie at the same height in their ranges,
 * and those with it at another: one coordinator who expected too much did so in every line. A price lies at the same
 * height for all families. Heights depend on the seed and on the pairing or product only, so two scenarios, or a
 * municipality and the country, are compared in the same worlds (common random numbers).
 */
public final class Simulation {
    private static final long REFERENCE = 0x1b87L;
    private static final long ACTUAL = 0x2c93L;

    private final long seed;
    private final int worlds;

    /** @param worlds how many, 10 or more; 1,000 gives P10 and P90 to about a percent of the spread */
    public Simulation(long seed, int worlds) {
        if (worlds < 10) {
            throw new IllegalArgumentException("a range needs 10 worlds or more, not " + worlds);
        }
        this.seed = seed;
        this.worlds = worlds;
    }

    /** Each family is rounded to the cent in each world, so the order in which families are added does not matter. */
    public Spread spread(Scenario scenario) {
        Map<Product, double[]> priceHeights = new HashMap<>();
        scenario.prices().all().forEach(price -> priceHeights.put(price.product(), priceHeights(price.product())));
        return new Spread(scenario.families().parallelStream()
                .map(family -> new SimulatedFamily(scenario, family, this, priceHeights))
                .collect(
                        () -> new long[worlds],
                        (totals, family) -> add(totals, family.centsPerWorld(worlds)),
                        Simulation::add));
    }

    double[] referenceHeights(PairingId pairing) {
        return heights(mix(pairing) ^ REFERENCE);
    }

    double[] actualHeights(PairingId pairing) {
        return heights(mix(pairing) ^ ACTUAL);
    }

    private double[] priceHeights(Product product) {
        return heights(31L * product.category().hashCode() + product.code().hashCode());
    }

    private double[] heights(long key) {
        long ofSeed = new SplittableRandom(seed).nextLong();
        long ofKey = new SplittableRandom(ofSeed ^ key).nextLong();
        SplittableRandom random = new SplittableRandom(ofKey);
        double[] heights = new double[worlds];
        for (int world = 0; world < worlds; world++) {
            heights[world] = random.nextDouble();
        }
        return heights;
    }

    private static void add(long[] totals, long[] more) {
        for (int world = 0; world < totals.length; world++) {
            totals[world] += more[world];
        }
    }

    private static long mix(PairingId pairing) {
        long high = pairing.value().getMostSignificantBits();
        return (high ^ high >>> 29) * 0xbf58476d1ce4e5b9L + pairing.value().getLeastSignificantBits();
    }
}
