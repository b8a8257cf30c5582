package nl.koppelwerk.data.imports.row;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.domain.language.Language;

/** Languages by ISO 639-3 code or by name in Dutch or English, from {@code languages.csv}. */
public final class LanguageWords {
    private static final Map<String, Language> LANGUAGES = load();

    private LanguageWords() {}

    static Optional<Language> find(String text) {
        return Optional.ofNullable(LANGUAGES.get(Column.plain(text)));
    }

    /** All that a file or a form may name. */
    public static SortedSet<Language> all() {
        return new TreeSet<>(LANGUAGES.values());
    }

    private static Map<String, Language> load() {
        Map<String, Language> languages = new HashMap<>();
        InputStream list = Objects.requireNonNull(LanguageWords.class.getResourceAsStream("languages.csv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                String[] names = line.split(",", -1);
                for (String name : names) {
                    languages.put(Column.plain(name), new Language(names[0]));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("languages.csv", e);
        }
        return languages;
    }
}
