package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;

/**
 * The database alone keeps organisations apart: raw SQL under the runtime role, every table that has an organisation, a
 * row in each of them.
 */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OrganisationsApartTest {
    private final TestDatabase database;
    private final OrganisationId owner;
    private final OrganisationId stranger;

    OrganisationsApartTest(TestDatabase database) {
        this.database = database;
        this.owner = database.organisation("owner");
        this.stranger = database.organisation("stranger");
    }

    @BeforeAll
    void fillEveryTable() {
        Town town = Town.of(owner, 3, 2);
        town.saveIn(database);
        String fill = """
                insert into account (organisation, id, email, name, password_hash, role)
                values (:owner, :id, 'a@koppelwerk.example', 'A', 'hash', 'COORDINATOR');
                insert into account_programme (organisation, account, programme)
                select :owner, :id, id from programme;
                insert into account_municipality (organisation, account, municipality)
                values (:owner, :id, 'Schiedam');
                insert into outgoing_mail (organisation, id, recipient, subject, body, created_at, not_before)
                values (:owner, :id, 'a@koppelwerk.example', 'Onderwerp', 'Tekst', '2026-03-17', '2026-03-17');
                insert into audit_entry (organisation, at, action, object_type, object_id)
                values (:owner, '2026-03-17', 'confirm', 'pairing', '7');
                insert into run_fence (organisation, number) values (:owner, 3);
                insert into run (organisation, attempt, fence, seed, day, status, started_at, software_version)
                values (:owner, :id, 3, 7, '2026-03-17', 'RUNNING', '2026-03-17', '0.1.0');
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                values (:owner, :id, :request, :volunteer, 512, 'PROPOSED', '2026-03-17');
                insert into pairing_history (organisation, pairing, at, to_step)
                values (:owner, :id, '2026-03-17', 'PROPOSED');
                insert into pairing_override (organisation, pairing, rule, justification)
                values (:owner, :id, 'volunteer-full', 'Zij kennen elkaar.');
                insert into block (organisation, family, volunteer, reason)
                values (:owner, :family, :volunteer, 'KNOW_EACH_OTHER');
                insert into proposal (organisation, run, request, volunteer, day_parts, fit, distance_metres, reasons)
                select :owner, id, :request, :volunteer, 512, 61, 730, '[]' from run;
                insert into unpaired (organisation, run, request, causes) select :owner, id, :request, '[]' from run;
                insert into import_file (organisation, id, name, kind, sha256, size_bytes, started_at)
                values (:owner, :id, 'families.csv', 'FAMILIES', sha256('x'), 1, '2026-03-17');
                insert into import_reject (organisation, import_file, row_number, column_name, value, reason,
                                           reason_dutch, reason_english, row_text)
                values (:owner, :id, 5, 'postcode', '12', 'postcode', 'fout', 'wrong', '12');
                insert into import_preview (organisation, id, name, content, offered_at, outcome, refused_rows)
                values (:owner, :id, 'families.csv', '', '2026-03-17', '{}', '');
                insert into not_the_same (organisation, one, other, at)
                values (:owner, :family, 'ffffffff-ffff-ffff-ffff-ffffffffffff', '2026-03-17');
                """;
        database.scope().inside(owner, () -> {
            database.jdbc()
                    .sql(fill)
                    .param("owner", owner.value())
                    .param("id", new java.util.UUID(1, 7))
                    .param("family", town.families().getFirst().id().value())
                    .param("request", town.requests().getFirst().id().value())
                    .param("volunteer", town.volunteers().getFirst().id().value())
                    .update();
        });
    }

    @Test
    void theOwnerSeesARowInEveryTable() {
        assertThat(tables())
                .hasSizeGreaterThan(18)
                .allSatisfy(table ->
                        assertThat(inside(owner, count(table))).as(table).isPositive());
    }

    @Test
    void aStrangerSeesNoRowOfTheOwner() {
        assertThat(tables())
                .allSatisfy(table ->
                        assertThat(inside(stranger, countOf(table))).as(table).isZero());
    }

    @Test
    void withoutAnOrganisationThereAreNoRowsAtAll() {
        assertThat(tables())
                .allSatisfy(
                        table -> assertThat(count(table).apply("")).as(table).isZero());
    }

    @Test
    void aStrangerChangesAndDeletesNothingOfTheOwner() {
        assertThat(tables()).allSatisfy(table -> {
            assertThat(attempt("update " + table + " set organisation = organisation where " + ofOwner()))
                    .as("update " + table)
                    .isZero();
            assertThat(attempt("delete from " + table + " where " + ofOwner()))
                    .as("delete from " + table)
                    .isZero();
        });
    }

    @Test
    void aStrangerCannotAddARowForTheOwner() {
        assertThat(tables()).allSatisfy(table -> {
            String row = database.scope()
                    .inside(
                            owner,
                            () -> database.jdbc()
                                    .sql("select to_jsonb(t) from " + table + " t limit 1")
                                    .query((result, number) -> result.getString(1))
                                    .single());
            String insert =
                    "insert into " + table + " overriding system value select * from jsonb_populate_record(null::"
                            + table + ", cast(:row as jsonb))";
            assertThatThrownBy(() -> database.scope()
                            .inside(
                                    stranger,
                                    () -> database.jdbc()
                                            .sql(insert)
                                            .param("row", row)
                                            .update()))
                    .as(table)
                    .hasStackTraceContaining("violates row-level security policy");
        });
    }

    @Test
    void noTableIsTruncated() {
        assertThat(tables())
                .allSatisfy(table -> assertThatThrownBy(() -> database.jdbc()
                                .sql("truncate " + table + " cascade")
                                .update())
                        .as(table)
                        .hasStackTraceContaining("permission denied"));
    }

    @Test
    void theRuntimeRoleOwnsNothingAndMayNotStepAside() {
        String sql = """
                select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication
                       or exists (select from pg_class where relowner = r.oid)
                       or exists (select from pg_auth_members m where m.member = r.oid)
                from pg_roles r
                where rolname = current_user
                """;

        assertThat(database.jdbc()
                        .sql(sql)
                        .query((row, number) -> row.getBoolean(1))
                        .single())
                .isFalse();
        assertThatThrownBy(() -> database.scope().inside(stranger, () -> {
                    database.jdbc().sql("set local row_security = off").update();
                    return count("family").apply("");
                }))
                .hasStackTraceContaining("would be affected by row-level security");
    }

    private List<String> tables() {
        String sql = """
                select c.relname
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation'
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                order by 1
                """;
        return database.jdbc().sql(sql).query((row, number) -> row.getString(1)).list();
    }

    private Function<String, Integer> count(String table) {
        return condition -> database.jdbc()
                .sql("select count(*) from " + table + condition)
                .query((row, number) -> row.getInt(1))
                .single();
    }

    private Function<String, Integer> countOf(String table) {
        return condition -> count(table).apply(" where " + ofOwner());
    }

    private int inside(OrganisationId organisation, Function<String, Integer> work) {
        return database.scope().inside(organisation, () -> work.apply(""));
    }

    private String ofOwner() {
        return "organisation = '" + owner.value() + "'";
    }

    /** How many rows a stranger's statement reaches; none when the table is not to be changed by anybody. */
    private int attempt(String statement) {
        try {
            return database.scope()
                    .inside(stranger, () -> database.jdbc().sql(statement).update());
        } catch (DataAccessException e) {
            assertThat(e).hasStackTraceContaining("permission denied");
            return 0;
        }
    }
}
