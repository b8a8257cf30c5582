package nl.koppelwerk.data.household;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Way;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.own.Sent;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.DayPart;
import nl.koppelwerk.domain.week.DayParts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What families say about themselves, read and kept by the link that opens their page. Asked by somebody who sees no row of
 * the organisation: the database gives out and takes in what this one link is for.
 */
public final class Households {
    private final JdbcClient jdbc;
    private final Doors doors;
    private final History history;
    private final Audit audit;
    private final Clock clock;

    Households(JdbcClient jdbc, Doors doors, History history, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.history = history;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty: no such link, the link of who brought the family, or there is nothing left to change. */
    public Optional<Said> find(String key) {
        return doors.inside(key, organisation -> said(key));
    }

    /**
     * Keeps all of the changes or none.
     *
     * @param replanning told in the same transaction when the plan can be another for this request
     */
    public Outcome keep(String key, Changes changes, Consumer<Replanned> replanning) {
        return doors.<Outcome>inside(key, organisation -> {
                    Outcome outcome = keep(organisation, key, changes);
                    if (outcome instanceof Outcome.Kept(Said said, boolean replan) && replan) {
                        said.place()
                                .request()
                                .ifPresent(request -> replanning.accept(new Replanned(organisation, request)));
                    }
                    return Optional.of(outcome);
                })
                .orElseGet(Outcome.Gone::new);
    }

    /** A request for which another plan may be better now. */
    public record Replanned(OrganisationId organisation, SupportRequestId request) {}

    private Outcome keep(OrganisationId organisation, String key, Changes changes) {
        ask("select hold_household(:hash, :at)", key)
                .query((row, number) -> number)
                .single();
        Optional<Said> found = said(key);
        if (found.isEmpty()) {
            return new Outcome.Gone();
        }
        Said said = found.get();
        if (changes.from().filter(from -> isOld(key, from)).isPresent()) {
            return new Outcome.Kept(said, false);
        }
        Map<Field, SortedSet<String>> values = new EnumMap<>(said.values());
        for (Map.Entry<Field, Edit> one : changes.edits().entrySet()) {
            Field field = one.getKey();
            if (!said.asks(field)) {
                return new Outcome.Wrong(field, said);
            }
            Optional<SortedSet<String>> wanted = one.getValue().on(field.meeting(), said.value(field));
            if (wanted.isEmpty()) {
                return new Outcome.Elsewhere(field, one.getValue().after(), said);
            }
            values.put(field, wanted.get());
        }
        Wanted wanted = new Wanted(values, said.least());
        Optional<Field> wrong = wanted.wrong().filter(changes.edits()::containsKey);
        return wrong.<Outcome>map(field -> new Outcome.Wrong(field, said))
                .orElseGet(() -> keep(organisation, key, changes, said, wanted));
    }

    private Outcome keep(OrganisationId organisation, String key, Changes changes, Said said, Wanted wanted) {
        history.sign(Optional.empty(), Way.FAMILY_PAGE);
        ask(
                        "select household_says(:hash, :at, :languages, :phone, :registered, :pets, :dayParts, :needs, :womanOnly, :noPets)",
                        key)
                .param("languages", wanted.languages())
                .param(
                        "phone",
                        sealed(Cell.FAMILY_PHONE, said.place().family().map(FamilyId::value), wanted),
                        Types.VARCHAR)
                .param(
                        "registered",
                        sealed(Cell.REGISTRATION_PHONE, said.place().registration(), wanted),
                        Types.VARCHAR)
                .param("pets", wanted.yes(Field.PETS))
                .param("dayParts", wanted.dayParts().bits())
                .param("needs", wanted.needs())
                .param("womanOnly", wanted.yes(Field.WOMAN_ONLY))
                .param("noPets", wanted.yes(Field.PETS_UNWELCOME))
                .query((row, number) -> number)
                .single();
        changes.from()
                .ifPresent(from -> ask("select household_page_turned(:hash, :at, :page, :number)", key)
                        .param("page", from.page())
                        .param("number", from.number())
                        .query((row, number) -> number)
                        .single());
        note(organisation, said.place(), changes);
        boolean replan = changes.edits().entrySet().stream()
                .anyMatch(one -> one.getKey().aboutThePlan() && one.getValue().changes());
        return new Outcome.Kept(said(key).orElseThrow(), replan);
    }

    private static @Nullable String sealed(Cell cell, Optional<UUID> row, Wanted wanted) {
        return row.map(id -> Clear.of(cell, id, wanted.phone())).orElse(null);
    }

    private boolean isOld(String key, Sent.From from) {
        return ask("select household_page_at(:hash, :at, :page) as last", key)
                .param("page", from.page())
                .query((row, number) -> row.getInt("last") >= from.number())
                .single();
    }

    private void note(OrganisationId organisation, Said.Place place, Changes changes) {
        audit.add(
                organisation,
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.CHANGED,
                        place.family().isPresent() ? AuditEntry.Subject.FAMILY : AuditEntry.Subject.REGISTRATION,
                        place.name().toString(),
                        Map.of(
                                "by",
                                "family",
                                "fields",
                                changes.edits().keySet().stream()
                                        .sorted()
                                        .map(Enum::name)
                                        .collect(Collectors.joining(" ")))));
    }

    private JdbcClient.StatementSpec ask(String sql, String key) {
        return jdbc.sql(sql)
                .param("hash", Secrets.hash(key))
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private Optional<Said> said(String key) {
        return ask("""
                        select registration, family, request, languages, phone, pets, day_parts, needs, woman_only,
                               pets_unwelcome, least_day_parts, phone_needed, page_language, version
                        from household_of(:hash, :at)
                        """, key).query((row, number) -> said(row)).optional();
    }

    private static Said said(ResultSet row) throws SQLException {
        return new Said(
                new Said.Place(
                        Optional.ofNullable(row.getObject("registration", UUID.class)),
                        Optional.ofNullable(row.getObject("family", UUID.class)).map(FamilyId::new),
                        Optional.ofNullable(row.getObject("request", UUID.class))
                                .map(SupportRequestId::new)),
                values(row),
                new Said.Least(row.getInt("least_day_parts"), row.getBoolean("phone_needed")),
                row.getString("page_language"),
                row.getLong("version"));
    }

    private static Map<Field, SortedSet<String>> values(ResultSet row) throws SQLException {
        Map<Field, SortedSet<String>> values = new EnumMap<>(Field.class);
        values.put(Field.LANGUAGES, Wanted.split(row.getString("languages")));
        values.put(Field.PHONE, Wanted.number(Optional.ofNullable(row.getString("phone"))));
        if (row.getObject("day_parts") != null) {
            values.put(
                    Field.WEEK,
                    new DayParts(row.getInt("day_parts"))
                            .list().stream().map(DayPart::toString).collect(Collectors.toCollection(TreeSet::new)));
            values.put(
                    Field.NEEDS,
                    Arrays.stream((Object[]) row.getArray("needs").getArray())
                            .map(Object::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
        yes(row, "woman_only", Field.WOMAN_ONLY, values);
        yes(row, "pets_unwelcome", Field.PETS_UNWELCOME, values);
        yes(row, "pets", Field.PETS, values);
        return values;
    }

    private static void yes(ResultSet row, String column, Field field, Map<Field, SortedSet<String>> values)
            throws SQLException {
        boolean said = row.getBoolean(column);
        if (!row.wasNull()) {
            values.put(field, new TreeSet<>(List.of(Boolean.toString(said))));
        }
    }
}
