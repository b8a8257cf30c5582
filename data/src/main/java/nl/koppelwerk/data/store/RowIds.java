package nl.koppelwerk.data.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.koppelwerk.data.database.WholeOrganisation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Under which id rows will stand that are saved by their reference: encrypted values are bound to it. Who is there keeps the id
 * that is there; who comes back under the number of somebody erased is somebody new.
 */
final class RowIds {
    private final JdbcClient jdbc;
    private final String sql;

    /** @param table {@code family} or {@code volunteer} */
    RowIds(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.sql = """
                select n.reference, coalesce(k.id, case when t.id is null then n.id else gen_random_uuid() end) as id
                from unnest(cast(:ids as uuid[]), cast(:references as text[])) as n(id, reference)
                left join %1$s k on k.reference = n.reference
                left join %1$s t on t.id = n.id
                """.formatted(table);
    }

    <T> Map<String, UUID> of(List<T> some, Function<T, UUID> id, Function<T, String> reference) {
        return WholeOrganisation.seen(jdbc, () -> ids(some, id, reference));
    }

    private <T> Map<String, UUID> ids(List<T> some, Function<T, UUID> id, Function<T, String> reference) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", some.stream().map(id).toArray(UUID[]::new))
                .param("references", some.stream().map(reference).toArray(String[]::new))
                .query(row -> {
                    ids.put(row.getString("reference"), row.getObject("id", UUID.class));
                });
        return ids;
    }
}
