package nl.koppelwerk.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.koppelwerk.domain.family.Household;
import nl.koppelwerk.domain.pairing.DeclineReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Pattern KEY_ON_A_PAGE = Pattern.compile("#\\{([a-zA-Z.]+)[(}]");

    @Test
    void dutchAndEnglishSayTheSameThings() {
        assertThat(messages("en").stringPropertyNames())
                .isEqualTo(messages("nl").stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyKeyOnAPageHasAMessage(String language) {
        assertThat(messages(language).stringPropertyNames()).containsAll(keysOnPages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyNameThatAPageSaysHasAMessage(String language) {
        Set<String> said = messages(language).stringPropertyNames();

        assertThat(said)
                .containsAll(Stream.of(DeclineReason.values())
                        .map(reason -> "decline." + reason)
                        .toList());
        assertThat(said)
                .containsAll(Stream.of(Household.values())
                        .map(household -> "household." + household)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "en"})
    void everyMessageCanBeFilledIn(String language) {
        Properties messages = messages(language);

        for (String key : messages.stringPropertyNames()) {
            assertThat(filled(messages, key, language)).as(key).isNotBlank().doesNotContain("{", "'");
        }
    }

    private static String filled(Properties messages, String key, String language) {
        return new MessageFormat(messages.getProperty(key), Locale.of(language)).format(new Object[] {3, 5, 7, 11, 13});
    }

    private static Properties messages(String language) {
        Properties messages = new SaidOnce();
        bundles(language).forEach(file -> read(file, messages));
        return messages;
    }

    /** A message that is said once more, in the same file or in another, would silently take the place of the first. */
    private static final class SaidOnce extends Properties {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Object put(Object key, Object value) {
            assertThat(getProperty(key.toString())).as("%s once more", key).isNull();
            return Objects.requireNonNullElse(super.put(key, value), "");
        }
    }

    private static List<Path> bundles(String language) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, Properties messages) {
        try (var reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> keysOnPages() {
        try (Stream<Path> pages = Files.walk(RESOURCES.resolve("templates"))) {
            return pages.filter(page -> page.toString().endsWith(".html"))
                    .flatMap(MessagesTest::keys)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> keys(Path page) {
        try {
            return KEY_ON_A_PAGE
                    .matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
