package nl.koppelwerk.ui.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class ManyStaffTest {
    private static final String LINES = """
            Naam;E-mail;Rol;Gemeenten
            Noor Jansen;Noor@voorbeeld.example;coördinator;schiedam, Rotterdam
            "Ali Kaya";ali@voorbeeld.example;Beheerder;

            Lies;lies@voorbeeld.example;lezer;
            Eva;eva@voorbeeld;reader;Schiedam
            Bas;bas@voorbeeld.example;chef;Schiedam
            Jan;jan@voorbeeld.example;coordinator;Verweg
            Noor;noor@voorbeeld.example;coordinator
            Er;is@voorbeeld.example;coordinator
            Te weinig;velden@voorbeeld.example
            ;naam@voorbeeld.example;coordinator
            """;

    private static StaffLines read(String text) {
        return StaffLines.read(text, Set.of("Rotterdam", "Schiedam"), Set.of("is@voorbeeld.example"));
    }

    @Test
    void eachLineIsRightOrItIsSaidWhatIsWrongWithItAndWhere() {
        StaffLines read = read(LINES);

        assertThat(read.good())
                .extracting(
                        StaffLines.Good::line,
                        one -> one.form().name(),
                        one -> one.form().role(),
                        one -> one.form().chosenMunicipalities())
                .containsExactly(
                        tuple(2, "Noor Jansen", Account.Role.COORDINATOR, Set.of("Rotterdam", "Schiedam")),
                        tuple(3, "Ali Kaya", Account.Role.ADMINISTRATOR, Set.of()));
        assertThat(read.refused())
                .extracting(StaffLines.Refused::line, StaffLines.Refused::column, StaffLines.Refused::why)
                .containsExactly(
                        tuple(5, "municipalities", "municipality"),
                        tuple(6, "email", "email"),
                        tuple(7, "role", "role"),
                        tuple(8, "municipalities", "municipality"),
                        tuple(9, "email", "twice"),
                        tuple(10, "email", "twice"),
                        tuple(11, "line", "fields"),
                        tuple(12, "name", "name"));
    }

    @Test
    void linesMayComeFromASpreadsheetAndAreNotEndless() {
        assertThat(read("Noor\tnoor@voorbeeld.example\tcoordinator\tSchiedam\r\n")
                        .good())
                .extracting(one -> one.form().email())
                .containsExactly("noor@voorbeeld.example");
        String many = IntStream.rangeClosed(1, 700)
                .mapToObj(number -> "N;n" + number + "@voorbeeld.example;coordinator")
                .collect(Collectors.joining("\n"));

        assertThat(read(many).good()).hasSize(500);
        assertThat(read(many).refused())
                .extracting(StaffLines.Refused::line, StaffLines.Refused::why)
                .containsExactly(tuple(501, "many"));
        assertThat(read(" \n").good()).isEmpty();
    }

    @Test
    void afterAPreviewEachIsInvitedAndLimited(TestDatabase database) {
        OrganisationId organisation =
                Town.emptyTown(database, "Samen Sterk", "coordinator@koppelwerk.example", "beheer@koppelwerk.example");
        Town.fill(database, organisation, 3);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        Account made = accounts.findForSignIn("beheer@koppelwerk.example").orElseThrow();
        accounts.save(made.with(made.name(), Account.Role.ADMINISTRATOR, true));
        String known = database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select min(municipality) from place")
                                .query(String.class)
                                .single());
        String lines = "Noor;noor.many@voorbeeld.example;coördinator;" + known + "\nJan;jan;coordinator\n";
        try (RunningPages pages = new RunningPages(database)) {
            MockMvcTester mvc = MockMvcTester.from(
                    pages.context(), builder -> builder.apply(springSecurity()).build());

            assertThat(post(mvc, pages, "coordinator@koppelwerk.example", lines, "true"))
                    .hasStatus(HttpStatus.FORBIDDEN);
            assertThat(post(mvc, pages, "beheer@koppelwerk.example", lines, "false"))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            "1 uit te nodigen, 1 niet goed",
                            "Regel 2",
                            "dit is geen e-mailadres: “jan”",
                            "Nodig deze 1 uit");
            assertThat(accounts.findForSignIn("noor.many@voorbeeld.example")).isEmpty();
            assertThat(post(mvc, pages, "beheer@koppelwerk.example", "jan", "true"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            assertThat(post(mvc, pages, "beheer@koppelwerk.example", lines, "true"))
                    .hasRedirectedUrl("/accounts");
        }
        Account invited = accounts.findForSignIn("noor.many@voorbeeld.example").orElseThrow();
        assertThat(database.scope()
                        .inside(organisation, () -> accounts.limits(invited.id()))
                        .municipalities())
                .containsExactly(known);
    }

    private static MvcTestResult post(MockMvcTester mvc, RunningPages pages, String who, String lines, String sure) {
        return mvc.post()
                .uri("/accounts/many")
                .param("lines", lines)
                .param("sure", sure)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(who)))
                .with(csrf())
                .exchange();
    }
}
