package nl.koppelwerk.avoidedcost.uncertainty;

import static nl.koppelwerk.avoidedcost.Cases.STAY;
import static nl.koppelwerk.avoidedcost.Cases.family;
import static nl.koppelwerk.avoidedcost.Cases.line;
import static nl.koppelwerk.avoidedcost.Cases.pairing;
import static nl.koppelwerk.avoidedcost.Cases.prices;
import static nl.koppelwerk.avoidedcost.Cases.review;
import static nl.koppelwerk.avoidedcost.Cases.subsidy;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import nl.koppelwerk.avoidedcost.calculation.Method;
import org.junit.jupiter.api.Test;

class SwitchingTest {
    @Test
    void extraCareHasToBePaidForToo() {
        Switching switching = switching("700");

        // benefits 40 * 50, to pay 700 and 6 * 50
        assertThat(switching.deadweight()).contains(new BigDecimal("0.5000"));
        assertThat(switching.survivingClaim()).contains(new BigDecimal("0.5000"));
    }

    @Test
    void whatNeverBreaksEvenHasNoSwitchingValue() {
        assertThat(switching("1701").deadweight()).isEmpty();
        assertThat(switching("1701").survivingClaim()).contains(new BigDecimal("1.0005"));
    }

    private static Switching switching(String subsidy) {
        return Switching.of(new Scenario(
                Method.standard().withDiscountRate(BigDecimal.ZERO),
                prices(),
                List.of(family(
                        1,
                        pairing(
                                review(1, line(STAY, 2024, "40", "0"), line(STAY, 2025, "3", "9")),
                                subsidy(2024, subsidy))))));
    }
}
