package nl.koppelwerk.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import nl.koppelwerk.fit.rule.Outcome;
import nl.koppelwerk.fit.rule.Rule;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ROOT, Locale.ENGLISH);

    @Test
    void everyRuleHasANameAMeaningAndASentenceForEachOutcomeInBothLanguagesAndNoOthersExist() {
        Set<String> expected = new TreeSet<>();
        for (Rule<?, ?> rule : Rules.all()) {
            expected.add("rule." + rule.name() + ".name");
            expected.add("rule." + rule.name() + ".meaning");
            rule.outcomes().forEach(outcome -> expected.add("rule." + rule.name() + "." + outcome.key()));
            if (rule.byDistance()) {
                expected.add("rule." + rule.name() + ".yes.here");
            }
        }

        for (Locale language : LANGUAGES) {
            assertThat(ownKeys(language)).as("sentences, %s", language).isEqualTo(expected);
        }
    }

    @Test
    void everyRuleSaysAtLeastYesAndNo() {
        assertThat(Rules.all())
                .hasSizeGreaterThan(30)
                .allSatisfy(rule -> assertThat(rule.outcomes()).contains(Outcome.YES, Outcome.NO));
    }

    @Test
    void noTwoRulesShareAName() {
        assertThat(Rules.all().stream().map(Rule::name).toList()).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleEitherForbidsOrWeighs() {
        assertThat(Rules.forbidding())
                .allSatisfy(rule -> assertThat(rule.defaultWeight()).isZero());
        assertThat(Rules.weighing().stream().mapToInt(Rule::defaultWeight).sum())
                .as("default weights add up to a hundred")
                .isEqualTo(100);
    }

    @Test
    void everySentenceIsAMessageWithoutALoneApostrophe() {
        for (Locale language : LANGUAGES) {
            ResourceBundle bundle = bundle(language);
            for (String key : bundle.keySet()) {
                String pattern = bundle.getString(key);

                assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
                assertThat(new MessageFormat(pattern, Locale.ENGLISH).toPattern())
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    private static Set<String> ownKeys(Locale language) {
        return new TreeSet<>(new HashSet<>(bundle(language).keySet()));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("nl.koppelwerk.fit.rules", language, new OwnKeysOnly());
    }

    /** Without the parent, so that a sentence missing in English is not found in Dutch. */
    private static final class OwnKeysOnly extends ResourceBundle.Control {
        @Override
        public List<Locale> getCandidateLocales(String baseName, Locale locale) {
            return List.of(locale);
        }

        @Override
        public Locale getFallbackLocale(String baseName, Locale locale) {
            return Locale.ROOT;
        }
    }
}
