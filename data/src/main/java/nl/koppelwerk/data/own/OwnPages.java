package nl.koppelwerk.data.own;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What volunteers say about themselves, read and kept; inside the organisation, one change after the other. */
public final class OwnPages {
    /** A change may wait in a browser for as long. */
    private static final Duration PAGE_REMEMBERED = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final PausingVolunteers pausing;
    private final History history;
    private final Audit audit;

    public OwnPages(JdbcClient jdbc, PausingVolunteers pausing, History history, Audit audit) {
        this.jdbc = jdbc;
        this.pausing = pausing;
        this.history = history;
        this.audit = audit;
    }

    /** Empty: merged into another, stopped, or somebody else's. */
    public Optional<Said> find(VolunteerId id) {
        return new Volunteers(jdbc).find(id).flatMap(volunteer -> said(volunteer));
    }

    private Optional<Said> said(Volunteer volunteer) {
        String sql = """
                select v.travels_by, v.children_at_home, v.inactive_reason, v.paused_until, v.page_language, v.active,
                       v.version,
                       array(select a.first_day || '/' || a.last_day from volunteer_absence a
                             where a.organisation = v.organisation and a.volunteer = v.id
                               and a.last_day >= :today) as away
                from volunteer v
                where v.id = :id and v.stopped_on is null
                """;
        return jdbc.sql(sql)
                .param("id", volunteer.id().value())
                .param("today", history.today())
                .query((row, number) ->
                        new Said(volunteer, more(row), row.getBoolean("active"), row.getLong("version")))
                .optional();
    }

    private static Said.More more(ResultSet row) throws SQLException {
        return new Said.More(
                texts(row, "travels_by"),
                Optional.ofNullable(row.getObject("children_at_home", Integer.class)),
                texts(row, "away"),
                Optional.ofNullable(row.getString("inactive_reason"))
                        .filter(reason -> Arrays.stream(AbsenceReason.values())
                                .anyMatch(one -> one.name().equals(reason)))
                        .map(AbsenceReason::valueOf),
                Optional.ofNullable(row.getObject("paused_until", LocalDate.class)),
                row.getString("page_language"));
    }

