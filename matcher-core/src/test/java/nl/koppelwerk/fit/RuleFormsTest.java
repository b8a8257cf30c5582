package nl.koppelwerk.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.fit.rule.InCommon;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.fit.rule.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What rules say of themselves so that many pairs are judged fast holds of what they judge of one pair. */
class RuleFormsTest {
    private static final Sides CITY = new Sides(ACity.of(120, 31));

    static Stream<Rule<?, ?>> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    <A, O> void whomARuleDoesNotLookForItNeitherForbidsNorGivesPoints(Rule<A, O> rule) {
        Set<Boolean> seen = new HashSet<>();
        pairs().forEach(pair -> {
            Optional<Set<O>> few = rule.looksFor(rule.asked(pair.asking()));
            boolean lookedFor = few.isEmpty() || few.get().contains(rule.offered(pair.offering()));
            seen.add(lookedFor);
            if (!lookedFor) {
                assertThat(rule.judge(pair)).isZero();
            }
        });
        assertThat(seen).contains(true);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @SuppressWarnings("unchecked")
    <A, O> void aRuleOnWhatIsInCommonJudgesByTheNumberOfIt(Rule<A, O> rule) {
        if (rule instanceof InCommon<?, ?> byNumber) {
            InCommon<A, O> inCommon = (InCommon<A, O>) byNumber;
            Set<Integer> numbers = new HashSet<>();
            pairs().forEach(pair -> {
                A asked = rule.asked(pair.asking());
                int common = Integer.bitCount(
                        inCommon.askedBits(asked) & inCommon.offeredBits(rule.offered(pair.offering())));
                numbers.add(common);
                assertThat(inCommon.judgeCommon(asked, common)).isEqualTo(rule.judge(pair));
            });
            assertThat(numbers).hasSizeGreaterThan(2);
        }
    }

    private static Stream<Pair> pairs() {
        return StreamSupport.stream(CITY.askings().spliterator(), false)
                .flatMap(asking -> StreamSupport.stream(CITY.offerings().spliterator(), false)
                        .map(offering -> new Pair(asking, offering)));
    }
}
