package nl.koppelwerk.ui.person;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.data.imports.row.DayPartWords;
import nl.koppelwerk.data.imports.row.FamilyTable;
import nl.koppelwerk.data.imports.row.Words;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.ui.person.form.Layout;
import nl.koppelwerk.ui.person.form.Meeting;
import nl.koppelwerk.ui.person.form.Sent;
import org.springframework.util.MultiValueMap;

/**
 * What a family changed in its registration while somebody had the form open that was made of it.
 *
 * @param cells what the form says now: the newest of the family, except where the reader chose something else too
 * @param before what the form says it was opened with, from now on
 * @param changed what the family says now of the fields that it changed
 */
public record SaidSince(
        Layout layout, Map<Column, String> cells, Map<Column, String> before, Map<Column, String> changed) {
    /**
     * Compares what the form was opened with and what it would be opened with now.
     *
     * @return empty: the family changed nothing
     */
    static Optional<SaidSince> of(Layout layout, Map<Column, String> now, MultiValueMap<String, String> sent) {
        Map<Column, String> before = Sent.before(layout, sent);
        Map<Column, String> changed = now.entrySet().stream()
                .filter(one -> layout.columns().contains(one.getKey()))
                .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (changed.isEmpty()) {
            return Optional.empty();
        }
        Map<Column, String> newest = new HashMap<>(before);
        newest.putAll(changed);
        Map<Column, String> mine = Sent.cells(layout, sent);
        mine.replaceAll(SaidSince::plain);
        Meeting meeting = Meeting.of(layout, mine, newest, before);
        changed.keySet().forEach(column -> mine.put(column, meeting.cells().getOrDefault(column, "")));
        return Optional.of(new SaidSince(layout, mine, newest, changed));
    }

    /** Whether the reader chose something else in a field that the family changed. */
    public boolean both(Column column) {
        return !Objects.equals(cells.get(column), changed.get(column));
    }

    /** As a registration is written in a cell, so that the same is said in the same words. */
    private static String plain(Column column, String text) {
        if (column.equals(FamilyTable.DAY_PARTS)) {
            return DayPartWords.find(text).map(DayPartWords::write).orElse(text);
        }
        if (column.equals(FamilyTable.NEEDS)) {
            return Arrays.stream(text.split(",", -1))
                    .flatMap(need -> Words.NEED.find(need).stream())
                    .sorted()
                    .map(Words.NEED::write)
                    .collect(Collectors.joining(", "));
        }
        try {
            return column.equals(FamilyTable.LANGUAGES) ? Languages.parse(text).toString() : text;
        } catch (IllegalArgumentException noLevelYet) {
            return text;
        }
    }
}
