package nl.koppelwerk.ui.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.batch.capacity.Planning;
import nl.koppelwerk.capacity.Question;
import nl.koppelwerk.data.capacity.CapacityPlans;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class CapacityPagesTest {
    private static final String NOOR = "capaciteit@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void whereNothingWasPlayedThePageSaysHowToBegin() throws UnsupportedEncodingException {
        OrganisationId empty = Town.emptyTown(database, "Capaciteit leeg");

        assertThat(text(as(empty, Role.COORDINATOR))).contains("Er is nog niets nagespeeld");
    }

    @Test
    void whereTooLittleIsKnownNoFigureIsMadeUp() throws UnsupportedEncodingException {
        OrganisationId young = Town.emptyTown(database, "Capaciteit jong");
        Town.fill(database, young, 11);

        play(young);

        assertThat(text(as(young, Role.ADMINISTRATOR)))
                .contains("Er is nog te weinig bekend", "0 in 0 weken. Nodig zijn er 5 in 12 weken of meer.")
                .doesNotContain("kw-capacity__chart", "De helft heeft iemand na");
    }

    @Test
    void whatWasPlayedIsShownAsAPictureAndATableWithWhatItGoesBy() throws UnsupportedEncodingException {
        OrganisationId known = Town.emptyTown(database, "Capaciteit bekend", NOOR);
        Town.fill(database, known, 43);
        cameOverTheYear(known);

        play(known);

        String page = text(as(known, Role.COORDINATOR));
        assertThat(page.split("class=\"kw-capacity__band", -1)).hasSize(5);
        assertThat(page)
                .contains("het gaat zoals nu", "er 3 gezinnen per maand bij komen", "er een coördinator weggaat")
                .contains("U hebt 1 coördinator.", "Elk geval is 2 keer gespeeld")
                .contains("de 69 trajecten in de Rotterdamse monitor")
                .containsPattern("[0-9,]+ weken \\([0-9,]+–[0-9,]+\\)")
                .doesNotContain("Familie");
    }

    @Test
    void aWrongNumberIsToldBesideTheField() throws UnsupportedEncodingException {
        OrganisationId empty = Town.emptyTown(database, "Capaciteit fout", "fout@koppelwerk.example");

        for (String more : new String[] {"0", "201", "veel", "-3", "", "99999999999"}) {
            MvcTestResult result = ask(empty, more, "6");
            assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(result.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("een getal van 1 tot en met 200");
        }
        assertThat(ask(empty, "10", "13")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(database.scope()
                        .reading(
                                empty,
                                () -> new CapacityPlans(database.jdbc(), Clock.systemUTC())
                                        .last()
                                        .isPresent()))
                .isFalse();
    }

    @Test
    void whoAsksIsNotedAndOnlyWhoWorksThereMay() {
        OrganisationId town = Town.emptyTown(database, "Capaciteit audit", "audit-c@koppelwerk.example");

        assertThat(ask(town, "10", "6")).hasStatus3xxRedirection();

        assertThat(database.scope()
                        .inside(
                                town,
                                () -> database.jdbc()
                                        .sql(
                                                "select detail ->> 'more' from audit_entry where detail ->> 'report' = 'capacity'")
                                        .query(String.class)
                                        .list()))
                .containsExactly("10");
        assertThat(as(town, Role.MUNICIPAL_READER)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(town, Role.SYSTEM_ADMINISTRATOR)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static void play(OrganisationId organisation) {
        Planning.Start start =
                pages.context().getBean(Planning.class).start(organisation, new Question(3, 6, 2, 1), Optional.empty());
        assertThat(start)
                .isInstanceOfSatisfying(
                        Planning.Start.Started.class, started -> started.work().join());
    }

    /** Requests and volunteers of the last year, some each week. */
    private static void cameOverTheYear(OrganisationId organisation) {
        LocalDate today = LocalDate.now(pages.context().getBean(Clock.class));
        database.scope().inside(organisation, () -> {
            for (String sql : new String[] {
                "update support_request set waiting_since = :today - (3 + 7 * (right(reference, 3)::integer % 20))",
                "update volunteer set registered_on = :today - (4 + 7 * (right(reference, 3)::integer % 30)),"
                        + " availability_confirmed = :today, screened = :today"
            }) {
                database.jdbc().sql(sql).param("today", today).update();
            }
        });
    }

    private static MvcTestResult ask(OrganisationId of, String more, String months) {
        return mvc.post()
                .uri("/capacity")
                .param("more", more)
                .param("months", months)
                .with(user(reader(of, Role.COORDINATOR)))
                .with(csrf())
                .exchange();
    }

    private static MvcTestResult as(OrganisationId of, Role role) {
        return mvc.get().uri("/capacity").with(user(reader(of, role))).exchange();
    }

    private static Coordinator reader(OrganisationId of, Role role) {
        UUID account = database.scope()
                .inside(
                        of,
                        () -> database
                                .jdbc()
                                .sql("select id from account limit 1")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .list()
                                .stream()
                                .findFirst()
                                .orElseGet(() -> new UUID(0, 1)));
        return new Coordinator(account, of, NOOR, "Noor", role, true, "x");
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
