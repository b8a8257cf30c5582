package nl.koppelwerk.avoidedcost.uncertainty;

import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.CareLine;

/** One line of a review in many worlds. */
final class SimulatedLine {
    private final Triangle reference;
    private final Triangle actual;
    private final double lowPrice;
    private final double priceWidth;
    private final boolean ofChild;
    private final int group;
    private final double kept;
    private final double discount;
    private final double[] referenceHeights;
    private final double[] actualHeights;
    private final double[] priceHeights;

    /**
     * @param group lines of one product and year of the family share a number
     * @param kept share of a benefit that all reductions leave
     * @param discount factor of the year
     */
    SimulatedLine(
            CareLine line,
            UnitPrice price,
            int group,
            double kept,
            double discount,
            double[] referenceHeights,
            double[] actualHeights,
            double[] priceHeights) {
        this.reference = Triangle.of(line.reference());
        this.actual = Triangle.of(line.actual());
        this.lowPrice = price.low().toEuros().doubleValue();
        this.priceWidth = price.high().toEuros().doubleValue() - lowPrice;
        this.ofChild = line.beneficiary().isChild();
        this.group = group;
        this.kept = kept;
        this.discount = discount;
        this.referenceHeights = referenceHeights;
        this.actualHeights = actualHeights;
        this.priceHeights = priceHeights;
    }

    boolean ofChild() {
        return ofChild;
    }

    double discounted(double euros) {
        return euros * discount;
    }

    /** @param countedWithChildren by group, euros that later lines of the whole family may not count again; changed */
    double net(int world, double[] countedWithChildren) {
        double avoided = reference.at(referenceHeights[world]) - actual.at(actualHeights[world]);
        double gross = avoided * (lowPrice + priceWidth * priceHeights[world]);
        if (gross <= 0) {
            return gross;
        }
        double net = gross * kept;
        if (ofChild) {
            countedWithChildren[group] += net;
            return net;
        }
        double twice = Math.min(net, countedWithChildren[group]);
        countedWithChildren[group] -= twice;
        return net - twice;
    }
}
