package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are larger than what is read, sent over HTTP to a real server. */
@ExtendWith(DatabaseExtension.class)
class TooLargeTest {
    private static final String BOSS = "beheer@koppelwerk.example";

    private static RunningPages pages;

    @BeforeAll
    static void start(TestDatabase database) {
        Town.fill(database, Town.emptyTown(database, "Samen Sterk Rotterdam", BOSS), 9);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        Account boss = accounts.findForSignIn(BOSS).orElseThrow();
        accounts.save(boss.with(boss.name(), Account.Role.ADMINISTRATOR, true));
        pages = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/imports, /imports, 71, nl",
        "/prices, /prices/preview, 71, en",
        "/monitor/sheets, /monitor/sheets/preview, 150, nl"
    })
    void aFileThatIsMuchTooLargeIsSaidToBeSo(String page, String form, int megabytes, String language) {
        try (HttpVisitor boss = new HttpVisitor(pages)) {
            boss.get("/login?language=" + language);
            boss.signIn(BOSS, Town.PASSWORD);
            boss.get(page);
            Answer answer = boss.upload(form, (long) megabytes << 20);

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body())
                    .contains(language.equals("nl") ? "Dit bestand is te groot" : "This file is too large");
        }
    }

    @ParameterizedTest
    @CsvSource({"/imports, /imports, 30", "/prices, /prices/preview, 11", "/monitor/sheets, /monitor/sheets/preview, 60"
    })
    void aFileThatIsTooLargeIsRefusedOnItsOwnPage(String page, String form, int megabytes) {
        try (HttpVisitor boss = new HttpVisitor(pages)) {
            boss.signIn(BOSS, Town.PASSWORD);
            boss.get(page);
            Answer answer = boss.upload(form, (long) megabytes << 20);

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("te groot");
        }
    }
}
