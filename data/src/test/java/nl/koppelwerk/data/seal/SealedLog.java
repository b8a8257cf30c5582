package nl.koppelwerk.data.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation with an audit log, and somebody who owns the tables and does with it what nobody should. */
final class SealedLog {
    static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    final OrganisationId organisation;
    final HeadFile file;
    private final TestDatabase database;
    private final OrganisationScope scope;

    SealedLog(TestDatabase database, String name, Path folder) {
        this.database = database;
        this.organisation = database.organisation(name);
        this.file = HeadFile.in(folder, folder.resolve("signing.key"));
        this.scope = database.scope();
    }

    /** The same organisation, seen by another server with a key and a file of its own. */
    SealedLog(TestDatabase database, SealedLog first, Path folder) {
        this.database = database;
        this.organisation = first.organisation;
        this.file = HeadFile.in(folder, folder.resolve("signing.key"));
        this.scope = database.scope();
    }

    static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    void add(int count) {
        Audit audit = new Audit(database.jdbc(), clock());
        scope.inside(organisation, () -> {
            for (int i = 0; i < count; i++) {
                audit.add(
                        organisation,
                        new AuditEntry(
                                Optional.empty(),
                                AuditEntry.Action.SEEN,
                                AuditEntry.Subject.FAMILY,
                                new UUID(7, i).toString(),
                                Map.of("count", String.valueOf(i))));
            }
        });
    }

    SealingAudit sealing() {
        return new SealingAudit(database.jdbc(), scope, file, clock());
    }

    AuditHeads heads() {
        return new AuditHeads(database.jdbc(), scope, file, clock());
    }

    void seal() {
        assertThat(sealing().seal(organisation)).isPresent();
    }

    AuditCheck check() {
        return report().logs().values().iterator().next();
    }

    CheckingAudit.Report report() {
        return report(file.key());
    }

    CheckingAudit.Report report(SigningKey key) {
        return new CheckingAudit(database.jdbc(), scope).check(List.of(organisation), file, Optional.of(key));
    }

    /** What keeps the owner of the tables from changing them is switched off, as a superuser can. */
    void open() {
        database.ownerJdbc().sql("""
                        alter table audit_entry disable trigger user;
                        alter table audit_entry no force row level security;
                        alter table audit_entry drop constraint if exists audit_entry_one_place;
                        """).update();
    }

    /** {@code @ORG} is the organisation. */
    void tamper(String sql) {
        open();
        tamper(database.ownerJdbc(), sql);
    }

    void tamper(JdbcClient owner, String sql) {
        owner.sql(sql.replace("@ORG", "'" + organisation.value() + "'::uuid")).update();
    }
}
