package nl.koppelwerk.data.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.format.FileLimits;
import nl.koppelwerk.data.history.Change;
import nl.koppelwerk.data.imports.Previewing.Answer;
import nl.koppelwerk.data.sample.SampleOrganisation;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Organisations;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DatabaseExtension.class)
class PreviewingTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneId.of("Europe/Amsterdam"));
    private static final String HEADING =
            "gezinsnummer;gezin;postcode;talen;steunvraag;programma;soort;hulpvragen;uren_per_week;dagdelen;wacht_sinds\n";
    private static final String GOOD =
            "17;Gezin Maanbrug;3011 AB;Turks C2, Nederlands A1;17-1;MAATJE;maatje;geld, opvoeding;2,5;woensdagmiddag;1-9-2026\n";
    private static final String ALSO_GOOD =
            "18;Gezin Zeilhof;3012;nld:C2;;STEUN;steungezin;opvoeding;3;zaterdagochtend zondagmiddag;2026-10-02\n";

    private final TestDatabase database;
    private final Previewing previewing;
    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));
    private UUID noor = new UUID(0, 0);

    @TempDir
    Path folder = Path.of("");

    PreviewingTest(TestDatabase database) {
        this.database = database;
        this.previewing = new Previewing(
                new Importing(database.jdbc(), database.scope(), CLOCK, FileLimits.OF_A_PAGE),
                database.scope(),
                new KeptPreviews(database.jdbc(), CLOCK),
                new Audit(database.jdbc(), CLOCK));
    }

    @BeforeEach
    void anOrganisation(TestInfo test) {
        String name = test.getDisplayName();
        organisation = new SampleOrganisation(
                        new Organisations(database.jdbc(), database.scope()),
                        new Programmes(database.jdbc()),
                        database.scope())
                .found(name);
        noor = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        new Accounts(database.jdbc(), database.scope())
                .save(new Account(
                        noor,
                        organisation,
                        noor + "@koppelwerk.example",
                        "Noor",
                        "{noop}x",
                        Account.Role.COORDINATOR,
                        true));
        Path postcodes = Path.of("reference", "postcodes.csv");
        new Importing(database.jdbc(), database.scope(), CLOCK, FileLimits.DEFAULT)
                .importFile(organisation, new Importing.Offer(postcodes, "postcodes.csv", folder), rows -> {});
    }

    private Answer offer(String content) {
        return previewing.offer(organisation, noor, "gezinnen.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    private UUID looked(String content) {
        return ((Answer.Look) offer(content)).preview();
    }

    private Rehearsal preview(UUID id) {
        return previewing.find(organisation, noor, id).orElseThrow().rehearsal();
    }

    private List<Family> families() {
        return database.scope().inside(organisation, () -> new Families(database.jdbc()).list());
    }

    private static String said(Change change) {
        return change.reference() + " " + change.field().orElse("added") + ": "
                + change.before().orElse("-") + " > " + change.after().orElse("-");
    }

    @Test
    void aPreviewSaysWhatWouldHappenAndChangesNothing() {
        UUID id = looked(HEADING + GOOD + ALSO_GOOD + GOOD.replace("17", "19").replace("3011 AB", "9999"));

        Rehearsal preview = preview(id);
        assertThat(preview.outcome().added()).isEqualTo(2);
        assertThat(preview.outcome().rejected()).isEqualTo(1);
        assertThat(preview.outcome().firstRejects())
                .singleElement()
                .satisfies(row ->
                        assertThat(row.problems().getFirst().reason().key()).isEqualTo("problem.postcode-unknown"));
        assertThat(preview.changes())
                .extracting(PreviewingTest::said)
                .containsExactly("17 added: - > -", "17-1 added: - > -", "18 added: - > -", "18-STEUN added: - > -");
        assertThat(families()).isEmpty();
        assertThat(new String(previewing.refusedRows(organisation, noor, id).orElseThrow(), StandardCharsets.UTF_8))
                .contains("9999", "reden_afwijzing");
    }

    @Test
    void rowsOutsideTheBordersOfACoordinatorAreNamedAndLeftOut() {
        previewing.confirm(organisation, noor, looked(HEADING + ALSO_GOOD));
        limit();
        String file = HEADING
                + GOOD
                + ALSO_GOOD.replace("Zeilhof", "Zeilhof-Bos")
                + GOOD.replace("17", "19").replace("3011 AB", "2311")
                + GOOD.replace("17", "20").replace("MAATJE;maatje", "STEUN;steungezin");

        UUID id = ((Answer.Look)
                        limited().offer(organisation, noor, "gezinnen.csv", file.getBytes(StandardCharsets.UTF_8)))
                .preview();
        Answer done = limited().confirm(organisation, noor, id);

        assertThat(((Answer.Done) done).outcome().firstRejects())
                .extracting(
                        row -> row.number() + " " + row.problems().getFirst().column() + " "
                                + row.problems().getFirst().reason().key())
                .containsExactly(
                        "3 gezinsnummer problem.of-colleagues",
                        "4 postcode problem.outside-area",
                        "5 programma problem.outside-programmes");
        assertThat(families()).extracting(Family::name).containsExactly("Gezin Maanbrug", "Gezin Zeilhof");
    }

    private static final String VOLUNTEERS =
            "vrijwilligersnummer;naam;soort;programmas;postcode;geslacht;talen;kan_helpen_met;beschikbaar;uren_per_week;reisafstand_km\n";

    @Test
    void volunteersOfOtherProgrammesAreNamedAndLeftOut() {
        String row = "1;Anna;maatje;MAATJE;3011;vrouw;nld:C2;geld;woensdagmiddag;4;8\n";
        String other = "2;Bram;steungezin;STEUN;3011;man;nld:C2;geld;woensdagmiddag;4;8\n";
        previewing.confirm(organisation, noor, looked(VOLUNTEERS + other));
        limit();
        String file = VOLUNTEERS + row + other.replace("Bram", "Bas") + other.replace("2;Bram", "3;Cor");

        UUID id = ((Answer.Look) limited().offer(organisation, noor, "v.csv", file.getBytes(StandardCharsets.UTF_8)))
                .preview();
        Answer done = limited().confirm(organisation, noor, id);

        assertThat(((Answer.Done) done).outcome().firstRejects())
                .extracting(line -> line.number() + " "
                        + line.problems().getFirst().reason().key())
                .containsExactly("3 problem.of-colleagues", "4 problem.outside-programmes");
    }

    /** Noor to Rotterdam and to the one programme. */
    private void limit() {
        database.scope().inside(organisation, () -> {
            for (String sql : List.of(
                    "insert into account_municipality (organisation, account, municipality) "
                            + "select organisation, id, 'Rotterdam' from account",
                    "insert into account_programme (organisation, account, programme) "
                            + "select a.organisation, a.id, g.id from account a, programme g where g.code = 'MAATJE'")) {
                database.jdbc().sql(sql).update();
            }
        });
    }

    private Previewing limited() {
        OrganisationScope scope =
                new OrganisationScope(database.jdbc(), database.transactions(), () -> Optional.of(noor));
        return new Previewing(
                new Importing(database.jdbc(), scope, CLOCK, FileLimits.OF_A_PAGE),
                scope,
                new KeptPreviews(database.jdbc(), CLOCK),
                new Audit(database.jdbc(), CLOCK));
    }

    @Test
    void agreeingDoesExactlyThat() {
        UUID id = looked(HEADING + GOOD + ALSO_GOOD);
        Answer done = previewing.confirm(organisation, noor, id);

        assertThat(done)
                .isInstanceOfSatisfying(
                        Answer.Done.class,
                        answer -> assertThat(answer.outcome())
                                .isEqualTo(new Rehearsal(answer.outcome(), List.of(), "").outcome()));
        assertThat(families()).extracting(Family::reference).containsExactly("17", "18");
        assertThat(previewing.confirm(organisation, noor, id)).isEqualTo(new Answer.Gone());
    }

    @Test
    void changesAreShownFieldByField() {
        previewing.confirm(organisation, noor, looked(HEADING + GOOD + ALSO_GOOD));

        UUID id = looked(
                HEADING + GOOD.replace("Maanbrug", "Maandam").replace("2,5", "4") + ALSO_GOOD.replace("3012", "3013"));

        assertThat(preview(id).changes())
                .extracting(PreviewingTest::said)
                .containsExactly(
                        "17 name: Gezin Maanbrug > Gezin Maandam",
                        "17-1 quarters_per_week: 10 > 16",
                        "18 postcode: 3012 > 3013");
        assertThat(families()).extracting(Family::name).containsExactly("Gezin Maanbrug", "Gezin Zeilhof");
    }

    @Test
    void whenTheDataChangeInBetweenThePreviewIsShownAgain() {
        previewing.confirm(organisation, noor, looked(HEADING + GOOD + ALSO_GOOD));
        UUID id = looked(HEADING + GOOD.replace("Maanbrug", "Maandam") + ALSO_GOOD);
        previewing.confirm(
                organisation,
                noor,
                looked(HEADING + GOOD.replace("Maanbrug", "Maanlicht").replace("2,5", "4")));

        Answer again = previewing.confirm(organisation, noor, id);

        assertThat(again).isEqualTo(new Answer.LookAgain(id));
        assertThat(preview(id).changes())
                .extracting(PreviewingTest::said)
                .containsExactly("17 name: Gezin Maanlicht > Gezin Maandam", "17-1 quarters_per_week: 16 > 10");
        assertThat(families()).extracting(Family::name).contains("Gezin Maanlicht");
        assertThat(previewing.confirm(organisation, noor, id)).isInstanceOf(Answer.Done.class);
        assertThat(families()).extracting(Family::name).contains("Gezin Maandam");
    }

    @Test
    void aBrokenFileIsRefusedAndTheRefusalIsKept() {
        assertThat(offer(HEADING + GOOD + "\"19;Gezin")).isInstanceOf(Answer.Refused.class);
        assertThat(offer("dit is geen tabel")).isInstanceOf(Answer.Refused.class);
        assertThat(offer("postcode,latitude,longitude,municipality\n3011,51.9,4.4,Rotterdam\n"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.reason().key()).isEqualTo("wrong-file.postcodes"));

        List<ImportViews.Entry> entries =
                database.scope().inside(organisation, () -> new ImportViews(database.jdbc()).list(9));
        assertThat(entries)
                .filteredOn(entry -> entry.refusal().isPresent())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(entry.by()).contains("Noor"));
        assertThat(families()).isEmpty();
    }

    @Test
    void whatWasRefusedCanBeDownloadedPutRightAndOfferedAgain() {
        previewing.confirm(
                organisation, noor, looked(HEADING + GOOD + ALSO_GOOD.replace("zondagmiddag", "zondagmidag")));
        String rows = database.scope().inside(organisation, () -> {
            ImportViews views = new ImportViews(database.jdbc());
            UUID file = views.list(9).stream()
                    .filter(entry -> entry.refused() == 1)
                    .findFirst()
                    .orElseThrow()
                    .id();
            return views.refusedRows(file).orElseThrow();
        });

        previewing.confirm(organisation, noor, looked(rows.replace("zondagmidag", "zondagmiddag")));

        assertThat(families()).extracting(Family::reference).containsExactly("17", "18");
    }

    @Test
    void aColleagueDoesNotSeeMyFile() {
        UUID id = looked(HEADING + GOOD);

        assertThat(previewing.find(organisation, new UUID(3, 5), id)).isEmpty();
        assertThat(previewing.confirm(organisation, new UUID(3, 5), id)).isEqualTo(new Answer.Gone());
        previewing.cancel(organisation, noor, id);
        assertThat(previewing.find(organisation, noor, id)).isEmpty();
    }
}
