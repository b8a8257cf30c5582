package nl.koppelwerk.avoidedcost.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.uncertainty.Parameter;

/**
 * Figures about the families of a municipality in a period, rounded, and left out where they would describe too few.
 * An empty figure was withheld, be it because it is small or to protect another; a reader cannot tell which.
 *
 * @param families reached
 * @param children in these families
 * @param waitingWeeks mean, from request to start
 * @param hours of support in the period
 * @param tables numbers of families, one table for each thing they are told apart by
 * @param euros empty: too few reviewed families to say anything in euros
 */
public record Report(
        String municipality,
        Period period,
        Optional<Long> families,
        Optional<Long> children,
        Optional<Long> waitingWeeks,
        Optional<Long> hours,
        List<Table> tables,
        Optional<Euros> euros) {
    /** Names of the parts that benefits are split into by whether contracts can become smaller. */
    public static final String CASHABLE = "YES";

    public static final String NOT_CASHABLE = "NO";
    public static final String NOT_DETERMINED = "UNKNOWN";

    public Report {
        tables = List.copyOf(tables);
    }

    /** Whether a thing has an amount of its own. */
    static boolean isApart(String name, List<Part> parts) {
        return parts.stream().anyMatch(part -> part.of().equals(List.of(name)));
    }

    /** The table with this name. */
    public Table table(String name) {
        return tables.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table " + name));
    }

    /**
     * Numbers of families by one thing.
     *
     * @param name {@code programme}, {@code household}, {@code step}, {@code review}, or a life domain
     */
    public record Table(String name, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }

        public Optional<Long> families(String category) {
            return rows.stream()
                    .filter(row -> row.category().equals(category))
                    .findFirst()
                    .flatMap(Row::families);
        }

        /** Whether nothing of it may be shown. */
        public boolean withheld() {
            return rows.stream().allMatch(row -> row.families().isEmpty());
        }
    }

    /** One line of a table. */
    public record Row(String category, Optional<Long> families) {}

    /**
     * An amount that belongs to one or more things together, because apart they would describe too few families.
     *
     * @param of names of what it is for; never empty
     */
    public record Part(List<String> of, Money amount) {
        public Part {
            of = List.copyOf(of);
        }
    }

    /**
     * By how much the municipality can make the contract of a product smaller.
     *
     * @param product as the price list calls it
     */
    public record CashableShare(String product, int percent, String source) {}

    /** What a parameter does to the net present value. */
    public record Swing(Parameter parameter, Money careful, Money hopeful) {}

    /**
     * The reviewed families in euros of one year. Parts add up to what they are parts of; a single part with several
     * names may not be split.
     *
     * @param reductions from gross to benefits
     * @param payers of the benefits
     * @param evidence by grade, of the benefits
     * @param expected kinds of care that were expected without the pairings, as gross amounts
     * @param byCashable parts of the benefits: by which contracts can become smaller, by which not, and not determined;
     *     empty in a report of before this was asked, where nothing was determined
     * @param cashableShares what was determined; empty: nothing
     * @param ratio benefits over cost, two decimals; empty without cost
     * @param switchingPercent deadweight at which the net present value is zero; empty when it is below zero anyway
     * @param paybackYear first year, from 0, in which cashable benefits have paid for the cost; empty: never, or
     *     not to be told because the cashable part is not
     */
    public record Euros(
            int priceYear,
            Money gross,
            List<Part> reductions,
            Money benefits,
            Money cost,
            List<Part> byCashable,
            List<CashableShare> cashableShares,
            List<Part> payers,
            List<Part> evidence,
            List<Part> expected,
            Money p10,
            Money p50,
            Money p90,
            List<Swing> sensitivity,
            Optional<BigDecimal> ratio,
            Optional<Integer> switchingPercent,
            Optional<Integer> paybackYear) {
        public Euros {
            reductions = List.copyOf(reductions);
            byCashable = List.copyOf(byCashable);
            cashableShares = List.copyOf(cashableShares);
            payers = List.copyOf(payers);
            evidence = List.copyOf(evidence);
            expected = List.copyOf(expected);
            sensitivity = List.copyOf(sensitivity);
        }

        public Money netPresentValue() {
            return benefits.minus(cost);
        }
    }
}
