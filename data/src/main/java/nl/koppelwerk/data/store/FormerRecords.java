package nl.koppelwerk.data.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Families or volunteers who are no record of their own any more, for files that still speak of them. */
final class FormerRecords {
    private final JdbcClient jdbc;
    private final String merged;
    private final String erased;

    /** @param table {@code family} or {@code volunteer} */
    FormerRecords(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.merged = """
                select m.reference, i.reference as into_reference
                from %1$s m join %1$s i on i.organisation = m.organisation and i.id = m.merged_into
                where m.reference = any(:references)
                """.formatted(table);
        this.erased = """
                select e.id
                from unnest(cast(:ids as uuid[]), cast(:references as text[])) as n(id, reference)
                join %1$s e on e.id = n.id and e.erased_on is not null
                where not exists (select from %1$s k where k.organisation = e.organisation and k.reference = n.reference)
                """.formatted(table);
    }

    /** Of those that were merged into another: the reference of that one, by their own. */
    Map<String, String> merged(Collection<String> references) {
        Map<String, String> into = new LinkedHashMap<>();
        jdbc.sql(merged).param("references", references.toArray(String[]::new)).query(row -> {
            into.put(row.getString("reference"), row.getString("into_reference"));
        });
        return into;
    }

    /**
     * Ids of those who were erased; a number that was given out anew since is not.
     *
     * @param references by the id that follows from them
     */
    Set<UUID> erased(Map<UUID, String> references) {
        return Set.copyOf(jdbc.sql(erased)
                .param("ids", references.keySet().toArray(UUID[]::new))
                .param("references", references.values().toArray(String[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }
}
