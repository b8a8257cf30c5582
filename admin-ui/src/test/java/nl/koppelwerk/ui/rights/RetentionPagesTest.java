package nl.koppelwerk.ui.rights;

import static org.assertj.core.api.Assertions.assertThat;

import nl.koppelwerk.ui.TwoProgrammes;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RetentionPagesTest extends TwoProgrammes {
    @Test
    void anotherTermIsShownWithWhatItLetsGoBeforeItHolds() {
        change(
                "update volunteer set active = false, stopped_on = '2026-10-01' where reference = (select min(reference) from volunteer)");

        assertThat(get(first, "/retention"))
                .bodyText()
                .contains("Verstuurde mails", "gewoonlijk 1.826; nu is er niets te oud", "Niemand wordt vastgehouden");
        assertThat(get(first, "/retention?VOLUNTEERS=30&HISTORY=730"))
                .bodyText()
                .contains("Vrijwilligers: van 730 naar 30 dagen. Er gaat dan 1 weg, nu 0.")
                .doesNotContain("Wie wat wijzigde: van");
        assertThat(one("select count(*)::text from retention_term")).isEqualTo("0");

        assertThat(told(post(first, "/retention", "VOLUNTEERS", "30"))).isEqualTo("De nieuwe termijn geldt vanaf nu.");
        assertThat(one("select kind || ' ' || days from retention_term")).isEqualTo("VOLUNTEERS 30");
        assertThat(get(first, "/audit"))
                .bodyText()
                .contains("bewaartermijn", "dagen: 30, eerst dagen: 730", "VOLUNTEERS");
        assertThat(told(post(first, "/retention", "VOLUNTEERS", "30"))).isEqualTo("Er is niets veranderd.");
    }

    @Test
    void whatIsNoTermIsShownAgainAndNothingChanges() {
        for (String wrong : new String[] {"0", "-3", "36501", "1e3", "", "999999999999", "dertig"}) {
            assertThat(post(first, "/retention", "SENT_MAIL", wrong, "IMPORTS", "30"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Een termijn is een heel getal van 1 tot 36.500 dagen.", "value=\"" + wrong + "\"");
        }
        assertThat(one("select count(*)::text from retention_term")).isEqualTo("0");
    }

    @Test
    void whoIsHeldIsListedByNumber() {
        String family = one("select id::text from family order by reference limit 1");
        post(own, "/families/" + family + "/rights", "ask", "HOLD", "reason", "Er loopt een klacht over de hulp.");

        assertThat(get(first, "/retention"))
                .bodyText()
                .contains("/families/" + family + "/rights", "sinds 21 november 2026")
                .doesNotContain("Er loopt een klacht");
        assertThat(get(own, "/retention")).hasStatus(HttpStatus.FORBIDDEN);
    }
}
