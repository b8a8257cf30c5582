package nl.koppelwerk.ui.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RhythmPagesTest {
    private static final String BEA = "bea@koppelwerk.example";

    private final TestDatabase database;
    private final OrganisationId organisation;
    private final RunningPages pages;
    private final MockMvcTester mvc;
    private final String path;

    RhythmPagesTest(TestDatabase database) {
        this.database = database;
        organisation = Town.emptyTown(database, "Samen Sterk", BEA);
        Town.fill(database, organisation, 3);
        text("update account set role = 'ADMINISTRATOR' returning id::text");
        path = "/rules/" + text("select id::text from programme").getFirst() + "/rhythm";
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @BeforeAll
    void begin() {
        assertThat(page()).contains("value=\"3, 10, 18\"", "nog nooit gewijzigd");
    }

    @AfterAll
    void stop() {
        pages.close();
    }

    @Test
    void aChangeIsKeptWithWhatItWasBeforeAndIsInTheAuditLog() {
        assertThat(send("8", "2 6,13", "5", version())).hasStatus(HttpStatus.FOUND);

        assertThat(
                        text(
                                "select trial_weeks || ' ' || check_in_weeks::text || ' ' || check_in_every_weeks from programme"))
                .containsExactly("8 {2,6,13} 5");
        assertThat(page()).contains("value=\"2, 6, 13\"", "Gesprekken in week 3, 10, 18 en daarna om de 4 weken");
        assertThat(text("select detail ->> 'rhythm' from audit_entry where detail ->> 'rhythm' is not null"))
                .containsExactly("trial 8; weeks 2, 6, 13; then every 5");

        assertThat(send("8", "2,7", "5", version() - 1)).hasStatus(HttpStatus.FOUND);
        assertThat(text("select check_in_weeks::text from programme")).containsExactly("{2,6,13}");
    }

    @Test
    void whatIsNotARhythmIsShownAgainWithWhatIsWrong() {
        for (String weeks : List.of("", "10, 3", "3, 3", "3, 105", "0, 4", "3; x", "1 2 3 4 5 6 7 8 9 10 11 12 13")) {
            MvcTestResult refused = send("0", weeks, "53", version());

            assertThat(refused).as(weeks).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(refused)
                    .bodyText()
                    .contains("id=\"trial-problem\"", "id=\"weeks-problem\"", "id=\"every-problem\"");
        }
    }

    private MvcTestResult send(String trial, String weeks, String every, int seen) {
        return mvc.post()
                .uri(path)
                .param("trial", trial)
                .param("weeks", weeks)
                .param("every", every)
                .param("seen", Integer.toString(seen))
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(BEA)))
                .with(csrf())
                .exchange();
    }

    private String page() {
        MvcTestResult read = mvc.get()
                .uri(path)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(BEA)))
                .exchange();
        assertThat(read).hasStatusOk();
        return new String(read.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private int version() {
        return Integer.parseInt(text("select version::text from programme").getFirst());
    }

    private List<String> text(String sql) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc().sql(sql).query(String.class).list());
    }
}
