package nl.koppelwerk.data.imports.row;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.PartOfDay;

/** Day-parts as people write them: {@code woensdagmiddag}, {@code wo-middag}, {@code Wednesday afternoon}, {@code wed-afternoon}. */
public final class DayPartWords {
    private static final List<String> DUTCH_DAYS =
            List.of("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag");
    private static final List<String> DUTCH_PARTS = List.of("ochtend", "middag", "avond", "nacht");
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final Map<String, DayPart> WHOLE = whole();

    private DayPartWords() {}

    /** All day-parts named; empty when a word is not one. */
    public static Optional<DayParts> find(String text) {
        int bits = 0;
        String day = "";
        for (String word : text.split("[\\s,|;/]+", -1)) {
            String plain = Column.plain(word);
            if (plain.isEmpty()) {
                continue;
            }
            if (day.isEmpty() && DAYS.containsKey(plain)) {
                day = plain;
                continue;
            }
            DayPart part = WHOLE.get(day + plain);
            if (part == null) {
                return Optional.empty();
            }
            bits |= 1 << part.index();
            day = "";
        }
        return day.isEmpty() ? Optional.of(new DayParts(bits)) : Optional.empty();
    }

    /** In Dutch, as {@link #find} reads it. */
    public static String write(DayParts parts) {
        return parts.list().stream()
                .map(part -> DUTCH_DAYS.get(part.day().ordinal())
                        + DUTCH_PARTS.get(part.part().ordinal()))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, DayOfWeek> days() {
        Map<String, DayOfWeek> days = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String dutch = DUTCH_DAYS.get(day.ordinal());
            String english = Column.plain(day.name());
            days.put(dutch, day);
            days.put(dutch.substring(0, 2), day);
            days.put(english, day);
            days.put(english.substring(0, 3), day);
        }
        return days;
    }

    private static Map<String, DayPart> whole() {
        Map<String, DayPart> whole = new HashMap<>();
        DAYS.forEach((name, day) -> {
            for (PartOfDay part : PartOfDay.values()) {
                DayPart dayPart = new DayPart(day, part);
                whole.put(name + DUTCH_PARTS.get(part.ordinal()), dayPart);
                whole.put(name + Column.plain(part.name()), dayPart);
            }
        });
        return whole;
    }
}
