package nl.koppelwerk.fit.rule;

import nl.koppelwerk.sentence.Sentence;

/**
 * What one rule finds of one pair.
 *
 * @param points {@link Rule#FORBIDDEN}, or 0 to {@link Rule#MOST}
 * @param weight 0 to 100; 0 for a rule that forbids
 */
public record Finding(String rule, boolean forbids, Outcome outcome, int points, int weight, Sentence sentence) {
    public boolean isObstacle() {
        return points == Rule.FORBIDDEN;
    }

    /** What the rule adds to the value of the pair. */
    public int contribution() {
        return Math.max(0, points) * weight;
    }
}
