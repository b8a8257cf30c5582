package nl.koppelwerk.ui.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.ui.TwoProgrammes;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class SharingPagesTest extends TwoProgrammes {
    private String sharing(UUID programme) {
        return "/rules/" + programme + "/sharing";
    }

    private void agree() {
        post(first, sharing(buddies), "act", "ASK", "with", NEIGHBOURS.toString());
        post(second, sharing(NEIGHBOURS), "act", "AGREE", "with", buddies.toString(), "version", "1");
    }

    @Test
    void twoAdministratorsAgreeAndTheProgrammeSaysSinceWhen() {
        assertThat(get(own, "/rules/" + buddies + "/about")).bodyText().contains("Deelt vrijwilligers met", "Niemand");
        assertThat(told(post(first, sharing(buddies), "act", "ASK", "with", NEIGHBOURS.toString())))
                .isEqualTo("Gevraagd. Een andere beheerder moet nog ja zeggen.");
        assertThat(get(first, sharing(NEIGHBOURS)))
                .bodyText()
                .contains("Akkoord met Maatje in de wijk", "wacht op antwoord");
        assertThat(get(first, sharing(buddies)))
                .bodyText()
                .doesNotContain("Akkoord met")
                .contains("van Stichting Buren");
        String[] yes = {"act", "AGREE", "with", buddies.toString(), "version", "1"};
        assertThat(told(post(first, sharing(NEIGHBOURS), yes)))
                .isEqualTo("U vroeg dit zelf. Bij twee organisaties moet iemand anders ja zeggen.");
        assertThat(told(post(second, sharing(NEIGHBOURS), yes)))
                .isEqualTo("De twee programma’s delen nu. De volgende ronde zoekt samen.");
        assertThat(get(own, "/rules/" + buddies + "/about"))
                .bodyText()
                .contains("Buren (van Stichting Buren), sinds 21 november 2026");
        assertThat(get(own, sharing(buddies)))
                .bodyText()
                .contains("deelt")
                .doesNotContain("Niet meer delen", "Vraag om te delen");

        assertThat(told(post(second, sharing(NEIGHBOURS), "act", "END", "with", buddies.toString(), "version", "1")))
                .startsWith("Gestopt.");
        assertThat(get(first, sharing(buddies))).bodyText().contains("Eerdere afspraken", "deelt met niemand");
    }

    @Test
    void aCoordinatorReadsAndChangesNothingAndOfOtherProgrammesNotEvenThat() {
        assertThat(post(own, sharing(buddies), "act", "ASK", "with", NEIGHBOURS.toString()))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(get(own, sharing(NEIGHBOURS))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(first, sharing(new UUID(3, 3)), "act", "ASK", "with", NEIGHBOURS.toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(first, sharing(buddies), "act", "TAKE", "with", NEIGHBOURS.toString()))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(told(post(first, sharing(buddies), "act", "ASK", "with", new UUID(3, 3).toString())))
                .startsWith("Dit kan niet meer.");
    }

    /** One proposal becomes that of a family of Maatjes with a volunteer of Buren, who agreed to be shared. */
    private UUID shared() {
        agree();
        UUID pairing = UUID.fromString(one("select id::text from pairing order by id limit 1"));
        change("update volunteer_programme set programme = '" + NEIGHBOURS
                + "' where volunteer = (select volunteer from pairing where id = '" + pairing + "')");
        String volunteer = one("select volunteer::text from pairing where id = '" + pairing + "'");
        assertThat(get(other, "/volunteers/" + volunteer + "/sharing"))
                .bodyText()
                .contains("Ik vind het goed dat ook Maatje in de wijk van Samen Sterk");
        assertThat(told(post(
                        other,
                        "/volunteers/" + volunteer + "/sharing",
                        "programme",
                        buddies.toString(),
                        "told",
                        "GIVEN",
                        "on",
                        "2026-11-20")))
                .isEqualTo("Bewaard.");
        return pairing;
    }

    @Test
    void whoLooksForAFamilyReadsAVolunteerOfAnotherProgrammeWithoutTheName() {
        UUID pairing = shared();
        String name = one(
                "select v.name from volunteer v join pairing k on k.volunteer = v.id where k.id = '" + pairing + "'");

        assertThat(get(own, "/proposals")).bodyText().contains("Buren · ").doesNotContain(name);
        assertThat(get(own, "/proposals/" + pairing))
                .bodyText()
                .contains("Buren · ")
                .doesNotContain(name);
        assertThat(get(own, "/morning")).bodyText().contains("Buren · ").doesNotContain(name);
        String volunteer = one("select volunteer::text from pairing where id = '" + pairing + "'");
        assertThat(get(own, "/volunteers/" + volunteer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(other, "/proposals/" + pairing)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void noPageLeadsToAVolunteerWhoIsNotInSight() {
        UUID pairing = shared();
        String of = " from pairing k join volunteer v on v.id = k.volunteer join support_request q on q.id = k.request"
                + " where k.id = '" + pairing + "'";
        String family = "/families/" + one("select q.family::text" + of);
        String volunteer = "/volunteers/" + one("select v.id::text" + of);
        String name = one("select v.name" + of);

        assertThat(get(first, family)).bodyText().contains("href=\"" + volunteer + "\"", name);
        for (String page : List.of(family, "/proposals/" + pairing + "/opinion")) {
            assertThat(get(own, page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Buren · ")
                    .doesNotContain(volunteer, name, "why-not-family");
        }
        assertThat(get(own, "/why-not?volunteer=" + volunteer.substring(volunteer.lastIndexOf('/') + 1)))
                .hasStatus(HttpStatus.NOT_FOUND);
        post(own, "/proposals/" + pairing + "/confirm", "version", "1");
        for (String page : List.of(family, "/pairings/" + pairing, "/pairings", "/morning", "/unpaired")) {
            assertThat(get(own, page)).hasStatusOk().bodyText().doesNotContain(volunteer, name);
        }
    }

    @Test
    void aRequestIsForAProgrammeOfOnesOwnAlsoWhenTheFormIsForged() {
        String request = one("select id::text from support_request order by reference limit 1");
        String family = one("select family::text from support_request where id = '" + request + "'");
        String path = "/families/" + family + "/requests/";
        String[] sent = {
            "request_reference",
            "NIEUW-1",
            "programme",
            "BUREN",
            "kind",
            "BUDDY",
            "urgency",
            "normaal",
            "needs",
            "PARENTING",
            "hours_per_week",
            "2",
            "day_parts",
            "wed-afternoon",
            "day_parts_per_week",
            "1",
            "waiting_since",
            "2026-11-01",
            "seen",
            "9999999"
        };
        String refused = "Dit programma is niet een van uw programma’s.";

        for (String form : List.of(path + "new", path + request + "/edit")) {
            assertThat(get(own, form)).bodyText().contains("value=\"MAATJE\"").doesNotContain("value=\"BUREN\"");
            assertThat(get(first, form)).bodyText().contains("value=\"MAATJE\"", "value=\"BUREN\"");
            assertThat(post(own, form, sent))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains(refused);
        }
        assertThat(one("select count(*)::text from support_request where programme = '" + NEIGHBOURS + "'"))
                .isEqualTo("0");
        assertThat(post(first, path + "new", sent)).hasStatus(HttpStatus.FOUND);
        assertThat(one("select reference from support_request where programme = '" + NEIGHBOURS + "'"))
                .isEqualTo("NIEUW-1");
    }

    @Test
    void aVolunteerIsPutInProgrammesOfOnesOwnOnly() {
        String maatje = one("select id::text from programme where code = 'MAATJE'");
        String volunteer = one("select m.volunteer::text from volunteer_programme m where m.programme = '" + maatje
                + "' and not exists (select from volunteer_programme o where o.volunteer = m.volunteer"
                + " and o.programme <> m.programme) order by 1 limit 1");
        String form = "/volunteers/" + volunteer + "/edit";
        String[] alone = sent(volunteer, "BUREN");
        String[] both = sent(volunteer, "MAATJE", "BUREN");
        String refused = "Dit programma is niet een van uw programma’s.";

        for (String[] sent : List.of(alone, both)) {
            assertThat(post(own, form, sent))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains(refused);
        }
        assertThat(one("select count(*)::text from volunteer_programme where volunteer = '" + volunteer + "'"))
                .isEqualTo("1");
        assertThat(post(own, form, sent(volunteer, "MAATJE"))).hasStatus(HttpStatus.FOUND);
    }

    /** The form as it is, but for the programmes. */
    private String[] sent(String volunteer, String... programmes) {
        List<String> sent = new ArrayList<>(List.of(
                "name",
                "Anouk",
                "kind",
                "BUDDY",
                "postcode",
                "3021",
                "gender",
                "vrouw",
                "languages_0",
                "nld",
                "languages_level_0",
                "C2",
                "skills",
                "PARENTING",
                "availability",
                "wed-afternoon",
                "hours_per_week",
                "3",
                "travel_limit_km",
                "5",
                "seen",
                "9999999"));
        for (String programme : programmes) {
            sent.addAll(List.of("programmes", programme));
        }
        return sent.toArray(String[]::new);
    }

    @Test
    void theProgrammeOfTheVolunteerSaysYesBeforeTheVolunteerIsAsked() {
        UUID pairing = shared();
        assertThat(post(own, "/proposals/" + pairing + "/confirm", "version", "1"))
                .hasStatus3xxRedirection();
        assertThat(get(own, "/pairings/" + pairing)).bodyText().contains("Dat programma moet eerst ja zeggen.");
        assertThat(told(post(own, "/pairings/" + pairing + "/ask", "version", "2")))
                .isEqualTo("De vrijwilliger is van een ander programma. Dat moet eerst ja zeggen.");
        assertThat(post(own, "/sharing/" + pairing, "yes", "true")).hasStatus(HttpStatus.NOT_FOUND);

        String family =
                one("select f.name from family f join support_request q on q.family = f.id join pairing k on k.request"
                        + " = q.id where k.id = '" + pairing + "'");
        assertThat(get(other, "/morning")).bodyText().contains("vragen van een ander programma");
        assertThat(get(other, "/sharing"))
                .bodyText()
                .contains("Gevraagd door Maatje in de wijk")
                .doesNotContain(family);
        assertThat(told(post(other, "/sharing/" + pairing, "yes", "true")))
                .startsWith("Genoteerd. Het andere programma kan");

        assertThat(get(other, "/sharing")).bodyText().contains("Niemand wacht op u");
        assertThat(get(own, "/pairings/" + pairing)).bodyText().contains("Buren vindt het goed.", "Buren · ");
        assertThat(post(own, "/pairings/" + pairing + "/ask", "version", "2")).hasStatus3xxRedirection();
        assertThat(one("select step from pairing where id = '" + pairing + "'")).isEqualTo("ASKED");
    }

    @Test
    void aNoHasAReasonThatTheOtherSideReads() {
        UUID pairing = shared();
        post(own, "/proposals/" + pairing + "/confirm", "version", "1");

        assertThat(told(post(other, "/sharing/" + pairing, "yes", "false", "reason", " ")))
                .startsWith("Schrijf in een paar woorden");
        post(other, "/sharing/" + pairing, "yes", "false", "reason", "Begint net bij ons.");

        assertThat(get(own, "/pairings/" + pairing))
                .bodyText()
                .contains("Dit programma zegt nee: Begint net bij ons.", "Het programma van de vrijwilliger zegt nee");
        assertThat(get(own, "/pairings?care=true")).bodyText().contains("Buren · ");
    }

    @Test
    void needsAreDividedAndAnotherOrganisationTakesConsent() {
        String family = one("select family::text from support_request where cardinality(needs) > 1 and id not in"
                + " (select request from pairing where step <> 'PROPOSED') order by reference limit 1");
        String request =
                one("select id::text from support_request where family = '" + family + "' order by reference limit 1");
        String need = one("select needs[1] from support_request where id = '" + request + "'");
        String page = "/families/" + family + "/sharing";
        String there = "programme " + NEIGHBOURS + " BUDDY";
        String seen = one("select coalesce(max(number), 0)::text from record_change");

        assertThat(get(own, page))
                .bodyText()
                .contains("Welke hulpvragen gaan mee?", "van Stichting Buren")
                .doesNotContain(there);
        String[] move = {"request", request, "needs", need, "to", there, "seen", seen};
        assertThat(told(post(own, page + "/needs", move)))
                .isEqualTo("Dit programma is van een andere organisatie. Vraag het gezin eerst om toestemming.");
        assertThat(told(post(own, page, "programme", NEIGHBOURS.toString(), "told", "GIVEN", "on", "2026-12-20")))
                .startsWith("Kies een dag");
        assertThat(get(other, "/families/" + family)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(told(post(own, page, "programme", NEIGHBOURS.toString(), "told", "GIVEN", "on", "2026-11-20")))
                .isEqualTo("Bewaard.");
        assertThat(told(post(own, page + "/needs", move))).startsWith("Verdeeld.");

        assertThat(get(other, "/families/" + family)).hasStatusOk().bodyText().contains("BUREN");
        assertThat(told(post(own, page, "programme", NEIGHBOURS.toString(), "told", "WITHDRAWN")))
                .isEqualTo("Bewaard.");
        assertThat(get(other, "/families/" + family)).hasStatus(HttpStatus.NOT_FOUND);
        for (String wrong : List.of("", "request x", "programme " + NEIGHBOURS, "programme x y", "request  ")) {
            assertThat(told(post(own, page + "/needs", "request", request, "needs", need, "to", wrong, "seen", seen)))
                    .as(wrong)
                    .isEqualTo("Kies waar de hulpvragen heen gaan.");
        }
        assertThat(post(own, page + "/needs", "request", request, "needs", "GOLD", "to", there, "seen", seen))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }
}
