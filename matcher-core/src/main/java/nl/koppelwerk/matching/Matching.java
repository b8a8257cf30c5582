package nl.koppelwerk.matching;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Hands;
import nl.koppelwerk.solver.Optimiser;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Result;
import nl.koppelwerk.solver.Settings;

/** Proposes pairings for a night. The same snapshot and settings give the same proposals. */
public final class Matching {
    private final Optimiser optimiser;

    /** @param clock tells the time limit only */
    public Matching(Clock clock) {
        this(clock, Hands.OWN);
    }

    /** @param hands plan the parts; whoever does it, the proposals are the same */
    public Matching(Clock clock, Hands hands) {
        this.optimiser = new Optimiser(clock, hands);
    }

    public Matched propose(Snapshot snapshot, Settings settings, Progress progress) {
        Candidates candidates = Candidates.find(snapshot);
        return read(candidates, optimiser.optimise(candidates.problem(), settings, progress));
    }

    /** What a plan for these candidates means for the people. */
    public static Matched read(Candidates candidates, Result result) {
        return read(candidates, result, candidates.sides().snapshot().requests());
    }

    /** What it means for some of the requests; of the others nothing is told. */
    public static Matched read(Candidates candidates, Result result, Collection<SupportRequest> some) {
        Problem problem = candidates.problem();
        Plan plan = result.plan();
        Load load = new Load(problem, plan);
        List<Proposal> proposals = new ArrayList<>();
        List<Unpaired> unpaired = new ArrayList<>();
        for (SupportRequest asked : some) {
            int request = candidates.getRequest(asked.id());
            if (problem.fixedPair()[request] >= 0) {
                continue;
            }
            if (plan.pair()[request] >= 0) {
                proposals.add(proposal(candidates, plan, request));
            } else {
                unpaired.add(new Unpaired(asked.id(), candidates.funnel(request), taken(problem, load, request)));
            }
        }
        return new Matched(proposals, unpaired, candidates, result);
    }

    private static Proposal proposal(Candidates candidates, Plan plan, int request) {
        int volunteer = candidates.problem().pairVolunteer()[plan.pair()[request]];
        Pair pair = new Pair(candidates.asking(request), candidates.offering(volunteer));
        VolunteerId id = pair.offering().volunteer().id();
        DayParts dayParts = new DayParts((int) plan.dayParts()[request]);
        return new Proposal(pair.asking().request().id(), id, dayParts, pair.metres(), Rules.judge(pair));
    }

    private static Map<Hindrance, Integer> taken(Problem problem, Load load, int request) {
        Map<Hindrance, Integer> taken = new EnumMap<>(Hindrance.class);
        for (int pair = problem.pairStart()[request]; pair < problem.pairStart()[request + 1]; pair++) {
            taken.merge(load.hindrance(request, pair), 1, Integer::sum);
        }
        return taken;
    }
}
