package nl.koppelwerk.batch.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.scheduling.support.SimpleTriggerContext;

class DailyTriggerTest {
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private final DailyTrigger atTwo = new DailyTrigger(LocalTime.of(2, 0), AMSTERDAM);
    private final DailyTrigger atHalfPastTwo = new DailyTrigger(LocalTime.of(2, 30), AMSTERDAM);

    @Test
    void runsAtTheTimeOnTheWallInWinterAndInSummer() {
        assertThat(atTwo.nextAfter(Instant.parse("2026-01-12T11:00:00Z"))).isEqualTo("2026-01-13T01:00:00Z");
        assertThat(atTwo.nextAfter(Instant.parse("2026-07-12T11:00:00Z"))).isEqualTo("2026-07-13T00:00:00Z");
    }

    @Test
    void aTimeThatTheNightSkipsIsAsMuchLater() {
        assertThat(nights(atHalfPastTwo, LocalDate.of(2026, 3, 28), 3))
                .extracting(Instant::toString)
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void aTimeThatTheNightHasTwiceIsTheFirst() {
        assertThat(nights(atHalfPastTwo, LocalDate.of(2026, 10, 24), 3))
                .extracting(Instant::toString)
                .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void everyDayOfTheYearHasExactlyOneNight() {
        assertThat(nights(atTwo, LocalDate.of(2026, 1, 1), 365))
                .extracting(instant -> LocalDate.ofInstant(instant, AMSTERDAM))
                .containsExactlyElementsOf(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .toList());
    }

    @Test
    void startedAgainDuringTheSecondHourItDoesNotRunTwice() {
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(atHalfPastTwo.nextAfter(second)).isEqualTo("2026-10-26T01:30:00Z");
        assertThat(atHalfPastTwo.lastUpTo(second)).isEqualTo("2026-10-25T00:30:00Z");
    }

    @Test
    void aClockThatIsSetBackDoesNotBringANightTwice() {
        Instant done = Instant.parse("2026-06-03T00:00:00Z");
        SimpleTriggerContext context = new SimpleTriggerContext(Clock.fixed(done.minusSeconds(40), AMSTERDAM));
        context.update(done, done, done);

        assertThat(atTwo.nextExecution(context)).isEqualTo("2026-06-04T00:00:00Z");
    }

    @Test
    void aNightThatTookLongerThanADayIsFollowedByTheNextOneToCome() {
        Instant scheduled = Instant.parse("2026-06-03T00:00:00Z");
        Instant completed = Instant.parse("2026-06-05T05:00:00Z");
        SimpleTriggerContext context = new SimpleTriggerContext(Clock.fixed(completed, AMSTERDAM));
        context.update(scheduled, scheduled, completed);

        assertThat(atTwo.nextExecution(context)).isEqualTo("2026-06-06T00:00:00Z");
    }

    private static List<Instant> nights(DailyTrigger trigger, LocalDate first, int days) {
        Instant before = first.atStartOfDay(AMSTERDAM).toInstant();
        return Stream.iterate(trigger.nextAfter(before), trigger::nextAfter)
                .limit(days)
                .toList();
    }
}
