package nl.koppelwerk.domain.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RhythmTest {
    @Test
    void checkInsAreInWeeks3And10And18AndEveryFourWeeksFromThere() {
        List<Integer> weeks = IntStream.iterate(0, week -> week < 31, Rhythm.DEFAULT::after)
                .boxed()
                .toList();

        assertThat(weeks).containsExactly(0, 3, 10, 18, 22, 26, 30);
    }

    @Test
    void theLastWeekThatWasDueIsFoundBackFromAnyWeek() {
        assertThat(IntStream.of(2, 3, 9, 10, 17, 18, 21, 22, 25)
                        .map(Rhythm.DEFAULT::upTo)
                        .boxed())
                .containsExactly(0, 3, 3, 10, 10, 18, 18, 22, 22);
    }

    @Test
    void aRhythmThatNeverComesOrGoesBackIsRefused() {
        assertThatThrownBy(() -> new Rhythm(6, List.of(3, 10, 10), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3, 10, 10]");
        assertThatThrownBy(() -> new Rhythm(6, List.of(3), 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
