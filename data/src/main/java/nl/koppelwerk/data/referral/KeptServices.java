package nl.koppelwerk.data.referral;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.referral.Service;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The services that an organisation can refer to; in the organisation whose scope this is called in. */
public final class KeptServices {
    private final JdbcClient jdbc;
    private final Clock clock;

    public KeptServices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param unchanged those that were there already, the same */
    public record Saved(int added, int changed, int unchanged) {}

    /** What a directory would change. */
    public record Preview(List<Service> added, List<Service> changed, int unchanged) {
        public Preview {
            added = List.copyOf(added);
            changed = List.copyOf(changed);
        }

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }
    }

    public Preview preview(Directory.Read directory) {
        Map<UUID, JsonNode> present =
                list().stream().collect(Collectors.toMap(Directory.Entry::id, Directory.Entry::content));
        List<Service> added = new ArrayList<>();
        List<Service> changed = new ArrayList<>();
        for (Directory.Entry entry : directory.entries()) {
            JsonNode before = present.get(entry.id());
            if (before == null) {
                added.add(entry.service());
            } else if (!before.equals(entry.content())) {
                changed.add(entry.service());
            }
        }
        return new Preview(added, changed, directory.entries().size() - added.size() - changed.size());
    }

    public List<Directory.Entry> list() {
        return jdbc.sql("select content from referral_service order by content ->> 'name', id")
                .query((row, number) -> Hsds.kept(row.getString("content")))
                .list();
    }

    public List<Service> services() {
        return list().stream().map(Directory.Entry::service).toList();
    }

    /** Adds or changes the services of a directory; others stay. */
    public Saved save(OrganisationId organisation, Directory.Read directory) {
        int added = 0;
        int changed = 0;
        for (Directory.Entry entry : directory.entries()) {
            List<Boolean> written = jdbc.sql("""
                            insert into referral_service (organisation, id, content, read_at)
                            values (:organisation, :id, cast(:content as jsonb), :now)
                            on conflict (organisation, id) do update
                            set content = excluded.content, read_at = excluded.read_at
                            where referral_service.content <> excluded.content
                            returning xmax = 0 as added
                            """)
                    .param("organisation", organisation.value())
                    .param("id", entry.id())
                    .param("content", entry.content().toString())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .query((row, number) -> row.getBoolean("added"))
                    .list();
            added += written.contains(true) ? 1 : 0;
            changed += written.contains(false) ? 1 : 0;
        }
        return new Saved(added, changed, directory.entries().size() - added - changed);
    }
}
