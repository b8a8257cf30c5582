package nl.koppelwerk.ui.shell;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Sent;
import org.springframework.util.MultiValueMap;

/**
 * What a page that saves as it is changed has sent: which fields, what each said before and what it says now. A script sends
 * the texts of a field as they are kept; a form without script sends what its boxes say.
 */
public record SentFields(MultiValueMap<String, String> sent) {
    private static final int MOST_TEXTS = 60;
    private static final String UUID_PATTERN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** A hidden part of a form; it waits in a session for the next page. */
    public record Hidden(String name, String value) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    /** Those of all fields that were sent. */
    public <F extends Enum<F>> List<F> among(F[] fields) {
        List<String> names = all("field");
        return Arrays.stream(fields)
                .filter(field -> names.contains(field.name()))
                .toList();
    }

    /** Which page and its how-manieth change; empty without script. */
    public Optional<Sent.From> from() {
        String page = one("page");
        String number = one("number");
        return page.matches(UUID_PATTERN) && number.matches("[1-9]\\d{0,8}")
                ? Optional.of(new Sent.From(UUID.fromString(page), Integer.parseInt(number)))
                : Optional.empty();
    }

    /** What a field said when the page was opened. */
    public Collection<String> before(Enum<?> field) {
        return Arrays.stream(one("was." + field).split(" ", MOST_TEXTS))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Languages with their levels, from the rows of a form without script. */
    public Stream<String> languages() {
        List<String> tongues = sent.getOrDefault("tongue", List.of());
        List<String> levels = sent.getOrDefault("level", List.of());
        return Stream.iterate(0, row -> row < Math.min(tongues.size(), levels.size()), row -> row + 1)
                .filter(row -> !tongues.get(row).isEmpty())
                .map(row -> tongues.get(row) + ":" + levels.get(row));
    }

    public List<String> all(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .filter(text -> !text.isBlank())
                .limit(MOST_TEXTS)
                .toList();
    }

    /** The first; nothing when there is none. */
    public String one(String name) {
        return sent.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    /** What a form holds that sends this change. */
    public static Stream<Hidden> hidden(Enum<?> field, Edit edit) {
        return Stream.concat(
                Stream.of(
                        new Hidden("field", field.name()), new Hidden("was." + field, String.join(" ", edit.before()))),
                edit.after().stream().map(text -> new Hidden(field.name(), text)));
    }
}
