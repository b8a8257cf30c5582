package nl.koppelwerk.data.view;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether names are alike, by the groups of three letters that they share, as PostgreSQL's pg_trgm has it. In Java, because
 * names are encrypted in the database.
 */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Map<Character, String> LETTERS =
            Map.of('ø', "o", 'ł', "l", 'đ', "d", 'ı', "i", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'ð', "d", 'þ', "th");

    private Names() {}

    /** In small letters without accents. */
    public static String plain(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        if (small.chars().allMatch(letter -> letter < 128)) {
            return small;
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
        StringBuilder plain = new StringBuilder(bare.length());
        bare.chars()
                .forEach(letter -> plain.append(LETTERS.getOrDefault((char) letter, String.valueOf((char) letter))));
        return plain.toString();
    }

    /** Of two plain names, the groups that both have of all that either has: 0 to 1. */
    public static double similarity(String one, String other) {
        Set<String> ones = new HashSet<>(groups(one));
        Set<String> others = new HashSet<>(groups(other));
        long common = ones.stream().filter(others::contains).count();
        long all = ones.size() + others.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** As {@link #similarity}, of a plain text and the part of a plain name that it is most like. */
    public static double partlySimilar(String text, String name) {
        Set<String> sought = new HashSet<>(groups(text));
        List<String> there = groups(name);
        double best = 0;
        for (int from = 0; from < there.size(); from++) {
            if (sought.contains(there.get(from))) {
                best = Math.max(best, best(sought, there.subList(from, there.size())));
            }
        }
        return best;
    }

    private static double best(Set<String> sought, List<String> rest) {
        Map<String, Boolean> seen = new HashMap<>();
        int common = 0;
        double best = 0;
        for (String group : rest) {
            boolean counts = sought.contains(group);
            if (seen.put(group, counts) == null && counts) {
                common++;
                best = Math.max(best, (double) common / (sought.size() + seen.size() - common));
            }
        }
        return best;
    }

    /** In their order: of each word with two spaces before it and one after. */
    private static List<String> groups(String plain) {
        List<String> groups = new ArrayList<>();
        for (String word : NO_WORD.split(plain)) {
            String padded = "  " + word + " ";
            for (int at = 0; !word.isEmpty() && at + 3 <= padded.length(); at++) {
                groups.add(padded.substring(at, at + 3));
            }
        }
        return groups;
    }
}
