package nl.koppelwerk.explain.unpaired;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.pairing.Pairing;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.sentence.Sentence;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;

/** Finds what the volunteers who are there could do for a request that has nobody, everything else held as it is. */
public final class SmallRepairs {
    static final int MOST_AT_ONCE = 2;

    private static final int MOST_TRIED = 40;

    private final Candidates candidates;
    private final Problem problem;
    private final Plan plan;
    private final Matching matching;
    private final Settings settings;

    public SmallRepairs(Matched matched, Clock clock, Settings settings) {
        this.candidates = matched.candidates();
        this.problem = candidates.problem();
        this.plan = matched.result().plan();
        this.matching = new Matching(clock);
        this.settings = settings;
    }

    /** What it would take of one volunteer. */
    private record Idea(int volunteer, List<String> rules, int metres) {
        int effort() {
            return rules.size() * Lift.EASIEST_FIRST.size()
                    + rules.stream().mapToInt(Lift.EASIEST_FIRST::indexOf).sum();
        }
    }

    /** Those that ask least first; each has been planned. None for a request that has somebody. */
    public List<SmallRepair> of(SupportRequestId requestId, int most) {
        int request = candidates.getRequest(requestId);
        if (plan.pair()[request] >= 0) {
            return List.of();
        }
        List<SmallRepair> repairs = new ArrayList<>();
        List<Idea> ideas = IntStream.range(0, problem.volunteers())
                .mapToObj(volunteer -> idea(request, volunteer))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(Idea::effort).thenComparingInt(Idea::metres))
                .limit(MOST_TRIED)
                .toList();
        for (Idea idea : ideas) {
            if (repairs.size() < most) {
                verified(request, idea).ifPresent(repairs::add);
            }
        }
        return repairs;
    }

    private Optional<Idea> idea(int request, int volunteer) {
        List<String> rules = new ArrayList<>(candidates.obstacles(request, volunteer));
        if (rules.size() > MOST_AT_ONCE || !Lift.EASIEST_FIRST.containsAll(rules)) {
            return Optional.empty();
        }
        int families = served(volunteer).size();
        int quarters = quarters(volunteer);
        Volunteer known = candidates.offering(volunteer).volunteer();
        SupportRequest asked = candidates.asking(request).request();
        if (families >= known.maximumFamilies()) {
            rules.add("maximum-families");
        }
        if (quarters + asked.hoursPerWeek().quarters() > known.hoursPerWeek().quarters()
                && !rules.contains("hours-enough")) {
            rules.add("hours-enough");
        }
        rules.sort(Comparator.comparingInt(Lift.EASIEST_FIRST::indexOf));
        return rules.isEmpty() || rules.size() > MOST_AT_ONCE
                ? Optional.empty()
                : Optional.of(
                        new Idea(volunteer, rules, pair(request, volunteer).metres()));
    }

    private Pair pair(int request, int volunteer) {
        return new Pair(candidates.asking(request), candidates.offering(volunteer));
    }

    private List<Integer> served(int volunteer) {
        return IntStream.range(0, problem.requests())
                .filter(request ->
                        plan.pair()[request] >= 0 && problem.pairVolunteer()[plan.pair()[request]] == volunteer)
                .boxed()
                .toList();
    }

    private int quarters(int volunteer) {
        return served(volunteer).stream()
                .mapToInt(request -> problem.pairHours()[plan.pair()[request]])
                .sum();
    }

    private Optional<SmallRepair> verified(int request, Idea idea) {
        Pair pair = pair(request, idea.volunteer());
        DayParts promised = served(idea.volunteer()).stream()
                .map(other -> new DayParts((int) plan.dayParts()[other]))
                .reduce(DayParts.NONE, DayParts::or)
                .or(ofFamily(request));
        Lift lift = new Lift(
                pair,
                pair.asking().request().dayParts().without(promised),
                quarters(idea.volunteer()),
                served(idea.volunteer()).size());
        Volunteer before = pair.offering().volunteer();
        Volunteer after = before;
        List<Sentence> clauses = new ArrayList<>();
        for (String rule : idea.rules()) {
            clauses.add(lift.clause(before, rule));
            after = lift.applied(after, rule);
        }
        return isServed(request, idea.volunteer(), after)
                ? Optional.of(new SmallRepair(before, after, pair.metres(), clauses))
                : Optional.empty();
    }

    private DayParts ofFamily(int request) {
        DayParts promised = DayParts.NONE;
        for (Problem.Interaction siblings : problem.interactions()) {
            if (siblings.first() == request) {
                promised = promised.or(new DayParts((int) plan.dayParts()[siblings.second()]));
            } else if (siblings.second() == request) {
                promised = promised.or(new DayParts((int) plan.dayParts()[siblings.first()]));
            }
        }
        return promised;
    }

    /** A night of this request and this volunteer, with all that the volunteer does already kept. */
    private boolean isServed(int request, int volunteer, Volunteer after) {
        Snapshot night = candidates.sides().snapshot();
        List<Asking> kept = served(volunteer).stream().map(candidates::asking).toList();
        Asking free =
                Newcomer.freeOf(candidates.asking(request), ofFamily(request).bits());
        List<Asking> asking = Stream.concat(Stream.of(free), kept.stream()).toList();
        Snapshot small = new Snapshot(
                night.organisation(),
                night.day(),
                IntroductionsLeft.beside(candidates, plan),
                asking.stream().map(Asking::family).distinct().toList(),
                asking.stream().map(Asking::request).toList(),
                List.of(after),
                kept.stream().map(one -> kept(one.request(), after)).toList(),
                List.of(),
                night.blocks(),
                night.places(),
                night.open(),
                night.bothSides());
        return !matching.propose(small, settings, Progress.NONE).proposals().isEmpty();
    }

    private Pairing kept(SupportRequest request, Volunteer volunteer) {
        DayParts dayParts = new DayParts((int) plan.dayParts()[candidates.getRequest(request.id())]);
        return new Pairing(
                new PairingId(request.id().value()),
                request.organisation(),
                request.id(),
                volunteer.id(),
                dayParts,
                Step.RUNNING,
                1);
    }
}
