package nl.koppelwerk.data.erasure;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts by which a person is known: names, addresses and numbers, now and earlier. Found as whole words in whatever case, so
 * that Jan is not found in januari.
 */
public final class Traces {
    /** A shorter one would be found everywhere. */
    private static final int SHORTEST = 3;

    private final List<String> texts;

    public Traces(Collection<String> texts) {
        this.texts = texts.stream()
                .map(String::strip)
                .filter(text -> text.length() >= SHORTEST)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether the text tells of the person. */
    public boolean in(String text) {
        return !texts.isEmpty()
                && Pattern.compile(
                                texts.stream()
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining(
                                                "|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                        .matcher(text)
                        .find();
    }
}
