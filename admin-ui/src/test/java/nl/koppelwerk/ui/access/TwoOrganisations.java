package nl.koppelwerk.ui.access;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Role;
import nl.koppelwerk.ui.shell.SignedInVolunteer;

/**
 * Two organisations with people in them, and in the first a second programme. What an address or a parameter names is
 * looked up here by that name.
 */
public final class TwoOrganisations {
    private static final String NOT_KNOWN =
            "add what \"%s\" names to TwoOrganisations: the SQL that gives it for an own"
                    + " family, and so for one of another programme and of another organisation";

    private static final String SIGNED_UP = """
            select r.id::text from registration r join support_request q using (organisation, programme)
            where q.id = :request and %s
            """;

    /** Whose an object is. */
    public enum Whose {
        OWN,
        OTHER_PROGRAMME,
        OTHER_ORGANISATION,
        NOBODYS
    }

    /** What a name stands for, of the family that :request asks for; a name may end with what comes before it. */
    private static final Map<String, String> SQL = new LinkedHashMap<>();

    static {
        SQL.put("/proposals/{id}", "select id::text from pairing where request = :request");
        SQL.put("/pairings/{id}", "select id::text from pairing where request = :request");
        SQL.put("/asks/{id}", "select id::text from pairing where request = :request");
        SQL.put("/calendar/{secret}", "select :request::text");
        SQL.put("/check-in/{id}", "select id::text from pairing where request = :request");
        SQL.put("/families/{id}", "select family::text from support_request where id = :request");
        SQL.put("/volunteers/{id}", "select volunteer::text from pairing where request = :request");
        SQL.put("/imports/{id}", "select id::text from import_preview where :request::text <> '' limit 1");
        SQL.put("/about/{number}", "select '1' where :request::text <> ''");
        SQL.put("/mail/{id}", "select id::text from outgoing_mail where :request::text <> '' limit 1");
        SQL.put("/referrals/{id}", "select id::text from warm_referral where request = :request");
        SQL.put("{service}", "select id::text from referral_service where :request::text <> '' limit 1");
        SQL.put("/registrations/{id}", SIGNED_UP.formatted("r.side = 'VOLUNTEER'"));
        SQL.put("{registration}", SIGNED_UP.formatted("r.side = 'VOLUNTEER'"));
        SQL.put("{help}", SIGNED_UP.formatted("r.side = 'FAMILY' and r.family is null"));
        SQL.put("{taken}", SIGNED_UP.formatted("r.family = q.family"));
        SQL.put("{one}", "select family::text from support_request where id = :request");
        SQL.put("{merged}", "select family::text from support_request where id = :request");
        SQL.put("{other}", "select max(id::text) from family where :request::text <> ''");
        SQL.put("{request}", "select :request::text");
        SQL.put("{family}", "select family::text from support_request where id = :request");
        SQL.put("{volunteer}", "select volunteer::text from pairing where request = :request");
        SQL.put("{pairing}", "select id::text from pairing where request = :request");
        SQL.put("{programme}", "select programme::text from support_request where id = :request");
        SQL.put("{with}", "select programme::text from support_request where id = :request");
        SQL.put("{account}", "select id::text from account where name = 'Vreemde' and :request::text <> ''");
        SQL.put("{session}", "select id::text from account_session where :request::text <> '' limit 1");
        SQL.put("{emergency}", """
                select e.id::text from emergency e join support_request q using (organisation, family)
                where q.id = :request
                """);
        SQL.put("/replays/{id}", "select id::text from rerun where :request::text <> ''");
        SQL.put("/tries/{id}", "select id::text from rerun where :request::text <> ''");
        SQL.put("/versions/{number}", "select '1' where :request::text <> ''");
        SQL.put("/{municipality}", "select 'Rotterdam' where :request::text <> ''");
        SQL.put("/{municipality}/{number}", "select '1' where :request::text <> ''");
        SQL.put("/runs/{number}", "select max(id)::text from run where :request::text <> ''");
        SQL.put("/lines/{number}", "select '1' where :request::text <> ''");
    }

