package nl.koppelwerk.data.person;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.imports.Readings;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up town with a coordinator who keeps its records. */
final class Office {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));

    final TestDatabase database;
    final JdbcClient jdbc;
    final OrganisationId organisation;
    final Town town;
    final By noor;
    final History history;
    final Audit audit;
    final EditingFamilies families;
    final EditingRequests requests;
    final EditingVolunteers volunteers;
    final PausingVolunteers pausing;

    Office(TestDatabase database, String name, int families, int volunteers) {
        this.database = database;
        jdbc = database.jdbc();
        organisation = database.organisation(name);
        town = Town.of(organisation, families, volunteers);
        town.saveIn(database);
        UUID account = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        noor = new By(organisation, account);
        new Accounts(jdbc, database.scope())
                .save(new Account(
                        account,
                        organisation,
                        account + "@koppelwerk.example",
                        "Noor",
                        "{noop}x",
                        Account.Role.COORDINATOR,
                        true));
        history = new History(jdbc, CLOCK);
        audit = new Audit(jdbc, CLOCK);
        Readings readings = new Readings(jdbc, CLOCK);
        this.families = new EditingFamilies(jdbc, readings, history, audit);
        requests = new EditingRequests(jdbc, readings, history, audit);
        this.volunteers = new EditingVolunteers(jdbc, readings, history, audit);
        pausing = new PausingVolunteers(jdbc, history, audit);
    }

    <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    /** Rows in each table that has rows of organisations. */
    Map<String, Long> counts() {
        return inside(() -> jdbc.sql("""
                        select c.relname from pg_class c
                        where c.relkind = 'r' and c.relrowsecurity and c.relnamespace = 'public'::regnamespace
                        order by 1
                        """).query(String.class).list().stream()
                .collect(Collectors.toMap(
                        table -> table,
                        table -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single(),
                        Long::sum,
                        TreeMap::new)));
    }

    static String said(Change change) {
        return change.reference() + " " + change.field().orElse("added")
                + change.part().map(part -> " " + part).orElse("")
                + ": " + change.before().orElse("-") + " > " + change.after().orElse("-") + " by "
                + change.account().orElse("-") + " " + change.way();
    }
}
