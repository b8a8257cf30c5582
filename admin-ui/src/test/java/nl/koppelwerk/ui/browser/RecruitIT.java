package nl.koppelwerk.ui.browser;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.recruit.Recruited;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom to look for, flyers and the capacity plan, in a real browser. */
@ExtendWith(DatabaseExtension.class)
class RecruitIT {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String EMPTY = "leeg@koppelwerk.example";

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.emptyTown(database, "Nieuw Begin", EMPTY);
        Town.fill(database, rotterdam, 31);
        List<UUID> requests = database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id from support_request order by reference limit 4")
                                .query((row, number) -> row.getObject("id", UUID.class))
                                .list());
        Recruited.in(database, rotterdam, requests);
        database.scope().inside(rotterdam, () -> RecruitIT.plan(database, rotterdam));
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    /** As it would be kept after playing. */
    private static void plan(TestDatabase database, OrganisationId organisation) {
        String outlook = """
                {"scenario": "%s", "waiting": [%s], "usualWait": {"low": 5.5, "middle": 7, "high": 9},
                 "longWait": {"low": 20, "middle": 21.5, "high": 30}, "introduced": {"low": 80, "middle": 91, "high": 99}}
                """;
        String range = "{\"low\": 11, \"middle\": 23, \"high\": 37}";
        String waiting = String.join(", ", List.of(range, range, range, range, range, range, range));
        String answer = """
                {"familyWeeks": 40, "families": 90, "volunteerWeeks": 33, "volunteers": 41, "stops": 3, "coordinators": 2,
                 "pairings": 69, "ownDurations": false, "outlooks": [%s, %s, %s, %s]}
                """.formatted(
                        outlook.formatted("AS_NOW", waiting),
                        outlook.formatted("MORE_FAMILIES", waiting),
                        outlook.formatted("MORE_VOLUNTEERS", waiting),
                        outlook.formatted("COORDINATOR_LESS", waiting));
        database.jdbc()
                .sql("""
                        insert into capacity_plan (organisation, id, status, more, months, repetitions, seed, asked_at, seen_at,
                                                   finished_at, share, answer)
                        values (:organisation, :id, 'DONE', 10, 6, 10, 1, '2026-11-20', '2026-11-20', '2026-11-20', 1,
                                cast(:answer as jsonb))
                        """)
                .param("organisation", organisation.value())
                .param("id", new UUID(5, 5))
                .param("answer", answer)
                .update();
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, nl", "390, en"})
    void everyPageIsUsableEmptyFullAndWrong(int width, String language) {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), width, true)) {
            noor.signIn(NOOR);
            noor.page().waitForURL(address -> !address.contains("login"));
            noor.go("/recruit?language=" + language);
            PlaywrightAssertions.assertThat(noor.page().locator(".kw-recruit__mark"))
                    .hasCount(2);
            noor.inspect();
            noor.go("/recruit/flyers");
            noor.inspect();
            noor.go("/capacity");
            PlaywrightAssertions.assertThat(noor.page().locator("path.kw-capacity__band"))
                    .hasCount(4);
            noor.inspect();
        }
        try (Visitor beginner = Visitor.at(pages.address(), chromium.browser(), width, true)) {
            beginner.signIn(EMPTY);
            beginner.page().waitForURL(address -> !address.contains("login"));
            for (String page : List.of("/recruit?language=" + language, "/recruit/flyers", "/capacity")) {
                beginner.go(page);
                beginner.inspect();
            }
        }
    }

    @Test
    void withoutScriptTheSameIsThere() {
        try (Visitor noor = Visitor.at(pages.address(), chromium.browser(), 1280, false)) {
            noor.signIn(NOOR);
            noor.page().waitForURL(address -> !address.contains("login"));
            noor.go("/recruit");
            PlaywrightAssertions.assertThat(noor.page().locator(".kw-recruit__list > li"))
                    .hasCount(2);
            noor.go("/recruit/flyers");
            PlaywrightAssertions.assertThat(noor.page().locator(".kw-flyer").first())
                    .isVisible();
            noor.go("/capacity");
            PlaywrightAssertions.assertThat(noor.page().locator("tbody tr")).hasCount(4);
        }
    }
}
