package nl.koppelwerk.data.acute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.signup.SignUp.Signal;
import nl.koppelwerk.domain.family.FamilyId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What cannot wait, in the organisation whose scope this is called in: noted for a family or by who signed up, taken by a
 * coordinator, and open until somebody says what was done. Each step is in the audit log.
 */
public final class Emergencies {
    /** Words that say what was done; shorter ones say nothing. */
    public static final int SHORTEST_OUTCOME = 5;

    private static final int LONGEST_OUTCOME = 500;

    private static final String SELECT = """
            select e.id, coalesce(e.family, e.registration) as whose, e.registration is not null as is_registration,
                   coalesce(f.name, r.name) as name, l.municipality, coalesce(f.phone, r.phone, r.referrer_phone) as phone,
                   e.signals::text[] as signals, e.noted_at, n.name as noted_by, e.coordinator, c.name as coordinator_name,
                   e.taken_at, h.name as handled_by, e.handled_at, e.outcome
            from emergency e
            left join family f on f.organisation = e.organisation and f.id = e.family
            left join registration r on r.organisation = e.organisation and r.id = e.registration
            join place l on l.postcode = coalesce(f.postcode, r.postcode)
            left join account n on n.organisation = e.organisation and n.id = e.noted_by
            left join account c on c.organisation = e.organisation and c.id = e.coordinator
            left join account h on h.organisation = e.organisation and h.id = e.handled_by
            """;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    public Emergencies(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** All that is open, what nobody took first, then the oldest. */
    public List<Emergency> open() {
        return jdbc.sql(SELECT + " where e.handled_at is null order by e.coordinator is not null, e.noted_at, e.id")
                .query(Emergencies::emergency)
                .list();
    }

    public Optional<Emergency> find(UUID id) {
        return jdbc.sql(SELECT + " where e.id = :id")
                .param("id", id)
                .query(Emergencies::emergency)
                .optional();
    }

    /** Of a family or a registration, the latest first. */
    public List<Emergency> of(UUID whose) {
        return jdbc.sql(SELECT + " where :whose in (e.family, e.registration) order by e.noted_at desc, e.id")
                .param("whose", whose)
                .query(Emergencies::emergency)
                .list();
    }

    /** What is open of a family or a registration. */
    public Optional<Emergency> openOf(UUID whose) {
        return of(whose).stream().filter(one -> one.handled().isEmpty()).findFirst();
    }

    /**
     * Notes what a family said; whoever notes it acts on it, until a colleague takes it over. What is open already stays and
     * gets what is new.
     *
     * @return whether there is anything new
     */
    public boolean note(FamilyId family, Set<Signal> signals, By by) {
        Optional<Emergency> open = openOf(family.value());
        if (signals.isEmpty() || open.isPresent() && open.get().signals().containsAll(signals)) {
            return false;
        }
        if (open.isPresent()) {
            widen(open.get(), signals);
        } else {
            add(family, signals, by);
        }
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        AuditEntry.Action.ADDED,
                        AuditEntry.Subject.FAMILY,
                        family.value().toString(),
                        Map.of("what", "emergency", "signals", names(signals))));
        return true;
    }

    private void widen(Emergency open, Set<Signal> signals) {
        Set<Signal> all = new TreeSet<>(open.signals());
        all.addAll(signals);
        jdbc.sql("update emergency set signals = cast(:signals as text[]) where id = :id")
                .param("signals", array(all))
                .param("id", open.id())
                .update();
    }

    private void add(FamilyId family, Set<Signal> signals, By by) {
        jdbc.sql("""
                        insert into emergency (organisation, id, family, signals, noted_at, noted_by, coordinator, taken_at)
                        values (:organisation, gen_random_uuid(), :family, cast(:signals as text[]), :now, :account, :account, :now)
                        """)
                .param("organisation", by.organisation().value())
                .param("family", family.value())
                .param("signals", array(signals))
                .param("now", now())
                .param("account", by.account())
                .update();
    }

    /** From now on this person acts on it; false: it is not open any more. */
    public boolean take(UUID id, By by) {
        Optional<Emergency> open = find(id).filter(one -> one.handled().isEmpty());
        if (open.isEmpty()) {
            return false;
        }
        jdbc.sql("update emergency set coordinator = :account, taken_at = :now where id = :id and handled_at is null")
                .param("account", by.account())
                .param("now", now())
                .param("id", id)
                .update();
        audit(AuditEntry.Action.CHANGED, open.get(), "emergency-taken", by);
        return true;
    }

    /** Whether words say what was done. */
    public static boolean says(String outcome) {
        int length = outcome.strip().length();
        return SHORTEST_OUTCOME <= length && length <= LONGEST_OUTCOME;
    }

    /** It was dealt with; false: a colleague said so first, or {@link #says} does not hold. */
    public boolean handle(UUID id, String outcome, By by) {
        Optional<Emergency> open = find(id).filter(one -> one.handled().isEmpty());
        if (open.isEmpty() || !says(outcome)) {
            return false;
        }
        boolean done = jdbc.sql("""
                        update emergency set handled_at = :now, handled_by = :account, outcome = :outcome
                        where id = :id and handled_at is null
                        """)
                        .param("now", now())
                        .param("account", by.account())
                        .param("outcome", Clear.of(Cell.EMERGENCY_OUTCOME, id, outcome.strip()))
                        .param("id", id)
                        .update()
                == 1;
        if (done) {
            audit(AuditEntry.Action.DECIDED, open.get(), "emergency-handled", by);
        }
        return done;
    }

    private void audit(AuditEntry.Action action, Emergency emergency, String what, By by) {
        audit.add(
                by.organisation(),
                new AuditEntry(
                        Optional.of(by.account()),
                        action,
                        emergency.whose().registration() ? AuditEntry.Subject.REGISTRATION : AuditEntry.Subject.FAMILY,
                        emergency.whose().id().toString(),
                        Map.of("what", what)));
    }

    private static String names(Collection<Signal> signals) {
        return String.join(" ", signals.stream().map(Enum::name).sorted().toList());
    }

    private static String[] array(Collection<Signal> signals) {
        return signals.stream().sorted().map(Enum::name).toArray(String[]::new);
    }

    private static Emergency emergency(ResultSet row, int number) throws SQLException {
        return new Emergency(
                row.getObject("id", UUID.class),
                new Emergency.Whose(
                        row.getObject("whose", UUID.class),
                        row.getBoolean("is_registration"),
                        row.getString("municipality"),
                        Optional.ofNullable(row.getString("phone"))),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("signals").getArray())
                        .map(Signal::valueOf)
                        .sorted()
                        .toList(),
                instant(row, "noted_at").orElseThrow(),
                Optional.ofNullable(row.getString("noted_by")),
                instant(row, "taken_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Emergency.Taken(
                                row.getObject("coordinator", UUID.class),
                                row.getString("coordinator_name"),
                                instant(row, "taken_at").orElseThrow())),
                instant(row, "handled_at").isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Emergency.Handled(
                                row.getString("handled_by"),
                                instant(row, "handled_at").orElseThrow(),
                                row.getString("outcome"))));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
