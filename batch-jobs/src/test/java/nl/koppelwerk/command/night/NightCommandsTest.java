package nl.koppelwerk.command.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import nl.koppelwerk.command.CommandGroup;
import nl.koppelwerk.command.Commands;
import nl.koppelwerk.command.Console;
import nl.koppelwerk.command.ExitCode;
import nl.koppelwerk.command.SpokenConsole;
import nl.koppelwerk.command.Texts;
import nl.koppelwerk.command.retention.RetentionCommand;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.ClearBytes;
import nl.koppelwerk.data.database.AdvisoryLocks;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.erasure.ErasedList;
import nl.koppelwerk.data.erasure.Erasing;
import nl.koppelwerk.data.erasure.Erasure;
import nl.koppelwerk.data.erasure.Leftovers;
import nl.koppelwerk.data.erasure.Person;
import nl.koppelwerk.data.run.SnapshotFormat;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The commands on one database, in the order in which somebody would use them. */
@ExtendWith(DatabaseExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NightCommandsTest {
    private final TestDatabase database;
    private final SpokenConsole spoken;

    NightCommandsTest(TestDatabase database) {
        this.database = database;
        this.spoken = new SpokenConsole(
                Texts.DUTCH,
                false,
                Stream.of(database.properties()).map(setting -> "--" + setting).toList());
    }

    @Test
    @Order(1)
    void withoutAnOrganisationThereIsNothingToMatch() {
        assertThat(run("nightly")).isEqualTo(ExitCode.FAILED);
        assertThat(spoken.err())
                .isEqualToNormalizingNewlines("Er is nog geen organisatie. Begin met ./koppelwerk demo.\n");
    }

    @Test
    @Order(2)
    void withoutARunThereIsNothingToCheck() {
        Town.of(organisation(), 7, 2).saveIn(database);

        assertThat(run("check")).isEqualTo(ExitCode.FAILED);
        assertThat(run("check", "41")).isEqualTo(ExitCode.FAILED);
        assertThat(spoken.err()).contains("Er is nog geen nacht geweest.", "Nacht 41 is er niet.");
    }

    @Test
    @Order(3)
    void aNightIsSummedUpForACoordinator() {
        assertThat(run("nightly", "--day", "2026-03-17", "--seed", "5")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out())
                .contains("Nacht 1 voor Wijkteam, 17 maart 2026", "van 7 steunvragen hebben een voorstel", " keer: ");
        assertThat(spoken.err()).contains("Gegevens lezen", "Natellen");
    }

    @Test
    @Order(4)
    void asLongAsSomebodyElseIsMatchingANightIsRefused() {
        AdvisoryLocks locks = new AdvisoryLocks(database.dataSource());
        try (AdvisoryLocks.Held held =
                locks.tryTake("nightly " + organisation().value()).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(run("nightly", "--organisation", "wijkteam")).isEqualTo(ExitCode.BUSY);
        }
        assertThat(spoken.err()).contains("Voor Wijkteam worden op dit moment al koppelingen gezocht.");
    }

    @Test
    @Order(5)
    void aRunIsListedCheckedAndReplayed() {
        assertThat(run("runs")).isEqualTo(ExitCode.OK);
        assertThat(run("check", "1")).isEqualTo(ExitCode.OK);
        assertThat(run("replay", "1")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out())
                .contains("1  2026-03-17  gelukt")
                .contains("alle regels zijn gehouden")
                .contains("opnieuw gezocht, dezelfde ");
    }

    @Test
    @Order(6)
    void howGoodANightIsFollowsFromTheStoredPrices() {
        assertThat(run("verify", "1")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).contains("7 steunvragen", "Nacht 1: waarde, grens en bewijs kloppen met elkaar.");
    }

    @Test
    @Order(7)
    void aNightIsStillCheckedReplayedAndVerifiedWhenSomebodyInItWasErased(@TempDir Path home) {
        OrganisationId organisation = organisation();
        Erasing erasing = new Erasing(
                database.jdbc(),
                database.transactions(),
                database.scope(),
                Clock.system(ZoneId.of("Europe/Amsterdam")),
                new Erasing.Beside(List.of(), new ErasedList(home.resolve("erased.csv"))));

        Erasure erased = erasing.erase(
                organisation,
                Person.of(Town.of(organisation, 7, 2).families().get(2).id()),
                Optional.empty());

        assertThat(erased).isInstanceOf(Erasure.Erased.class);
        assertThat(run("check", "1")).isEqualTo(ExitCode.OK);
        assertThat(run("replay", "1")).isEqualTo(ExitCode.OK);
        assertThat(run("verify", "1")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).contains("na nacht 1 is één persoon gewist", "kloppen met elkaar");
        assertThat(new Leftovers(database, organisation).of("Ünal-2")).isEmpty();
    }

    @Test
    @Order(8)
    void whatIsPastItsTermIsCountedBeforeItGoesAndTermsAreKept() {
        assertThat(run("retention", "--dry-run", "--again", "--term", "SENT_MAIL=30"))
                .isEqualTo(ExitCode.OK);

        assertThat(spoken.out())
                .contains("Wijkteam: dit is over zijn termijn en zou weggaan.")
                .contains("verstuurde mails: 0 (termijn 30 dagen)", "gestopte vrijwilligers: 0 (termijn 730 dagen)")
                .contains("0 mensen uit de lijst ");
        assertThat(run("retention", "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).as("a dry run keeps nothing").contains("verstuurde mails: 0 (termijn 90 dagen)");

        assertThat(run("retention", "--term", "SENT_MAIL=30")).isEqualTo(ExitCode.OK);
        assertThat(run("retention", "--dry-run")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out().split("termijn 30 dagen", -1))
                .as("the first, and the last two that say it")
                .hasSize(4);

        assertThat(run("retention", "--dry-run", "--term", "HISTORY=0")).isEqualTo(ExitCode.USAGE);
        assertThat(spoken.err()).contains("Een termijn is 1 tot 36.500 dagen, niet 0.");
    }

    @Test
    @Order(9)
    void aBoundThatWasChangedInTheDatabaseIsFound() {
        changeRuns("update run set fit_bound = fit_bound - 1, fit = fit - 1");
        assertThat(run("verify", "1")).isEqualTo(ExitCode.FOUND);
        changeRuns("update run set fit = fit + 1");
        assertThat(run("verify", "1")).isEqualTo(ExitCode.FOUND);
        changeRuns("update run set fit_bound = fit_bound + 1");

        assertThat(run("verify", "1")).isEqualTo(ExitCode.OK);
        assertThat(spoken.out()).contains("maar de voorstellen zijn", "maar het bewijs gaat over");
    }

    @Test
    @Order(10)
    void aSnapshotThatWasChangedInTheDatabaseIsFound() {
        byte[] kept = database.scope()
                .inside(
                        organisation(),
                        () -> database.jdbc()
                                .sql("select snapshot from run where id = 1")
                                .query((row, number) -> row.getBytes("snapshot"))
                                .single());
        Snapshot snapshot = SnapshotFormat.unpack(kept);
        Snapshot changed = new Snapshot(
                snapshot.organisation(),
                snapshot.day(),
                snapshot.programmes(),
                snapshot.families(),
                snapshot.requests(),
                snapshot.volunteers().subList(0, 1),
                snapshot.fixed(),
                snapshot.lastProposals(),
                snapshot.blocks(),
                snapshot.places(),
                snapshot.open(),
                snapshot.bothSides());
        keep(SnapshotFormat.pack(changed));
        assertThat(run("verify", "1")).isEqualTo(ExitCode.FOUND);
        keep(kept);

        assertThat(spoken.out()).contains("het bewijs gaat over een ander probleem");
    }

    @Test
    @Order(11)
    void aRunWithoutProofOrWithABrokenOneSaysSo() {
        changeRuns("update run set certificate = set_byte(certificate, 40, 255 - get_byte(certificate, 40))");
        assertThat(run("verify", "1")).isEqualTo(ExitCode.FOUND);
        changeRuns("update run set certificate = null");

        assertThat(run("verify", "1")).isEqualTo(ExitCode.FOUND);
        assertThat(spoken.out()).contains("is niet te lezen", "Nacht 1: er is geen bewijs bewaard");
    }

    @Test
    @Order(12)
    void aProposalThatBreaksARuleIsNamed() {
        // Night: outside every volunteer's availability here.
        change("proposal", "update proposal set day_parts = 8", Map.of());

        assertThat(run("check")).isEqualTo(ExitCode.FOUND);
        assertThat(run("replay")).isEqualTo(ExitCode.FOUND);
        assertThat(spoken.out()).contains("kunnen niet allebei op", " keer is een regel gebroken", "zijn er ");
    }

    private void changeRuns(String update) {
        change("run", update, Map.of());
    }

    private void keep(byte[] snapshot) {
        database.scope().inside(organisation(), () -> {
            database.jdbc()
                    .sql("update run set snapshot = :snapshot where id = 1")
                    .param(
                            "snapshot",
                            new ClearBytes(Cell.RUN_SNAPSHOT, organisation().value(), snapshot))
                    .update();
        });
    }

    /** As somebody with the owner's password could. */
    private void change(String table, String update, Map<String, ?> values) {
        JdbcClient jdbc = database.ownerJdbc();
        jdbc.sql("alter table " + table + " disable row level security").update();
        jdbc.sql(update).params(values).update();
        jdbc.sql("alter table " + table + " enable row level security").update();
    }

    private OrganisationId organisation() {
        return database
                .scope()
                .reading(
                        new OrganisationId(new java.util.UUID(0, 1)),
                        () -> database.jdbc()
                                .sql("select organisation from list_organisations()")
                                .query((row, number) -> new OrganisationId(row.getObject(1, java.util.UUID.class)))
                                .list())
                .stream()
                .findFirst()
                .orElseGet(() -> database.organisation("Wijkteam"));
    }

    private int run(String... words) {
        Console console = spoken.console();
        Clock clock = Clock.system(ZoneId.of("Europe/Amsterdam"));
        return new Commands(console)
                .with(
                        CommandGroup.NIGHT,
                        new NightlyCommand(console, clock),
                        new CheckCommand(console),
                        new VerifyCommand(console),
                        new ReplayCommand(console, clock),
                        new RunsCommand(console),
                        new RetentionCommand(console))
                .run(List.of(words));
    }
}
