package nl.koppelwerk.ui.rhythm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.domain.programme.Rhythm;

/**
 * A rhythm as an administrator types it.
 *
 * @param weeks with commas or spaces between them
 */
record RhythmForm(String trial, String weeks, String every) {
    private static final int MOST_WEEKS_BETWEEN = 52;
    private static final int LAST_WEEK = 104;
    private static final int MOST_CHECK_INS = 12;

    static RhythmForm of(Rhythm rhythm) {
        return new RhythmForm(
                Integer.toString(rhythm.trialWeeks()),
                rhythm.weeks().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                Integer.toString(rhythm.thenEvery()));
    }

    /** The fields that are not right. */
    public Set<String> problems() {
        Set<String> problems = new LinkedHashSet<>();
        if (number(trial, MOST_WEEKS_BETWEEN).isEmpty()) {
            problems.add("trial");
        }
        if (readWeeks().isEmpty()) {
            problems.add("weeks");
        }
        if (number(every, MOST_WEEKS_BETWEEN).isEmpty()) {
            problems.add("every");
        }
        return problems;
    }

    /** Empty while anything is not right. */
    Optional<Rhythm> read() {
        return problems().isEmpty()
                ? readWeeks()
                        .map(read -> new Rhythm(
                                number(trial, MOST_WEEKS_BETWEEN).getAsInt(),
                                read,
                                number(every, MOST_WEEKS_BETWEEN).getAsInt()))
                : Optional.empty();
    }

    private Optional<List<Integer>> readWeeks() {
        List<OptionalInt> read = Stream.of(weeks.strip().split("[\\s,;]+"))
                .map(week -> number(week, LAST_WEEK))
                .toList();
        if (read.size() > MOST_CHECK_INS || read.stream().anyMatch(OptionalInt::isEmpty)) {
            return Optional.empty();
        }
        List<Integer> numbers = read.stream().map(OptionalInt::getAsInt).toList();
        return numbers.stream().sorted().distinct().toList().equals(numbers) ? Optional.of(numbers) : Optional.empty();
    }

    private static OptionalInt number(String text, int most) {
        String digits = text.strip();
        if (!digits.matches("[0-9]{1,3}")) {
            return OptionalInt.empty();
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
    }
}
