package nl.koppelwerk.data.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit log. Written inside the transaction of what it tells about, so that neither is there without the other. */
public final class Audit {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Clock clock;

    public Audit(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(OrganisationId organisation, AuditEntry entry) {
        String sql = """
                insert into audit_entry (organisation, at, account, action, object_type, object_id, detail)
                values (:organisation, :at, :account, :action, :subject, :object, :detail::jsonb)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", entry.account().orElse(null), Types.OTHER)
                .param("action", entry.action().name())
                .param("subject", entry.subject().name())
                .param("object", entry.object())
                .param("detail", JSON.writeValueAsString(entry.detail()))
                .update();
    }
}
