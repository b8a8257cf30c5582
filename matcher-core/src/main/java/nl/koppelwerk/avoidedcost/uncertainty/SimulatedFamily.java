package nl.koppelwerk.avoidedcost.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.KeptShares;
import nl.koppelwerk.avoidedcost.calculation.ReviewedPairing;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.review.CareLine;

/** One family prepared for many worlds: the same method as the exact calculation, in floating point. */
final class SimulatedFamily {
    private record ProductYear(Product product, int year) {}

    /** Lines of children before lines of the family, which they are taken off. */
    private final List<SimulatedLine> lines = new ArrayList<>();

    private final int groups;

    SimulatedFamily(Scenario scenario, FamilyCase family, Simulation simulation, Map<Product, double[]> priceHeights) {
        KeptShares shares = new KeptShares(scenario.method(), family);
        Map<ProductYear, Integer> numbers = new HashMap<>();
        int firstYear = family.firstYear();
        for (ReviewedPairing pairing : family.pairings()) {
            double[] reference = simulation.referenceHeights(pairing.review().pairing());
            double[] actual = simulation.actualHeights(pairing.review().pairing());
            for (CareLine line : pairing.review().estimate().lines()) {
                int group = numbers.computeIfAbsent(new ProductYear(line.product(), line.year()), _ -> numbers.size());
                double kept = shares.of(pairing.review(), line).values().stream()
                        .mapToDouble(share -> share.toDouble())
                        .reduce(1, (left, right) -> left * right);
                double discount =
                        scenario.method().discount(line.year() - firstYear).toDouble();
                double[] heights =
                        Objects.requireNonNull(priceHeights.get(line.product()), () -> "no price of " + line.product());
                lines.add(new SimulatedLine(
                        line,
                        scenario.prices().get(line.product()),
                        group,
                        kept,
                        discount,
                        reference,
                        actual,
                        heights));
            }
        }
        lines.sort(Comparator.comparing((SimulatedLine line) -> !line.ofChild()));
        groups = numbers.size();
    }

    long[] centsPerWorld(int worlds) {
        long[] cents = new long[worlds];
        double[] countedWithChildren = new double[groups];
        for (int world = 0; world < worlds; world++) {
            java.util.Arrays.fill(countedWithChildren, 0);
            double euros = 0;
            for (SimulatedLine line : lines) {
                euros += line.discounted(line.net(world, countedWithChildren));
            }
            cents[world] = Math.round(euros * 100);
        }
        return cents;
    }
}
