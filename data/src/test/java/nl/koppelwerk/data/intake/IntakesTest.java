package nl.koppelwerk.data.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.history.Subject;
import nl.koppelwerk.data.intake.Intakes.Outcome;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.family.FamilyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
class IntakesTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final List<Question> ALL = Questions.ofTheSoftware();

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final Town town;
    private final By noor;
    private final History history;
    private final Intakes intakes;

    IntakesTest(TestDatabase database, TestInfo test) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.town = Town.of(database.organisation(test.getDisplayName()), 5, 3);
        town.saveIn(database);
        UUID account = UUID.nameUUIDFromBytes(test.getDisplayName().getBytes(StandardCharsets.UTF_8));
        this.noor = new By(town.organisation(), account);
        account(account, Account.Role.COORDINATOR);
        this.history = new History(jdbc, CLOCK);
        this.intakes = new Intakes(jdbc, history, new Audit(jdbc, CLOCK));
    }

    private void account(UUID id, Account.Role role) {
        new Accounts(jdbc, database.scope())
                .save(new Account(id, town.organisation(), id + "@koppelwerk.example", "Noor", "{noop}x", role, true));
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(town.organisation(), work);
    }

    private FamilyId family(int number) {
        return town.families().get(number).id();
    }

    private Outcome keep(int family, Map<String, String> before, Map<String, String> mine) {
        List<Question> asked = ALL.stream()
                .filter(question -> before.containsKey(question.key()) || mine.containsKey(question.key()))
                .toList();
        return inside(() -> intakes.keep(family(family), asked, before, mine, noor));
    }

    private Map<String, String> kept(int family) {
        return inside(() -> intakes.find(family(family)));
    }

    @Test
    void answersAreKeptWithoutSpacesAroundThemAndCanBeTakenBack() {
        assertThat(keep(3, Map.of(), Map.of("goal", "  Weer werken.\r\nEn rust. ", "device", "PHONE")))
                .isEqualTo(new Outcome.Done(2));
        assertThat(kept(3)).isEqualTo(Map.of("goal", "Weer werken.\nEn rust.", "device", "PHONE"));

        assertThat(keep(3, kept(3), Map.of("goal", "", "device", "PHONE"))).isEqualTo(new Outcome.Done(1));
        assertThat(kept(3)).isEqualTo(Map.of("device", "PHONE"));
        assertThat(kept(2)).isEmpty();
    }

    @Test
    void whatTwoColleaguesAnsweredIsKeptOfBothUnlessItIsTheSameQuestion() {
        Map<String, String> opened = Map.of("goal", "", "device", "", "numbers", "");
        keep(1, opened, Map.of("goal", "Rust", "device", "PHONE", "numbers", ""));

        assertThat(keep(1, opened, Map.of("goal", "", "device", "PHONE", "numbers", "HARD")))
                .isEqualTo(new Outcome.Done(1));
        assertThat(kept(1)).isEqualTo(Map.of("goal", "Rust", "device", "PHONE", "numbers", "HARD"));

        assertThat(keep(1, opened, Map.of("goal", "Werk", "device", "", "numbers", "WELL")))
                .isEqualTo(new Outcome.Again(
                        Map.of("goal", "Werk", "device", "PHONE", "numbers", "WELL"),
                        Map.of(),
                        Map.of("goal", "Rust", "numbers", "HARD")));
        assertThat(kept(1)).containsEntry("goal", "Rust").containsEntry("numbers", "HARD");
    }

    @Test
    void nothingIsKeptWhenOneAnswerIsWrongAndEverythingTypedComesBack() {
        String tooLong = "x".repeat(1001);

        assertThat(keep(2, Map.of(), Map.of("goal", tooLong, "device", "FAX", "numbers", "WELL")))
                .isEqualTo(new Outcome.Again(
                        Map.of("goal", tooLong, "device", "FAX", "numbers", "WELL"),
                        Map.of("goal", "text", "device", "choice"),
                        Map.of()));
        assertThat(kept(2)).isEmpty();
    }

    @Test
    void aNeedOfAnOpenRequestIsAProblemUnlessTheFamilySaysOtherwise() {
        FamilyId family = family(1);
        List<String> needs =
                inside(() -> intakes.asked(family)).stream().map(Enum::name).toList();
        assertThat(needs).isNotEmpty();
        String one = "need." + needs.getFirst();

        assertThat(inside(() -> intakes.shown(family))).containsEntry(one, "PROBLEM");
        assertThat(keep(1, Map.of(one, "PROBLEM"), Map.of(one, "STRENGTH"))).isEqualTo(new Outcome.Done(1));
        assertThat(inside(() -> intakes.shown(family))).containsEntry(one, "STRENGTH");
        assertThat(kept(1)).isEqualTo(Map.of(one, "STRENGTH"));
    }

    @Test
    void eachAnswerIsInTheHistoryAndLeavesTheFormOfTheFamilyAlone() {
        long seen = inside(() -> history.last(Subject.of(family(4))));
        keep(4, Map.of(), Map.of("numbers", "HARD"));
        keep(4, Map.of("numbers", "HARD"), Map.of("numbers", "WELL"));

        assertThat(inside(() -> history.of(family(4), 10)).stream()
                        .filter(change -> change.field().equals(Optional.of("intake")))
                        .map(change -> said(change)))
                .containsExactly("numbers: HARD > WELL by Noor", "numbers: - > HARD by Noor");
        assertThat(inside(() -> history.since(Subject.of(family(4)), seen))).isEmpty();
    }

    private static String said(Change change) {
        return change.part().orElse("-") + ": " + change.before().orElse("-") + " > "
                + change.after().orElse("-") + " by " + change.account().orElse("-");
    }

    /** What municipalities and monitors are told is made from other rows; a profile cannot slip in. */
    @Test
    void nothingThatIsMadeForMunicipalitiesReadsAnIntake() throws IOException {
        for (String folder : List.of("cost", "monitor")) {
            try (Stream<Path> files = Files.walk(Path.of("src/main/java/nl/koppelwerk/data", folder))) {
                assertThat(files.filter(file -> file.toString().endsWith(".java")))
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(Files.readString(file))
                                .doesNotContainIgnoringCase("intake")
                                .doesNotContain("emergency"));
            }
        }
    }

    @Test
    void whoMayNotSeeTheFamilySeesNoAnswer() {
        keep(1, Map.of(), Map.of("stress", "MUCH"));
        UUID reader = UUID.nameUUIDFromBytes(("reader" + noor.account()).getBytes(StandardCharsets.UTF_8));
        account(reader, Account.Role.MUNICIPAL_READER);
        OrganisationScope municipality =
                new OrganisationScope(jdbc, database.transactions(), () -> Optional.of(reader));

        assertThat(municipality.inside(town.organisation(), () -> intakes.find(family(1))))
                .isEmpty();
        assertThat(municipality.inside(
                        town.organisation(),
                        () -> intakes.keep(family(1), ALL, Map.of(), Map.of("stress", "SOME"), noor)))
                .isEqualTo(new Outcome.Gone());
        assertThat(kept(1)).containsEntry("stress", "MUCH");
    }
}
