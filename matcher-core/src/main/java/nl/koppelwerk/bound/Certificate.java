package nl.koppelwerk.bound;

/**
 * The claim that no plan is better, with the prices that show it; stored with a run and verified from the problem alone.
 *
 * @param firstBound no plan's first level exceeds this
 * @param firstPrices shows {@code firstBound}; its {@code second} is 0
 * @param held the first level for which {@code secondBound} holds
 * @param secondBound no plan whose first level is {@code held} or more has a second level above this
 * @param secondPrices shows {@code secondBound}; its {@code second} is positive
 */
public record Certificate(long firstBound, Prices firstPrices, long held, long secondBound, Prices secondPrices) {}
