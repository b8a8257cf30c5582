package nl.koppelwerk.ui.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.programme.InstallingProgrammes;
import nl.koppelwerk.data.programme.ProgrammeReading;
import nl.koppelwerk.data.programme.ShippedProgrammes;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammePagesTest {
    private static final String NOOR = "noor@koppelwerk.example";

    private final TestDatabase database;
    private final OrganisationId organisation;
    private final RunningPages pages;
    private final MockMvcTester mvc;

    ProgrammePagesTest(TestDatabase database) {
        this.database = database;
        organisation = Town.emptyTown(database, "Samen Sterk", NOOR);
        Town.fill(database, organisation, 3);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
        install("Ktr", text -> text);
    }

    @AfterAll
    void stop() {
        pages.close();
    }

    private void install(String code, UnaryOperator<String> change) {
        String text = change.apply(ShippedProgrammes.find(code).orElseThrow().text());
        ProgrammeReading.Good good = (ProgrammeReading.Good) ProgrammeReading.of(code, text);
        pages.context()
                .getBean(OrganisationScope.class)
                .inside(
                        organisation,
                        () -> pages.context()
                                .getBean(InstallingProgrammes.class)
                                .install(organisation, good, Optional.empty()));
    }

    @Test
    void aProgrammeShowsEverythingThatItsFileSays() {
        String page = read(path("Ktr"));

        assertThat(page)
                .contains(
                        "EHBO&#39;eR",
                        "Voor gezinnen in Carnisse met kinderen van 2 tot en met 13 jaar",
                        "De Katrol",
                        "Carnisse (3082, 3083, 3084)",
                        "Een kind van 2 tot en met 13 jaar",
                        "Alle hulpvragen",
                        "kennismaken en rust brengen",
                        ">3,5<",
                        "2 met samen 18 uur per week, elk 5 gezinnen",
                        "0 van de 10 bezet",
                        "Hoogstens 1.",
                        "Na een proef van 6 weken: in week 3, 10, 18 en daarna om de 4 weken",
                        "/about/2.yaml");
    }

    @Test
    void theFileItselfComesAsItWasWritten() {
        MvcTestResult file = get(path("Ktr") + "/2.yaml");

        assertThat(file).hasStatusOk();
        assertThat(new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(ShippedProgrammes.find("Ktr").orElseThrow().text());
        assertThat(file.getResponse().getHeader("Content-Disposition")).contains("attachment", "Ktr.yaml");
        assertThat(get(path("Ktr") + "/1.yaml")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void placesThatAreTakenAreCountedAndVolunteersAboveTheNumberAreTold() {
        install(
                "Ktr",
                text -> text.replace("version: 2", "version: 3")
                        .replace("code: Ktr", "code: MAATJE")
                        .replace("members: 2", "members: 1")
                        .replace("familiesPerMember: 5", "familiesPerMember: 2"));
        inside("update volunteer set maximum_families = 4 where id = (select id from volunteer limit 1)");
        inside("update pairing set step = 'ACCEPTED' where id = (select min(id::text)::uuid from pairing"
                + " where step = 'PROPOSED')");

        String page = read(path("MAATJE"));

        assertThat(page).contains("1 van de 2 bezet", "2 vrijwilligers staan voor meer gezinnen ingeschreven.");
    }

    @Test
    void aProgrammeWithoutAFileSaysSo() {
        inside("insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)"
                + " select organisation, gen_random_uuid(), 'LEEG', 'Zonder', kinds, 1, 1 from programme limit 1;"
                + " insert into programme_rules (organisation, programme, version, screening_years, language_level,"
                + " maximum_distance_metres, unconfirmed_days, weights)"
                + " select organisation, id, 1, 3, 'A2', 1, 1, '{}' from programme where code = 'LEEG'");

        assertThat(read(path("LEEG"))).contains("Dit programma heeft nog geen bestand");
    }

    private String path(String code) {
        List<String> id = database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id::text from programme where code = :code")
                                .param("code", code)
                                .query(String.class)
                                .list());
        return "/rules/" + id.getFirst() + "/about";
    }

    private void inside(String sql) {
        database.scope().inside(organisation, () -> {
            for (String statement : sql.split(";")) {
                database.jdbc().sql(statement).update();
            }
        });
    }

    private MvcTestResult get(String path) {
        return mvc.get()
                .uri(path)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(NOOR)))
                .exchange();
    }

    private String read(String path) {
        MvcTestResult read = get(path);
        assertThat(read).hasStatusOk();
        return new String(read.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