    private static SortedSet<String> texts(ResultSet row, String column) throws SQLException {
        Object[] values = (Object[]) row.getArray(column).getArray();
        return Arrays.stream(values).map(Object::toString).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keeps all of the changes or none. */
    public Answer keep(VolunteerId id, Sent sent) {
        jdbc.sql("select 1 from volunteer where id = :id for no key update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        Optional<Said> found = find(id);
        if (found.isEmpty()) {
            return new Answer.Gone();
        }
        Said said = found.get();
        if (sent.from().isPresent() && !isNext(said.volunteer(), sent.from().get())) {
            return new Answer.Kept(said);
        }
        Map<Field, SortedSet<String>> values = said.values();
        for (Map.Entry<Field, Edit> one : sent.edits().entrySet()) {
            Field field = one.getKey();
            Optional<SortedSet<String>> wanted = one.getValue().on(field.meeting(), said.value(field));
            if (wanted.isEmpty()) {
                return new Answer.Elsewhere(field, one.getValue().after(), said);
            }
            values.put(field, wanted.get());
        }
        if (!said.value(Field.PAUSE).equals(values.get(Field.PAUSE)) && pausing.withdrewConsent(id)) {
            return new Answer.Wrong(Field.PAUSE, said);
        }
        try {
            return keep(said, values, sent);
        } catch (Wanted.Senseless e) {
            return new Answer.Wrong(e.field, said);
        }
    }

    private Answer keep(Said said, Map<Field, SortedSet<String>> values, Sent sent) {
        boolean time = sent.edits().entrySet().stream()
                .anyMatch(one -> one.getKey().aboutTime() && one.getValue().changes());
        Wanted wanted = new Wanted(values);
        Volunteer volunteer = wanted.volunteer(
                said.volunteer(),
                time ? Optional.of(history.today()) : said.volunteer().availabilityConfirmed());
        Said.More more = wanted.more(said.more().language());
        VolunteerId id = volunteer.id();
        history.sign(Optional.empty(), Way.OWN_PAGE);
        new Volunteers(jdbc).saveAll(List.of(volunteer));
        write(id, more);
        away(volunteer, said.more().away(), more.away());
        if (!said.value(Field.PAUSE).equals(values.get(Field.PAUSE))) {
            pausing.byThemselves(id, more.pause(), more.pausedUntil());
        }
        sent.from().ifPresent(from -> noted(volunteer, from));
        note(volunteer, sent.edits().keySet());
        return new Answer.Kept(find(id).orElseThrow());
    }

    /** Whether this change has not been kept before; one that was refused comes again under another number. */
    private boolean isNext(Volunteer volunteer, Sent.From from) {
        return jdbc.sql("select last_number from volunteer_page where volunteer = :volunteer and page = :page")
                .param("volunteer", volunteer.id().value())
                .param("page", from.page())
                .query(Integer.class)
                .optional()
                .filter(last -> last >= from.number())
                .isEmpty();
    }

    private void noted(Volunteer volunteer, Sent.From from) {
        jdbc.sql("delete from volunteer_page where volunteer = :volunteer and last_at < :before")
                .param("volunteer", volunteer.id().value())
                .param("before", history.moment().minus(PAGE_REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
        String sql = """
                insert into volunteer_page (organisation, volunteer, page, last_number, last_at)
                values (:organisation, :volunteer, :page, :number, :now)
                on conflict (organisation, volunteer, page) do update
                set last_number = excluded.last_number, last_at = excluded.last_at
                """;
        jdbc.sql(sql)
                .param("organisation", volunteer.organisation().value())
                .param("volunteer", volunteer.id().value())
                .param("page", from.page())
                .param("number", from.number())
                .param("now", history.moment().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void write(VolunteerId id, Said.More more) {
        String sql = """
                update volunteer
                set travels_by = :travelsBy, children_at_home = :childrenAtHome, version = version + 1
                where id = :id
                  and (travels_by is distinct from :travelsBy::text[]
                       or children_at_home is distinct from :childrenAtHome::smallint)
                """;
        jdbc.sql(sql)
                .param("travelsBy", more.travelsBy().toArray(String[]::new))
                .param("childrenAtHome", more.childrenAtHome().orElse(null), Types.SMALLINT)
                .param("id", id.value())
                .update();
    }

    private void away(Volunteer volunteer, Collection<String> before, Collection<String> after) {
        before.stream()
                .filter(period -> !after.contains(period))
                .forEach(period -> period(
                        volunteer,
                        period,
                        "delete from volunteer_absence where organisation = :organisation and volunteer = :volunteer"
                                + " and first_day = :first and last_day = :last"));
        after.stream().filter(period -> !before.contains(period)).forEach(period -> period(volunteer, period, """
                        insert into volunteer_absence (organisation, volunteer, first_day, last_day)
                        values (:organisation, :volunteer, :first, :last)
                        on conflict do nothing
                        """));
    }

    private void period(Volunteer volunteer, String period, String sql) {
        String[] days = period.split("/", 2);
        jdbc.sql(sql)
                .param("organisation", volunteer.organisation().value())
                .param("volunteer", volunteer.id().value())
                .param("first", LocalDate.parse(days[0]))
                .param("last", LocalDate.parse(days[1]))
                .update();
    }

    /** Nothing has changed: the week counts as said today. */
    public boolean confirm(VolunteerId id) {
        history.sign(Optional.empty(), Way.OWN_PAGE);
        boolean there = jdbc.sql("""
                        update volunteer set availability_confirmed = :today, version = version + 1
                        where id = :id and merged_into is null and stopped_on is null
                        """)
                        .param("today", history.today())
                        .param("id", id.value())
                        .update()
                == 1;
        if (there) {
            note(new Volunteers(jdbc).find(id).orElseThrow(), List.of());
        }
        return there;
    }

    /** Where mail with a way in goes; empty: nobody knows, or there is no such volunteer in sight. */
    public Optional<String> address(VolunteerId id) {
        return jdbc.sql("select email from volunteer where id = :id and email is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /** By which coordinators call; empty: nobody knows. */
    public Optional<String> phone(VolunteerId id) {
        return jdbc.sql("select phone from volunteer where id = :id and phone is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    /**
     * Gives a volunteer another address and number, or none; the database ends the ways in by the earlier address.
     *
     * @return whether there is such a volunteer in sight
     */
    public boolean contact(VolunteerId id, Optional<String> address, Optional<String> phone, By by) {
        history.sign(Optional.of(by.account()), Way.PAGE);
        boolean there =
                jdbc.sql("update volunteer set email = :email, phone = :phone, version = version + 1 where id = :id")
                                .param("email", Clear.of(Cell.VOLUNTEER_EMAIL, id.value(), address), Types.VARCHAR)
                                .param("phone", Clear.of(Cell.VOLUNTEER_PHONE, id.value(), phone), Types.VARCHAR)
                                .param("id", id.value())
                                .update()
                        == 1;
        if (there) {
            audit.add(
                    by.organisation(),
                    new AuditEntry(
                            Optional.of(by.account()),
                            AuditEntry.Action.CHANGED,
                            AuditEntry.Subject.VOLUNTEER,
                            id.value().toString(),
                            Map.of("what", "contact")));
        }
        return there;
    }

    /** The language of the page and of mail from now on. */
    public void speak(VolunteerId id, String language) {
        history.sign(Optional.empty(), Way.OWN_PAGE);
        jdbc.sql("""
                        update volunteer set page_language = :language, version = version + 1
                        where id = :id and page_language <> :language
                        """).param("language", language).param("id", id.value()).update();
    }

    private void note(Volunteer volunteer, Collection<Field> fields) {
        audit.add(
                volunteer.organisation(),
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.CHANGED,
                        AuditEntry.Subject.VOLUNTEER,
                        volunteer.id().value().toString(),
                        Map.of(
                                "by",
                                "volunteer",
                                "fields",
                                fields.isEmpty()
                                        ? "confirmed"
                                        : fields.stream()
                                                .sorted()
                                                .map(Enum::name)
                                                .collect(Collectors.joining(" ")))));
    }
}
