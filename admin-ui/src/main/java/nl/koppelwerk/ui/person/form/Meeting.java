package nl.koppelwerk.ui.person.form;

import java.util.HashMap;
import java.util.Map;
import nl.koppelwerk.data.format.Column;

/**
 * Two colleagues changed the same thing: fields that only one of them touched are taken from that one, fields that both
 * touched stay as this one has them, with the other's beside them.
 *
 * @param cells what the form says now
 * @param theirs what the colleague made of the fields that both touched
 */
public record Meeting(Map<Column, String> cells, Map<Column, String> theirs) {
    /** All three as the table writes them, so that the same is said in the same words. */
    public static Meeting of(
            Layout layout, Map<Column, String> mine, Map<Column, String> now, Map<Column, String> before) {
        Map<Column, String> cells = new HashMap<>(mine);
        Map<Column, String> conflicts = new HashMap<>();
        for (Column column : layout.columns()) {
            String my = mine.getOrDefault(column, "");
            String their = now.getOrDefault(column, "");
            String was = before.getOrDefault(column, "");
            if (my.equals(was)) {
                cells.put(column, their);
            } else if (!their.equals(was) && !their.equals(my)) {
                conflicts.put(column, their);
            }
        }
        return new Meeting(cells, conflicts);
    }
}
