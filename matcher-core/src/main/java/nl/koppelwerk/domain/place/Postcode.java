package nl.koppelwerk.domain.place;

/**
 * The four digits of a Dutch postcode: near enough to match on, too coarse to find a front door with.
 *
 * @param digits 1000 to 9999
 */
public record Postcode(int digits) implements Comparable<Postcode> {
    public Postcode {
        if (digits < 1000 || digits > 9999) {
            throw new IllegalArgumentException("a postcode has four digits and starts at 1000: " + digits);
        }
    }

    /** Reads {@code 3021}, {@code 3021 AB} or {@code 3021ab}; the letters are dropped. */
    public static Postcode parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.matches("[1-9][0-9]{3}( ?[A-Za-z]{2})?")) {
            throw new IllegalArgumentException("not a Dutch postcode: " + text);
        }
        return new Postcode(Integer.parseInt(trimmed.substring(0, 4)));
    }

    @Override
    public int compareTo(Postcode other) {
        return Integer.compare(digits, other.digits);
    }

    @Override
    public String toString() {
        return Integer.toString(digits);
    }
}
