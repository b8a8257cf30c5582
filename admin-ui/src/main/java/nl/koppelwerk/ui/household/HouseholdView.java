package nl.koppelwerk.ui.household;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;
import nl.koppelwerk.data.household.Field;
import nl.koppelwerk.data.household.Said;
import nl.koppelwerk.ui.shell.OwnChoices;

/** What a family said, with all there is to choose from, in the language of the page. */
public record HouseholdView(Said said, String key, Locale locale) {
    private static final List<Field> WISHES = List.of(Field.WOMAN_ONLY, Field.PETS_UNWELCOME, Field.PETS);
    private static final int EMPTY_LANGUAGES = 2;

    /** A language that is spoken; both empty in a line to fill in. */
    public record Spoken(String language, String level) {}

    private SortedSet<String> texts(String field) {
        return said.value(Field.valueOf(field));
    }

    public boolean asks(String field) {
        return said.asks(Field.valueOf(field));
    }

    /** The texts of a field in one, as the form sends them back. */
    public String joined(String field) {
        return String.join(" ", texts(field));
    }

    public boolean has(String field, Object text) {
        return texts(field).contains(text.toString());
    }

    /** Those that can be said now. */
    public List<String> wishes() {
        return WISHES.stream().filter(said::asks).map(Field::name).toList();
    }

    public OwnChoices choices() {
        return new OwnChoices(locale);
    }

    public int leastDayParts() {
        return said.least().dayParts();
    }

    /** With empty lines for more. */
    public List<Spoken> spoken() {
        return Stream.concat(
                        texts(Field.LANGUAGES.name()).stream()
                                .map(text -> text.split(":", 2))
                                .map(pair -> new Spoken(pair[0], pair[1])),
                        Stream.generate(() -> new Spoken("", "")).limit(EMPTY_LANGUAGES))
                .toList();
    }

    /** For scripts: what is kept under another name is another family's. */
    public String who() {
        return said.place().name().toString();
    }
}
