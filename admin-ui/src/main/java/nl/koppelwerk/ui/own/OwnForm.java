package nl.koppelwerk.ui.own;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Field;
import nl.koppelwerk.data.own.Sent;
import org.springframework.util.MultiValueMap;

/**
 * Reads what a page sends: which fields, what each said before and what it says now. A script sends the texts of a field
 * as they are kept; a form without script sends what its boxes say.
 */
final class OwnForm {
    private static final Set<Field> YES_OR_NO = EnumSet.of(Field.HEAVY_CASES, Field.PETS_UNWELCOME, Field.PETS);
    private static final int MOST_TEXTS = 60;
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private OwnForm() {}

    /** A hidden part of a form. */
    record Hidden(String name, String value) {}

    static Sent read(MultiValueMap<String, String> sent) {
        Map<Field, Edit> edits = new EnumMap<>(Field.class);
        for (String name : all(sent, "field")) {
            Arrays.stream(Field.values())
                    .filter(field -> field.name().equals(name))
                    .forEach(field -> edits.put(field, Edit.of(before(sent, field), after(sent, field))));
        }
        return new Sent(from(sent), edits);
    }

    private static Optional<Sent.From> from(MultiValueMap<String, String> sent) {
        String page = one(sent, "page");
        String number = one(sent, "number");
        return page.matches(UUID_PATTERN) && number.matches("[1-9]\\d{0,8}")
                ? Optional.of(new Sent.From(UUID.fromString(page), Integer.parseInt(number)))
                : Optional.empty();
    }

    private static Collection<String> before(MultiValueMap<String, String> sent, Field field) {
        return Arrays.stream(one(sent, "was." + field).split(" ", MOST_TEXTS))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Collection<String> after(MultiValueMap<String, String> sent, Field field) {
        Collection<String> texts = new TreeSet<>(all(sent, field.name()));
        if (YES_OR_NO.contains(field)) {
            return List.of(Boolean.toString(texts.contains("true")));
        }
        switch (field) {
            case LANGUAGES -> languages(sent).forEach(texts::add);
            case AWAY -> away(sent).ifPresent(texts::add);
            case PAUSE -> {
                String until = one(sent, "until");
                return until.isEmpty()
                        ? texts
                        : texts.stream().map(reason -> reason + "/" + until).toList();
            }
            default -> {
                return texts;
            }
        }
        return texts;
    }

    private static Stream<String> languages(MultiValueMap<String, String> sent) {
        List<String> tongues = sent.getOrDefault("tongue", List.of());
        List<String> levels = sent.getOrDefault("level", List.of());
        return Stream.iterate(0, row -> row < Math.min(tongues.size(), levels.size()), row -> row + 1)
                .filter(row -> !tongues.get(row).isEmpty())
                .map(row -> tongues.get(row) + ":" + levels.get(row));
    }

    private static Optional<String> away(MultiValueMap<String, String> sent) {
        String first = one(sent, "first");
        String last = one(sent, "last");
        return first.isEmpty() && last.isEmpty()
                ? Optional.empty()
                : Optional.of((first.isEmpty() ? last : first) + "/" + (last.isEmpty() ? first : last));
    }

    /** A form that sends this change. */
    static List<Hidden> hidden(Map<Field, Edit> edits) {
        return edits.entrySet().stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(
                                new Hidden("field", one.getKey().name()),
                                new Hidden(
                                        "was." + one.getKey(),
                                        String.join(" ", one.getValue().before()))),
                        one.getValue().after().stream()
                                .map(text -> new Hidden(one.getKey().name(), text))))
                .toList();
    }

    private static List<String> all(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .limit(MOST_TEXTS)
                .toList();
    }

    private static String one(MultiValueMap<String, String> sent, String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }
}
