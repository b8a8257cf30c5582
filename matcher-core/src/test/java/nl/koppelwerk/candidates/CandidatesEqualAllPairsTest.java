package nl.koppelwerk.candidates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.family.OpenCondition;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.Audience;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.example.ACity;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.fit.rule.Rule;
import nl.koppelwerk.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesEqualAllPairsTest {
    @ParameterizedTest
    @CsvSource({"3,11", "17,12", "60,13", "150,14", "280,15"})
    void theSearchFindsThePairsThatTestingAllPairsFinds(int families, long seed) {
        Candidates candidates = Candidates.find(forSome(ACity.of(families, seed)));
        Set<String> forbiddenBy = new HashSet<>();

        List<String> expected = new ArrayList<>();
        Problem problem = candidates.problem();
        for (int request = 0; request < problem.requests(); request++) {
            for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
                Pair pair = new Pair(candidates.asking(request), candidates.offering(volunteer));
                List<String> obstacles = obstacles(pair);
                forbiddenBy.addAll(obstacles);
                if (problem.fixedPair()[request] < 0 && obstacles.isEmpty()) {
                    expected.add(request + "-" + volunteer + " "
                            + Rules.judge(pair).value() + " "
                            + (pair.asking().request().dayParts().bits()
                                    & pair.offering().volunteer().availability().bits()));
                }
            }
        }

        assertThat(pairs(problem)).isEqualTo(expected);
        if (families > 200) {
            assertThat(forbiddenBy)
                    .as("the city is odd enough")
                    .hasSize(Rules.forbidding().size());
            assertThat(expected).hasSizeGreaterThan(families);
        }
    }

    /** The same city, where programmes work in some of the postcodes only, ask for a child not too old, and set conditions. */
    private static Snapshot forSome(Snapshot city) {
        Set<Postcode> area = new HashSet<>();
        city.families().stream().skip(city.families().size() / 20).forEach(family -> area.add(family.postcode()));
        area.remove(city.families().getFirst().postcode());
        Audience some = new Audience(area, Optional.of(new Audience.Ages(0, 15)), false);
        return new Snapshot(
                city.organisation(),
                city.day(),
                city.programmes().stream().map(all -> forSome(all, some)).toList(),
                city.families(),
                city.requests(),
                city.volunteers(),
                city.fixed(),
                city.lastProposals(),
                city.blocks(),
                city.places(),
                conditions(city),
                city.bothSides());
    }

    /** Every fifteenth family does not meet a condition of a programme, and of the next nobody knows it yet. */
    private static List<OpenCondition> conditions(Snapshot city) {
        List<OpenCondition> open = new ArrayList<>();
        for (Programme programme : city.programmes()) {
            for (int i = 0; i + 1 < city.families().size(); i += 15) {
                open.add(condition(city.families().get(i), programme, true));
                open.add(condition(city.families().get(i + 1), programme, false));
            }
        }
        return open;
    }

    private static OpenCondition condition(Family family, Programme programme, boolean known) {
        return new OpenCondition(family.id(), programme.id(), "Inkomen?", "Income?", known);
    }

    private static Programme forSome(Programme all, Audience some) {
        return new Programme(
                all.id(),
                all.organisation(),
                all.code(),
                all.name(),
                all.kinds(),
                all.introductionsPerWeek(),
                all.rules(),
                Optional.of(some));
    }

    private static List<String> obstacles(Pair pair) {
        return Rules.forbidding().stream()
                .filter(rule -> rule.judge(pair) == Rule.FORBIDDEN)
                .map(Rule::name)
                .toList();
    }

    @Test
    void theResultIsTheSameOnOneCoreAndOnAll() {
        Snapshot city = ACity.of(900, 21);

        Problem one = Candidates.find(city, false).problem();
        Problem all = Candidates.find(city, true).problem();

        assertThat(pairs(all)).isEqualTo(pairs(one));
    }

    private static List<String> pairs(Problem problem) {
        List<String> pairs = new ArrayList<>();
        for (int request = 0; request < problem.requests(); request++) {
            for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
                if (problem.fixedPair()[request] < 0) {
                    pairs.add(request + "-" + problem.pairVolunteer()[pair] + " " + problem.pairValue()[pair] + " "
                            + problem.pairDayParts()[pair]);
                }
            }
        }
        return pairs;
    }
}
