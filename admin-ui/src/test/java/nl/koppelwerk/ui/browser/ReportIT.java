package nl.koppelwerk.ui.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.ReportTown;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An administrator makes a report, and a reader at the municipality keeps it, in a real browser. */
@ExtendWith(DatabaseExtension.class)
class ReportIT {
    private static final UUID OF_MANY = new UUID(75, 1);
    private static final UUID OF_FEW = new UUID(75, 2);
    private static final UUID OF_NONE = new UUID(75, 3);
    private static final UUID READER = new UUID(75, 4);
    private static final String DRAFT = "/reports/draft?municipality=Rotterdam&from=2025-01-01&until=2025-12-31";

    private static RunningPages pages;
    private static Chromium chromium;

    @BeforeAll
    static void start(TestDatabase database) {
        OrganisationId many = town(database, "Veel", 97, OF_MANY);
        ReportTown.account(database, many, READER, Account.Role.MUNICIPAL_READER, Set.of("Rotterdam"));
        town(database, "Weinig", 9, OF_FEW);
        ReportTown.account(
                database, Town.emptyTown(database, "Niemand"), OF_NONE, Account.Role.ADMINISTRATOR, Set.of());
        pages = new RunningPages(database);
        chromium = Chromium.open();
    }

    private static OrganisationId town(TestDatabase database, String name, int families, UUID administrator) {
        OrganisationId organisation = Town.emptyTown(database, name);
        Town.fill(database, organisation, families);
        ReportTown.account(database, organisation, administrator, Account.Role.ADMINISTRATOR, Set.of());
        ReportTown.fill(database, organisation, families, administrator);
        return organisation;
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    private static Visitor visitor(int width, UUID account) {
        Visitor visitor = Visitor.at(pages.address(), chromium.browser(), width, true);
        visitor.signIn(ReportTown.email(account));
        return visitor;
    }

    @ParameterizedTest
    @CsvSource({"1280, nl", "390, en"})
    void theDraftCanBeUsedByEverybodyBeItFullOrNearlyEmpty(int width, String language) {
        for (UUID account : new UUID[] {OF_MANY, OF_FEW}) {
            try (Visitor els = visitor(width, account)) {
                els.go("/reports?language=" + language);
                els.inspect();
                els.go(DRAFT);
                els.headed(language.equals("nl") ? "Vermeden zorg in Rotterdam" : "Avoided care in Rotterdam");
                els.inspect();
            }
        }
    }

    @Test
    void whereNobodyLivesThereIsNothingToReport() {
        try (Visitor els = visitor(390, OF_NONE)) {
            els.go("/reports");
            els.inspect();
        }
    }

    @Test
    void whatWasPublishedIsKeptAsAFileByAReader() {
        try (Visitor els = visitor(1280, OF_MANY)) {
            els.go(DRAFT);
            els.follows(els.page().locator("main form button[type=submit]"));
            els.reads("Het rapport is gepubliceerd.", "Rapport 1, gepubliceerd op");
        }
        try (Visitor reader = visitor(390, READER)) {
            reader.go("/reports/Rotterdam/1");
            reader.inspect();
            for (String kind : new String[] {"pdf", "xlsx", "csv"}) {
                Page page = reader.page();
                Download kept = page.waitForDownload(
                        () -> page.locator("a[href$='report." + kind + "']").click());
                assertThat(kept.suggestedFilename())
                        .isEqualTo("vermeden-zorg-rotterdam-2025-01-01-tot-2025-12-31-rapport-1." + kind);
            }
        }
    }
}
