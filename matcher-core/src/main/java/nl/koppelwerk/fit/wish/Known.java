package nl.koppelwerk.fit.wish;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.koppelwerk.domain.place.Place;

/** A street or school as far as it is known, written so that two ways of typing it are the same. */
record Known(Optional<String> name) {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    static Known school(Optional<String> school) {
        return new Known(school.map(Known::plain).filter(name -> !name.isEmpty()));
    }

    /** With the town, since every town has its church street. */
    static Known street(Optional<String> street, Optional<Place> place) {
        return new Known(street.map(Known::plain)
                .filter(name -> !name.isEmpty())
                .map(name ->
                        name + " " + place.map(Place::town).map(Known::plain).orElse("")));
    }

    private static String plain(String name) {
        return BLANKS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    boolean sameAs(Known other) {
        return name.isPresent() && name.equals(other.name);
    }
}
