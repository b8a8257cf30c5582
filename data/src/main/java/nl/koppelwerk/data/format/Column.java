package nl.koppelwerk.data.format;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column that a table may have, found by name in Dutch or English.
 *
 * @param dutch its name in files that the software writes
 * @param others further names
 * @param required whether a table without it is refused
 */
public record Column(String dutch, String english, List<String> others, boolean required) {
    public Column {
        others = List.copyOf(others);
    }

    /** Quick, because cells are looked up by their columns millions of times. */
    @Override
    public int hashCode() {
        return dutch.hashCode();
    }

    public static Column required(String dutch, String english, String... others) {
        return new Column(dutch, english, List.of(others), true);
    }

    public static Column optional(String dutch, String english, String... others) {
        return new Column(dutch, english, List.of(others), false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof Column column
                        && dutch.equals(column.dutch)
                        && english.equals(column.english)
                        && others.equals(column.others)
                        && required == column.required;
    }

    boolean isCalled(String name) {
        String plain = plain(name);
        return Stream.concat(Stream.of(dutch, english), others.stream())
                .anyMatch(each -> plain(each).equals(plain));
    }

    /** Capitals, accents, spaces, underscores and other signs make no difference in a name. */
    public static String plain(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder kept = new StringBuilder(bare.length());
        bare.codePoints()
                .filter(each -> each >= 'a' && each <= 'z' || each >= '0' && each <= '9')
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
