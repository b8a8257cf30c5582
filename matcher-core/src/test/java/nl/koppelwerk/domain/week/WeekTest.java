package nl.koppelwerk.domain.week;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class WeekTest {
    private final DayPart wednesdayAfternoon = new DayPart(WEDNESDAY, PartOfDay.AFTERNOON);
    private final DayPart saturdayNight = new DayPart(SATURDAY, PartOfDay.NIGHT);

    @Test
    void dayPartsCountFromMondayMorning() {
        assertThat(wednesdayAfternoon.index()).isEqualTo(9);
        assertThat(saturdayNight.index()).isEqualTo(23);
        assertThat(DayPart.at(9)).isEqualTo(wednesdayAfternoon);
    }

    @Test
    void aSetOfDayPartsIsReadBackInTheOrderOfTheWeek() {
        DayParts parts = DayParts.parse("sat-night, wed-afternoon");

        assertThat(parts)
                .isEqualTo(DayParts.of(wednesdayAfternoon, saturdayNight))
                .hasToString("wed-afternoon sat-night");
        assertThat(parts.list()).containsExactly(wednesdayAfternoon, saturdayNight);
        assertThat(parts.and(DayParts.of(saturdayNight)).contains(wednesdayAfternoon))
                .isFalse();
        assertThat(parts.without(DayParts.of(saturdayNight))).isEqualTo(DayParts.of(wednesdayAfternoon));
    }

    @Test
    void whatIsNotADayPartIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayParts.parse("wed-noon"))
                .withMessageContaining("wed-noon");
        assertThatIllegalArgumentException().isThrownBy(() -> new DayParts(1 << 28));
    }

    @Test
    void hoursAreExactToAQuarter() {
        assertThat(Hours.parse("2,5")).isEqualTo(new Hours(10)).hasToString("2.5");
        assertThat(Hours.parse("6.25").toBigDecimal()).isEqualByComparingTo(new BigDecimal("6.25"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.parse("2.3"))
                .withMessageContaining("2.3");
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse("-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.parse("169"));
    }
}
