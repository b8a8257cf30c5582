package nl.koppelwerk.data.own;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From what a field said on a page to what it is to say. Only the difference is applied, so that a page that is old, or
 * another device, takes nothing back that it did not touch.
 *
 * @param before as the page had it
 */
public record Edit(SortedSet<String> before, SortedSet<String> after) {
    public Edit {
        before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
        after = Collections.unmodifiableSortedSet(new TreeSet<>(after));
    }

    public static Edit of(Collection<String> before, Collection<String> after) {
        return new Edit(new TreeSet<>(before), new TreeSet<>(after));
    }

    public boolean changes() {
        return !before.equals(after);
    }

    /** Taken back. */
    public Edit reversed() {
        return new Edit(after, before);
    }

    /** What two changes of one field come to. */
    public enum Meeting {
        /** One answer: the one or the other. */
        ONE,
        /** A set, of which parts change on their own. */
        SET,
        /** A set of languages, each with one level. */
        LANGUAGES
    }

    /** The field as it is now with this difference; empty: it was changed elsewhere, and both cannot be. */
    public Optional<SortedSet<String>> on(Meeting meeting, SortedSet<String> now) {
        return switch (meeting) {
            case SET -> Optional.of(merged(now));
            case LANGUAGES -> Optional.of(spoken(now));
            case ONE -> now.equals(before) || now.equals(after) ? Optional.of(after) : Optional.empty();
        };
    }

    private SortedSet<String> merged(SortedSet<String> now) {
        SortedSet<String> merged = new TreeSet<>(now);
        merged.removeAll(before);
        now.stream().filter(after::contains).forEach(merged::add);
        after.stream().filter(one -> !before.contains(one)).forEach(merged::add);
        return merged;
    }

    /** Each language once: where two changed its level, the later one counts. */
    private SortedSet<String> spoken(SortedSet<String> now) {
        Set<String> touched = after.stream()
                .filter(one -> !before.contains(one))
                .map(Edit::language)
                .collect(Collectors.toSet());
        SortedSet<String> merged = merged(now);
        merged.removeIf(one -> touched.contains(language(one)) && !after.contains(one));
        return merged;
    }

    private static String language(String spoken) {
        return spoken.split(":", 2)[0];
    }
}
