package nl.koppelwerk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ChoiceFormat;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Dutch of all modules at level B1: short sentences and common words. The words to avoid are kept in a list with what
 * to say instead, and why they are on it.
 */
class PlainDutchTest {
    private static final int MOST_WORDS = 20;
    private static final Path MODULES = Path.of("..");
    private static final Locale DUTCH = Locale.of("nl");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.?!](\\s+|$)|\\n|%n");
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}’'-]*");

    /** Numbers of which each choice in a message says something else. */
    private static final int[] FILLED_IN = {0, 1, 3};

    @Test
    void sentencesHaveTwentyWordsAtMost() {
        List<String> tooLong = new ArrayList<>();
        dutch().forEach((key, message) -> filled(message)
                .flatMap(text -> Arrays.stream(END_OF_SENTENCE.split(text)))
                .filter(sentence -> words(sentence).count() > MOST_WORDS)
                .forEach(sentence -> tooLong.add(key + ": " + sentence)));

        assertThat(tooLong).isEmpty();
    }

    @Test
    void noWordsAreUsedForWhichThereIsAnEasierOne() {
        Map<String, String> difficult = difficultWords();
        List<String> found = new ArrayList<>();
        dutch().forEach((key, message) -> {
            String spoken = " "
                    + String.join(
                            " ",
                            words(filled(message).reduce("", (a, b) -> a + " " + b))
                                    .toList()) + " ";
            difficult.forEach((word, easier) -> {
                if (spoken.contains(" " + word + " ")) {
                    found.add(key + ": " + word + " -> " + easier);
                }
            });
        });

        assertThat(found).isEmpty();
    }

    @Test
    void theTestFindsLongSentencesAndDifficultWords() {
        assertThat(dutch().keySet())
                .hasSizeGreaterThan(1_000)
                .anyMatch(key -> key.startsWith("matcher-core"))
                .anyMatch(key -> key.startsWith("data"))
                .anyMatch(key -> key.startsWith("batch-jobs"))
                .anyMatch(key -> key.startsWith("admin-ui"));
        assertThat(difficultWords()).hasSizeGreaterThan(100).containsEntry("middels", "met, door");
        assertThat(words("Alle foto’s, 12 stuks: klaar.")).containsExactly("alle", "foto’s", "stuks", "klaar");
        assertThat(filled("{0,choice,0#geen|1#één|1<{0} vragen}")).containsExactly("geen", "één", "3 vragen");
    }

    /** The message for several numbers, as each choice in it has words of its own. */
    private static Stream<String> filled(String message) {
        MessageFormat format;
        try {
            format = new MessageFormat(message, DUTCH);
        } catch (IllegalArgumentException e) {
            return Stream.of(message);
        }
        Format[] formats = format.getFormatsByArgumentIndex();
        boolean choosing = Arrays.stream(formats).anyMatch(ChoiceFormat.class::isInstance);
        return Arrays.stream(choosing ? FILLED_IN : new int[] {3})
                .mapToObj(number -> format.format(arguments(formats, number)))
                .distinct();
    }

    private static Object[] arguments(Format[] formats, int number) {
        Object[] arguments = new Object[formats.length];
        Arrays.fill(arguments, number);
        return arguments;
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group().toLowerCase(DUTCH));
    }

    /** Every Dutch message by the file and the key; the bundles of commands and rules have Dutch as their default. */
    private static Map<String, String> dutch() {
        Map<String, String> messages = new TreeMap<>();
        for (Path bundle : bundles()) {
            Properties read = new Properties();
            try (var reader = Files.newBufferedReader(bundle)) {
                read.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            read.forEach((key, message) -> messages.put(MODULES.relativize(bundle) + " " + key, message.toString()));
        }
        return messages;
    }

    private static List<Path> bundles() {
        return Stream.of("matcher-core", "data", "batch-jobs", "admin-ui")
                .map(module -> MODULES.resolve(module).resolve(Path.of("src", "main", "resources")))
                .flatMap(PlainDutchTest::bundles)
                .toList();
    }

    private static Stream<Path> bundles(Path resources) {
        try (Stream<Path> files = Files.walk(resources)) {
            return files.filter(PlainDutchTest::isDutch).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A bundle whose English is beside it. */
    private static boolean isDutch(Path file) {
        String name = file.getFileName().toString();
        String stem = name.replace("_nl.properties", "").replace(".properties", "");
        return name.endsWith(".properties")
                && !name.endsWith("_en.properties")
                && Files.exists(file.resolveSibling(stem + "_en.properties"));
    }

    private static Map<String, String> difficultWords() {
        Map<String, String> words = new TreeMap<>();
        try (Stream<String> lines = Files.lines(Path.of("src", "test", "resources", "difficult-words.txt"))) {
            lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .forEach(line -> words.put(line[0].strip(), line[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
