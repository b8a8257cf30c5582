package nl.koppelwerk.ui.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.report.FamilyFacts;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Estimate;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.data.cost.CaseReviews;
import nl.koppelwerk.data.cost.ReportFacts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.pairing.PairingId;
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
class ProgrammeCostPagesTest {
    private static final String EMAIL = "kosten@koppelwerk.example";

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;
    private static UUID programme = new UUID(0, 0);

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        organisation = Town.emptyTown(database, "Kosten Rotterdam", EMAIL);
        Town.fill(database, organisation, 7);
        programme = database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from programme")
                                .query(UUID.class)
                                .single());
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void whatIsEnteredCountsInTheCalculationForTheDaysThatAPairingRan() {
        PairingId pairing = reviewed(LocalDate.of(2025, 7, 2), LocalDate.of(2026, 1, 1));
        assertThat(get()).bodyText().contains("is er geen rapport te maken", "Maatje in de wijk, 2025");

        assertThat(post(Map.of())).hasStatus(HttpStatus.FOUND);

        // 10,5 × € 62 + 100,10 + 20 + 0 + 30,50 + 40 = € 841,60 a year; 183 of 365 days, item by item.
        assertThat(cost(pairing)).isEqualTo(new Money(42_195));
        assertThat(get())
                .bodyText()
                .contains(
                        "€\u00A0651,00",
                        "€\u00A0841,60",
                        "Jaarrekening 2025, blz. 14",
                        "Noor Jansen: Maatje in de wijk")
                .doesNotContain("is er geen rapport te maken");
    }

    @Test
    void whatIsWrongIsNamedAndStaysAsTyped() {
        assertThat(post(Map.of("training", "veel", "source", " ", "year", "1999")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"veel\"", "Schrijf waar deze bedragen staan.", "Vul een jaar in");
        assertThat(post(Map.of("subsidy", "-5"))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(Map.of("overhead", ""))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(Map.of("programme", new UUID(3, 4).toString()))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(Map.of("hours", "0", "subsidy", "0", "training", "0", "expenses", "0", "overhead", "0")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Alles is nul");
    }

    @Test
    void aChangeAndARemovalStayInTheHistory() {
        post(Map.of("year", "2031"));
        post(Map.of("year", "2031", "subsidy", "200,10", "source", "Brief van 3 mei"));
        assertThat(mvc.post()
                        .uri("/costs/remove")
                        .param("programme", programme.toString())
                        .param("year", "2031")
                        .with(user(reader(Role.ADMINISTRATOR)))
                        .with(csrf()))
                .hasStatus(HttpStatus.FOUND);

        assertThat(get())
                .bodyText()
                .contains(
                        "in 2031 kost €\u00A0841,60 (bron: Jaarrekening 2025, blz. 14)",
                        "in 2031 kost €\u00A0941,60 (bron: Brief van 3 mei)",
                        "in 2031 weggehaald, was €\u00A0941,60 (bron: Brief van 3 mei)");
    }

    @Test
    void onlyAdministratorsEnterCost() {
        assertThat(mvc.get().uri("/costs").with(user(reader(Role.COORDINATOR)))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/costs").with(user(reader(Role.MUNICIPAL_READER))))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private static PairingId reviewed(LocalDate from, LocalDate until) {
        return database.scope().inside(organisation, () -> {
            PairingId pairing = new PairingId(database.jdbc()
                    .sql("select id from pairing order by id limit 1")
                    .query(UUID.class)
                    .single());
            new CaseReviews(database.jdbc())
                    .fix(
                            organisation,
                            new CaseReview(
                                    pairing,
                                    from,
                                    until,
                                    new Estimate(
                                            new Timelines("Hulp thuis", "Logeren", "Rust"),
                                            List.of(),
                                            "Noor Jansen",
                                            List.of()),
                                    Instant.parse("2026-02-03T10:00:00Z"),
                                    List.of()),
                            Optional.empty(),
                            account());
            return pairing;
        });
    }

    private static Money cost(PairingId pairing) {
        return database.scope().inside(organisation, () -> {
            CaseReviews reviews = new CaseReviews(database.jdbc());
            FamilyFacts facts = new FamilyFacts(
                    reviews.findPair(pairing, LocalDate.of(2026, 2, 3))
                            .map(pair -> pair.family())
                            .orElseGet(() -> family(pairing)),
                    "Maatje in de wijk",
                    nl.koppelwerk.domain.family.Household.OTHER,
                    nl.koppelwerk.domain.pairing.Step.ENDED,
                    1,
                    2,
                    3,
                    Map.of());
            List<FamilyCase> cases =
                    new ReportFacts(database.jdbc(), reviews).cases(List.of(facts), LocalDate.of(2025, 12, 31));
            return Money.sum(cases.getFirst().pairings().getFirst().costs().stream()
                    .map(cost -> cost.total())
                    .toList());
        });
    }

    private static nl.koppelwerk.domain.family.FamilyId family(PairingId pairing) {
        return new nl.koppelwerk.domain.family.FamilyId(database.jdbc()
                .sql("""
                        select r.family from pairing k join support_request r on r.id = k.request where k.id = :pairing
                        """)
                .param("pairing", pairing.value())
                .query(UUID.class)
                .single());
    }

    private static MvcTestResult post(Map<String, String> changes) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "programme",
                programme.toString(),
                "year",
                "2025",
                "hours",
                "10,5",
                "hourlyRate",
                "62",
                "subsidy",
                "100,10",
                "training",
                "20",
                "screening",
                "0",
                "expenses",
                "30,50",
                "overhead",
                "40"));
        fields.put("source", "Jaarrekening 2025, blz. 14");
        fields.putAll(changes);
        var request = mvc.post().uri("/costs");
        for (Map.Entry<String, String> field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        return request.with(user(reader(Role.ADMINISTRATOR))).with(csrf()).exchange();
    }

    private static MvcTestResult get() {
        return mvc.get().uri("/costs").with(user(reader(Role.ADMINISTRATOR))).exchange();
    }

    private static UUID account() {
        return UUID.nameUUIDFromBytes(EMAIL.getBytes(StandardCharsets.UTF_8));
    }

    private static Coordinator reader(Role role) {
        return new Coordinator(account(), organisation, EMAIL, "Noor Jansen", role, true, "");
    }
}
