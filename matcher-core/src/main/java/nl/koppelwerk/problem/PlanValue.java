package nl.koppelwerk.problem;

/**
 * What a plan is worth, compared level by level: no amount of fit makes up for a request left unserved.
 *
 * @param servedWeight first level: sum of the weights of the requests served
 * @param fit second level: sum of the values of the pairs taken, less the penalties of interactions
 */
public record PlanValue(long servedWeight, long fit) implements Comparable<PlanValue> {

    public static final PlanValue ZERO = new PlanValue(0, 0);

    /** @throws ArithmeticException when a level leaves 64 bits */
    public PlanValue plus(PlanValue other) {
        return new PlanValue(Math.addExact(servedWeight, other.servedWeight), Math.addExact(fit, other.fit));
    }

    /** Level by level the lesser: as bounds, what both prove. */
    public PlanValue atMost(PlanValue other) {
        return new PlanValue(Math.min(servedWeight, other.servedWeight), Math.min(fit, other.fit));
    }

    @Override
    public int compareTo(PlanValue other) {
        int first = Long.compare(servedWeight, other.servedWeight);
        return first != 0 ? first : Long.compare(fit, other.fit);
    }
}
