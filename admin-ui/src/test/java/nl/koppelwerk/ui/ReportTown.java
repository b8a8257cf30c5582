package nl.koppelwerk.ui;

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
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;

/** A made-up town whose pairings ran for a year and were looked back on, so that there is something to report. */
public final class ReportTown {
    private static final Product GUIDANCE = new Product("45", "A1");
    private static final Product RESPITE = new Product("44", "L1");
    private static final Product HOUSEHOLD = new Product("02", "B1");
    private static final LocalDate STARTED = LocalDate.of(2025, 2, 3);

    private final TestDatabase database;
    private final OrganisationId organisation;

    private ReportTown(TestDatabase database, OrganisationId organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** An account that may sign in with {@link #email} and {@link Town#PASSWORD}. */
    public static void account(
            TestDatabase database,
            OrganisationId organisation,
            UUID id,
            Account.Role role,
            Set<String> municipalities) {
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        String hash = PasswordEncoderFactories.createDelegatingPasswordEncoder().encode(Town.PASSWORD);
        accounts.save(new Account(id, organisation, email(id), "Els", hash, role, true));
        for (String municipality : municipalities) {
            database.jdbc()
                    .sql("insert into municipality (name) values (:name) on conflict do nothing")
                    .param("name", municipality)
                    .update();
        }
        database.scope()
                .inside(organisation, () -> accounts.limit(organisation, id, new Limits(Set.of(), municipalities)));
    }

    public static String email(UUID account) {
        return account + "@koppelwerk.example";
    }

    /**
     * Starts all pairings that the town has, and has some looked back on.
     *
     * @param account who looks back
     */
    public static void fill(TestDatabase database, OrganisationId organisation, int reviewed, UUID account) {
        database.scope().inside(organisation, () -> {
            ReportTown town = new ReportTown(database, organisation);
            town.begin();
            town.talk(account);
            town.review(reviewed, account);
        });
    }

    private void begin() {
        database.jdbc().sql("""
                        update pairing k set step = case when n % 9 = 4 then 'ENDED' else 'RUNNING' end
                        from (select id, row_number() over (order by id) as n from pairing) numbered
                        where numbered.id = k.id
                        """).update();
        database.jdbc().sql("""
                        insert into pairing_life (organisation, pairing, started_on, ended_on, outcome, end_reason)
                        select organisation, id, date '2025-02-03', case when step = 'ENDED' then date '2025-10-03' end,
                               case when step = 'ENDED' then 'REACHED' end, case when step = 'ENDED' then 'AGREED_TIME_OVER' end
                        from pairing
                        """).update();
        database.jdbc().sql("""
                        update support_request set waiting_since = date '2025-02-03' - 20 - 7 * (quarters_per_week % 7)
                        """).update();
        database.jdbc().sql("""
                        insert into programme_cost (organisation, programme, year, coordinator_hours, hourly_rate_cents,
                            subsidy_cents, training_cents, screening_cents, expenses_cents, overhead_cents, source)
                        select organisation, id, 2025, 12.5, 6200, 90000, 0, 4100, 2500, 0, 'Begroting 2025' from programme
                        """).update();
    }

    private void talk(UUID account) {
        database.jdbc().sql("""
                        insert into check_in (organisation, pairing, side, week, held_on, mood, quarters_per_week, wish,
                            account)
                        select organisation, id, 'FAMILY', 30, date '2025-09-01', 4, 12, 'CONTINUE', :account from pairing
                        """).param("account", account).update();
        database.jdbc().sql("""
                        insert into check_in_progress (organisation, pairing, side, week, life_domain, score)
                        select organisation, id, 'FAMILY', 30, domain, 1 + (n * 7 + nr) % 5
                        from (select organisation, id, row_number() over (order by id) as n from pairing) numbered,
                             unnest(array['FINANCE', 'HOUSING', 'HEALTH', 'SOCIAL', 'PARTICIPATION']) with ordinality
                                 as domains(domain, nr)
                        where (n + nr) % 4 <> 0
                        """).update();
    }

    private void review(int reviewed, UUID account) {
        new CarePrices(database.jdbc())
                .keep(
                        organisation,
                        "Rotterdam",
                        List.of(
                                price(GUIDANCE, "Ambulante begeleiding", Payer.JEUGDWET, CareUnit.HOUR, 6120),
                                price(RESPITE, "Logeeropvang", Payer.JEUGDWET, CareUnit.FULL_DAY, 19_850),
                                price(HOUSEHOLD, "Begeleiding van de ouder", Payer.WMO, CareUnit.HOUR, 5475)));
        CaseReviews reviews = new CaseReviews(database.jdbc());
        List<UUID> pairings = database.jdbc()
                .sql("select id from pairing order by id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        for (int i = 0; i < Math.min(reviewed, pairings.size()); i++) {
            reviews.fix(organisation, reviewed(pairings.get(i), i), Optional.empty(), account);
        }
    }

    private static UnitPrice price(Product product, String name, Payer payer, CareUnit unit, long cents) {
        return new UnitPrice(
                product,
                name,
                payer,
                unit,
                new Money(cents),
                new Money(cents + cents / 5),
                2025,
                "Contract 2025",
                UnitPrice.Origin.CONTRACT);
    }

    /** Every ninth family needed more care than was expected. */
    private static CaseReview reviewed(UUID pairing, int number) {
        String actual = number % 9 == 5 ? "190" : "10";
        List<CareLine> lines = List.of(
                line(GUIDANCE, 60 + 20 * (number % 5), actual, number),
                line(number % 2 == 0 ? RESPITE : HOUSEHOLD, 12 + 3 * (number % 7), "2", number));
        return new CaseReview(
                new PairingId(pairing),
                STARTED,
                LocalDate.of(2025, 11, 3).minusDays(37L * (number % 5)),
                new Estimate(new Timelines("Niets", "Hulp", "Rust"), lines, "Els", List.of()),
                Instant.parse("2026-02-05T10:15:00Z"),
                List.of());
    }

    private static CareLine line(Product product, int expected, String actual, int number) {
        return new CareLine(
                product,
                2025,
                Beneficiary.WHOLE_FAMILY,
                QuantityRange.of(
                        Integer.toString(expected - 10), Integer.toString(expected), Integer.toString(expected + 25)),
                QuantityRange.exactly(actual),
                true,
                number % 3 == 0 ? EvidenceGrade.MONITORED_PRACTICE : EvidenceGrade.COORDINATORS_ESTIMATE,
                Reductions.NONE
                        .withDeadweight(Share.QUARTER)
                        .withAttribution(number % 2 == 0 ? Share.QUARTER : Share.NONE));
    }
}
