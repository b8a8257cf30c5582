package nl.koppelwerk.data.imports.row;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.language.Level;

/** Languages with their levels as people write them: {@code Turks C2, Nederlands A1}, {@code tur:C2 nld:A1}. */
final class LanguagesText {
    private static final Pattern ONE = Pattern.compile(
            "\\s*([\\p{L}][\\p{L} '’.-]{0,40}?)\\s*[:(=\\s]\\s*([ABCabc][12]|moedertaal|native)\\)?\\s*(?:[,;|/]|\\s|$)");

    private LanguagesText() {}

    /** What was read, or which message says what is wrong. */
    record Result(Languages languages, Optional<String> problem, String part) {}

    static Result read(String text) {
        Map<Language, Level> found = new TreeMap<>();
        Matcher matcher = ONE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return wrong("language-form", text.substring(end));
            }
            Optional<Language> language = LanguageWords.find(matcher.group(1));
            if (language.isEmpty()) {
                return wrong("language-unknown", matcher.group(1));
            }
            found.put(language.get(), level(matcher.group(2)));
            end = matcher.end();
            while (end < text.length() && " ,;|/".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        return new Result(Languages.of(found), Optional.empty(), "");
    }

    private static Result wrong(String key, String part) {
        return new Result(Languages.NONE, Optional.of(key), part);
    }

    private static Level level(String text) {
        return text.length() > 2 ? Level.C2 : Level.valueOf(text.toUpperCase(java.util.Locale.ROOT));
    }
}
