package nl.koppelwerk.data.cost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a pairing of a programme costs in a whole year, with all that was said before. To be used inside the scope. */
public final class ProgrammeCosts {
    private static final String COLUMNS = """
            programme, year, coordinator_hours, hourly_rate_cents, subsidy_cents, training_cents, screening_cents,
            expenses_cents, overhead_cents, source
            """;

    private final JdbcClient jdbc;

    public ProgrammeCosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A programme that cost can be entered for. */
    public record Programme(ProgrammeId id, String name) {}

    /**
     * What one pairing costs that runs the whole year.
     *
     * @param source who says so
     */
    public record Entry(ProgrammeId programme, PairingCost cost, String source) {}

    /**
     * What was said at some time.
     *
     * @param removed it was taken away then, and this is what it said
     */
    public record Change(Entry entry, boolean removed, Instant at, String by) {}

    public List<Programme> programmes() {
        return jdbc.sql("select id, name from programme order by name, id")
                .query((row, number) ->
                        new Programme(new ProgrammeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    public Map<ProgrammeId, String> names() {
        return programmes().stream().collect(Collectors.toMap(Programme::id, Programme::name));
    }

    /** By programme and year, newest year first. */
    public List<Entry> list() {
        return jdbc.sql("select " + COLUMNS + " from programme_cost order by programme, year desc")
                .query((row, number) -> entry(row))
                .list();
    }

    /** Cost by year of each programme. */
    Map<UUID, Map<Integer, PairingCost>> byYear() {
        Map<UUID, Map<Integer, PairingCost>> costs = new HashMap<>();
        list().forEach(entry -> costs.computeIfAbsent(entry.programme().value(), _ -> new HashMap<>())
                .put(entry.cost().year(), entry.cost()));
        return costs;
    }

    /**
     * A year in which reviewed pairings of a programme ran, of which no cost is known.
     *
     * @param programme its name
     */
    public record Gap(String programme, int year) {}

    /** What keeps reports from being made. */
    public List<Gap> gaps() {
        String sql = """
                select distinct g.name, y.year
                from case_review c
                join pairing k on k.organisation = c.organisation and k.id = c.pairing
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join programme g on g.organisation = q.organisation and g.id = q.programme
                cross join lateral generate_series(extract(year from (c.content ->> 'started')::date)::int,
                                                   extract(year from (c.content ->> 'until')::date - 1)::int) y (year)
                where not exists (select from programme_cost p where p.programme = q.programme and p.year = y.year)
                order by g.name, y.year
                """;
        return jdbc.sql(sql)
                .query((row, number) -> new Gap(row.getString("name"), row.getInt("year")))
                .list();
    }

    /** Newest first. */
    public List<Change> changes() {
        String sql = """
                select c.programme, c.year, c.coordinator_hours, c.hourly_rate_cents, c.subsidy_cents, c.training_cents,
                       c.screening_cents, c.expenses_cents, c.overhead_cents, c.source, c.removed, c.at, a.name as by
                from programme_cost_change c
                join account a on a.organisation = c.organisation and a.id = c.account
                order by c.number desc
                """;
        return jdbc.sql(sql)
                .query((row, number) -> new Change(
                        entry(row),
                        row.getBoolean("removed"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by")))
                .list();
    }

    /** In place of what was said of the same programme and year. */
    public void keep(OrganisationId organisation, Entry entry, UUID account, Instant at) {
        String sql = """
                insert into programme_cost (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                                            subsidy_cents, training_cents, screening_cents, expenses_cents,
                                            overhead_cents, source)
                values (:organisation, :programme, :year, :hours, :rate, :subsidy, :training, :screening, :expenses,
                        :overhead, :source)
                on conflict (organisation, programme, year) do update
                set coordinator_hours = excluded.coordinator_hours, hourly_rate_cents = excluded.hourly_rate_cents,
                    subsidy_cents = excluded.subsidy_cents, training_cents = excluded.training_cents,
                    screening_cents = excluded.screening_cents, expenses_cents = excluded.expenses_cents,
                    overhead_cents = excluded.overhead_cents, source = excluded.source
                """;
        with(jdbc.sql(sql), organisation, entry).update();
        note(organisation, entry, false, account, at);
    }

    /** Takes away what was said; whether there was something. */
    public boolean remove(OrganisationId organisation, ProgrammeId programme, int year, UUID account, Instant at) {
        Optional<Entry> there = jdbc.sql("delete from programme_cost where programme = :programme and year = :year"
                        + " returning " + COLUMNS)
                .param("programme", programme.value())
                .param("year", year)
                .query((row, number) -> entry(row))
                .optional();
        there.ifPresent(entry -> note(organisation, entry, true, account, at));
        return there.isPresent();
    }

    private void note(OrganisationId organisation, Entry entry, boolean removed, UUID account, Instant at) {
        String sql = """
                insert into programme_cost_change (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                                                   subsidy_cents, training_cents, screening_cents, expenses_cents,
                                                   overhead_cents, source, removed, at, account)
                values (:organisation, :programme, :year, :hours, :rate, :subsidy, :training, :screening, :expenses,
                        :overhead, :source, :removed, :at, :account)
                """;
        with(jdbc.sql(sql), organisation, entry)
                .param("removed", removed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
    }

    private static JdbcClient.StatementSpec with(
            JdbcClient.StatementSpec statement, OrganisationId organisation, Entry entry) {
        PairingCost cost = entry.cost();
        return statement
                .param("organisation", organisation.value())
                .param("programme", entry.programme().value())
                .param("year", cost.year())
                .param("hours", cost.coordinatorHours())
                .param("rate", cost.hourlyRate().cents())
                .param("subsidy", cents(cost, Item.SUBSIDY))
                .param("training", cents(cost, Item.TRAINING))
                .param("screening", cents(cost, Item.SCREENING))
                .param("expenses", cents(cost, Item.EXPENSES))
                .param("overhead", cents(cost, Item.OVERHEAD))
                .param("source", entry.source());
    }

    private static long cents(PairingCost cost, Item item) {
        return cost.items().getOrDefault(item, Money.ZERO).cents();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        PairingCost cost = new PairingCost(
                row.getInt("year"),
                row.getBigDecimal("coordinator_hours"),
                new Money(row.getLong("hourly_rate_cents")),
                Map.of(
                        Item.SUBSIDY, new Money(row.getLong("subsidy_cents")),
                        Item.TRAINING, new Money(row.getLong("training_cents")),
                        Item.SCREENING, new Money(row.getLong("screening_cents")),
                        Item.EXPENSES, new Money(row.getLong("expenses_cents")),
                        Item.OVERHEAD, new Money(row.getLong("overhead_cents"))));
        return new Entry(new ProgrammeId(row.getObject("programme", UUID.class)), cost, row.getString("source"));
    }
}