    public final OrganisationId own;
    public final OrganisationId other;
    private final TestDatabase database;
    private final Map<Whose, UUID> proposed = new EnumMap<>(Whose.class);
    private final Map<Whose, UUID> underWay = new EnumMap<>(Whose.class);

    public TwoOrganisations(TestDatabase database) {
        this.database = database;
        this.own = settle("Samen Sterk Rotterdam");
        this.other = settle("Delft Samen");
        List<UUID> ofOwn = served(own);
        List<UUID> ofOther = served(other);
        proposed.put(Whose.OWN, ofOwn.get(0));
        underWay.put(Whose.OWN, ofOwn.get(1));
        proposed.put(Whose.OTHER_PROGRAMME, ofOwn.get(2));
        underWay.put(Whose.OTHER_PROGRAMME, ofOwn.get(3));
        proposed.put(Whose.OTHER_ORGANISATION, ofOther.get(0));
        underWay.put(Whose.OTHER_ORGANISATION, ofOther.get(1));
        moveToAnotherProgramme(ofOwn.get(2));
        moveToAnotherProgramme(ofOwn.get(3));
        start(own, ofOwn.get(1));
        start(own, ofOwn.get(3));
        start(other, ofOther.get(1));
        signUp(own);
        signUp(other);
        refer(own);
        refer(other);
        for (Reader reader : Reader.staff()) {
            reader.settle(database, own, ofOwn.get(0));
        }
    }

    private OrganisationId settle(String name) {
        OrganisationId organisation = Town.emptyTown(database, name);
        Town.fill(database, organisation, 9);
        Account stranger = new Account(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                organisation,
                organisation.value() + "@koppelwerk.example",
                "Vreemde",
                Account.NO_PASSWORD,
                Account.Role.COORDINATOR,
                true);
        new Accounts(database.jdbc(), database.scope()).save(stranger);
        replayed(stranger);
        return organisation;
    }

    /** A volunteer and a family wait for each programme, and each family there is signed up once. */
    private void signUp(OrganisationId organisation) {
        String everybody = """
                select gen_random_uuid() as id, side, programme, family
                from (select id as programme, side, cast(null as uuid) as family
                      from programme, (values ('VOLUNTEER'), ('FAMILY')) s (side)
                      union all select programme, 'FAMILY', family from support_request) r
                """;
        String sql = """
                insert into registration (organisation, id, side, state, name, phone, postcode, languages, day_parts, kind,
                    programme, needs, birth_years, signals, referrer_may_follow, page_language, consent_version,
                    created_at, form, family)
                values (:organisation, :id, :side, case when cast(:family as uuid) is null then 'WAITING' else 'TAKEN_OVER' end,
                       :name, :phone, (select min(postcode) from place), 'nld:C2', 1, 'BUDDY', :programme,
                       '{}', '{}', '{}', false, 'nl', '2026-11', now(), sha256(gen_random_uuid()::text::bytea), :family)
                """;
        String emergencies = """
                insert into emergency (organisation, id, family, signals, noted_at)
                select organisation, gen_random_uuid(), id, '{EVICTION}', now() from family
                """;
        String invitations = """
                insert into invitation_to_help (organisation, family, asked_on, answer)
                select organisation, id, '2026-11-03', 'YES' from family
                """;
        database.scope().inside(organisation, () -> {
            database.jdbc().sql(everybody).query(row -> {
                UUID id = row.getObject("id", UUID.class);
                database.jdbc()
                        .sql(sql)
                        .param("organisation", organisation.value())
                        .param("id", id)
                        .param("side", row.getString("side"))
                        .param("family", row.getObject("family", UUID.class), Types.OTHER)
                        .param("programme", row.getObject("programme", UUID.class))
                        .param("name", Clear.of(Cell.REGISTRATION_NAME, id, "Sara de Boer"))
                        .param("phone", Clear.of(Cell.REGISTRATION_PHONE, id, "0612345678"))
                        .update();
            });
            database.jdbc().sql(emergencies).update();
            database.jdbc().sql(invitations).update();
        });
    }

