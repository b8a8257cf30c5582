package nl.koppelwerk.ui.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.referral.Directory;
import nl.koppelwerk.data.referral.Hsds;
import nl.koppelwerk.data.referral.KeptServices;
import nl.koppelwerk.data.referral.ShippedServices;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A need is handed over, step by step, until the family is there. */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReferralPagesTest {
    private static final String NOOR = "noor.verwijst@koppelwerk.example";

    private final TestDatabase database;
    private final OrganisationId organisation;
    private final RunningPages pages;

    ReferralPagesTest(TestDatabase database) {
        this.database = database;
        organisation = Town.emptyTown(database, "Samen Verwijzen", NOOR);
        Town.fill(database, organisation, 9);
        pages = new RunningPages(database);
        Directory.Read shipped = (Directory.Read) Hsds.read("services.json", ShippedServices.text());
        database.scope()
                .inside(
                        organisation,
                        () -> new KeptServices(database.jdbc(), pages.context().getBean(Clock.class))
                                .save(organisation, shipped));
    }

    @AfterAll
    void stop() {
        pages.close();
    }

    @BeforeEach
    void nothingYet() {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql("delete from warm_referral").update();
        });
    }

    private HttpVisitor noor() {
        HttpVisitor visitor = new HttpVisitor(pages);
        visitor.signIn(NOOR, Town.PASSWORD);
        visitor.get("/referrals");
        return visitor;
    }

    private String one(String sql) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql(sql)
                                .query(String.class)
                                .list()
                                .getFirst());
    }

    private String request(int number) {
        return one("select id::text from support_request where reference = 'V-" + (1000 + number) + "'");
    }

    private String service(String name) {
        return one("select id::text from referral_service where content ->> 'name' like '" + name + "%'");
    }

    private static String[] form(List<String> more) {
        List<String> form = new ArrayList<>(List.of(
                "needs",
                "FINANCE",
                "consent",
                "true",
                "agreed",
                "2026-11-20",
                "step",
                "CALL_SERVICE",
                "doer",
                "",
                "who",
                "Fatma Kaya",
                "due",
                "2026-11-24",
                "at",
                "10:30"));
        for (int i = 0; i < more.size(); i += 2) {
            form.set(form.indexOf(more.get(i)) + 1, more.get(i + 1));
        }
        return form.toArray(String[]::new);
    }

    private Answer plan(HttpVisitor noor, String... more) {
        List<String> sent = new ArrayList<>(List.of("service", service("OBA helpt")));
        Collections.addAll(sent, form(List.of(more)));
        return noor.post("/requests/" + request(0) + "/referrals", sent.toArray(String[]::new));
    }

    @Test
    void eachRequestPairedOrNotShowsWhatAVolunteerShouldNotCarryAndWhoCould() {
        try (HttpVisitor noor = noor()) {
            String proposed = noor.get("/requests/" + request(1) + "/referrals").body();
            String unpaired = noor.get("/unpaired/" + request(8)).body();

            assertThat(proposed)
                    .contains(
                            "Taalles geeft een docent",
                            "Meertalig opgroeien",
                            "Het gezin woont niet in het gebied van de dienst: ",
                            "mist een voorwaarde");
            assertThat(unpaired)
                    .as("repair and referral on one page")
                    .contains("Wat zou helpen", "Diensten die kunnen helpen", "/referrals/new?service=");
        }
    }

    @Test
    void aReferralIsPlannedFollowedAndEndsWhenTheFamilyArrived() {
        try (HttpVisitor noor = noor()) {
            Answer planned = plan(noor);
            assertThat(planned.status()).isEqualTo(302);
            String page = noor.follow(planned).body();
            assertThat(page).contains("OBA helpt", "de dienst bellen", "Fatma Kaya", "24 november 2026, 10:30 uur");
            String address = planned.location().orElseThrow().replaceAll("https?://[^/]+", "");

            Answer contacted = noor.post(
                    address,
                    "seen",
                    "1",
                    "what",
                    "CONTACTED",
                    "step",
                    "GO_ALONG",
                    "doer",
                    noorsAccount(),
                    "due",
                    "2026-11-25");
            assertThat(noor.follow(contacted).body())
                    .contains("contact gelegd", "met het gezin meegaan", "Noor Jansen");
            assertThat(noor.get("/referrals").body()).contains("Familie Yilmaz naar OBA helpt");
            assertThat(noor.get("/families/"
                                    + one("select family::text from support_request where reference = 'V-1000'"))
                            .body())
                    .contains("Doorverwijzingen", address);

            Answer late = noor.post(address, "seen", "1", "what", "ARRIVED", "on", "2026-11-21");
            assertThat(noor.follow(late).body()).contains("Een collega was eerder");
            Answer arrived = noor.post(address, "seen", "2", "what", "ARRIVED", "on", "2026-11-21");
            assertThat(noor.follow(arrived).body())
                    .contains("aangekomen", "Wat er gebeurde")
                    .doesNotContain("Wat is er gebeurd?");
        }
    }

    private String noorsAccount() {
        return one("select id::text from account where email = '" + NOOR + "'");
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndWhatWasTypedStays() {
        try (HttpVisitor noor = noor()) {
            Answer without = plan(noor, "consent", "", "due", "gisteren", "at", "half elf", "step", "");

            assertThat(without.status()).isEqualTo(422);
            assertThat(without.body())
                    .contains(
                            "Zonder toestemming van het gezin kunt u niet doorverwijzen.",
                            "Vul een datum in",
                            "Vul een tijd in",
                            "Kies wat de volgende stap is.",
                            "Fatma Kaya");
            assertThat(plan(noor, "due", "2026-11-20").body()).contains("Deze dag is al voorbij");
            assertThat(plan(noor, "agreed", "2026-11-29").body()).contains("Deze dag moet nog komen");
            assertThat(plan(noor, "who", " ").body()).contains("Vul in wie dit doet");
            assertThat(plan(noor, "who", "x".repeat(81)).body()).contains("hoogstens 80 tekens");
            assertThat(plan(noor, "needs", "NIETS").body()).contains("minstens een hulpvraag");
            assertThat(plan(noor).status()).isEqualTo(302);
            assertThat(plan(noor).body()).contains("al doorverwezen naar deze dienst");
        }
    }

    @Test
    void aStepWithoutItsReasonOrKindIsNotNoted() {
        try (HttpVisitor noor = noor()) {
            String address = plan(noor).location().orElseThrow().replaceAll("https?://[^/]+", "");

            Answer none = noor.post(address, "seen", "1", "what", "NOT_ARRIVED");
            Answer other = noor.post(address, "seen", "1", "what", "WITHDRAWN", "reason", "NO_SHOW");
            Answer strange = noor.post(address, "seen", "1", "what", "OPGEGETEN");

            assertThat(none.status()).isEqualTo(422);
            assertThat(none.body()).contains("Kies een reden");
            assertThat(other.body()).contains("Deze reden hoort hier niet bij");
            assertThat(strange.body()).contains("Kies wat er is gebeurd");
            assertThat(one("select state from warm_referral")).isEqualTo("PLANNED");
        }
    }

    @Test
    void whatIsDueOrOverdueIsOnTheMorningPage() {
        try (HttpVisitor noor = noor()) {
            plan(noor, "due", "2026-11-22");
            assertThat(noor.get("/morning").body()).doesNotContain("wat nu moet gebeuren");

            database.scope().inside(organisation, () -> {
                database.jdbc()
                        .sql("update warm_referral set due_on = '2026-11-20'")
                        .update();
            });

            assertThat(noor.get("/morning").body())
                    .contains("Doorverwijzen: wat nu moet gebeuren", "Familie Yilmaz naar OBA helpt", "te laat");
        }
    }

    @Test
    void theDirectoryIsSearchedByNeedPlaceAndWords() {
        try (HttpVisitor noor = noor()) {
            assertThat(noor.get("/services").body()).contains("8 van de 8 diensten", "Omgaan met Geld");
            assertThat(noor.get("/services?need=HOUSING").body()).contains("Geregelde betaling", "1 van de 8");
            assertThat(noor.get("/services?area=Purmerend").body()).contains("Omgaan met Geld", "1 van de 8");
            assertThat(noor.get("/services?text=inloop").body())
                    .contains("OBA helpt")
                    .doesNotContain("Oudergroepen");
            assertThat(noor.get("/services?text=bestaatniet").body()).contains("Geen dienst gevonden");
            assertThat(noor.get("/services?request=" + request(0)).body())
                    .contains("/requests/" + request(0) + "/referrals/new?service=");
            assertThat(noor.get("/services?request=" + new UUID(1, 1)).status()).isEqualTo(404);
            Answer file = noor.get("/services.json");
            assertThat(Hsds.read("services.json", file.body())).isInstanceOf(Directory.Read.class);
        }
    }
}
