package nl.koppelwerk.data.cost;

import java.util.List;
import nl.koppelwerk.avoidedcost.calculation.Calculator;
import nl.koppelwerk.avoidedcost.calculation.FamilyCase;
import nl.koppelwerk.avoidedcost.calculation.Method;
import nl.koppelwerk.avoidedcost.price.PriceList;
import nl.koppelwerk.avoidedcost.price.Product;
import nl.koppelwerk.avoidedcost.price.UnitPrice;
import nl.koppelwerk.avoidedcost.report.FamilyFacts;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.avoidedcost.report.Reporting;
import nl.koppelwerk.avoidedcost.uncertainty.Scenario;
import nl.koppelwerk.disclosure.Threshold;

/** Puts together what a report is made of, as it stands now. */
public final class ReportMaking {
    private static final long SEED = 20_260_101;

    private final ReportFacts facts;
    private final CarePrices prices;
    private final CashableShares shares;
    private final Reports reports;
    private final Reporting reporting = new Reporting(Threshold.STANDARD, SEED);

    ReportMaking(ReportFacts facts, CarePrices prices, CashableShares shares, Reports reports) {
        this.facts = facts;
        this.prices = prices;
        this.shares = shares;
        this.reports = reports;
    }

    /** What came of making a report. */
    public sealed interface Outcome {
        record Made(Reporting.Made made) implements Outcome {}

        /**
         * Without these the euros would be wrong.
         *
         * @param products of reviewed pairings, without a price in the euros of the year
         * @param years in which reviewed pairings ran, without a known cost
         */
        record Incomplete(int priceYear, List<Product> products, List<ProgrammeCosts.Gap> years) implements Outcome {}
    }

    /** Inside a transaction of the organisation. */
    public Outcome make(String municipality, Period period) {
        List<FamilyFacts> families = facts.families(municipality, period);
        List<FamilyCase> cases = facts.cases(families, period.until());
        List<UnitPrice> known = prices.list(municipality);
        int year = known.stream()
                .mapToInt(UnitPrice::priceYear)
                .max()
                .orElse(period.until().getYear());
        PriceList list = PriceList.of(year, known, prices.index());
        Method method = Method.standard().withCashable(shares.of(municipality));
        List<Product> products = List.copyOf(new Calculator(method, list).missingPrices(cases));
        List<ProgrammeCosts.Gap> gaps = facts.gaps(cases);
        if (!products.isEmpty() || !gaps.isEmpty()) {
            return new Outcome.Incomplete(year, products, gaps);
        }
        return new Outcome.Made(reporting.make(
                new Reporting.Material(
                        municipality,
                        period,
                        period.from() + "/" + period.until() + " "
                                + (reports.list(municipality).size() + 1),
                        facts.programmes(),
                        families,
                        new Scenario(method, list, cases)),
                reports.releases(municipality)));
    }
}
