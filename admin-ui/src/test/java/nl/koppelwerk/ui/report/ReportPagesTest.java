package nl.koppelwerk.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.ReportTown;
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
class ReportPagesTest {
    private static final String EMAIL = "rapport@koppelwerk.example";
    private static final UUID ADMINISTRATOR = new UUID(71, 1);
    private static final UUID READER = new UUID(71, 2);
    private static final UUID READER_ELSEWHERE = new UUID(71, 3);
    private static final int FAMILIES = 61;
    private static final int REVIEWED = 26;

    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;

    @BeforeAll
    static void start(TestDatabase database) {
        organisation = Town.emptyTown(database, "Rapport Rotterdam", EMAIL);
        Town.fill(database, organisation, FAMILIES);
        ReportTown.account(database, organisation, ADMINISTRATOR, Account.Role.ADMINISTRATOR, Set.of());
        ReportTown.account(database, organisation, READER, Account.Role.MUNICIPAL_READER, Set.of("Rotterdam"));
        ReportTown.account(database, organisation, READER_ELSEWHERE, Account.Role.MUNICIPAL_READER, Set.of("Delft"));
        ReportTown.fill(database, organisation, REVIEWED, ADMINISTRATOR);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void aReportIsSeenFirstThenPublishedAndThenReadAtTheMunicipality() {
        assertThat(as(ADMINISTRATOR, Role.ADMINISTRATOR, draft("Rotterdam")))
                .hasStatusOk()
                .bodyText()
                .contains("Dit is een proef", "Van bruto naar netto", "per euro", "niet getoond");
        assertThat(as(READER, Role.MUNICIPAL_READER, "/reports"))
                .hasStatusOk()
                .bodyText()
                .contains("Er is nog geen rapport")
                .doesNotContain("Nieuw rapport");

        MvcTestResult published = publish(ADMINISTRATOR, Role.ADMINISTRATOR);

        assertThat(published).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/reports/Rotterdam/1");
        assertThat(as(READER, Role.MUNICIPAL_READER, "/reports/Rotterdam/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Vermeden zorg in Rotterdam", "Van bruto naar netto")
                .doesNotContain("Dit is een proef");
        assertThat(as(READER_ELSEWHERE, Role.MUNICIPAL_READER, "/reports/Rotterdam/1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(READER_ELSEWHERE, Role.MUNICIPAL_READER, "/reports?municipality=Rotterdam"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoIsNoAdministratorMakesNone() {
        assertThat(as(READER, Role.MUNICIPAL_READER, draft("Rotterdam"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(publish(READER, Role.MUNICIPAL_READER)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(ADMINISTRATOR, Role.COORDINATOR, "/reports")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void withoutTheCostOfAYearThereIsNoReport(TestDatabase database) {
        database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("update programme_cost set year = 2019 where year = 2025")
                                .update());
        try {
            assertThat(as(ADMINISTRATOR, Role.ADMINISTRATOR, draft("Rotterdam")))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Kosten die ontbreken", ", 2025", "href=\"/costs\"")
                    .doesNotContain("Prijzen die ontbreken");
        } finally {
            database.scope()
                    .inside(
                            organisation,
                            () -> database.jdbc()
                                    .sql("update programme_cost set year = 2025 where year = 2019")
                                    .update());
        }
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsSaid() {
        MvcTestResult backwards = as(
                ADMINISTRATOR,
                Role.ADMINISTRATOR,
                "/reports/draft?municipality=Rotterdam&from=2025-12-31&until=2025-01-01");

        assertThat(backwards).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/reports?municipality=Rotterdam");
        assertThat(backwards.getMvcResult().getFlashMap().get("warning"))
                .isEqualTo("De laatste dag ligt voor de eerste. Kies een andere periode.");
    }

    private static String draft(String municipality) {
        return "/reports/draft?municipality=" + municipality + "&from=2025-01-01&until=2025-12-31";
    }

    private static MvcTestResult publish(UUID account, Role role) {
        return mvc.post()
                .uri("/reports")
                .param("municipality", "Rotterdam")
                .param("from", "2025-01-01")
                .param("until", "2025-12-31")
                .with(user(reader(account, role)))
                .with(csrf())
                .exchange();
    }

    private static MvcTestResult as(UUID account, Role role, String path) {
        return mvc.get().uri(path).with(user(reader(account, role))).exchange();
    }

    private static Coordinator reader(UUID account, Role role) {
        return new Coordinator(account, organisation, account + "@koppelwerk.example", "Els", role, true, "");
    }
}
