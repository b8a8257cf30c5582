package nl.koppelwerk.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import nl.koppelwerk.problem.PlanValue;
import nl.koppelwerk.solver.Progress;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final SteppingClock clock = new SteppingClock();

    @Test
    void onATerminalTheLineIsWrittenOver() {
        SpokenConsole spoken = new SpokenConsole(Texts.DUTCH, true);

        try (ProgressBar bar = new ProgressBar(spoken.console(), clock)) {
            bar.show("Rekenen", 0.25, "nog veel");
            clock.pass(Duration.ofMillis(150));
            bar.show("Rekenen", 0.5, "");
        }

        assertThat(spoken.err())
                .isEqualToNormalizingNewlines("\r[██████··················]  25%  Rekenen · nog veel"
                        + "\r[████████████············]  50%  Rekenen           \n");
    }

    @Test
    void elsewhereThereIsALineForEachStageAndOneEveryTenSeconds() {
        SpokenConsole spoken = new SpokenConsole(Texts.DUTCH, false);

        try (ProgressBar bar = new ProgressBar(spoken.console(), clock)) {
            bar.show("Lezen", 0, "");
            bar.show("Rekenen", 0.1, "");
            clock.pass(Duration.ofSeconds(7));
            bar.show("Rekenen", 0.2, "");
            clock.pass(Duration.ofSeconds(4));
            bar.show("Rekenen", 0.3, "");
        }

        assertThat(spoken.err().lines())
                .containsExactly(
                        "[························]   0%  Lezen",
                        "[██······················]  10%  Rekenen", "[███████·················]  30%  Rekenen");
    }

    @Test
    void aSearchSaysWhichPartGotFurtherItsBestItsBoundAndWhatIsOpen() {
        SpokenConsole spoken = new SpokenConsole(Texts.ENGLISH, false);

        try (ProgressBar bar = new ProgressBar(spoken.console(), clock)) {
            bar.show("Searching", 0.5, new Progress.State(2, 7, new PlanValue(1995, 350), new PlanValue(2000, 400)));
        }

        assertThat(spoken.err().strip())
                .isEqualTo("[████████████············]  50%  Searching · part 3 of 7: weight 1,995 of at most 2,000"
                        + " (0.250% open), fit 350 of at most 400 (12.500% open)");
    }

    @Test
    void aBoundThatSaysNothingYetIsNotShown() {
        SpokenConsole spoken = new SpokenConsole(Texts.ENGLISH, false);

        try (ProgressBar bar = new ProgressBar(spoken.console(), clock)) {
            bar.show("Searching", 0.5, new Progress.State(0, 3, new PlanValue(200, -350), new PlanValue(200, 0)));
        }

        assertThat(spoken.err().strip()).endsWith("part 1 of 3: weight 200 of at most 200 (0.000% open), fit -350");
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-11-21T01:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone: " + zone);
        }
    }
}
