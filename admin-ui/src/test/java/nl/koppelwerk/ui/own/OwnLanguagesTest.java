package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import nl.koppelwerk.data.person.AbsenceReason;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.junit.jupiter.api.Test;

/** What the pages that are not for staff and their mail say, in each of their languages. */
class OwnLanguagesTest {
    private static final Path PAGES = Path.of("src", "main", "resources", "messages");
    private static final List<String> BUNDLES = List.of("own", "signup");
    private static final Path MAIL =
            Path.of("..", "batch-jobs", "src", "main", "resources", "nl", "koppelwerk", "batch", "own");

    @Test
    void noTextIsMissingInAnyLanguageAndNoneIsTooMuch() {
        List<String> wrong = new ArrayList<>();
        for (OwnLanguage language : OwnLanguage.values()) {
            for (String bundle : BUNDLES) {
                compare(pages(bundle, OwnLanguage.NL), pages(bundle, language), language, wrong);
            }
            compare(read(MAIL.resolve("own.properties")), mail(language), language, wrong);
        }

        assertThat(wrong).isEmpty();
    }

    private static void compare(Properties dutch, Properties other, OwnLanguage language, List<String> wrong) {
        TreeSet<String> missing = new TreeSet<>(dutch.stringPropertyNames());
        missing.removeAll(other.stringPropertyNames());
        missing.forEach(key -> wrong.add(language + " does not say " + key));
        TreeSet<String> unknown = new TreeSet<>(other.stringPropertyNames());
        unknown.removeAll(dutch.stringPropertyNames());
        unknown.forEach(key -> wrong.add(language + " says " + key + ", which nobody asks for"));
    }

    /** A link or a date that one language leaves out would be missed only by those who read it. */
    @Test
    void everyTextIsFilledInWithAsMuchAsTheDutchOne() {
        for (OwnLanguage language : OwnLanguage.values()) {
            for (String bundle : BUNDLES) {
                sameArguments(pages(bundle, OwnLanguage.NL), pages(bundle, language), language);
            }
            Properties mail = mail(language);
            for (String key : List.of("question.body", "return.body", "checkin.body")) {
                assertThat(filled(mail.getProperty(key), language))
                        .as(language + " " + key)
                        .contains("<0>");
            }
        }
    }

    private static void sameArguments(Properties dutch, Properties other, OwnLanguage language) {
        for (String key : other.stringPropertyNames()) {
            for (String argument : List.of("{0}", "{1}", "{2}", "{3}")) {
                assertThat(other.getProperty(key).contains(argument))
                        .as(language + " " + key + " " + argument)
                        .isEqualTo(dutch.getProperty(key).contains(argument));
            }
            assertThat(filled(other.getProperty(key), language))
                    .as(language + " " + key)
                    .isNotBlank()
                    .doesNotContain("{");
        }
    }

    private static String filled(String message, OwnLanguage language) {
        return new MessageFormat(message, language.locale()).format(new Object[] {"<0>", "<1>", "<2>", "<3>"});
    }

    @Test
    void aLanguageThatNobodyCheckedSaysSo() {
        for (OwnLanguage language : OwnLanguage.values()) {
            for (String bundle : BUNDLES) {
                assertThat(text(PAGES.resolve(bundle + "_" + language.code() + ".properties"))
                                .startsWith("# To be checked by a native speaker."))
                        .as(bundle + " " + language)
                        .isNotEqualTo(language.checked());
            }
        }
    }

    @Test
    void daysAndLanguagesHaveNamesInEachLanguage() {
        for (OwnLanguage language : OwnLanguage.values()) {
            String monday = DayOfWeek.MONDAY.getDisplayName(TextStyle.FULL_STANDALONE, language.locale());
            assertThat(monday).as(language.name()).doesNotMatch("\\d+").isNotEqualTo("Mon");
            assertThat(new Language("tur").name(language.locale()))
                    .as(language.name())
                    .isNotEqualTo("tr");
        }
    }

    /** What is kept about a volunteer is said in words, whatever it is. */
    @Test
    void everyStepAndEveryReasonHasItsWords() {
        Properties dutch = pages("own", OwnLanguage.NL);

        assertThat(EnumSet.range(Step.ASKED, Step.ENDED))
                .allSatisfy(step -> assertThat(dutch).containsKey("own.file.step." + step));
        assertThat(AbsenceReason.values())
                .allSatisfy(reason -> assertThat(dutch).containsKey("own.reason." + reason));
    }

    private static Properties pages(String bundle, OwnLanguage language) {
        return read(PAGES.resolve(bundle + "_" + language.code() + ".properties"));
    }

    private static Properties mail(OwnLanguage language) {
        return read(
                MAIL.resolve(language == OwnLanguage.NL ? "own.properties" : "own_" + language.code() + ".properties"));
    }

    private static Properties read(Path file) {
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
