package nl.koppelwerk.ui.cost;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.Money;
import nl.koppelwerk.avoidedcost.price.PairingCost;
import nl.koppelwerk.avoidedcost.price.PairingCost.Item;
import nl.koppelwerk.data.cost.Euros;
import nl.koppelwerk.data.cost.ProgrammeCosts;
import nl.koppelwerk.data.imports.row.CellText;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.jspecify.annotations.Nullable;

/** The cost of a programme in a year as it is typed: text until it is looked at, so that nothing typed is lost. */
record CostForm(Map<String, String> typed) {
    /** Amounts, in the order of the page. */
    static final List<String> AMOUNTS =
            List.of("hourlyRate", "subsidy", "training", "screening", "expenses", "overhead");

    private static final int SOURCE_LETTERS = 300;
    private static final int HOURS_IN_A_YEAR = 8784;

    CostForm {
        typed = Map.copyOf(typed);
    }

    static CostForm blank(int year) {
        Map<String, String> typed = new LinkedHashMap<>(Map.of("year", Integer.toString(year)));
        AMOUNTS.forEach(field -> typed.put(field, ""));
        return new CostForm(typed);
    }

    static CostForm of(ProgrammeCosts.Entry entry) {
        PairingCost cost = entry.cost();
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("programme", entry.programme().value().toString());
        typed.put("year", Integer.toString(cost.year()));
        typed.put("hours", cost.coordinatorHours().toPlainString().replace('.', ','));
        typed.put("hourlyRate", text(cost.hourlyRate()));
        cost.items().forEach((item, amount) -> typed.put(field(item), text(amount)));
        typed.put("source", entry.source());
        return new CostForm(typed);
    }

    private static String text(Money amount) {
        return amount.toEuros().toPlainString().replace('.', ',');
    }

    public String value(String field) {
        return CellText.storable(typed.getOrDefault(field, "")).strip();
    }

    /** Field to message for all that is wrong; empty: {@link #entry} will do. */
    Map<String, String> problems(List<ProgrammeId> programmes) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (programme(programmes) == null) {
            problems.put("programme", "costs.problem.programme");
        }
        if (!value("year").matches("20[0-9]{2}")) {
            problems.put("year", "costs.problem.year");
        }
        if (hours().isEmpty()) {
            problems.put("hours", "costs.problem.hours");
        }
        AMOUNTS.stream()
                .filter(field -> Euros.find(value(field)).isEmpty())
                .forEach(field -> problems.put(field, "costs.problem.amount"));
        if (value("source").isEmpty() || value("source").length() > SOURCE_LETTERS) {
            problems.put("source", "costs.problem.source");
        }
        if (problems.isEmpty() && !entry(programmes).cost().total().isPositive()) {
            problems.put("hours", "costs.problem.nothing");
        }
        return problems;
    }

    /** Only when there are no problems. */
    ProgrammeCosts.Entry entry(List<ProgrammeId> programmes) {
        Map<Item, Money> items = new EnumMap<>(Item.class);
        for (Item item : Item.values()) {
            if (item != Item.COORDINATION) {
                items.put(item, Euros.find(value(field(item))).orElseThrow());
            }
        }
        return new ProgrammeCosts.Entry(
                Objects.requireNonNull(programme(programmes)),
                new PairingCost(
                        Integer.parseInt(value("year")),
                        hours().orElseThrow(),
                        Euros.find(value("hourlyRate")).orElseThrow(),
                        items),
                value("source"));
    }

    private @Nullable ProgrammeId programme(List<ProgrammeId> programmes) {
        return programmes.stream()
                .filter(one -> one.value().toString().equals(value("programme")))
                .findFirst()
                .orElse(null);
    }

    private Optional<BigDecimal> hours() {
        String plain = value("hours").replace(',', '.');
        return Optional.of(plain)
                .filter(text -> text.matches("[0-9]{1,4}(\\.[0-9]{1,2})?"))
                .map(BigDecimal::new)
                .filter(hours -> hours.intValue() <= HOURS_IN_A_YEAR);
    }

    private static String field(Item item) {
        return item.name().toLowerCase(java.util.Locale.ROOT);
    }
}
