package nl.koppelwerk.ui.recruit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
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
class RecruitPagesTest {
    private static final String NOOR = "werven@koppelwerk.example";
    private static final String LIMITED = "een-programma@koppelwerk.example";
    private static final String EMPTY = "leeg-werven@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;
    private static OrganisationId empty;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Werven Rotterdam", NOOR, LIMITED);
        empty = Town.emptyTown(database, "Werven Leeg", EMPTY);
        Town.fill(database, organisation, 19);
        List<UUID> requests = database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from support_request order by reference limit 4")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .list());
        Recruited.in(database, organisation, requests);
        database.scope().inside(organisation, () -> toAnotherProgramme(requests.get(3)));
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    /** With a coordinator who sees that one only. */
    private static void toAnotherProgramme(UUID request) {
        UUID second = new UUID(5, 54);
        for (String sql : List.of("""
                insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                select organisation, :second, 'ANDER', 'Ander programma', kinds, 9, 1 from programme
                """, """
                insert into programme_rules select organisation, :second, version, screening_years, language_level,
                    maximum_distance_metres, unconfirmed_days, weights from programme_rules
                """, "update support_request set programme = :second where id = :request")) {
            var statement = database.jdbc().sql(sql).param("second", second);
            (sql.contains(":request") ? statement.param("request", request) : statement).update();
        }
        new Accounts(database.jdbc(), database.scope())
                .limit(organisation, account(LIMITED), new Limits(Set.of(second), Set.of()));
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void theListSaysWhomTheyWouldHelpAloneAndTogether() throws UnsupportedEncodingException {
        String page = text(as(organisation, NOOR, Role.COORDINATOR, "/recruit"));

        assertThat(page)
                .contains("maatje, spreekt Turks, bij 3022 Rotterdam", "3,5 uur per week, voor 3 gezinnen")
                .contains("Helpt 3 gezinnen die nu niemand hebben.", "met training, een vrouw")
                .contains("Helpt 2 gezinnen die nu niemand hebben.", "Samen met wie erboven staat: 4 gezinnen.")
                .contains("Voor 5 vragen is er wel een vrijwilliger, maar deze week geen plek")
                .doesNotContain("Familie");
        assertThat(page.split("kw-recruit__mark", -1)).hasSize(3);
    }

    @Test
    void whoSeesOneProgrammeIsToldOfItsFamiliesOnly() throws UnsupportedEncodingException {
        String page = text(as(organisation, LIMITED, Role.COORDINATOR, "/recruit"));

        assertThat(page)
                .contains(
                        "spreekt Pools", "Helpt 1 gezin dat nu niemand heeft.", "Samen met wie erboven staat: 1 gezin.")
                .doesNotContain("Turks", "Helpt 2");
        assertThat(text(as(organisation, LIMITED, Role.COORDINATOR, "/recruit/list.csv")))
                .contains("Pools")
                .doesNotContain("Turks");
    }

    @Test
    void whoSeesNoPersonsSeesNoneOfIt() {
        for (String path : List.of("/recruit", "/recruit/flyers", "/recruit/list.csv")) {
            assertThat(as(organisation, NOOR, Role.MUNICIPAL_READER, path)).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(as(organisation, NOOR, Role.SYSTEM_ADMINISTRATOR, path)).hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void withoutANightThePageSaysSo() throws UnsupportedEncodingException {
        assertThat(text(as(empty, EMPTY, Role.ADMINISTRATOR, "/recruit"))).contains("Er is nog geen ronde geweest");
        assertThat(text(as(empty, EMPTY, Role.ADMINISTRATOR, "/recruit/flyers")))
                .contains("Er zijn nog geen flyers");
        assertThat(as(empty, EMPTY, Role.ADMINISTRATOR, "/recruit/list.csv")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void theFileIsTheListAndIsNotedWithoutAName() throws UnsupportedEncodingException {
        String file = text(as(organisation, NOOR, Role.ADMINISTRATOR, "/recruit/list.csv"));

        assertThat(file.lines()).hasSize(3);
        assertThat(file.lines().toList().get(1))
                .contains("3022", "Turks", "woensdagmiddag", "opvoeding")
                .doesNotContain("Familie");
        assertThat(database.scope()
                        .inside(
                                organisation,
                                () -> database.jdbc()
                                        .sql(
                                                "select count(*) from audit_entry where action = 'EXPORTED' and object_type = 'RUN'"
                                                        + " and detail ->> 'list' = 'recruit'")
                                        .query(Integer.class)
                                        .single()))
                .isPositive();
    }

    @Test
    void aFlyerIsThereInBothLanguagesAndNamesNoLanguageOfAFew() throws UnsupportedEncodingException {
        String page = text(as(organisation, NOOR, Role.COORDINATOR, "/recruit/flyers"));

        assertThat(page)
                .contains("lang=\"nl\"", "lang=\"en\"", "Heeft u een paar uur per week over", "Sign up with")
                .contains("Een flyer noemt alleen wat voor 5 of meer gezinnen")
                .doesNotContain("Tigrinya", "Turks", "Turkish");
    }

    private static UUID account(String email) {
        return UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
    }

    private static MvcTestResult as(OrganisationId of, String email, Role role, String path) {
        Coordinator reader = new Coordinator(account(email), of, email, "Noor", role, true, "x");
        return mvc.get().uri(path).with(user(reader)).exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        assertThat(result).hasStatusOk();
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
