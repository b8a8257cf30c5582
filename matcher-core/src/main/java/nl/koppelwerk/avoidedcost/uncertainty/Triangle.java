package nl.koppelwerk.avoidedcost.uncertainty;

import nl.koppelwerk.avoidedcost.review.QuantityRange;

/** A triangular distribution, read at a height between 0 and 1. */
record Triangle(double low, double likely, double high) {
    static Triangle of(QuantityRange range) {
        return new Triangle(
                range.low().doubleValue(),
                range.likely().doubleValue(),
                range.high().doubleValue());
    }

    double at(double height) {
        double width = high - low;
        if (width == 0) {
            return low;
        }
        return height * width < likely - low
                ? low + Math.sqrt(height * width * (likely - low))
                : high - Math.sqrt((1 - height) * width * (high - likely));
    }
}
