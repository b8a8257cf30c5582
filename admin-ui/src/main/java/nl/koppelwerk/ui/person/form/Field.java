package nl.koppelwerk.ui.person.form;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.PartOfDay;

/**
 * A field with what it says.
 *
 * @param text as a cell of the column says it
 * @param options what can be chosen
 * @param problem what is wrong with it
 * @param theirs what a colleague made of it meanwhile, in words
 * @param fixed whether it can only be read
 */
public record Field(
        Column column,
        Layout.Kind kind,
        String text,
        List<Choices.Option> options,
        Optional<String> problem,
        Optional<String> theirs,
        boolean fixed) {
    /** A language with its level; both empty in a line to fill in. */
    public record Spoken(String language, String level) {}

    public String name() {
        return column.english();
    }

    public boolean required() {
        return column.required();
    }

    /** Name of the template's fragment. */
    public String template() {
        return fixed ? "fixed" : kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean yes() {
        return text.equals("ja");
    }

    public List<DayOfWeek> days() {
        return List.of(DayOfWeek.values());
    }

    public List<PartOfDay> parts() {
        return List.of(PartOfDay.values());
    }

    public DayPart at(DayOfWeek day, PartOfDay part) {
        return new DayPart(day, part);
    }

    /** Whether this part of the week is in it. */
    public boolean has(DayPart part) {
        return DayPartWords.find(text).orElse(DayParts.NONE).contains(part);
    }

    /** The languages, with empty lines for more. */
    public List<Spoken> spoken() {
        List<Spoken> spoken = new ArrayList<>();
        for (String one : text.split(" ", -1)) {
            if (!one.isEmpty()) {
                String[] parts = one.split(":", 2);
                spoken.add(new Spoken(parts[0], parts.length > 1 ? parts[1] : ""));
            }
        }
        while (spoken.size() < Sent.LANGUAGES) {
            spoken.add(new Spoken("", ""));
        }
        return spoken;
    }

    Field wrong(Optional<String> found) {
        return new Field(column, kind, text, options, found, theirs, fixed);
    }

    Field conflicting(Optional<String> other) {
        return new Field(column, kind, text, options, problem, other, fixed);
    }

    Field locked() {
        return new Field(column, kind, text, options, problem, theirs, true);
    }
}
