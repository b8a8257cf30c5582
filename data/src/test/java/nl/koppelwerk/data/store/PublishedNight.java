package nl.koppelwerk.data.store;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.run.Figures;
import nl.koppelwerk.data.run.Outcome;
import nl.koppelwerk.data.run.Publishing;
import nl.koppelwerk.data.run.Run;
import nl.koppelwerk.data.run.Runs;
import nl.koppelwerk.data.run.Snapshots;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.pairing.CoordinatorId;

/** A town with coordinators, and nights that propose its first requests in turn to each volunteer. */
public record PublishedNight(TestDatabase database, Town town, Clock clock) {
    private static final List<DayParts> DAY_PARTS =
            Town.FREE.list().stream().map(DayParts::of).toList();

    public static PublishedNight of(TestDatabase database, Town town, Clock clock, CoordinatorId... coordinators) {
        town.saveIn(database);
        for (CoordinatorId coordinator : coordinators) {
            new Accounts(database.jdbc(), database.scope())
                    .save(new Account(
                            coordinator.value(),
                            town.organisation(),
                            UUID.nameUUIDFromBytes((town.organisation() + "" + coordinator)
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    + "@koppelwerk.example",
                            "Coördinator",
                            "{noop}not used",
                            Account.Role.COORDINATOR,
                            true));
        }
        return new PublishedNight(database, town, clock);
    }

    /** Publishes a run; the proposals that stand after it, in the order of the requests. */
    public List<Pairing> propose(int requests) {
        OrganisationId organisation = town.organisation();
        Runs runs = new Runs(database.jdbc(), clock);
        Run run = database.scope().inside(organisation, () -> {
            Run started = runs.start(organisation, UUID.randomUUID(), 7, Town.TODAY, "0.1.0");
            runs.keep(started, new Snapshots(database.jdbc(), database.scope()).read(organisation, Town.TODAY));
            return started;
        });
        List<Outcome.Proposal> proposals =
                IntStream.range(0, requests).mapToObj(this::proposal).toList();
        new Publishing(database.jdbc(), database.scope(), runs, clock)
                .publish(run, new Outcome(proposals, List.of(), figures(requests), new byte[0]));
        List<Pairing> undecided =
                database.scope().reading(organisation, () -> new KeptPairings(database.jdbc()).undecided(Town.TODAY));
        return proposals.stream()
                .flatMap(proposal ->
                        undecided.stream().filter(pairing -> pairing.request().equals(proposal.request())))
                .toList();
    }

    private Outcome.Proposal proposal(int number) {
        return new Outcome.Proposal(
                town.requests().get(number).id(),
                town.volunteers().get(number % town.volunteers().size()).id(),
                DAY_PARTS.get(number % DAY_PARTS.size()),
                500,
                700,
                "[]");
    }

    private Figures figures(int requests) {
        return new Figures(
                requests,
                requests,
                500L * requests,
                Optional.empty(),
                town.requests().size(),
                5,
                99,
                requests,
                0,
                700,
                true);
    }

    public List<Pairing> fixed() {
        return database.scope().reading(town.organisation(), () -> new KeptPairings(database.jdbc()).fixed(Town.TODAY));
    }

    /** Who, from where to where, and why; line by line. */
    public List<String> history(Pairing pairing) {
        String sql = """
                select coalesce(account::text, 'null') || ' ' || coalesce(from_step, 'null') || ' ' || to_step || ' '
                       || coalesce(reason, 'null') as line
                from pairing_history
                where pairing = :id
                order by number
                """;
        return database.scope()
                .reading(
                        town.organisation(),
                        () -> database.jdbc()
                                .sql(sql)
                                .param("id", pairing.id().value())
                                .query((row, number) -> row.getString("line"))
                                .list());
    }
}
