package nl.koppelwerk.ui.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SecurityReportTest {
    private static final Path REPORT = Path.of("SECURITY.md");

    /** How many requirements of level 1 and 2 each section of ASVS 5.0.0 has; they are its first ones. */
    private static final String SECTIONS = """
            1.1 2, 1.2 9, 1.3 11, 1.4 3, 1.5 2, 2.1 3, 2.2 3, 2.3 4, 2.4 1, 3.2 2, 3.3 4, 3.4 6, 3.5 5, 3.7 2, 4.1 3, 4.2 1,
            4.3 2, 4.4 4, 5.1 1, 5.2 3, 5.3 2, 5.4 3, 6.1 3, 6.2 12, 6.3 4, 6.4 4, 6.5 5, 6.6 3, 6.8 4, 7.1 3, 7.2 4, 7.3 2,
            7.4 5, 7.5 2, 7.6 2, 8.1 2, 8.2 3, 8.3 1, 8.4 1, 9.1 3, 9.2 4, 10.1 2, 10.2 2, 10.3 4, 10.4 11, 10.5 5, 10.6 2,
            10.7 3, 11.1 2, 11.2 3, 11.3 3, 11.4 4, 11.5 1, 11.6 1, 12.1 3, 12.2 2, 12.3 4, 13.1 1, 13.2 5, 13.3 2, 13.4 5,
            14.1 2, 14.2 4, 14.3 3, 15.1 3, 15.2 3, 15.3 7, 16.1 1, 16.2 5, 16.3 4, 16.4 3, 16.5 3, 17.1 1, 17.2 4, 17.3 2""";

    private static final int ALL = 253;
    private static final Set<String> WORDS = Set.of("met", "partly", "not met", "who runs it", "none");
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| (\\d+\\.\\d+)\\.(\\d+)(?: – \\1\\.(\\d+))? \\| ([^|]*) \\| ([^|]*) \\| ?([^|]*)\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)(?:\\.(\\w+))?`");

    @Test
    void everyRequirementHasOneAnswerInAWordThatIsExplained() {
        List<String> answered = rows().flatMap(
                        row -> numbers(row.group(1), row.group(2), row.group(3) == null ? row.group(2) : row.group(3)))
                .toList();

        assertThat(answered).hasSize(ALL).containsExactlyInAnyOrderElementsOf(required());
        assertThat(rows().map(row -> row.group(4))).isSubsetOf(WORDS);
        assertThat(rows().filter(row -> !row.group(4).equals("met")).map(row -> row.group(5)))
                .noneMatch(String::isBlank);
    }

    @Test
    void everyTestThatIsNamedIsThere() {
        Map<String, String> tests = tests();
        List<String> gone = new ArrayList<>();
        List<MatchResult> named =
                rows().flatMap(row -> TEST.matcher(row.group(6)).results()).toList();
        for (MatchResult test : named) {
            String source = tests.getOrDefault(test.group(1), "");
            if (source.isEmpty() || test.group(2) != null && !source.contains("void " + test.group(2) + "(")) {
                gone.add(test.group());
            }
        }

        assertThat(gone).isEmpty();
        assertThat(named).hasSizeGreaterThan(100);
    }

    private static Stream<MatchResult> rows() {
        return ROW.matcher(read(REPORT)).results();
    }

    private static List<String> required() {
        return Arrays.stream(SECTIONS.split(",\\s+"))
                .flatMap(section -> numbers(section.split(" ")[0], "1", section.split(" ")[1]))
                .toList();
    }

    private static Stream<String> numbers(String section, String first, String last) {
        return IntStream.rangeClosed(Integer.parseInt(first), Integer.parseInt(last))
                .mapToObj(number -> section + "." + number);
    }

    /** The sources of all tests of all modules, by the name of their class. */
    private static Map<String, String> tests() {
        return Stream.of("matcher-core", "data", "batch-jobs", "admin-ui")
                .map(module -> Path.of("..", module, "src", "test", "java"))
                .flatMap(SecurityReportTest::sources)
                .collect(Collectors.toMap(
                        path -> path.getFileName().toString().replace(".java", ""),
                        SecurityReportTest::read,
                        (one, other) -> one + other));
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().matches(".*(Test|IT)\\.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
