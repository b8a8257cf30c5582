package nl.koppelwerk.disclosure;

import java.util.List;

/**
 * Something families are told apart by. Two views of one thing (age in years, age in groups) are one dimension with
 * the finest categories, of which selections take several.
 *
 * @param categories all there can be, also those that no family is in
 * @param free whether any family could be in any category, whatever its other categories and amounts; a dimension that
 *     follows from others (with or without avoided cost) is not free
 */
public record Dimension(String name, List<String> categories, boolean free) {
    public Dimension {
        categories = List.copyOf(categories);
    }

    public static Dimension free(String name, String... categories) {
        return new Dimension(name, List.of(categories), true);
    }

    public static Dimension following(String name, String... categories) {
        return new Dimension(name, List.of(categories), false);
    }
}
