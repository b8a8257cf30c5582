package nl.koppelwerk.data.signup;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.consent.Consent;
import nl.koppelwerk.data.consent.Consents;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who signed up, from the public page to a record. Nothing here is looked up in the records there are, so that no answer can
 * tell whether somebody is known.
 */
public final class Registrations {
    /** An address that was not confirmed by then is forgotten with all that was said. */
    public static final Duration TO_CONFIRM = Duration.ofDays(7);

    /** What was declined is kept for as long, to answer questions about it. */
    private static final Duration DECLINED_KEPT = Duration.ofDays(30);

    private static final int ID_BYTES = 16;

    private final JdbcClient jdbc;
    private final OrganisationScope software;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    /** @param software not limited to what somebody sees who may be signed in in the same browser */
    public Registrations(JdbcClient jdbc, OrganisationScope software, Secrets secrets, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.software = software;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A registration that was added.
     *
     * @param confirmation what stands in the link of the mail, and is kept nowhere
     */
    public record Added(UUID id, String confirmation) {}

    /** Does work as the software itself, whoever is signed in. */
    public <T> T asSoftware(OrganisationId organisation, Supplier<T> work) {
        return software.inside(organisation, work);
    }

    /**
     * Adds what somebody said; inside the organisation, as the software.
     *
     * @param form hash of the form that it came by
     * @return empty: this form was sent before
     */
    public Optional<Added> add(OrganisationId organisation, SignUp said, byte[] form) {
        Added added = new Added(UUID.nameUUIDFromBytes(secrets.bytes(ID_BYTES)), secrets.next());
        boolean asks = said.address().isPresent();
        String sql = """
                insert into registration (organisation, id, side, state, name, email, phone, postcode, languages,
                    day_parts, kind, programme, needs, birth_years, signals, referrer_kind, referrer_name,
                    referrer_organisation, referrer_email, referrer_phone, referrer_may_follow, page_language,
                    consent_version, created_at, form, confirmation, expires_at)
                values (:organisation, :id, :side, :state, :name, :email, :phone, :postcode, :languages,
                    :dayParts, :kind, :programme, :needs, :birthYears, :signals, :referrerKind, :referrerName,
                    :referrerOrganisation, :referrerEmail, :referrerPhone, :mayFollow, :language,
                    :consent, :now, :form, :confirmation, :expires)
                on conflict (organisation, form) do nothing
                """;
        int rows = jdbc.sql(sql)
                .params(Columns.of(said, added.id()))
                .param("organisation", organisation.value())
                .param("id", added.id())
                .param("state", (asks ? Registration.State.UNCONFIRMED : Registration.State.WAITING).name())
                .param("now", now())
                .param("form", form)
                .param("confirmation", asks ? Secrets.hash(added.confirmation()) : null, Types.BINARY)
                .param("expires", asks ? now().plus(TO_CONFIRM) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (rows == 0) {
            return Optional.empty();
        }
        if (said.side() == Side.FAMILY && said.urgent()) {
            emergency(organisation, added.id());
        }
        note(
                organisation,
                Optional.empty(),
                AuditEntry.Action.ADDED,
                added.id(),
                Map.of("side", said.side().name()));
        return Optional.of(added);
    }

    /** What no night may wait for is open from now on, until a coordinator says what was done. */
    private void emergency(OrganisationId organisation, UUID id) {
        jdbc.sql("""
                        insert into emergency (organisation, id, registration, signals, noted_at)
                        select r.organisation, gen_random_uuid(), r.id, r.signals, :now
                        from registration r where r.organisation = :organisation and r.id = :id
                        """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("now", now())
                .update();
    }

    /** Of a link in a mail: now a coordinator may see it; also true for one that was confirmed before. */
    public boolean confirm(String confirmation) {
        return organisation(confirmation)
                .map(organisation -> software.<Boolean>inside(
                        organisation,
                        () -> jdbc.sql("""
                                update registration
                                set confirmed_at = coalesce(confirmed_at, :now), expires_at = null,
                                    state = case state when 'UNCONFIRMED' then 'WAITING' else state end
                                where confirmation = :hash and (expires_at is null or expires_at > :now)
                                """)
                                        .param("now", now())
                                        .param("hash", Secrets.hash(confirmation))
                                        .update()
                                == 1))
                .orElse(false);
    }

    private Optional<OrganisationId> organisation(String confirmation) {
        return jdbc.sql("select organisation_of_registration(:hash) as organisation")
                .param("hash", Secrets.hash(confirmation))
                .query((row, number) -> Optional.ofNullable(row.getObject("organisation", UUID.class)))
                .single()
                .map(OrganisationId::new);
    }

    /** What a coordinator has to look at: the urgent first, also when their address was not confirmed, then the oldest. */
    public List<Registration> waiting() {
        return jdbc.sql(Columns.SELECT + """
                         where r.state = 'WAITING' or r.state = 'UNCONFIRMED' and r.signals <> '{}'
                        order by r.signals = '{}', r.created_at, r.id
                        """).query(Columns::registration).list();
    }

    /** How many there are to look at. */
    public int count() {
        return jdbc.sql("""
                        select count(*) from registration
                        where state = 'WAITING' or state = 'UNCONFIRMED' and signals <> '{}'
                        """).query(Integer.class).single();
    }

    /** Not the ones that nobody confirmed and that can wait. */
    public Optional<Registration> find(UUID id) {
        return jdbc.sql(Columns.SELECT + " where r.id = :id and (r.state <> 'UNCONFIRMED' or r.signals <> '{}')")
                .param("id", id)
                .query(Columns::registration)
                .optional();
    }

    /** Until the transaction ends nobody says anything else in it. */
    public void hold(UUID id) {
        jdbc.sql("select id from registration where id = :id for no key update")
                .param("id", id)
                .query((row, number) -> number)
                .list();
    }

    /**
     * It is this family or volunteer from now on, which gets the number that was given and the address that was confirmed,
     * as far as it has none yet.
     *
     * @return whether it waited for somebody still
     */
    public boolean takeOver(UUID id, UUID record, By by) {
        Optional<Registration> found = find(id);
        if (found.isEmpty() || !decide(id, Registration.State.TAKEN_OVER, Optional.of(record), by)) {
            return false;
        }
        boolean family = found.get().said().side() == Side.FAMILY;
        String sql = family ? """
                update family
                set phone = coalesce(phone, :phone), email = coalesce(email, :email),
                    page_language = case when email is null then :language else page_language end, version = version + 1
                where id = :id
                """ : """
                update volunteer
                set phone = coalesce(phone, :phone), email = coalesce(email, :email),
                    page_language = case when email is null and cast(:email as text) is not null then :language
                                         else page_language end, version = version + 1
                where id = :id
                """;
        jdbc.sql(sql)
                .param(
                        "phone",
                        Clear.of(
                                family ? Cell.FAMILY_PHONE : Cell.VOLUNTEER_PHONE,
                                record,
                                found.get().said().contact().phone()),
                        Types.VARCHAR)
                .param(
                        "email",
                        Clear.of(family ? Cell.FAMILY_EMAIL : Cell.VOLUNTEER_EMAIL, record, confirmed(found.get())),
                        Types.VARCHAR)
                .param("language", found.get().said().consent().language())
                .param("id", record)
                .update();
        agreed(found.get(), record, by);
        if (family) {
            follow(id, record);
        }
        return true;
    }

    /** Who brought the family is an answer of its intake, and what is open of the registration is the family's now. */
    private void follow(UUID id, UUID family) {
        jdbc.sql("""
                        update emergency o set signals = array(select distinct unnest(o.signals::text[] || e.signals::text[]) order by 1)
                        from emergency e
                        where o.family = :family and o.handled_at is null and e.registration = :id and e.handled_at is null
                        """).param("family", family).param("id", id).update();
        jdbc.sql("""
                        delete from emergency e
                        where e.registration = :id and e.handled_at is null
                          and exists (select from emergency o where o.family = :family and o.handled_at is null)
                        """).param("family", family).param("id", id).update();
        jdbc.sql("""
                        select a.question, a.answer
                        from registration r
                        cross join lateral (values ('referrer', coalesce(r.referrer_kind, 'SELF')),
                                                   ('referrer-name', left(nullif(trim(r.referrer_organisation), ''), 100)))
                            a (question, answer)
                        where r.id = :id and a.answer is not null
                        """)
                .param("id", id)
                .query((row, number) -> Map.entry(row.getString("question"), row.getString("answer")))
                .list()
                .forEach(answer -> answered(family, answer.getKey(), answer.getValue()));
        jdbc.sql("update emergency set family = :family, registration = null where registration = :id")
                .param("family", family)
                .param("id", id)
                .update();
    }

    private void answered(UUID family, String question, String answer) {
        jdbc.sql("""
                        insert into intake_answer (organisation, family, question, answer)
                        select f.organisation, f.id, :question, :answer from family f where f.id = :family
                        on conflict do nothing
                        """)
                .param("family", family)
                .param("question", question)
                .param("answer", Clear.of(Cell.INTAKE_ANSWER, Cell.answerOf(family, question), answer))
                .update();
    }

    private void agreed(Registration registration, UUID record, By by) {
        SignUp.Consent said = registration.said().consent();
        boolean family = registration.said().side() == Side.FAMILY;
        new Consents(jdbc)
                .add(
                        by.organisation(),
                        new Person(family ? Person.Side.FAMILY : Person.Side.VOLUNTEER, record),
                        new Consents.Given(
                                said.version(),
                                Optional.of(said.language()),
                                LocalDate.ofInstant(registration.createdAt(), clock.getZone()),
                                Consent.Way.SIGN_UP,
                                Optional.of(by.account())));
    }

    /** What a referrer says of a family's address nobody has confirmed. */
    private static Optional<String> confirmed(Registration registration) {
        return registration
                .said()
                .contact()
                .email()
                .filter(email -> registration.confirmed())
                .filter(email -> registration.said().referrer().isEmpty());
    }

    /** Whether something in it cannot wait and nobody said yet what was done. */
    public boolean acute(UUID id) {
        return jdbc.sql("select exists (select from emergency where registration = :id and handled_at is null)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Nothing comes of it; what was said goes after a month. */
    public boolean decline(UUID id, By by) {
        return decide(id, Registration.State.DECLINED, Optional.empty(), by);
    }

    private boolean decide(UUID id, Registration.State state, Optional<UUID> record, By by) {
        String sql = """
                update registration
                set state = :state, decided_at = :now, decided_by = :account, expires_at = null, version = version + 1,
                    family = case side when 'FAMILY' then cast(:record as uuid) end,
                    volunteer = case side when 'VOLUNTEER' then cast(:record as uuid) end
                where id = :id and (state = 'WAITING' or state = 'UNCONFIRMED' and signals <> '{}')
                """;
        boolean done = jdbc.sql(sql)
                        .param("state", state.name())
                        .param("now", now())
                        .param("account", by.account())
                        .param("record", record.orElse(null), Types.OTHER)
                        .param("id", id)
                        .update()
                == 1;
        if (done) {
            note(
                    by.organisation(),
                    Optional.of(by.account()),
                    AuditEntry.Action.DECIDED,
                    id,
                    Map.of("to", state.name()));
        }
        return done;
    }

    /** Notes that a coordinator read one. */
    public void seen(UUID id, By by) {
        note(by.organisation(), Optional.of(by.account()), AuditEntry.Action.SEEN, id, Map.of());
    }

    private void note(
            OrganisationId organisation,
            Optional<UUID> account,
            AuditEntry.Action action,
            UUID id,
            Map<String, String> detail) {
        audit.add(
                organisation, new AuditEntry(account, action, AuditEntry.Subject.REGISTRATION, id.toString(), detail));
    }

    /**
     * Removes what was not confirmed in time, what was declined long ago, and links to either page that open nothing any
     * more; inside the organisation.
     */
    public int sweep() {
        jdbc.sql("delete from household_key where expires_at <= :now")
                .param("now", now())
                .update();
        return jdbc.sql("""
                        delete from registration r
                        where (r.state = 'UNCONFIRMED' and r.expires_at < :now
                               or r.state = 'DECLINED' and r.decided_at < :forgotten)
                          and not exists (select from emergency e where e.registration = r.id and e.handled_at is null)
                        """)
                .param("now", now())
                .param("forgotten", now().minus(DECLINED_KEPT))
                .update();
    }

    /**
     * Whom to tell of something urgent: coordinators who see this postcode and programme, else the administrators; inside
     * the organisation, as the software.
     */
    public List<String> onDuty(SignUp said) {
        String sql = """
                with staff as (
                    select a.email, a.role from account a
                    where a.enabled and a.role in ('COORDINATOR', 'ADMINISTRATOR')
                      and (a.role = 'ADMINISTRATOR'
                           or (cast(:programme as uuid) is null
                               or not exists (select from account_programme p where p.account = a.id)
                               or exists (select from account_programme p
                                          where p.account = a.id and p.programme = :programme))
                          and (not exists (select from account_municipality m where m.account = a.id)
                               or exists (select from account_municipality m join place l using (municipality)
                                          where m.account = a.id and l.postcode = :postcode))))
                select email from staff
                where role = 'COORDINATOR' or not exists (select from staff where role = 'COORDINATOR')
                order by email
                """;
        return jdbc.sql(sql)
                .param(
                        "programme",
                        said.wish().programme().map(ProgrammeId::value).orElse(null),
                        Types.OTHER)
                .param("postcode", said.contact().postcode().digits())
                .query((row, number) -> row.getString("email"))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
