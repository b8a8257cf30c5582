package nl.koppelwerk.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.imports.ImportOutcome.Imported;
import nl.koppelwerk.data.imports.ImportOutcome.Refused;
import nl.koppelwerk.data.reference.PostcodeFile;
import nl.koppelwerk.data.sample.SampleCity;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Volunteers;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DatabaseExtension.class)
class ImportingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final String HEADING =
            "gezinsnummer;gezin;postcode;talen;steunvraag;programma;soort;hulpvragen;uren_per_week;dagdelen;wacht_sinds\n";
    private static final String GOOD =
            "17;Gezin Maanbrug;3011 AB;Turks C2, Nederlands A1;17-1;MAATJE;maatje;geld, opvoeding;2,5;woensdagmiddag;1-9-2026\n";
    private static final String ALSO_GOOD =
            "18;Gezin Zeilhof;3012;nld:C2;;STEUN;steungezin;opvoeding;3;zaterdagochtend zondagmiddag;2026-10-02\n";
    private final TestDatabase database;
    private final Importing importing;
    private OrganisationId organisation = new OrganisationId(new java.util.UUID(0, 0));

    @TempDir
    Path folder = Path.of("");

    ImportingTest(TestDatabase database) {
        this.database = database;
        this.importing = new Importing(database.jdbc(), database.scope(), CLOCK, FileLimits.DEFAULT);
    }

    @BeforeEach
    void anOrganisationWithPostcodes() {
        organisation = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()),
                        new Programmes(database.jdbc()),
                        database.scope())
                .found(folder.toString());
        imported(Path.of("reference", "postcodes.csv"));
    }

    @Test
    void theSampleCityGoesInWhole() {
        Imported volunteers = imported(Path.of("sample", SampleCity.VOLUNTEERS_FILE));
        Imported families = imported(Path.of("sample", SampleCity.FAMILIES_FILE));

        assertThat(volunteers.accepted()).isEqualTo(245).isEqualTo(volunteers.read());
        assertThat(families.accepted()).isEqualTo(285).isEqualTo(families.added());
        assertThat(families()).hasSize(213);
        assertThat(requests()).hasSize(285);
        assertThat(families.kind()).isEqualTo(ImportKind.FAMILIES);
        assertThat(volunteers.rejectsFile()).isEmpty();
    }

    @Test
    void aBadRowIsRefusedWithItsReasonAndTheOthersGoIn() throws IOException {
        Path file = file(
                "gezinnen.csv", HEADING + GOOD + GOOD.replace("3011 AB", "9999").replace("17", "19") + ALSO_GOOD);

        Imported outcome = imported(file);

        assertThat(outcome.read()).isEqualTo(3);
        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejected()).isEqualTo(1);
        assertThat(outcome.firstRejects()).singleElement().satisfies(row -> {
            assertThat(row.number()).isEqualTo(3);
            assertThat(row.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.column()).isEqualTo("postcode");
                assertThat(problem.value()).isEqualTo("9999");
                assertThat(problem.reason().dutch())
                        .isEqualTo(
                                "Postcode 9999 kennen we niet; lees eerst een postcodebestand in waar hij in staat.");
                assertThat(problem.reason().english())
                        .isEqualTo("We do not know postcode 9999; first import a postcode file that has it.");
            });
        });
        assertThat(rejects()).containsExactly("3 postcode 9999 problem.postcode-unknown");
    }

    @Test
    void refusedRowsAreInAFileThatGoesInOnceItIsCorrected() throws IOException {
        Path file = file("gezinnen.csv", HEADING + GOOD + ALSO_GOOD.replace("zondagmiddag", "zondagmidag"));

        Path rejected = imported(file).rejectsFile().orElseThrow();
        Files.writeString(rejected, Files.readString(rejected).replace("zondagmidag", "zondagmiddag"));
        Imported corrected = imported(rejected);

        assertThat(rejected).hasFileName("gezinnen-afgewezen.csv");
        assertThat(corrected.accepted()).isEqualTo(1).isEqualTo(corrected.read());
        assertThat(corrected.unusedColumns()).isEmpty();
        assertThat(families()).extracting(Family::reference).containsExactly("17", "18");
        assertThat(requests()).extracting(SupportRequest::reference).containsExactly("17-1", "18-STEUN");
    }

    @Test
    void theSameContentHasOneEffectWhateverItIsCalled() throws IOException {
        String content = HEADING + GOOD + GOOD.replace("Turks C2", "Elfs C2") + ALSO_GOOD;
        imported(file("een.csv", content));
        imported(file("volunteer-changed.csv", HEADING + ALSO_GOOD.replace("Zeilhof", "Zeiloever")));
        List<Family> before = families();

        Imported again = imported(file("twee.csv", content));

        assertThat(again.already()).isTrue();
        assertThat(again.read()).isEqualTo(3);
        assertThat(again.accepted()).isEqualTo(2);
        assertThat(again.rejected()).isEqualTo(1);
        assertThat(again.changed()).isZero();
        assertThat(families()).isEqualTo(before).extracting(Family::name).contains("Gezin Zeiloever");
        assertThat(count("import_file")).isEqualTo(3);
        assertThat(count("import_reject")).isEqualTo(1);
    }

    @Test
    void theSameFileAtTheSameTimeHasOneEffect() throws IOException, InterruptedException, ExecutionException {
        Path file = file("gezinnen.csv", HEADING + GOOD + ALSO_GOOD);
        List<Callable<ImportOutcome>> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String name = i + ".csv";
            all.add(() -> importing.importFile(organisation, new Importing.Offer(file, name, folder), rows -> {}));
        }

        int added = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(5)) {
            for (Future<ImportOutcome> each : clients.invokeAll(all)) {
                added += ((Imported) each.get()).added();
            }
        }

        assertThat(added).isEqualTo(2);
        assertThat(requests()).hasSize(2);
    }

    @Test
    void aChangedRowChangesWhatIsThere() throws IOException {
        imported(file("een.csv", HEADING + GOOD + ALSO_GOOD));

        Imported changed = imported(file("twee.csv", HEADING + GOOD + ALSO_GOOD.replace(";3;", ";4;")));

        assertThat(changed.added()).isZero();
        assertThat(changed.changed()).isEqualTo(1);
        assertThat(requests().getLast().hoursPerWeek()).hasToString("4");
    }

    @Test
    void aRowThatSaysSomethingElseOfTheSameFamilyIsRefused() throws IOException {
        String other = GOOD.replace("17-1", "17-2").replace("Maanbrug", "Maandam");
        String twice = GOOD.replace("2,5", "5");

        Imported outcome = imported(file("gezinnen.csv", HEADING + GOOD + other + twice + ALSO_GOOD));

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(rejects())
                .containsExactly("3 gezinsnummer 17 problem.family-differs", "4 steunvraag 17-1 problem.request-twice");
    }

    @Test
    void aRequestDoesNotMoveToAnotherFamily() throws IOException {
        imported(file("een.csv", HEADING + GOOD));

        Imported outcome = imported(file("twee.csv", HEADING + GOOD.replaceFirst("17", "19") + ALSO_GOOD));

        assertThat(outcome.rejected()).isEqualTo(1);
        assertThat(rejects()).containsExactly("2 steunvraag 17-1 problem.request-of-other-family");
    }

    @Test
    void aFileThatBreaksOffHalfwayLeavesNothingBehind() throws IOException {
        String rows = HEADING + GOOD + ALSO_GOOD + "\"19;Gezin";

        ImportOutcome outcome = offer(file("gezinnen.csv", rows));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason().dutch())
                                .startsWith("gezinnen.csv: in rij 4 begint een tekst met een aanhalingsteken"));
        assertThat(families()).isEmpty();
        assertThat(refusals()).containsExactly("gezinnen.csv wrong-file.broken-row");
        assertThat(folder).isDirectoryNotContaining("glob:**afgewezen*");
    }

    @Test
    void anotherOrganisationSeesNothingOfIt() throws IOException {
        imported(file("gezinnen.csv", HEADING + GOOD));
        OrganisationId other = database.organisation("another");

        List<Family> seen = database.scope().reading(other, () -> new Families(database.jdbc()).list());

        assertThat(seen).isEmpty();
    }

    @Test
    void formulasInRefusedRowsAreHarmlessAndComeBackAsTheyWere() throws IOException {
        Path file = file(
                "gezinnen.csv", HEADING + GOOD.replace("Gezin Maanbrug", "=1+2").replace("2,5", "veel"));

        Path rejected = imported(file).rejectsFile().orElseThrow();
        Files.writeString(rejected, Files.readString(rejected).replace("veel", "3"));
        imported(rejected);

        assertThat(Files.readString(rejected)).contains(";'=1+2;");
        assertThat(families()).extracting(Family::name).containsExactly("=1+2");
    }

    @Test
    void aCityOfAnotherSizeGoesInWhole() throws IOException {
        new SampleCity(1_300, 5, SampleCity.DAY, PostcodeFile.packaged()).write(folder);

        Imported families = imported(folder.resolve(SampleCity.FAMILIES_FILE));
        Imported volunteers = imported(folder.resolve(SampleCity.VOLUNTEERS_FILE));

        assertThat(families.rejected() + volunteers.rejected()).isZero();
        assertThat(volunteers.added()).isEqualTo(1_495);
        int kept = database.scope()
                .reading(
                        organisation,
                        () -> new Volunteers(database.jdbc()).list().size());
        assertThat(kept).isEqualTo(1_495);
    }

    @Test
    void postcodesOfSixSignsCountTogetherInFour() throws IOException {
        String rows = "NL\t1011 AB\tAmsterdam\tNoord-Holland\t07\tAmsterdam\t0363\t\t\t52.37\t4.90\t6\n"
                + "NL\t1011 AC\tAmsterdam\tNoord-Holland\t07\tAmsterdam\t0363\t\t\t52.38\t4.93\t6\n"
                + "NL\t1011 AD\tAmsterdam\tNoord-Holland\t07\tAmsterdam\t0363\t\t\t52.39\t4.90\t6\n"
                + "NL\t1012 AA\tAmsterdam\tNoord-Holland\t07\tAmsterdam\t0363\t\t\t0.00\t0.00\t6\n";

        Imported outcome = imported(file("NL.txt", rows));

        assertThat(outcome.accepted()).isEqualTo(3);
        assertThat(rejects()).containsExactly("4 latitude 0.00 problem.outside-netherlands");
        assertThat(new Places(database.jdbc()).list())
                .filteredOn(place -> place.postcode().digits() == 1011)
                .singleElement()
                .satisfies(place -> {
                    assertThat(place.centre().latitude()).isEqualTo(52.38);
                    assertThat(place.centre().longitude()).isEqualTo(4.91);
                });
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Imported imported(Path file) {
        return (Imported) offer(file);
    }

    private ImportOutcome offer(Path file) {
        String name = String.valueOf(file.getFileName());
        return importing.importFile(organisation, new Importing.Offer(file, name, folder), rows -> {});
    }

    private List<Family> families() {
        return database.scope().reading(organisation, () -> new Families(database.jdbc()).list());
    }

    private List<SupportRequest> requests() {
        return database.scope().reading(organisation, () -> new SupportRequests(database.jdbc()).current());
    }

    private int count(String table) {
        return database.scope()
                .reading(
                        organisation,
                        () -> database.jdbc()
                                .sql("select count(*) from " + table)
                                .query(Integer.class)
                                .single());
    }

    private List<String> refusals() {
        return database.scope()
                .reading(
                        organisation,
                        () -> new ImportViews(database.jdbc())
                                .list(9).stream()
                                        .flatMap(entry -> entry.refusal().stream()
                                                .map(reason -> entry.name() + " " + reason.key()))
                                        .toList());
    }

    private List<String> rejects() {
        String sql = """
                select row_number || ' ' || column_name || ' ' || value || ' ' || reason as line
                from import_reject order by row_number, column_name
                """;
        return database.scope()
                .reading(
                        organisation,
                        () -> database.jdbc()
                                .sql(sql)
                                .query((row, number) -> row.getString("line"))
                                .list());
    }
}
