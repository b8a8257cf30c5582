package nl.koppelwerk.domain.family;

/**
 * A child, known by its year of birth only.
 *
 * @param birthYear year, 1990 or later
 */
public record Child(int birthYear) {
    public Child {
        if (birthYear < 1990 || birthYear > 2100) {
            throw new IllegalArgumentException("not a year in which a child here was born: " + birthYear);
        }
    }

    /** Age reached in the course of {@code year}; at most one year too high. */
    public int ageIn(int year) {
        return year - birthYear;
    }
}
