package nl.koppelwerk.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BothLanguagesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nl/koppelwerk/fit/rules",
                "/nl/koppelwerk/matching/matching",
                "/nl/koppelwerk/sentence/terms",
                "/nl/koppelwerk/explain/explain"
            })
    void everySentenceIsThereInDutchAndInEnglish(String bundle) throws IOException {
        Properties dutch = read(bundle + ".properties");
        Properties english = read(bundle + "_en.properties");

        assertThat(new TreeSet<>(dutch.stringPropertyNames())).isEqualTo(new TreeSet<>(english.stringPropertyNames()));
        for (Properties sentences : new Properties[] {dutch, english}) {
            for (String key : sentences.stringPropertyNames()) {
                String pattern = sentences.getProperty(key);
                assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(pattern, Locale.ENGLISH).toPattern())
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    private static Properties read(String file) throws IOException {
        Properties properties = new Properties();
        try (InputStream stream = Objects.requireNonNull(BothLanguagesTest.class.getResourceAsStream(file), file)) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
