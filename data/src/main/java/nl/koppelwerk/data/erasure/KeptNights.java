package nl.koppelwerk.data.erasure;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.ClearBytes;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes persons out of the snapshots of runs. What a rule reads stays under the bare number, in the same place of the list, so
 * that a run can be verified; who it was goes.
 */
final class KeptNights {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    KeptNights(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return in how many runs they were */
    long without(Set<String> ids) {
        List<Long> runs = jdbc.sql("select id from run where snapshot is not null order by id")
                .query((row, number) -> row.getLong("id"))
                .list();
        return runs.stream().filter(run -> clean(run, ids)).count();
    }

    private record Night(UUID organisation, JsonNode snapshot) {}

    private boolean clean(long run, Set<String> ids) {
        Night night = jdbc.sql("select snapshot, organisation from run where id = :run")
                .param("run", run)
                .query((row, number) ->
                        new Night(row.getObject("organisation", UUID.class), unpack(row.getBytes("snapshot"))))
                .single();
        JsonNode snapshot = night.snapshot();
        long found = clean(snapshot, "families", "id", ids) + clean(snapshot, "volunteers", "id", ids);
        if (found == 0) {
            return false;
        }
        clean(snapshot, "requests", "family", ids);
        forget(snapshot.path("bothSides"), ids);
        byte[] packed = pack(snapshot);
        jdbc.sql("""
                        update run
                        set snapshot = :snapshot, snapshot_sha256 = sha256(:packed),
                            erased_persons = erased_persons + :found
                        where id = :run
                        """)
                .param("snapshot", new ClearBytes(Cell.RUN_SNAPSHOT, night.organisation(), packed))
                .param("packed", packed)
                .param("found", found)
                .param("run", run)
                .update();
        return true;
    }

    private static long clean(JsonNode snapshot, String list, String key, Set<String> ids) {
        long found = 0;
        for (JsonNode one : snapshot.path(list)) {
            if (one instanceof ObjectNode node && ids.contains(one.path(key).asString(""))) {
                clean(node);
                found++;
            }
        }
        return found;
    }

    private static void clean(ObjectNode one) {
        one.put("reference", "erased-" + one.path("id").asString());
        if (one.has("name")) {
            one.put("name", "–");
            one.putNull("street");
            one.putNull("school");
        }
    }

    /** That somebody else is of the same household, or helps it, is no longer said. */
    private static void forget(JsonNode bothSides, Set<String> ids) {
        if (bothSides instanceof ArrayNode all) {
            all.removeIf(one -> ids.contains(one.path("volunteer").asString("")));
            all.forEach(one -> {
                if (one.path("tied") instanceof ArrayNode tied) {
                    tied.removeIf(family -> ids.contains(family.asString("")));
                }
            });
        }
    }

    private static JsonNode unpack(byte[] packed) {
        try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(packed), 1 << 16)) {
            return JSON.readTree(zip);
        } catch (IOException e) {
            throw new UncheckedIOException("not a packed snapshot", e);
        }
    }

    private static byte[] pack(JsonNode snapshot) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed, 1 << 16)) {
            JSON.writeValue(zip, snapshot);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written", e);
        }
        return packed.toByteArray();
    }
}
