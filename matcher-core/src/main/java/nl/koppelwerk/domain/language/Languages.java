package nl.koppelwerk.domain.language;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The languages somebody speaks, with the level of each.
 *
 * @param speaking level of speech by language
 */
public record Languages(SortedMap<Language, Level> speaking) {
    public static final Languages NONE = new Languages(new TreeMap<>());

    public Languages {
        speaking = Collections.unmodifiableSortedMap(new TreeMap<>(speaking));
    }

    public static Languages of(Map<Language, Level> speaking) {
        return new Languages(new TreeMap<>(speaking));
    }

    /** Reads {@code nld:B1 tur:C2}; the inverse of {@link #toString()}. Separators are spaces, commas or bars. */
    public static Languages parse(String text) {
        SortedMap<Language, Level> found = new TreeMap<>();
        for (String part : text.strip().split("[\\s,|]+", -1)) {
            if (!part.isEmpty()) {
                String[] pieces = part.split(":", -1);
                if (pieces.length != 2) {
                    throw new IllegalArgumentException("a language is written as nld:B1, not as " + part);
                }
                found.put(new Language(pieces[0]), Level.valueOf(pieces[1]));
            }
        }
        return new Languages(found);
    }

    public Optional<Level> level(Language language) {
        return Optional.ofNullable(speaking.get(language));
    }

    /**
     * The language that both speak best: the one where the weaker of the two speaks best, Dutch first among equals.
     *
     * @param atLeast the level that both must have
     */
    public Optional<SharedLanguage> shared(Languages other, Level atLeast) {
        SharedLanguage best = null;
        for (Map.Entry<Language, Level> entry : speaking.entrySet()) {
            Level theirs = other.speaking.get(entry.getKey());
            if (theirs != null) {
                Level weaker = theirs.atLeast(entry.getValue()) ? entry.getValue() : theirs;
                SharedLanguage found = new SharedLanguage(entry.getKey(), weaker);
                if (weaker.atLeast(atLeast) && (best == null || found.betterThan(best))) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    @Override
    public String toString() {
        return speaking.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
