package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ExtendWith(DatabaseExtension.class)
class ByHandPagesTest {
    private static final String EMAIL = "zelf@koppelwerk.example";
    private static final Pattern RULE = Pattern.compile("name=\"(reason-[a-z-]+)\"");
    private static final Pattern PART = Pattern.compile("name=\"part\" value=\"([0-9]+)\" checked");

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;
    private static List<Proposed> proposed = List.of();

    private record Proposed(UUID request, UUID volunteer) {}

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Zelf Rotterdam", EMAIL);
        Town.fill(database, organisation, 12);
        proposed = database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select request, volunteer from pairing where step = 'PROPOSED' order by id")
                                .query((row, number) -> new Proposed(
                                        row.getObject("request", UUID.class), row.getObject("volunteer", UUID.class)))
                                .list());
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void whoFitsIsPairedAndTheProposalGivesWay() {
        Proposed one = proposed.get(0);
        String page = text(get(one.request(), one.volunteer()));
        assertThat(page).contains("Alle regels zijn nagelopen", "Dat vervalt als u koppelt");

        MvcTestResult paired = post(one, page, "");

        assertThat(paired).hasStatus(HttpStatus.FOUND);
        assertThat(paired.getResponse().getRedirectedUrl()).startsWith("/pairings/");
        assertThat(steps(one)).containsExactlyInAnyOrder("ACCEPTED", "ENDED");
    }

    @Test
    void aRuleThatIsPassedOverNeedsAReasonInWriting() {
        Proposed one = proposed.get(1);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update volunteer set travel_limit_metres = 0, maximum_families = 0 where id = :id")
                    .param("id", one.volunteer())
                    .update();
        });
        String page = text(get(one.request(), one.volunteer()));
        assertThat(page).contains("Hier wijkt u van af");

        assertThat(post(one, page, "kort")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(steps(one)).containsExactly("PROPOSED");

        assertThat(post(one, page, "De vrijwilliger wil dit zelf graag")).hasStatus(HttpStatus.FOUND);
        assertThat(steps(one)).containsExactlyInAnyOrder("ACCEPTED", "ENDED");
    }

    @Test
    void anExpiredCertificateCannotBePassedOver() {
        Proposed one = proposed.get(2);
        database.scope().inside(organisation, () -> {
            database.jdbc()
                    .sql("update volunteer set screened = date '2001-05-03' where id = :id")
                    .param("id", one.volunteer())
                    .update();
        });
        String page = text(get(one.request(), one.volunteer()));

        assertThat(page).contains("Van deze regels mag niemand afwijken").doesNotContain("name=\"part\"");
        assertThat(post(one, page, "Ik vind het toch goed zo")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(steps(one)).containsExactly("PROPOSED");
    }

    @Test
    void whoIsNotThereIsUnknown() {
        assertThat(get(proposed.get(3).request(), UUID.nameUUIDFromBytes(new byte[] {7})))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private static List<String> steps(Proposed pair) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select step from pairing where request = :request")
                                .param("request", pair.request())
                                .query((row, number) -> row.getString("step"))
                                .list());
    }

    private static MvcTestResult get(UUID request, UUID volunteer) {
        return mvc.get()
                .uri("/pairings/by-hand?request=" + request + "&volunteer=" + volunteer)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(EMAIL)))
                .exchange();
    }

    private static MvcTestResult post(Proposed pair, String page, String reason) {
        var request = mvc.post()
                .uri("/pairings/by-hand")
                .param("request", pair.request().toString())
                .param("volunteer", pair.volunteer().toString())
                .param("note", "Gebeld met de moeder");
        for (Matcher part = PART.matcher(page); part.find(); ) {
            request = request.param("part", part.group(1));
        }
        for (Matcher rule = RULE.matcher(page); rule.find(); ) {
            request = request.param(rule.group(1), reason);
        }
        return request.with(
                        user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(EMAIL)))
                .with(csrf())
                .exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
