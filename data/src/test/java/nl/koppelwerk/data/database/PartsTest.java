package nl.koppelwerk.data.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two programmes (A, B), two municipalities (Noord, Zuid), and who of the staff is shown what, by the database alone. */
@ExtendWith(DatabaseExtension.class)
class PartsTest {
    private static final UUID ACCOUNT = new UUID(7, 1);

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));

    PartsTest(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
    }

    /** Families: a north in A, b north in B, c south in A, d south in A and B, e north without a request. */
    @BeforeEach
    void settle() {
        organisation = database.organisation("parts " + System.nanoTime());
        database.scope().inside(organisation, () -> {
            run("insert into municipality (name) values ('Noord'), ('Zuid') on conflict do nothing");
            run(
                    "insert into place values (1001, 52, 5, 'N', 'Noord'), (2001, 51, 5, 'Z', 'Zuid') on conflict do nothing");
            programme(1);
            programme(2);
            family("a", 1001);
            family("b", 1001);
            family("c", 2001);
            family("d", 2001);
            family("e", 1001);
            request("a-A", "a", 1);
            request("b-B", "b", 2);
            request("c-A", "c", 1);
            request("d-A", "d", 1);
            request("d-B", "d", 2);
            volunteer("va", 1);
            volunteer("vb", 2);
            volunteer("vn", 0);
            pairing("a-A", "va");
            pairing("d-B", "vb");
            account("COORDINATOR");
        });
    }

    @Test
    void theSoftwareAndAnUnlimitedCoordinatorSeeEverything() {
        for (Reader reader : List.of(Reader.SOFTWARE, () -> Optional.of(ACCOUNT))) {
            assertThat(seen(reader, "family")).containsExactly("a", "b", "c", "d", "e");
            assertThat(seen(reader, "support_request")).containsExactly("a-A", "b-B", "c-A", "d-A", "d-B");
            assertThat(seen(reader, "volunteer")).containsExactly("va", "vb", "vn");
            assertThat(pairings(reader)).isEqualTo(2);
        }
    }

    /** A volunteer who came in by mail: the own row, that there is a pairing, and what a programme asks. */
    @Test
    void aVolunteerSeesNobodyElse() {
        UUID va = database.scope()
                .inside(
                        organisation,
                        () -> jdbc.sql("select id from volunteer where reference = 'va'")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .single());
        Reader volunteer = () -> Optional.of(va);

        assertThat(seen(volunteer, "volunteer")).containsExactly("va");
        assertThat(seen(volunteer, "family")).isEmpty();
        assertThat(seen(volunteer, "support_request")).isEmpty();
        assertThat(pairings(volunteer)).isEqualTo(1);
        for (String table : database.guardedTables()) {
            int rows = new OrganisationScope(jdbc, database.transactions(), volunteer)
                    .inside(
                            organisation,
                            () -> jdbc.sql("select count(*) from " + table)
                                    .query(Integer.class)
                                    .single());
            assertThat(rows).as(table).isLessThanOrEqualTo(SEEN_BY_A_VOLUNTEER.getOrDefault(table, 0));
        }
    }

    private static final Map<String, Integer> SEEN_BY_A_VOLUNTEER = Map.of(
            "organisation",
            1,
            "programme",
            2,
            "programme_rules",
            2,
            "volunteer",
            1,
            "volunteer_programme",
            1,
            "pairing",
            1,
            "record_change",
            2);

    @Test
    void everyLimitIsSaidInTheWordsThatArePlannedWell() {
        String sql = """
                select p.polrelid::regclass::text
                from pg_policy p
                where p.polname = 'own_part' and pg_get_expr(p.polqual, p.polrelid) like :words
                """;

        assertThat(database.jdbc()
                        .sql(sql)
                        .param("words", "%= 'all'%")
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.jdbc()
                        .sql(sql)
                        .param("words", "%limited() AS limited) <> 'yes'%")
                        .query(String.class)
                        .list())
                .contains("family", "support_request", "volunteer", "pairing", "unpaired", "child");
    }

    @Test
    void whoHasOneProgrammeSeesWhatHangsOnIt() {
        limit("insert into account_programme select organisation, :account, id from programme where code = 'P1'");

        assertThat(seen(me(), "support_request")).containsExactly("a-A", "c-A", "d-A");
        assertThat(seen(me(), "family")).containsExactly("a", "c", "d", "e");
        assertThat(seen(me(), "volunteer")).containsExactly("va", "vn");
        assertThat(pairings(me())).isEqualTo(1);
    }

    @Test
    void whoHasOneMunicipalitySeesWhoLivesThere() {
        limit("insert into account_municipality select organisation, id, 'Zuid' from account where id = :account");

        assertThat(seen(me(), "family")).containsExactly("c", "d");
        assertThat(seen(me(), "support_request")).containsExactly("c-A", "d-A", "d-B");
        assertThat(seen(me(), "volunteer")).containsExactly("va", "vb", "vn");
        assertThat(pairings(me())).isEqualTo(1);
    }

    @Test
    void bothLimitsHoldTogether() {
        limit("insert into account_municipality select organisation, id, 'Zuid' from account where id = :account");
        limit("insert into account_programme select organisation, :account, id from programme where code = 'P2'");

        assertThat(seen(me(), "support_request")).containsExactly("d-B");
        assertThat(seen(me(), "family")).containsExactly("d");
        assertThat(seen(me(), "volunteer")).containsExactly("vb", "vn");
    }

    @Test
    void readersAndSystemAdministratorsAndStrangersSeeNoPerson() {
        for (String role : List.of("MUNICIPAL_READER", "SYSTEM_ADMINISTRATOR")) {
            limit("update account set role = '" + role + "' where id = :account");
            assertThat(everybody(me())).as(role).isEmpty();
        }
        assertThat(everybody(() -> Optional.of(new UUID(7, 99)))).isEmpty();
        limit("update account set role = 'COORDINATOR', enabled = false where id = :account");
        assertThat(everybody(me())).isEmpty();
    }

    @Test
    void whoIsLimitedCannotWriteElsewhere() {
        limit("insert into account_programme select organisation, :account, id from programme where code = 'P1'");
        OrganisationScope mine = new OrganisationScope(jdbc, database.transactions(), me());

        mine.inside(organisation, () -> {
            family("f", 1001);
            request("f-A", "f", 1);
        });
        assertThatThrownBy(() -> mine.inside(organisation, () -> request("f-B", "f", 2)))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("own_part");
        assertThat(mine.<Integer>inside(
                        organisation,
                        () -> jdbc.sql("update family set name = '–' where reference = 'b'")
                                .update()))
                .isZero();
    }

    @Test
    void aCalculationSeesTheWholeOrganisationAndThenTheLimitsAreBack() {
        limit("insert into account_programme select organisation, :account, id from programme where code = 'P1'");

        List<Long> counts = new OrganisationScope(jdbc, database.transactions(), me())
                .inside(organisation, () -> List.of(count(), WholeOrganisation.seen(jdbc, this::count), count()));

        assertThat(counts).containsExactly(3L, 5L, 3L);
    }

    @Test
    void everyTableThatHangsOnAPersonIsLimited() {
        String sql = """
                select c.relname::text
                from pg_class c
                where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
                  and (c.relname in ('family', 'volunteer', 'support_request')
                       or exists (select from pg_attribute a
                                  where a.attrelid = c.oid and a.atttypid = 'uuid'::regtype
                                    and a.attname in ('family', 'request', 'pairing', 'volunteer')))
                  and exists (select from pg_policy p
                              where p.polrelid = c.oid and p.polname = 'own_part') = :limited
                order by 1
                """;

        assertThat(database.ownerJdbc()
                        .sql(sql)
                        .param("limited", false)
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(database.ownerJdbc()
                        .sql(sql)
                        .param("limited", true)
                        .query(String.class)
                        .list())
                .contains("block", "child", "family", "pairing", "pairing_history", "proposal", "unpaired");
    }

    @Test
    void whatAStatementFailedOnIsNotSaid() {
        assertThatThrownBy(() -> database.scope().inside(organisation, () -> family("a", 1001)))
                .hasStackTraceContaining("family_pkey")
                .satisfies(error -> assertThat(String.valueOf(error.getCause()))
                        .doesNotContain("Detail")
                        .doesNotContain(id("a").toString()));
    }

    private Reader me() {
        return () -> Optional.of(ACCOUNT);
    }

    private List<String> seen(Reader reader, String table) {
        return new OrganisationScope(jdbc, database.transactions(), reader)
                .<List<String>>reading(
                        organisation,
                        () -> jdbc.sql("select reference from " + table + " order by 1")
                                .query(String.class)
                                .list());
    }

    private List<String> everybody(Reader reader) {
        List<String> tables = List.of("family", "child", "support_request", "volunteer", "pairing", "block");
        return new OrganisationScope(jdbc, database.transactions(), reader)
                .reading(
                        organisation,
                        () -> tables.stream()
                                .filter(table -> jdbc.sql("select exists (select from " + table + ")")
                                        .query(Boolean.class)
                                        .single())
                                .toList());
    }

    private long pairings(Reader reader) {
        return new OrganisationScope(jdbc, database.transactions(), reader)
                .reading(
                        organisation,
                        () -> jdbc.sql("select count(*) from pairing")
                                .query(Long.class)
                                .single());
    }

    private long count() {
        return jdbc.sql("select count(*) from support_request")
                .query(Long.class)
                .single();
    }

    private void limit(String sql) {
        database.scope().inside(organisation, () -> run(sql));
    }

    private void run(String sql) {
        JdbcClient.StatementSpec statement = jdbc.sql(sql);
        (sql.contains(":account") ? statement.param("account", ACCOUNT) : statement).update();
    }

    private void programme(int number) {
        jdbc.sql("""
                insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                values (current_organisation(), :id, :code, :code, '{BUDDY}', 9, 1)
                """)
                .param("id", new UUID(1, number))
                .param("code", "P" + number)
                .update();
        jdbc.sql("""
                insert into programme_rules
                values (current_organisation(), :id, 1, 3, 'A2', 9000, 180, '{}')
                """).param("id", new UUID(1, number)).update();
    }

    private void family(String reference, int postcode) {
        jdbc.sql("""
                insert into family (organisation, id, reference, name, postcode, household, languages, pets)
                values (current_organisation(), :id, :reference, '–', :postcode, 'OTHER', 'nld:C1', false)
                """)
                .param("id", id(reference))
                .param("reference", reference)
                .param("postcode", postcode)
                .update();
    }

    private void request(String reference, String family, int programme) {
        jdbc.sql("""
                insert into support_request (organisation, id, family, reference, programme, kind, needs,
                    quarters_per_week, day_parts_per_week, day_parts, woman_only, pets_unwelcome, other_street,
                    other_school, urgency, waiting_since, heavy, training_needed)
                values (current_organisation(), :id, :family, :reference, :programme, 'BUDDY', '{}', 8, 1, 1, false, false,
                    false, false, 'NORMAL', '2026-01-01', false, false)
                """)
                .param("id", id(reference))
                .param("family", id(family))
                .param("reference", reference)
                .param("programme", new UUID(1, programme))
                .update();
    }

    private void volunteer(String reference, int programme) {
        jdbc.sql("""
                insert into volunteer (organisation, id, reference, name, kind, postcode, gender, languages, skills,
                    availability, quarters_per_week, maximum_families, travel_limit_metres, child_age_min,
                    child_age_max, maximum_children, heavy_cases, pets_unwelcome, not_these, pets, trained,
                    experience_years, active)
                values (current_organisation(), :id, :reference, '–', 'BUDDY', 1001, 'WOMAN', 'nld:C1', '{}', 1, 8, 1,
                    9000, 0, 18, 9, true, false, '{}', false, true, 1, true)
                """).param("id", id(reference)).param("reference", reference).update();
        if (programme > 0) {
            jdbc.sql("insert into volunteer_programme values (current_organisation(), :id, :programme)")
                    .param("id", id(reference))
                    .param("programme", new UUID(1, programme))
                    .update();
        }
    }

    private void pairing(String request, String volunteer) {
        jdbc.sql("""
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                values (current_organisation(), :id, :request, :volunteer, 1, 'RUNNING', '2026-01-01')
                """)
                .param("id", id(request + volunteer))
                .param("request", id(request))
                .param("volunteer", id(volunteer))
                .update();
    }

    private void account(String role) {
        jdbc.sql("""
                insert into account (organisation, id, email, name, password_hash, role)
                values (current_organisation(), :id, current_organisation() || '@koppelwerk.example', 'Naam', '{none}', :role)
                """).param("id", ACCOUNT).param("role", role).update();
    }

    private UUID id(String reference) {
        return UUID.nameUUIDFromBytes(reference.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
