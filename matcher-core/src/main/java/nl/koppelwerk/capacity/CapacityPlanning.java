package nl.koppelwerk.capacity;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleConsumer;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;

/**
 * Plays recorded arrivals on, week by week: who comes is drawn from who came, the engine plans, and each proposal becomes a
 * pairing that lasts as long as one that was recorded. The same records and question give the same answer.
 */
public final class CapacityPlanning {

    /** Few tries are enough to play with; the time limit is only there so that nothing can hang. */
    private static final Settings PLAYING = new Settings(1, 1, 1, 30, 20, Duration.ofMinutes(5), 1);

    private final Recorded recorded;
    private final Question question;
    private final Matching matching;

    /**
     * @param recorded enough of it
     * @param clock for a search that hangs only
     */
    public CapacityPlanning(Recorded recorded, Question question, Clock clock) {
        if (!recorded.isEnough()) {
            throw new IllegalArgumentException("too little is recorded to play on: %d weeks, %d families, %d volunteers"
                    .formatted(recorded.familiesByWeek().size(), recorded.families(), recorded.volunteers()));
        }
        this.recorded = recorded;
        this.question = question;
        this.matching = new Matching(clock);
    }

    /** @param progress told the share that is done, 0 to 1 */
    public List<Outlook> play(DoubleConsumer progress) {
        Map<Scenario, List<Course>> courses = new EnumMap<>(Scenario.class);
        int all = Scenario.values().length * question.repetitions();
        int done = 0;
        for (Scenario scenario : Scenario.values()) {
            List<Course> of = new ArrayList<>();
            for (int repetition = 0; repetition < question.repetitions(); repetition++) {
                of.add(course(scenario, repetition));
                progress.accept((double) ++done / all);
            }
            courses.put(scenario, of);
        }
        return courses.entrySet().stream()
                .map(one -> outlook(one.getKey(), one.getValue()))
                .toList();
    }

    private Outlook outlook(Scenario scenario, List<Course> courses) {
        List<Range> waiting = new ArrayList<>();
        for (int month = 0; month <= question.months(); month++) {
            int week = Question.weeks(month);
            waiting.add(Range.of(courses.stream()
                    .map(course -> (double) course.waiting().get(week))
                    .toList()));
        }
        return new Outlook(
                scenario,
                waiting,
                Range.of(courses.stream().map(course -> course.waitOf(0.5)).toList()),
                Range.of(courses.stream().map(course -> course.waitOf(0.9)).toList()),
                Range.of(courses.stream()
                        .map(course -> (double) course.introduced())
                        .toList()));
    }

    /** In each scenario the same draws, so that what differs comes from the scenario. */
    Course course(Scenario scenario, int repetition) {
        SplittableRandom usual = new SplittableRandom(question.seed() * 1_000_003 + repetition);
        SplittableRandom lasting = usual.split();
        SplittableRandom extra = usual.split();
        Newcomers newcomers = new Newcomers(recorded.now());
        Newcomers more = newcomers.others();
        Town town = new Town(recorded.now(), Staff.of(scenario, recorded), recorded.weeksOfHelp(), lasting);
        List<Integer> waiting = new ArrayList<>(List.of(town.familiesWaiting()));
        List<Course.Wait> waits = new ArrayList<>();
        int introduced = 0;
        for (int week = 1; week <= Question.weeks(question.months()); week++) {
            town.week();
            arrive(town, newcomers, usual);
            arriveMore(town, more, scenario, week, extra);
            Matched matched = matching.propose(town.night(), PLAYING, Progress.NONE);
            for (Proposal proposal : matched.proposals()) {
                int lasts = recorded.weeksOfHelp()
                        .get(lasting.nextInt(recorded.weeksOfHelp().size()));
                waits.add(wait(
                        town.help(proposal.request(), proposal.volunteer(), proposal.dayParts(), lasts), week, true));
                introduced++;
            }
            waiting.add(town.familiesWaiting());
        }
        int last = Question.weeks(question.months());
        town.waiting().forEach(request -> waits.add(wait(request, last, false)));
        return new Course(waiting, waits, introduced);
    }

    private void arrive(Town town, Newcomers newcomers, SplittableRandom dice) {
        for (int i = drawn(recorded.familiesByWeek(), dice); i > 0; i--) {
            town.add(newcomers.family(dice));
        }
        for (int i = drawn(recorded.volunteersByWeek(), dice); i > 0; i--) {
            newcomers.volunteer(dice).ifPresent(town::add);
        }
        for (int i = drawn(recorded.stopsByWeek(), dice); i > 0; i--) {
            town.stop(dice);
        }
    }

    private static int drawn(List<Integer> weeks, SplittableRandom dice) {
        return weeks.isEmpty() ? 0 : weeks.get(dice.nextInt(weeks.size()));
    }

    /** Spread evenly over the weeks. */
    private void arriveMore(Town town, Newcomers more, Scenario scenario, int week, SplittableRandom dice) {
        int until = (int) (question.more() * week / Question.WEEKS_A_MONTH);
        int before = (int) (question.more() * (week - 1) / Question.WEEKS_A_MONTH);
        for (int i = before; i < until; i++) {
            if (scenario == Scenario.MORE_FAMILIES) {
                town.add(more.family(dice));
            } else if (scenario == Scenario.MORE_VOLUNTEERS) {
                more.volunteer(dice).ifPresent(town::add);
            }
        }
    }

    /** @param week that has passed since today */
    private Course.Wait wait(SupportRequest request, int week, boolean helped) {
        double until =
                ChronoUnit.DAYS.between(request.waitingSince(), recorded.now().day()) / 7.0;
        return new Course.Wait(Math.max(0, until - week), until, helped);
    }
}
