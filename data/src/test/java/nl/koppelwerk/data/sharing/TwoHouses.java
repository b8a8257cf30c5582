package nl.koppelwerk.data.sharing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A city in which the organisation itself runs programmes P and R, and Stichting Q runs programme Q, each with a coordinator of
 * its own, and two administrators. Family f asks of P, g of P and Q; volunteers vp, vq and vr are of one programme each.
 */
final class TwoHouses {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    static final LocalDate TODAY = LocalDate.of(2026, 3, 17);

    final OrganisationId organisation;
    final Agreeing agreeing;
    final ConsentingToSharing consenting;
    final Lendings lendings;
    private final TestDatabase database;
    final JdbcClient jdbc;

    TwoHouses(TestDatabase database, String name) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.organisation = database.organisation(name);
        Audit audit = new Audit(jdbc, CLOCK);
        this.agreeing = new Agreeing(new Agreements(jdbc), audit, CLOCK);
        this.consenting = new ConsentingToSharing(jdbc, new History(jdbc, CLOCK), audit);
        this.lendings = new Lendings(jdbc, audit, CLOCK);
        database.scope().inside(organisation, this::settle);
    }

    private void settle() {
        run("insert into municipality (name) values ('Noord') on conflict do nothing");
        run("insert into place values (1001, 52, 5, 'N', 'Noord') on conflict do nothing");
        programme("P", "");
        programme("Q", "Stichting Q");
        programme("R", "");
        for (String administrator : List.of("one", "two")) {
            account(administrator, "ADMINISTRATOR");
        }
        for (String programme : List.of("P", "Q", "R")) {
            account("coordinator " + programme, "COORDINATOR");
            run(
                    "insert into account_programme select organisation, :id, id from programme where code = :reference",
                    id("coordinator " + programme),
                    programme);
            volunteer("v" + programme.toLowerCase(java.util.Locale.ROOT), programme);
        }
        family("f");
        family("g");
        request("f-P", "f", "P");
        request("g-P", "g", "P");
        request("g-Q", "g", "Q");
    }

    /** With the eyes of the software. */
    <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    /** With the eyes of an account or a volunteer. */
    <T> T as(String reader, Supplier<T> work) {
        return new OrganisationScope(jdbc, database.transactions(), () -> Optional.of(id(reader)))
                .inside(organisation, work);
    }

    List<String> list(String reader, String sql) {
        return this.<List<String>>as(
                reader, () -> jdbc.sql(sql).query(String.class).list());
    }

    int update(String reader, String sql) {
        return this.<Integer>as(reader, () -> jdbc.sql(sql).update());
    }

    By by(String account) {
        return new By(organisation, id(account));
    }

    ProgrammeId programme(String code) {
        return new ProgrammeId(id("programme " + code));
    }

    Person family(char reference) {
        return Person.of(new FamilyId(id(String.valueOf(reference))));
    }

    VolunteerId volunteer(String reference) {
        return new VolunteerId(id(reference));
    }

    /** P and Q share, and so does this volunteer with the other one. */
    void share(String volunteer, String with) {
        inside(() -> agreeing.ask(pair("P", "Q"), by("one")));
        inside(() -> agreeing.agree(pair("Q", "P"), 1, by("two")));
        inside(() -> consenting.noteGiven(Person.of(volunteer(volunteer)), programme(with), TODAY, by("one")));
    }

    Agreements.Pair pair(String programme, String with) {
        return new Agreements.Pair(programme(programme), programme(with));
    }

    UUID pairing(String request, String volunteer, String step) {
        UUID pairing = id(request + volunteer);
        inside(() -> jdbc.sql("""
                        insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                        values (current_organisation(), :id, :request, :volunteer, 1, :step, '2026-03-17')
                        """)
                .param("id", pairing)
                .param("request", id(request))
                .param("volunteer", id(volunteer))
                .param("step", step)
                .update());
        return pairing;
    }

    /** As whoever sees everything. */
    void change(String sql) {
        inside(() -> jdbc.sql(sql).update());
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private void run(String sql, UUID id, String reference) {
        jdbc.sql(sql).param("id", id).param("reference", reference).update();
    }

    private void programme(String code, String runBy) {
        jdbc.sql("""
                insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version, run_by)
                values (current_organisation(), :id, :code, 'Programma ' || :code, '{BUDDY}', 9, 1, :runBy)
                """)
                .param("id", id("programme " + code))
                .param("code", code)
                .param("runBy", runBy)
                .update();
        run(
                "insert into programme_rules select organisation, id, 1, 3, 'A2', 9000, 180, '{}' from programme"
                        + " where id = :id and code = :reference",
                id("programme " + code),
                code);
    }

    private void account(String name, String role) {
        jdbc.sql("""
                insert into account (organisation, id, email, name, password_hash, role)
                values (current_organisation(), :id, :id || '@koppelwerk.example', :name, '{none}', :role)
                """)
                .param("id", id(name))
                .param("name", name)
                .param("role", role)
                .update();
    }

    private void family(String reference) {
        run("""
                insert into family (organisation, id, reference, name, postcode, street, household, languages, pets)
                values (current_organisation(), :id, :reference, '–', 1001, null, 'OTHER', 'nld:C1', false)
                """, id(reference), reference);
        said(Cell.FAMILY_NAME, reference, "Gezin Geheim");
        said(Cell.FAMILY_STREET, reference, "Geheimlaan");
    }

    private void request(String reference, String family, String programme) {
        jdbc.sql("""
                insert into support_request (organisation, id, family, reference, programme, kind, needs,
                    quarters_per_week, day_parts_per_week, day_parts, woman_only, pets_unwelcome, other_street,
                    other_school, urgency, waiting_since, heavy, training_needed)
                values (current_organisation(), :id, :family, :reference, :programme, 'BUDDY', '{FINANCE,WORK}', 8, 1, 1, false,
                    false, false, false, 'NORMAL', '2026-01-01', false, false)
                """)
                .param("id", id(reference))
                .param("family", id(family))
                .param("reference", reference)
                .param("programme", id("programme " + programme))
                .update();
    }

    private void volunteer(String reference, String programme) {
        run("""
                insert into volunteer (organisation, id, reference, name, kind, postcode, street, gender, languages, skills,
                    availability, availability_confirmed, quarters_per_week, maximum_families, travel_limit_metres,
                    child_age_min, child_age_max, maximum_children, heavy_cases, pets_unwelcome, not_these, pets, screened,
                    trained, experience_years, active, email)
                values (current_organisation(), :id, :reference, '–', 'BUDDY', 1001, null, 'WOMAN', 'nld:C1',
                    '{FINANCE,WORK}', 1, '2026-03-01', 8, 1, 9000, 0, 18, 9, true, false, '{}', false, '2026-01-01', true, 1,
                    true, null)
                """, id(reference), reference);
        said(Cell.VOLUNTEER_EMAIL, reference, "geheim@koppelwerk.example");
        said(Cell.VOLUNTEER_NAME, reference, "Anna Geheim");
        said(Cell.VOLUNTEER_STREET, reference, "Geheimlaan");
        run(
                "insert into volunteer_programme select organisation, :id, id from programme where code = :reference",
                id(reference),
                programme);
    }

    private void said(Cell cell, String reference, String text) {
        Said.put(database, organisation, cell, text, "id = :id", Map.of("id", id(reference)));
    }

    UUID id(String reference) {
        return UUID.nameUUIDFromBytes((organisation.value() + reference).getBytes(StandardCharsets.UTF_8));
    }
}
