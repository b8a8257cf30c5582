package nl.koppelwerk.trust.abuse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every row of the whole database at one moment, inside the transaction that may have changed it: what stands in each
 * column of each table, over both organisations.
 */
record Contents(Map<String, List<String>> columns, Set<String> ids) {
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** To tell the ids that were there from those that are made each time. */
    private static Set<String> ids(Map<String, List<String>> columns) {
        Set<String> ids = new HashSet<>();
        columns.values()
                .forEach(column -> column.forEach(text -> {
                    Matcher one = UUIDS.matcher(text);
                    while (one.find()) {
                        ids.add(one.group());
                    }
                }));
        return ids;
    }

    /** Columns that do not say the same, but for ids that were not there before. */
    Set<String> differences(Contents other, Set<String> known) {
        Set<String> names = new TreeSet<>(columns.keySet());
        names.addAll(other.columns.keySet());
        names.removeIf(name -> plain(columns.get(name), known).equals(plain(other.columns.get(name), known)));
        return names;
    }

    private static List<String> plain(@Nullable List<String> column, Set<String> known) {
        return column == null
                ? List.of()
                : column.stream()
                        .map(text ->
                                UUIDS.matcher(text).replaceAll(id -> known.contains(id.group()) ? id.group() : "new"))
                        .sorted()
                        .toList();
    }

    /** As the pages' connection sees it now. */
    static Contents of(JdbcClient jdbc, List<UUID> organisations) {
        Map<String, List<String>> columns = new HashMap<>();
        String all = all(jdbc);
        for (UUID organisation : organisations) {
            leave(jdbc);
            jdbc.sql("select enter(:organisation, null)")
                    .param("organisation", organisation)
                    .query((row, number) -> number)
                    .list();
            jdbc.sql(all).query(row -> {
                columns.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                        .add(String.valueOf(row.getString(2)));
            });
        }
        leave(jdbc);
        return new Contents(columns, ids(columns));
    }

    /** A transaction stays with the organisation and the reader that it entered with; what comes next has to enter itself. */
    private static void leave(JdbcClient jdbc) {
        jdbc.sql("select set_config('app.organisation', '', true)")
                .query((row, number) -> number)
                .list();
    }

    private static String all(JdbcClient jdbc) {
        return String.join(
                " union all ",
                jdbc.sql("""
                        select format('select %L || j.key, j.value from %s t, jsonb_each_text(to_jsonb(t)) j',
                                      c.oid::regclass || '.', c.oid::regclass)
                        from pg_class c
                        where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'batch'::regnamespace)
                          and has_table_privilege(c.oid, 'select')
                        order by 1
                        """).query((row, number) -> row.getString(1)).list());
    }
}
