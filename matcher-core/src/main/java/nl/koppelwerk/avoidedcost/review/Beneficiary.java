package nl.koppelwerk.avoidedcost.review;

/**
 * Whose care it is, so that a child is not counted again in its family.
 *
 * @param child number of the child in the family, from 1; 0 for the family as a whole
 */
public record Beneficiary(int child) implements Comparable<Beneficiary> {
    public static final Beneficiary WHOLE_FAMILY = new Beneficiary(0);

    public Beneficiary {
        if (child < 0) {
            throw new IllegalArgumentException("not a child's number: " + child);
        }
    }

    public boolean isChild() {
        return child > 0;
    }

    @Override
    public int compareTo(Beneficiary other) {
        return Integer.compare(child, other.child);
    }
}
