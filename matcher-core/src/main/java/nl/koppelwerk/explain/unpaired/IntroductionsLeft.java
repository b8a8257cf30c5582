package nl.koppelwerk.explain.unpaired;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.Programme;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.problem.Plan;

/** The programmes with no more introductions a week than the plan and the pairings on their way leave. */
final class IntroductionsLeft {
    private static final Set<Step> ON_THE_WAY = Set.of(Step.ACCEPTED, Step.ASKED, Step.INTRODUCTION);

    private IntroductionsLeft() {}

    static List<Programme> beside(Candidates candidates, Plan plan) {
        Map<ProgrammeId, Integer> taken = new HashMap<>();
        for (int request = 0; request < plan.pair().length; request++) {
            if (plan.pair()[request] >= 0 && !candidates.problem().isFixed(request)) {
                taken.merge(candidates.asking(request).programme().id(), 1, Integer::sum);
            }
        }
        candidates.sides().snapshot().fixed().stream()
                .filter(pairing -> ON_THE_WAY.contains(pairing.step()))
                .map(pairing -> candidates.sides().getAsking(pairing.request()))
                .forEach(asking -> taken.merge(asking.programme().id(), 1, Integer::sum));
        return candidates.sides().snapshot().programmes().stream()
                .map(programme -> with(programme, taken.getOrDefault(programme.id(), 0)))
                .toList();
    }

    private static Programme with(Programme programme, int taken) {
        return new Programme(
                programme.id(),
                programme.organisation(),
                programme.code(),
                programme.name(),
                programme.kinds(),
                Math.max(0, programme.introductionsPerWeek() - taken),
                programme.rules(),
                programme.audience());
    }
}
