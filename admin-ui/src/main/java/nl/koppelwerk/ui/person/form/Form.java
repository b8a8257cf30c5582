package nl.koppelwerk.ui.person.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.ui.person.form.Layout.Item;

/**
 * A form as a page shows it.
 *
 * @param before what the fields said when it was opened, by name, to send along
 */
public record Form(List<Group> groups, Map<String, String> before) {
    private static final String REQUIRED = "problem.required";

    /** Fields under one heading. */
    public record Group(String name, List<Field> fields) {}

    public Form {
        groups = List.copyOf(groups);
        before = Map.copyOf(before);
    }

    /**
     * A form to fill in.
     *
     * @param cells what the fields say
     * @param before what they said when the form was opened
     */
    public static Form of(Layout layout, Map<Column, String> cells, Map<Column, String> before, Choices choices) {
        List<Group> groups = layout.sections().stream()
                .map(section -> new Group(
                        section.name(),
                        section.items().stream()
                                .map(item -> field(item, cells, choices))
                                .toList()))
                .toList();
        Map<String, String> was = new HashMap<>();
        layout.columns().forEach(column -> was.put(column.english(), before.getOrDefault(column, "")));
        return new Form(groups, was);
    }

    private static Field field(Item item, Map<Column, String> cells, Choices choices) {
        String text = cells.getOrDefault(item.column(), "");
        return new Field(
                item.column(), item.kind(), text, choices.of(item, text), Optional.empty(), Optional.empty(), false);
    }

    /** With what is wrong beside each field. */
    public Form wrong(List<Problem> problems, Locale locale) {
        Map<String, String> said = new HashMap<>();
        for (Problem problem : problems) {
            String sentence = problem.reason().in(locale);
            said.merge(
                    problem.column(), sentence, (first, second) -> first.equals(second) ? first : first + " " + second);
        }
        boolean english = locale.getLanguage().equals("en");
        problems.stream()
                .filter(problem -> problem.reason().key().equals(REQUIRED))
                .forEach(problem -> said.put(problem.column(), english ? "Please fill this in." : "Vul dit in."));
        return each(
                field -> field.wrong(Optional.ofNullable(said.get(field.column().dutch()))));
    }

    /** With what a colleague made of each field meanwhile, in words. */
    public Form conflicting(Map<Column, String> theirs) {
        return each(field -> field.conflicting(Optional.ofNullable(theirs.get(field.column()))));
    }

    /** With a field that cannot be changed. */
    public Form fixed(Column column) {
        return each(field -> field.column().equals(column) ? field.locked() : field);
    }

    private Form each(java.util.function.UnaryOperator<Field> change) {
        List<Group> changed = new ArrayList<>();
        groups.forEach(group -> changed.add(
                new Group(group.name(), group.fields().stream().map(change).toList())));
        return new Form(changed, before);
    }

    /** Fields with something wrong, in their order. */
    public List<Field> wrongFields() {
        return groups.stream()
                .flatMap(group -> group.fields().stream())
                .filter(field -> field.problem().isPresent())
                .toList();
    }
}
