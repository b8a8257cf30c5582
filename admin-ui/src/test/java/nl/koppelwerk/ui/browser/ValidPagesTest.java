package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.ArrayList;
import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of a coordinator's morning as the server sends them, full and empty. */
@ExtendWith(DatabaseExtension.class)
class ValidPagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String NEWCOMER = "leeg@koppelwerk.example";

    @Test
    void thePagesOfAMorningAreValid(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 23);
        Town.emptyTown(database, "Nieuw Begin", NEWCOMER);
        List<String> paths = new ArrayList<>(
                List.of("/login", "/morning", "/morning?kind=BUDDY&language=en", "/proposals", "/unpaired", "/runs"));
        paths.add("/proposals/" + firstProposal(database, rotterdam));
        SoftAssertions pagesAreValid = new SoftAssertions();
        try (RunningPages pages = new RunningPages(database)) {
            MockMvcTester mvc = MockMvcTester.from(
                    pages.context(), builder -> builder.apply(springSecurity()).build());
            UserDetailsService accounts = pages.context().getBean(UserDetailsService.class);
            for (String email : List.of(NOOR, NEWCOMER)) {
                for (String path : email.equals(NOOR) ? paths : paths.subList(1, 6)) {
                    MvcTestResult answer = mvc.get()
                            .uri(path)
                            .with(user(accounts.loadUserByUsername(email)))
                            .exchange();
                    assertThat(answer).hasStatusOk();
                    pagesAreValid
                            .assertThat(
                                    ValidHtml.complaints(answer.getResponse().getContentAsByteArray()))
                            .as(path)
                            .isEmpty();
                }
            }
        }
        pagesAreValid.assertAll();
    }

    private static String firstProposal(TestDatabase database, OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from pairing where step = 'PROPOSED' order by id limit 1")
                                .query((row, number) -> row.getString("id"))
                                .single());
    }
}
