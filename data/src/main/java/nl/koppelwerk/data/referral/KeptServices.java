package nl.koppelwerk.data.referral;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.referral.Service;
import org.springframework.jdbc.core.simple.JdbcClient;

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
