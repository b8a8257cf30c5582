package nl.koppelwerk.avoidedcost.price;

import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.avoidedcost.price.PriceDraft.Decision.Accepted;
import nl.koppelwerk.avoidedcost.price.PriceDraft.Decision.Refused;
import nl.koppelwerk.avoidedcost.price.PriceDraft.Problem;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final PriceIndex INDEX = new PriceIndex(
            Map.of(2020, new BigDecimal("107.51"), 2023, new BigDecimal("126.95"), 2024, new BigDecimal("131.18")),
            "CBS, jaargemiddelden");

    @Test
    void aPriceWithoutSourceIsRefused() {
        assertThat(draft(" ", "58.44").decide()).isEqualTo(new Refused(java.util.Set.of(Problem.NO_SOURCE)));
        assertThatThrownBy(() -> new UnitPrice(
                        STAY,
                        "Verblijf",
                        Payer.JEUGDWET,
                        CareUnit.DAY,
                        Money.ofEuros("3"),
                        Money.ofEuros("3"),
                        2024,
                        "",
                        UnitPrice.Origin.CONTRACT))
                .hasMessageContaining("NO_SOURCE");
    }

    @Test
    void aRangeUpsideDownIsRefused() {
        assertThat(draft("Raadsbesluit 12", "45.76").decide())
                .isEqualTo(new Refused(java.util.Set.of(Problem.HIGHEST_BELOW_LOWEST)));
    }

    @Test
    void aCompleteRowIsAccepted() {
        assertThat(draft("Raadsbesluit 12", "58.44").decide()).isInstanceOf(Accepted.class);
    }

    @Test
    void aRowNamesAllThatIsMissing() {
        PriceDraft empty = new PriceDraft(
                STAY,
                "",
                Optional.empty(),
                Optional.of(CareUnit.HOUR),
                Optional.empty(),
                Optional.empty(),
                Optional.of(2024),
                "",
                UnitPrice.Origin.CONTRACT);

        assertThat(((Refused) empty.decide()).problems())
                .containsExactlyInAnyOrder(Problem.NO_SOURCE, Problem.NO_NAME, Problem.NO_PAYER, Problem.NO_PRICE);
    }

    @Test
    void thePublishedPricesHaveTheirSources() {
        PriceList list = PriceList.of(2024, PublishedPrices.all(), INDEX);

        assertThat(list.all())
                .hasSize(5)
                .allSatisfy(price -> assertThat(price.source()).contains("Gemeente"));
        // 142.20 * 131.18 / 107.51 and 45.77 * 131.18 / 126.95
        assertThat(list.get(new Product("44", "gezinshuis")).low()).hasToString("173.51");
        assertThat(list.get(new Product("45", "begeleiding")).low()).hasToString("47.30");
    }

    @Test
    void theOwnContractGoesBeforeAPublishedPriceOfLater() {
        UnitPrice contract = price(STAY, "120.10", "120.10");
        PriceList list = PriceList.of(
                2024,
                List.of(
                        new UnitPrice(
                                STAY,
                                "Verblijf",
                                Payer.WMO,
                                CareUnit.DAY,
                                Money.ofEuros("99"),
                                Money.ofEuros("99"),
                                2024,
                                "Elders",
                                UnitPrice.Origin.PUBLISHED),
                        contract),
                INDEX);

        assertThat(list.find(STAY)).contains(contract);
    }

    @Test
    void aPriceOfAYearThatTheIndexDoesNotKnowIsNotUsed() {
        assertThat(PriceList.of(2019, PublishedPrices.all(), INDEX).all()).isEmpty();
        assertThatThrownBy(() -> INDEX.convert(Money.ofEuros("7"), 2024, 2031))
                .hasMessageContaining("no level for 2031");
    }

    @Test
    void halfCentsRoundAwayFromZeroOnBothSides() {
        assertThat(Fraction.of(new BigDecimal("2.345")).toMoney()).hasToString("2.35");
        assertThat(Fraction.of(new BigDecimal("-2.345")).toMoney()).hasToString("-2.35");
    }

    @Test
    void costAddsUpFromItsItems() {
        PairingCost cost = new PairingCost(
                2025,
                new BigDecimal("7.25"),
                Money.ofEuros("61.37"),
                Map.of(PairingCost.Item.EXPENSES, Money.ofEuros("12.05")));

        assertThat(cost.parts()).containsEntry(PairingCost.Item.COORDINATION, Money.ofEuros("444.93"));
        assertThat(cost.total()).hasToString("456.98");
    }

    private static PriceDraft draft(String source, String high) {
        return new PriceDraft(
                STAY,
                "Verblijf",
                Optional.of(Payer.JEUGDWET),
                Optional.of(CareUnit.DAY),
                Optional.of(Money.ofEuros("45.77")),
                Optional.of(Money.ofEuros(high)),
                Optional.of(2024),
                source,
                UnitPrice.Origin.CONTRACT);
    }
}
