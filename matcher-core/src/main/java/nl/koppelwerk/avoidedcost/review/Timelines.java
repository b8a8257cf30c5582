package nl.koppelwerk.avoidedcost.review;

/**
 * The two timelines in words; words come before quantities, and quantities before euros.
 *
 * @param before help in place or planned before the pairing
 * @param expectedWithout what was expected without the pairing
 * @param happened what happened
 */
public record Timelines(String before, String expectedWithout, String happened) {
    public static final Timelines EMPTY = new Timelines("", "", "");

    public boolean areComplete() {
        return !before.isBlank() && !expectedWithout.isBlank() && !happened.isBlank();
    }
}
