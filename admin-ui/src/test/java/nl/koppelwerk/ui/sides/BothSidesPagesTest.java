package nl.koppelwerk.ui.sides;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import nl.koppelwerk.ui.TwoProgrammes;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Volunteer V-0 is of Maatjes, V-1 of Buren. */
class BothSidesPagesTest extends TwoProgrammes {
    private String family(int number) {
        return "/families/" + one("select id::text from family order by reference offset " + number + " limit 1");
    }

    private String volunteer(int number) {
        return "/volunteers/" + one("select id::text from volunteer order by reference offset " + number + " limit 1");
    }

    private String number(int number) {
        return one("select reference from volunteer order by reference offset " + number + " limit 1");
    }

    /** The second volunteer is of Buren only. */
    private void apart() {
        change("update volunteer_programme set programme = '" + NEIGHBOURS + "' where volunteer = '"
                + volunteer(1).substring("/volunteers/".length()) + "'");
        change("delete from pairing where volunteer = '" + volunteer(1).substring("/volunteers/".length()) + "'");
    }

    private MvcTestResult link(String reader, int family, int volunteer) {
        return post(
                reader,
                family(family) + "/both-sides/link",
                "volunteer",
                " " + number(volunteer) + " ",
                "on",
                "2026-11-03");
    }

    @Test
    void whoMaySeeBothSidesReadsItOnBothPages() {
        assertThat(get(own, family(0))).bodyText().contains("Zelf helpen").doesNotContain("Helpt ook anderen");
        assertThat(told(link(own, 0, 0)))
                .isEqualTo("Vastgelegd. Deze vrijwilliger wordt nooit aan het eigen gezin gekoppeld.");

        assertThat(get(own, family(0)))
                .bodyText()
                .contains("Helpt ook anderen", number(0), "akkoord op 3 november 2026", "begint later met helpen");
        assertThat(get(own, volunteer(0))).bodyText().contains("Krijgt of kreeg zelf hulp", family(0));
        assertThat(get(own, family(0) + "/both-sides"))
                .bodyText()
                .contains("genoteerd door Noor Jansen", "het programma laat het nu nog niet toe");
        assertThat(get(own, family(0) + "/rights"))
                .bodyText()
                .contains("Dezelfde persoon staat hier ook als", "(" + number(0) + ")");
        assertThat(told(post(
                        own,
                        family(0) + "/both-sides/unlink",
                        "volunteer",
                        volunteer(0).substring("/volunteers/".length()))))
                .isEqualTo("De twee zijn niet meer samen bekend. Beide kaarten blijven.");
        assertThat(get(own, family(0))).bodyText().doesNotContain("Helpt ook anderen");
    }

