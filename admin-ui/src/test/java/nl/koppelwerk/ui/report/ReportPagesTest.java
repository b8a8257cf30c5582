package nl.koppelwerk.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.price.CareUnit;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.Payer;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.Estimate;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.CaseReviews;
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
class ReportPagesTest {
    private static final String EMAIL = "rapport@koppelwerk.example";
    private static final UUID ADMINISTRATOR = new UUID(71, 1);
    private static final UUID READER = new UUID(71, 2);
    private static final UUID READER_ELSEWHERE = new UUID(71, 3);
    private static final int FAMILIES = 61;
    private static final int REVIEWED = 26;
    private static final Product GUIDANCE = new Product("45", "A1");

    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId organisation;

    @BeforeAll
    static void start(TestDatabase database) {
        organisation = Town.emptyTown(database, "Rapport Rotterdam", EMAIL);
        Town.fill(database, organisation, FAMILIES);
        account(database, ADMINISTRATOR, Account.Role.ADMINISTRATOR, Set.of());
        account(database, READER, Account.Role.MUNICIPAL_READER, Set.of("Rotterdam"));
        database.jdbc()
                .sql("insert into municipality (name) values ('Delft') on conflict do nothing")
                .update();
        account(database, READER_ELSEWHERE, Account.Role.MUNICIPAL_READER, Set.of("Delft"));
        database.scope().inside(organisation, () -> {
            begin(database);
            review(database);
        });
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    private static void account(TestDatabase database, UUID id, Account.Role role, Set<String> municipalities) {
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        accounts.save(new Account(id, organisation, id + "@koppelwerk.example", "Els", "{noop}x", role, true));
        database.scope()
                .inside(organisation, () -> accounts.limit(organisation, id, new Limits(Set.of(), municipalities)));
    }

    private static void begin(TestDatabase database) {
        database.jdbc().sql("update pairing set step = 'RUNNING'").update();
        database.jdbc().sql("""
                        insert into pairing_life (organisation, pairing, started_on)
                        select organisation, id, date '2025-02-03' from pairing
                        """).update();
        database.jdbc().sql("""
                        insert into programme_cost (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                            subsidy_cents, training_cents, screening_cents, expenses_cents, overhead_cents, source)
                        select organisation, id, 2025, 12.5, 6200, 90000, 0, 4100, 2500, 0, 'Begroting 2025' from programme
                        """).update();
    }

    private static void review(TestDatabase database) {
        new CarePrices(database.jdbc())
                .keep(
                        organisation,
                        "Rotterdam",
                        List.of(new UnitPrice(
                                GUIDANCE,
                                "Ambulante begeleiding",
                                Payer.JEUGDWET,
                                CareUnit.HOUR,
                                new Money(6120),
                                new Money(6120),
                                2025,
                                "Contract 2025",
                                UnitPrice.Origin.CONTRACT)));
        CaseReviews reviews = new CaseReviews(database.jdbc());
        List<UUID> pairings = database.jdbc()
                .sql("select id from pairing order by id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (int i = 0; i < Math.min(REVIEWED, pairings.size()); i++) {
            reviews.fix(organisation, reviewed(pairings.get(i), i), Optional.empty(), ADMINISTRATOR);
        }
    }

    private static CaseReview reviewed(UUID pairing, int number) {
        CareLine line = new CareLine(
                GUIDANCE,
                2025,
                Beneficiary.WHOLE_FAMILY,
                QuantityRange.exactly(Integer.toString(60 + 20 * (number % 5))),
                QuantityRange.exactly("10"),
                true,
                EvidenceGrade.COORDINATORS_ESTIMATE,
                Reductions.NONE.withDeadweight(Share.QUARTER));
        return new CaseReview(
                new PairingId(pairing),
                LocalDate.of(2025, 2, 3),
                LocalDate.of(2025, 11, 3).minusDays(37L * (number % 5)),
                new Estimate(new Timelines("Niets", "Hulp", "Rust"), List.of(line), "Els", List.of()),
                Instant.parse("2026-02-05T10:15:00Z"),
                List.of());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void aReportIsSeenFirstThenPublishedAndThenReadAtTheMunicipality() {
        assertThat(as(ADMINISTRATOR, Role.ADMINISTRATOR, draft("Rotterdam")))
                .hasStatusOk()
                .bodyText()
                .contains("Dit is een proef", "Van bruto naar netto", "per euro", "niet getoond");
        assertThat(as(READER, Role.MUNICIPAL_READER, "/reports"))
                .hasStatusOk()
                .bodyText()
                .contains("Er is nog geen rapport")
                .doesNotContain("Nieuw rapport");

        MvcTestResult published = publish(ADMINISTRATOR, Role.ADMINISTRATOR);

        assertThat(published).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/reports/Rotterdam/1");
        assertThat(as(READER, Role.MUNICIPAL_READER, "/reports/Rotterdam/1"))
                .hasStatusOk()
                .bodyText()
                .contains("Vermeden zorg in Rotterdam", "Van bruto naar netto")
                .doesNotContain("Dit is een proef");
        assertThat(as(READER_ELSEWHERE, Role.MUNICIPAL_READER, "/reports/Rotterdam/1"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(as(READER_ELSEWHERE, Role.MUNICIPAL_READER, "/reports?municipality=Rotterdam"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoIsNoAdministratorMakesNone() {
        assertThat(as(READER, Role.MUNICIPAL_READER, draft("Rotterdam"))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(publish(READER, Role.MUNICIPAL_READER)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(as(ADMINISTRATOR, Role.COORDINATOR, "/reports")).hasStatus(HttpStatus.FORBIDDEN);
    }

    private static String draft(String municipality) {
        return "/reports/draft?municipality=" + municipality + "&from=2025-01-01&until=2025-12-31";
    }

    private static MvcTestResult publish(UUID account, Role role) {
        return mvc.post()
                .uri("/reports")
                .param("municipality", "Rotterdam")
                .param("from", "2025-01-01")
                .param("until", "2025-12-31")
                .with(user(reader(account, role)))
                .with(csrf())
                .exchange();
    }

    private static MvcTestResult as(UUID account, Role role, String path) {
        return mvc.get().uri(path).with(user(reader(account, role))).exchange();
    }

    private static Coordinator reader(UUID account, Role role) {
        return new Coordinator(account, organisation, account + "@koppelwerk.example", "Els", role, true, "");
    }
}
