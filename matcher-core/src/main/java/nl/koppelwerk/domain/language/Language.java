package nl.koppelwerk.domain.language;

import java.util.Locale;

/**
 * A language by its ISO 639-3 code.
 *
 * @param code three small letters, for instance {@code nld}, {@code tur}, {@code ara}
 */
public record Language(String code) implements Comparable<Language> {
    public static final Language DUTCH = new Language("nld");

    public Language {
        if (!code.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("not an ISO 639-3 language code: " + code);
        }
    }

    /** The language's name as a reader of {@code locale} says it. */
    public String name(Locale locale) {
        return Locale.of(code).getDisplayLanguage(locale);
    }

    @Override
    public int compareTo(Language other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
