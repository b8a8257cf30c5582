package nl.koppelwerk.start;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.PublishedPrices;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.avoidedcost.review.Beneficiary;
import nl.koppelwerk.avoidedcost.review.CareLine;
import nl.koppelwerk.avoidedcost.review.EvidenceGrade;
import nl.koppelwerk.avoidedcost.review.QuantityRange;
import nl.koppelwerk.avoidedcost.review.Reductions;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.avoidedcost.review.Share;
import nl.koppelwerk.avoidedcost.review.Timelines;
import nl.koppelwerk.data.cost.CarePrices;
import nl.koppelwerk.data.cost.CaseReviews;
import nl.koppelwerk.data.cost.CashableShares;
import nl.koppelwerk.data.cost.ProgrammeCosts;
import nl.koppelwerk.data.cost.ReportMaking;
import nl.koppelwerk.data.cost.Reports;
import nl.koppelwerk.data.cost.ReviewedPair;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.pairing.CoordinatorId;
import org.springframework.context.ApplicationContext;

/** Prices, cost, reviews and reports of the demonstration; what is made up says so in its source. */
final class DemoCosts {
    private static final int PRICE_YEAR = 2023;
    private static final String MADE_UP = "verzonnen voor dit voorbeeld";
    private static final Product GUIDANCE = new Product("45", "begeleiding");
    private static final String COORDINATOR = "Coördinator";
    private static final int REVIEWED_EVERY = 9;
    private static final Timelines WORDS = new Timelines(
            "Een uur begeleiding per week. Logeren was aangevraagd.",
            "Meer begeleiding, en af en toe een weekend logeren.",
            "Er kwam rust in huis. De begeleiding werd minder.");

    private final OrganisationId organisation;
    private final CoordinatorId by;
    private final Clock clock;
    private final CarePrices prices;
    private final CashableShares shares;
    private final ProgrammeCosts costs;
    private final CaseReviews reviews;
    private final ReportMaking making;
    private final Reports reports;

    DemoCosts(ApplicationContext application, OrganisationId organisation, CoordinatorId by, Clock clock) {
        this.organisation = organisation;
        this.by = by;
        this.clock = clock;
        this.prices = application.getBean(CarePrices.class);
        this.shares = application.getBean(CashableShares.class);
        this.costs = application.getBean(ProgrammeCosts.class);
        this.reviews = application.getBean(CaseReviews.class);
        this.making = application.getBean(ReportMaking.class);
        this.reports = application.getBean(Reports.class);
    }

    /** Published prices with levels to state them in one year, and what the programmes cost. */
    void enter(List<String> municipalities, int year) {
        municipalities.forEach(one -> prices.keep(organisation, one, PublishedPrices.all()));
        municipalities.forEach(one -> shares.keep(organisation, one, GUIDANCE, new Method.Cashable(35, MADE_UP)));
        prices.keep(organisation, new CarePrices.Level(2020, new BigDecimal("100"), MADE_UP));
        prices.keep(organisation, new CarePrices.Level(PRICE_YEAR, new BigDecimal("115"), MADE_UP));
        for (ProgrammeCosts.Programme programme : costs.programmes()) {
            for (int of : new int[] {year, year + 1}) {
                PairingCost cost = new PairingCost(
                        of,
                        new BigDecimal("11.5"),
                        Money.ofEuros("62"),
                        Map.of(
                                Item.SUBSIDY, Money.ofEuros("0"),
                                Item.TRAINING, Money.ofEuros("85"),
                                Item.SCREENING, Money.ofEuros("33.85"),
                                Item.EXPENSES, Money.ofEuros("120"),
                                Item.OVERHEAD, Money.ofEuros("240")));
                costs.keep(
                        organisation,
                        new ProgrammeCosts.Entry(programme.id(), cost, MADE_UP),
                        by.value(),
                        clock.instant());
            }
        }
    }

    /** Most are reviewed; one review is half-finished. */
    void review(List<PairingId> pairings) {
        for (int number = 0; number < pairings.size(); number++) {
            Optional<ReviewedPair> pair = reviews.findPair(pairings.get(number), LocalDate.now(clock));
            if (pair.isPresent() && number == 1) {
                ReviewDraft half = draft(pair.get(), WORDS, List.of());
                reviews.keepDraft(
                        organisation,
                        new CaseReviews.KeptDraft(half, 1, Optional.empty()),
                        0,
                        by.value(),
                        clock.instant());
            } else if (pair.isPresent() && number % REVIEWED_EVERY != REVIEWED_EVERY - 1) {
                fix(draft(pair.get(), WORDS, lines(number, pair.get().started().getYear())));
            }
        }
    }

    private void fix(ReviewDraft draft) {
        switch (draft.fix(clock.instant())) {
            case ReviewDraft.Fixing.Fixed(var review) ->
                reviews.fix(organisation, review, Optional.empty(), by.value());
            case ReviewDraft.Fixing.Unfinished unfinished ->
                throw new IllegalStateException("the sample's own review is not finished: " + unfinished);
        }
    }

    private static ReviewDraft draft(ReviewedPair pair, Timelines words, List<CareLine> lines) {
        return new ReviewDraft(
                pair.pairing(), pair.started(), pair.until(), words, lines, COORDINATOR, List.of("wijkteam", "ouder"));
    }

    /** Now and then nothing was avoided, or there was more care than expected. */
    private static List<CareLine> lines(int number, int year) {
        return switch (number % 8) {
            case 3 -> List.of();
            case 5 -> List.of(line("45", "begeleiding", number, year, range(10, 15, 20), range(24, 24, 24)));
            case 0, 4 ->
                List.of(
                        line("45", "begeleiding", number, year, range(60, 92 + number, 150), range(18, 20, 24)),
                        line("44", "logeren", number, year, range(8, 18, 30), range(0, 2, 4)));
            default -> List.of(line("45", "begeleiding", number, year, range(50, 80 + number, 140), range(12, 16, 20)));
        };
    }

    private static CareLine line(
            String category, String code, int number, int year, QuantityRange without, QuantityRange actual) {
        return new CareLine(
                new Product(category, code),
                year,
                new Beneficiary(0),
                without,
                actual,
                false,
                number % 3 == 0 ? EvidenceGrade.MONITORED_PRACTICE : EvidenceGrade.COORDINATORS_ESTIMATE,
                new Reductions(
                        number % 4 == 1 ? Share.HALF : Share.QUARTER,
                        number % 5 == 2 ? Share.NONE : Share.QUARTER,
                        Share.NONE,
                        Share.NONE));
    }

    private static QuantityRange range(int low, int likely, int high) {
        return QuantityRange.of(
                Integer.toString(low), Integer.toString(Math.min(likely, high)), Integer.toString(high));
    }

    /** As an administrator does on the page of reports. */
    void publish(String municipality, Period year) {
        switch (making.make(municipality, year)) {
            case ReportMaking.Outcome.Made(var made) ->
                reports.publish(organisation, made, by.value(), clock.instant());
            case ReportMaking.Outcome.Incomplete missing ->
                throw new IllegalStateException("the sample's own prices and costs are not complete: " + missing);
        }
    }
}
