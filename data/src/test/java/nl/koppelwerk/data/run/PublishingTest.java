package nl.koppelwerk.data.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.KeptPairings;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class PublishingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T01:00:00Z"), ZoneId.of("Europe/Amsterdam"));

    private final TestDatabase database;
    private final Runs runs;
    private final Publishing publishing;

    PublishingTest(TestDatabase database) {
        this.database = database;
        this.runs = new Runs(database.jdbc(), CLOCK);
        this.publishing = new Publishing(database.jdbc(), database.scope(), runs, CLOCK);
    }

    @Test
    void publishingTwiceChangesNothing() {
        Town town = town("twice");
        Run run = start(town.organisation());

        Published first = publishing.publish(run, proposing(town, 0, 4));
        List<Pairing> undecided = undecided(town);
        Published again = publishing.publish(run, proposing(town, 0, 4));

        assertThat(first).isEqualTo(new Published(4, 0));
        assertThat(again).isEqualTo(first);
        assertThat(undecided(town)).isEqualTo(undecided).hasSize(4);
        assertThat(history(town)).isEqualTo(4);
    }

    @Test
    void aNewNightKeepsPairsProposedAgainAndReplacesTheOthers() {
        Town town = town("replace");
        publishing.publish(start(town.organisation()), proposing(town, 0, 4));
        List<PairingId> before = undecided(town).stream().map(Pairing::id).toList();

        publishing.publish(start(town.organisation()), proposing(town, 1, 6));

        List<PairingId> after = undecided(town).stream().map(Pairing::id).toList();
        assertThat(after)
                .hasSize(5)
                .containsAll(before.stream().filter(after::contains).toList());
        assertThat(after.stream().filter(before::contains)).hasSize(3);
    }

    @Test
    void aRunThatWasOvertakenMayNotPublish() {
        Town town = town("overtaken");
        Run early = start(town.organisation());
        Run late = start(town.organisation());

        assertThatThrownBy(() -> publishing.publish(early, proposing(town, 0, 4)))
                .isInstanceOf(OvertakenException.class);

        assertThat(undecided(town)).isEmpty();
        assertThat(publishing.publish(late, proposing(town, 0, 3)).standing()).isEqualTo(3);
        Run failed = database.scope().reading(town.organisation(), () -> runs.get(early.id()));
        assertThat(failed.status()).isEqualTo(Run.Status.FAILED);
        assertThat(failed.failure()).contains("overtaken");
    }

    @Test
    void theSnapshotOfARunIsReadBackTheSameAndAlwaysWrittenTheSame() {
        Town town = town("snapshot");
        publishing.publish(start(town.organisation()), proposing(town, 0, 2));
        Run run = start(town.organisation());
        Snapshot snapshot = new Snapshots(database.jdbc(), database.scope()).read(town.organisation(), Town.TODAY);

        database.scope().inside(town.organisation(), () -> runs.keep(run, snapshot));

        assertThat(snapshot.lastProposals()).hasSize(2);
        Snapshot kept = database.scope()
                .reading(town.organisation(), () -> runs.findSnapshot(run.id()))
                .orElseThrow();
        assertThat(kept)
                .usingRecursiveComparison()
                .ignoringFields("families.email", "volunteers.email")
                .isEqualTo(snapshot);
        assertThat(snapshot.families()).anyMatch(family -> family.email().isPresent());
        assertThat(kept.families()).noneMatch(family -> family.email().isPresent());
        assertThat(kept.volunteers()).noneMatch(volunteer -> volunteer.email().isPresent());
        assertThat(SnapshotFormat.pack(SnapshotFormat.unpack(SnapshotFormat.pack(snapshot))))
                .isEqualTo(SnapshotFormat.pack(snapshot));
    }

    private Town town(String name) {
        Town town = Town.of(database.organisation(name), 8, 7);
        town.saveIn(database);
        return town;
    }

    private Run start(OrganisationId organisation) {
        return database.scope().inside(organisation, () -> {
            Run run = runs.start(organisation, UUID.randomUUID(), 7, Town.TODAY, "0.1.0");
            runs.keep(run, new Snapshots(database.jdbc(), database.scope()).read(organisation, Town.TODAY));
            return run;
        });
    }

    /** Proposes request i for volunteer i, from {@code from} up to {@code to}. */
    private static Outcome proposing(Town town, int from, int to) {
        List<Outcome.Proposal> proposals = IntStream.range(from, to)
                .mapToObj(number -> new Outcome.Proposal(
                        town.requests().get(number).id(),
                        town.volunteers().get(number).id(),
                        Town.WEDNESDAY_AFTERNOON,
                        610 + number,
                        820,
                        "[{\"rule\": \"near\", \"points\": 7}]"))
                .toList();
        List<Outcome.Unpaired> unpaired =
                List.of(new Outcome.Unpaired(town.requests().get(7).id(), "[{\"rule\": \"language\"}]"));
        return new Outcome(
                proposals,
                unpaired,
                new Figures(430, 431, 2_470, Optional.of(2_480L), 8, 7, 23, proposals.size(), 1, 820, false),
                new byte[] {1, 2, 3});
    }

    private List<Pairing> undecided(Town town) {
        return database.scope()
                .reading(town.organisation(), () -> new KeptPairings(database.jdbc()).undecided(Town.TODAY));
    }

    private int history(Town town) {
        return database.scope()
                .reading(
                        town.organisation(),
                        () -> database.jdbc()
                                .sql("select count(*) from pairing_history")
                                .query((row, number) -> row.getInt(1))
                                .single());
    }
}
