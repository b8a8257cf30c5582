package nl.koppelwerk.ui.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A volunteer whose telephone remembers who it belongs to. Browsers keep passkeys for names, not for addresses. */
@ExtendWith(DatabaseExtension.class)
class PasskeyIT {
    private static final String SITE = "http://localhost";
    private static final int PHONE = 360;

    private static TestDatabase database;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static Chromium chromium;
    private static int next;

    private String address = "";
    private UUID anna = new UUID(0, 0);

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam");
        Town.fill(database, rotterdam, 9);
        mail = new OwnMailbox(database, rotterdam);
        pages = new RunningPages(database, "--koppelwerk.site.address=" + SITE);
        chromium = Chromium.open(
                "--host-resolver-rules=MAP localhost:80 " + pages.address().substring("http://".length()));
    }

    @AfterAll
    static void stop() {
        chromium.close();
        pages.close();
    }

    @BeforeEach
    void another() {
        database.ownerJdbc().sql("delete from failed_attempts").update();
        address = "anna" + next + "@voorbeeld.example";
        anna = mail.give(next++, address);
    }

    @Test
    void aDeviceThatRemembersNeedsNoMailAndOneThatForgotDoes() {
        try (Visitor phone = Visitor.at(SITE, chromium.browser(), PHONE, true)) {
            authenticator(phone.page(), true);
            comeIn(phone);
            remember(phone);
            phone.reads("Dit toestel onthoudt u nu.", "Toestel 1");

            leave(phone);
            phone.follows(phone.page().locator("[data-passkey=show] button"));
            assertThat(phone.page().locator("#own")).isVisible();

            phone.go("/own/passkeys");
            phone.follows(phone.page().locator("form[action$=remove] button"));
            phone.reads("Dit toestel is vergeten.", "Nog geen toestel onthoudt u.");
            leave(phone);
            phone.follows(phone.page().locator("[data-passkey=show] button"));
            phone.reads("Dat is niet gelukt. Vraag een link per mail.");
        }
    }

    @Test
    void whoStoppedComesInNoMore() {
        try (Visitor phone = Visitor.at(SITE, chromium.browser(), PHONE, true)) {
            authenticator(phone.page(), true);
            comeIn(phone);
            remember(phone);
            phone.reads("Dit toestel onthoudt u nu.");
            leave(phone);
            mail.inside(() -> database.jdbc()
                    .sql("update volunteer set active = false, stopped_on = date '2026-01-01' where id = :id")
                    .param("id", anna)
                    .update());

            phone.follows(phone.page().locator("[data-passkey=show] button"));
            phone.reads("Dat is niet gelukt. Vraag een link per mail.");
        }
    }

    @Test
    void aDeviceThatDoesNotAskItsOwnerIsNotEnough() {
        try (Visitor phone = Visitor.at(SITE, chromium.browser(), PHONE, true)) {
            authenticator(phone.page(), false);
            comeIn(phone);
            phone.go("/own/passkeys");
            phone.page().locator("[data-passkey=make] button").click();

            phone.reads("Dat is niet gelukt. U kunt het nog eens proberen.", "Nog geen toestel onthoudt u.");
        }
    }

    private void comeIn(Visitor phone) {
        phone.go("/own/ask");
        phone.page().locator("#email").fill(address);
        phone.page().locator("main form button").first().click();
        phone.page().waitForURL("**/own/enter");
        phone.page().navigate("about:blank");
        phone.go("/own/enter?language=nl#" + OwnMailbox.link(mail.last(address, 1)));
        phone.page().locator("#by-link button").click();
        assertThat(phone.page().locator("#own")).isVisible();
    }

    private static void remember(Visitor phone) {
        phone.follows(phone.page().locator("a[href='/own/passkeys']"));
        assertThat(phone.page().locator("#no-passkeys")).hasCount(0);
        phone.follows(phone.page().locator("[data-passkey=make] button"));
    }

    private static void leave(Visitor phone) {
        phone.go("/own");
        phone.follows(phone.page().locator("#leave button"));
        phone.reads("U bent klaar.");
    }

    /** Part of the telephone; it says that its owner is there, or that it cannot ask. */
    private static void authenticator(Page page, boolean asksItsOwner) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", asksItsOwner);
        kind.addProperty("isUserVerified", asksItsOwner);
        JsonObject options = new JsonObject();
        options.add("options", kind);
        devices.send("WebAuthn.addVirtualAuthenticator", options);
    }
}