    /** Each request is handed over to the one service that there is. */
    private void refer(OrganisationId organisation) {
        UUID service = UUID.nameUUIDFromBytes(organisation.value().toString().getBytes(StandardCharsets.UTF_8));
        String content = """
                {"id": "%s", "name": "Raadslieden", "status": "active"}
                """.formatted(service);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("insert into referral_service (organisation, id, content, read_at)"
                            + " values (:organisation, :service, :content::jsonb, now())")
                    .param("organisation", organisation.value())
                    .param("service", service)
                    .param("content", content)
                    .update();
            database.jdbc().sql("""
                            insert into warm_referral (organisation, id, request, service, service_name, provider, needs,
                                agreed_on, state, step, who, due_on)
                            select organisation, gen_random_uuid(), id, :service, 'Raadslieden', '', '{FINANCE}',
                                   '2026-11-01', 'PLANNED', 'CALL_SERVICE', '–', '2026-12-01'
                            from support_request
                            """).param("service", service).update();
        });
    }

    private void replayed(Account by) {
        database.scope().inside(by.organisation(), () -> {
            database.jdbc().sql("""
                            insert into rerun (organisation, id, run, account, status, started_at, seen_at, finished_at)
                            select organisation, :id, max(id), :id, 'CANCELLED', max(started_at), max(started_at),
                                   max(finished_at)
                            from run group by organisation
                            """).param("id", by.id()).update();
        });
    }

    /** The volunteer of the own proposal. */
    public SignedInVolunteer volunteer() {
        UUID id = UUID.fromString(object("{volunteer}", Whose.OWN));
        return new SignedInVolunteer(
                own, new VolunteerId(id), Town.DAY.atTime(9, 0).toInstant(ZoneOffset.UTC));
    }

    private List<UUID> served(OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select request from pairing order by request")
                                .query((row, number) -> row.getObject("request", UUID.class))
                                .list());
    }

    private void start(OrganisationId organisation, UUID request) {
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update pairing set step = 'RUNNING', held = true where request = :request")
                    .param("request", request)
                    .update();
        });
    }

    private void moveToAnotherProgramme(UUID request) {
        UUID second = new UUID(5, 5);
        database.scope().inside(own, () -> {
            for (String sql :
                    List.of("""
                    insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                    select organisation, :second, 'ANDER', 'Ander programma', kinds, 9, 1
                    from programme where code <> 'ANDER' limit 1 on conflict do nothing
                    """, """
                    insert into programme_rules select organisation, :second, version, screening_years, language_level,
                        maximum_distance_metres, unconfirmed_days, weights
                    from programme_rules where programme <> :second limit 1 on conflict do nothing
                    """, "update support_request set programme = :second where id = :request", """
                    update volunteer_programme set programme = :second
                    where volunteer = (select volunteer from pairing where request = :request)
                    """)) {
                var statement = database.jdbc().sql(sql).param("second", second);
                (sql.contains(":request") ? statement.param("request", request) : statement).update();
            }
        });
    }

    /** Who asks, of the first organisation. */
    public enum Reader {
        COORDINATOR(Role.COORDINATOR),
        COORDINATOR_OF_ONE_PROGRAMME(Role.COORDINATOR),
        ADMINISTRATOR(Role.ADMINISTRATOR),
        MUNICIPAL_READER(Role.MUNICIPAL_READER),
        SYSTEM_ADMINISTRATOR(Role.SYSTEM_ADMINISTRATOR),
        /** No account: came in by a link. */
        VOLUNTEER(Role.VOLUNTEER);

        public final Role role;

        Reader(Role role) {
            this.role = role;
        }

        public static List<Reader> staff() {
            return Arrays.stream(values()).filter(reader -> reader != VOLUNTEER).toList();
        }

        public String email() {
            return name().toLowerCase(java.util.Locale.ROOT) + "@koppelwerk.example";
        }

        private void settle(TestDatabase database, OrganisationId organisation, UUID request) {
            Accounts accounts = new Accounts(database.jdbc(), database.scope());
            Town.accounts(database, organisation, email());
            Account made = accounts.findForSignIn(email()).orElseThrow();
            accounts.save(made.with("Lezer " + this, Account.Role.valueOf(role.name()), true));
            if (this == MUNICIPAL_READER) {
                Limits rotterdam = new Limits(java.util.Set.of(), java.util.Set.of("Rotterdam"));
                database.scope().inside(organisation, () -> accounts.limit(organisation, made.id(), rotterdam));
            }
            if (this == COORDINATOR_OF_ONE_PROGRAMME) {
                database.scope().inside(organisation, () -> {
                    UUID programme = database.jdbc()
                            .sql("select programme from support_request where id = :request")
                            .param("request", request)
                            .query((row, number) -> row.getObject("programme", UUID.class))
                            .single();
                    accounts.limit(
                            organisation, made.id(), new Limits(java.util.Set.of(programme), java.util.Set.of()));
                });
            }
        }
    }

    /**
     * What stands at this place of an address.
     *
     * @param place the address up to and with the variable, as {@code /families/{id}}; or a parameter as {@code {family}}
     */
    public String object(String place, Whose whose) {
        String sql = SQL.entrySet().stream()
                .filter(entry -> place.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError(NOT_KNOWN.formatted(place)));
        if (whose == Whose.NOBODYS) {
            return place.endsWith("number}") ? "999" : new UUID(11, 11).toString();
        }
        return database.scope()
                .inside(
                        whose == Whose.OTHER_ORGANISATION ? other : own,
                        () -> database.jdbc()
                                .sql(sql)
                                .param("request", (place.contains("/pairings") ? underWay : proposed).get(whose))
                                .query((row, number) -> row.getString(1))
                                .optional()
                                .orElse(new UUID(12, 12).toString()));
    }

    /** Whether something is named here that is one of several. */
    public static boolean isObject(String place) {
        return SQL.containsKey(place);
    }

    /** Whether a limit to one programme holds for what stands here: persons and what hangs on them. */
    public static boolean ofAProgramme(String place) {
        return List.of(
                        "/proposals/{id}",
                        "/pairings/{id}",
                        "/families/{id}",
                        "/volunteers/{id}",
                        "/registrations/{id}",
                        "/referrals/{id}",
                        "/requests/{request}",
                        "{registration}",
                        "{request}",
                        "{family}",
                        "{volunteer}",
                        "{pairing}")
                .stream()
                .anyMatch(place::endsWith);
    }

    /** All rows of the organisation as one number: nothing was written when it is the same. */
    public Map<String, String> contents(OrganisationId organisation) {
        List<String> tables = database.ownerJdbc()
                .sql(
                        "select tablename::text from pg_tables t where schemaname = 'public' and exists (select from pg_policies p where p.tablename = t.tablename and p.policyname = 'own_organisation') order by 1")
                .query((row, number) -> row.getString(1))
                .list();
        Map<String, String> contents = new LinkedHashMap<>();
        database.scope()
                .inside(
                        organisation,
                        () -> tables.forEach(table -> contents.put(
                                table,
                                String.valueOf(database.jdbc()
                                        .sql("select md5(coalesce(string_agg(t::text, ' ' order by t::text), '')) from "
                                                + table + " t")
                                        .query((row, number) -> row.getString(1))
                                        .single()))));
        return contents;
    }

    static List<Whose> foreign(boolean limited) {
        return Arrays.stream(Whose.values())
                .filter(whose -> whose == Whose.OTHER_ORGANISATION || limited && whose == Whose.OTHER_PROGRAMME)
                .toList();
    }
}
