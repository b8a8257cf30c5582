package nl.koppelwerk.data.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One field of a file, read strictly. What is not right is noted with its place and something likely is returned, so that one
 * reading finds everything that is wrong; what was read then counts for nothing.
 */
final class Field {
    private final JsonNode value;
    private final String place;
    private final Notes notes;
    private final Set<String> known = new LinkedHashSet<>();

    Field(JsonNode value, String place, Notes notes) {
        this.value = value;
        this.place = place;
        this.notes = notes;
    }

    /** Where the fields are, and what is wrong with them. */
    record Notes(String file, Map<String, Integer> lines, List<Problem> problems) {
        void add(String place, String key, String... arguments) {
            String known = place;
            while (!lines.containsKey(known) && known.contains(".")) {
                known = known.substring(0, known.lastIndexOf('.'));
            }
            problems.add(Problem.of(file, lines.getOrDefault(known, 1), place, key, arguments));
        }
    }

    private void wrong(String key, String... arguments) {
        notes.add(place, key, arguments);
    }

    private String below(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** A field that must be there. */
    Field get(String name) {
        return find(name).orElseGet(() -> {
            if (value.isObject()) {
                notes.add(below(name), "missing", name);
            }
            return new Field(value.path(name), below(name), new Notes(notes.file, notes.lines, new ArrayList<>()));
        });
    }

    Optional<Field> find(String name) {
        known.add(name);
        JsonNode found = value.path(name);
        return found.isMissingNode() ? Optional.empty() : Optional.of(new Field(found, below(name), notes));
    }

    /** To be called when all fields of an object were asked for: there must be no others. */
    void end() {
        if (!value.isObject()) {
            wrong("object", String.join(", ", known));
            return;
        }
        value.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> notes.add(below(name), "unknown", name, String.join(", ", known)));
    }

    String text(int most) {
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > most) {
            wrong("text", Integer.toString(most), shown());
            return "?";
        }
        return value.asString().strip();
    }

    int number(int least, int most) {
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            wrong("number", Integer.toString(least), Integer.toString(most), shown());
            return least;
        }
        return value.intValue();
    }

    /** Whole, or with a part after the decimal point. */
    double amount(int least, int most) {
        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            wrong("amount", Integer.toString(least), Integer.toString(most), shown());
            return least;
        }
        return value.doubleValue();
    }

    boolean yesNo() {
        if (!value.isBoolean()) {
            wrong("yes-no", shown());
        }
        return value.asBoolean(false);
    }

    /** One of these words. */
    <T> T word(Map<String, T> words) {
        Optional<T> found = value.isString() ? Optional.ofNullable(words.get(value.asString())) : Optional.empty();
        return found.orElseGet(() -> {
            wrong("word", String.join(", ", words.keySet()), shown());
            return words.values().iterator().next();
        });
    }

    /** One or more. */
    List<Field> list() {
        if (!value.isArray() || value.isEmpty()) {
            wrong("list", shown());
            return List.of();
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            fields.add(new Field(value.get(i), below(Integer.toString(i + 1)), notes));
        }
        return fields;
    }

    /** One or more of these words, each once. */
    <T> Set<T> words(Map<String, T> words) {
        List<T> read = list().stream().map(field -> field.word(words)).toList();
        Set<T> different = new LinkedHashSet<>(read);
        if (different.size() < read.size()) {
            refuse("twice");
        }
        return different;
    }

    /** The names that stand here, each with what it is given. */
    Map<String, Field> entries(Collection<String> allowed) {
        if (!value.isObject()) {
            wrong("object", String.join(", ", allowed));
            return Map.of();
        }
        known.addAll(allowed);
        end();
        return allowed.stream()
                .filter(name -> value.has(name))
                .collect(Collectors.toMap(
                        name -> name,
                        name -> new Field(value.get(name), below(name), notes),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Notes that what was read here cannot be, unless something in it could not even be read. */
    void refuse(String key, String... arguments) {
        if (notes.problems.stream().noneMatch(problem -> problem.place().startsWith(place))) {
            wrong(key, arguments);
        }
    }

    private String shown() {
        String text = value.isValueNode() ? value.asString("") : value.isArray() ? "[…]" : "{…}";
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