    @Test
    void whoSeesOneSideReadsNothingOfTheOther() {
        apart();
        link(first, 0, 1);

        assertThat(get(first, family(0))).bodyText().contains("Helpt ook anderen", number(1));
        assertThat(get(own, family(0))).bodyText().doesNotContain("Helpt ook anderen", number(1));
        assertThat(get(own, family(0) + "/both-sides"))
                .bodyText()
                .contains("Niemand van dit gezin, voor zover u mag zien.")
                .doesNotContain(number(1));
        assertThat(get(own, family(0) + "/rights")).bodyText().doesNotContain("Dezelfde persoon");
        assertThat(get(other, volunteer(1)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(
                        "Krijgt of kreeg zelf hulp", "/families/" + family(0).substring("/families/".length()));
        assertThat(get(other, volunteer(1) + "/rights")).bodyText().doesNotContain("Dezelfde persoon");
        assertThat(get(other, family(0) + "/both-sides")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(told(link(own, 2, 1))).startsWith("Er is geen vrijwilliger met dit nummer");
    }

    @Test
    void whatIsNotFilledInWellIsSaidAndNotKept() {
        String link = family(0) + "/both-sides/link";
        String invitation = family(0) + "/both-sides/invitation";

        assertThat(told(post(own, link, "volunteer", number(0), "on", "3 mei"))).startsWith("Vul in wanneer de ouder");
        assertThat(told(post(own, link, "volunteer", number(0), "on", "2027-05-03")))
                .startsWith("Vul in wanneer de ouder");
        assertThat(told(post(own, link, "volunteer", "V-999", "on", "2026-05-03")))
                .startsWith("Er is geen vrijwilliger");
        assertThat(told(post(own, link))).startsWith("Vul in wanneer de ouder");
        assertThat(told(post(own, invitation, "answer", "YES", "on", "2027-05-03")))
                .startsWith("Vul in wanneer u het vroeg");
        assertThat(told(post(own, invitation, "on", "2026-05-03"))).startsWith("Vul in wanneer u het vroeg");
        assertThat(post(own, invitation, "answer", "MAYBE", "on", "2026-05-03")).hasStatus(HttpStatus.BAD_REQUEST);
        link(own, 0, 0);
        assertThat(told(link(own, 1, 0))).isEqualTo("Deze vrijwilliger hoort al bij een gezin.");
        assertThat(one("select count(*)::text from both_sides")).isEqualTo("1");
        assertThat(one("select count(*)::text from invitation_to_help")).isEqualTo("0");
    }

    @Test
    void aParentWhoSaysYesBecomesAVolunteerWhoIsKnownOnBothSides() {
        String form = "/volunteers/new?family=" + family(3).substring("/families/".length());
        assertThat(get(own, form)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(told(post(own, family(3) + "/both-sides/invitation", "answer", "YES", "on", "2026-11-03")))
                .isEqualTo("Het antwoord staat genoteerd.");
        assertThat(get(own, family(3) + "/both-sides"))
                .bodyText()
                .contains("Gevraagd op 3 november 2026:", form, "Maak de ouder vrijwilliger");
        assertThat(get(own, form))
                .bodyText()
                .contains(one("select name from family order by reference offset 3 limit 1"));
        assertThat(get(other, form)).hasStatus(HttpStatus.NOT_FOUND);

        MvcTestResult made = post(
                own,
                "/volunteers/new",
                "family",
                family(3).substring("/families/".length()),
                "volunteer_reference",
                "V-77777",
                "name",
                "Emine Nieuw",
                "kind",
                "BUDDY",
                "programmes",
                one("select code from programme where id = '" + buddies + "'"),
                "postcode",
                one("select postcode::text from family order by reference offset 3 limit 1"),
                "gender",
                "WOMAN",
                "languages_0",
                "nld",
                "languages_level_0",
                "C1",
                "skills",
                "FINANCE",
                "availability",
                "wo-middag",
                "hours_per_week",
                "3",
                "maximum_families",
                "1",
                "travel_limit_km",
                "5");

        String address = Objects.requireNonNull(made.getResponse().getRedirectedUrl());
        assertThat(address).startsWith("/volunteers/");
        assertThat(get(own, address)).bodyText().contains("Krijgt of kreeg zelf hulp", family(3));
    }

    @Test
    void theFormOfAVolunteerListsOnlyOnesOwnProgrammes() {
        assertThat(get(own, "/volunteers/new"))
                .bodyText()
                .contains("Maatje in de wijk")
                .doesNotContain("Buren (BUREN)");
        assertThat(get(first, "/volunteers/new")).bodyText().contains("Maatje in de wijk", "Buren (BUREN)");
        assertThat(get(own, volunteer(0) + "/edit")).bodyText().doesNotContain("Buren (BUREN)");

        change("insert into volunteer_programme select organisation, id, '" + NEIGHBOURS
                + "' from volunteer where id = '" + volunteer(0).substring("/volunteers/".length()) + "'");

        assertThat(get(own, volunteer(0) + "/edit")).bodyText().contains("Buren (BUREN)");
    }
}
