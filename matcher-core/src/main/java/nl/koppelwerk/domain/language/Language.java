package nl.koppelwerk.domain.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A language by its ISO 639-3 code.
 *
 * @param code three small letters, for instance {@code nld}, {@code tur}, {@code ara}
 */
public record Language(String code) implements Comparable<Language> {
    public static final Language DUTCH = new Language("nld");

    /** Java's names of languages go by the two-letter code where there is one. */
    private static final Map<String, String> TWO_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> code.length() == 2)
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of(code).getISO3Language(), code -> code, (first, second) -> second));

    /** Languages that Java has no name for, or a name that few speakers would know; called so in any language. */
    private static final Map<String, String> OWN_NAMES =
            Map.of("prs", "Dari", "kmr", "Kurmanji", "ckb", "Sorani", "hns", "Sarnami");

    public Language {
        if (!code.matches("[a-z]{3}")) {
            throw new IllegalArgumentException("not an ISO 639-3 language code: " + code);
        }
    }

    /** The language's name as a reader of {@code locale} says it. */
    public String name(Locale locale) {
        return OWN_NAMES.containsKey(code)
                ? OWN_NAMES.get(code)
                : Locale.of(TWO_LETTERS.getOrDefault(code, code)).getDisplayLanguage(locale);
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
