package nl.koppelwerk.data.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes many rows with few statements: a thousand rows travel as one JSON text, which the statement turns into rows
 * again. Tens of thousands of rows take seconds.
 */
final class Bulk {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Bulk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Saves rows that are known by their reference, each reference once.
     *
     * @param upsert takes {@code :rows} and returns {@code reference} and {@code added} of rows that were added or changed
     * @param details takes {@code :rows} as well, saves what hangs below them and returns the {@code reference} of rows of
     *     which that changed; empty when nothing hangs below
     */
    <T> Saved save(Collection<T> all, Function<T, Map<String, @Nullable Object>> row, String upsert, String details) {
        return saveTogether(all, some -> row, upsert, details);
    }

    /** As the other, where how a row is written is found out for all rows that travel together. */
    <T> Saved saveTogether(Collection<T> all, BatchRows<T> rows, String upsert, String details) {
        Saved total = Saved.NOTHING;
        List<T> rest = List.copyOf(all);
        for (int from = 0; from < rest.size(); from += ROWS_AT_A_TIME) {
            List<T> some = rest.subList(from, Math.min(rest.size(), from + ROWS_AT_A_TIME));
            total = total.plus(saveSome(some.size(), rows(some, rows.of(some)), upsert, details));
        }
        return total;
    }

    /** How each of some rows is written. */
    interface BatchRows<T> {
        Function<T, Map<String, @Nullable Object>> of(List<T> some);
    }

    /** Runs a statement that takes {@code :rows}, for some of them at a time; gives the number of rows written. */
    <T> int write(Collection<T> all, Function<T, Map<String, @Nullable Object>> row, String statement) {
        int written = 0;
        List<T> rest = List.copyOf(all);
        for (int from = 0; from < rest.size(); from += ROWS_AT_A_TIME) {
            List<T> some = rest.subList(from, Math.min(rest.size(), from + ROWS_AT_A_TIME));
            written += jdbc.sql(statement).param("rows", rows(some, row)).update();
        }
        return written;
    }

    private Saved saveSome(int number, String rows, String upsert, String details) {
        Map<String, Boolean> added = new HashMap<>();
        jdbc.sql(upsert).param("rows", rows).query(row -> {
            added.put(row.getString("reference"), row.getBoolean("added"));
        });
        Set<String> touched = new HashSet<>(added.keySet());
        if (!details.isEmpty()) {
            jdbc.sql(details).param("rows", rows).query(row -> {
                touched.add(row.getString("reference"));
            });
        }
        int fresh = (int) added.values().stream().filter(one -> one).count();
        return new Saved(fresh, touched.size() - fresh, number - touched.size());
    }

    private static <T> String rows(List<T> some, Function<T, Map<String, @Nullable Object>> row) {
        List<Map<String, @Nullable Object>> maps = new ArrayList<>();
        for (T one : some) {
            maps.add(row.apply(one));
        }
        return JSON.writeValueAsString(maps);
    }
}
