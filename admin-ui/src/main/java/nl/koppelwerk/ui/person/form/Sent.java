package nl.koppelwerk.ui.person.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.data.format.Column;
import nl.koppelwerk.ui.person.form.Layout.Item;
import org.springframework.util.MultiValueMap;

/** What a browser sent, as cells: each field says what a cell of that column would. */
public final class Sent {
    static final int LANGUAGES = 6;

    private Sent() {}

    public static Map<Column, String> cells(Layout layout, MultiValueMap<String, String> sent) {
        Map<Column, String> cells = new HashMap<>();
        layout.items().forEach(item -> cells.put(item.column(), cell(item, sent)));
        return cells;
    }

    /** What the form showed when it was opened, from its hidden fields. */
    public static Map<Column, String> before(Layout layout, MultiValueMap<String, String> sent) {
        Map<Column, String> cells = new HashMap<>();
        layout.columns().forEach(column -> cells.put(column, first("was_" + column.english(), sent)));
        return cells;
    }

    private static String cell(Item item, MultiValueMap<String, String> sent) {
        String name = item.column().english();
        return switch (item.kind()) {
            case TEXT, NUMBER, CHOICE -> first(name, sent);
            case YES_NO -> sent.containsKey(name) ? "ja" : "nee";
            case CHOICES, WEEK -> String.join(", ", sent.getOrDefault(name, List.of()));
            case LANGUAGES -> languages(name, sent);
        };
    }

    private static String languages(String name, MultiValueMap<String, String> sent) {
        List<String> spoken = new ArrayList<>();
        for (int i = 0; i < LANGUAGES; i++) {
            String language = first(name + "_" + i, sent);
            if (!language.isEmpty()) {
                spoken.add(language + ":" + first(name + "_level_" + i, sent));
            }
        }
        return String.join(" ", spoken);
    }

    private static String first(String name, MultiValueMap<String, String> sent) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }
}
