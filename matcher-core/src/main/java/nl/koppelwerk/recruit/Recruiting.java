package nl.koppelwerk.recruit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import nl.koppelwerk.bound.Prices;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.problem.Newcomer;
import nl.koppelwerk.problem.Plan;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.solver.Replanner;

/**
 * Which volunteers to look for next, from a night's plan. Each newcomer in the list was planned with, and so was each together
 * with all before it: what is counted is what these plans serve more than that of the night. The same night gives the same
 * list; no clock is asked.
 *
 * <p>Introductions a week limit no newcomer here: who is found starts in another week.
 */
public final class Recruiting {
    /** So many newcomers are planned with at most before the first is chosen. */
    static final int MOST_TRIED = 48;

    /** And so many for each next one. */
    private static final int MOST_AGAIN = 8;

    private final Candidates night;
    private final Standing before;
    private final Optional<Prices> prices;
    private final Newcomers newcomers;

    /**
     * @param plan of the night
     * @param prices of the first level, as the night proved its bound with
     */
    public Recruiting(Candidates night, Plan plan, Optional<Prices> prices, long seed) {
        this.night = night;
        this.before = withoutIntroductions(night.problem(), plan, seed);
        this.prices = prices;
        this.newcomers = new Newcomers(night);
    }

    /** What can be served without anybody new, once introductions are not counted, is not a newcomer's merit. */
    private static Standing withoutIntroductions(Problem p, Plan plan, long seed) {
        Problem open = p.withoutGroups();
        Replanner replanner = new Replanner(open, plan, seed);
        List<Integer> waiting = IntStream.range(0, p.requests())
                .filter(r -> plan.pair()[r] < 0)
                .boxed()
                .toList();
        replanner.mend(waiting, List.of());
        return new Standing(open, replanner.plan(), seed);
    }

    /** Requests without anybody that wait for room for an introduction, not for a volunteer. */
    public int waitingForIntroductions(Plan plan) {
        int served = 0;
        for (int pair : plan.pair()) {
            served += pair >= 0 ? 1 : 0;
        }
        return night.problem().groups() == 0 ? 0 : Math.max(0, before.served() - served);
    }

    /** A newcomer worth trying, and what the last try gained. */
    private record Tried(Idea idea, Newcomer willing, int number, int families, long weight) {
        static final Comparator<Tried> MOST_FIRST = Comparator.comparingInt(Tried::families)
                .thenComparingLong(Tried::weight)
                .reversed()
                .thenComparingInt(Tried::number);
    }

    private Tried tried(Tried one, Standing standing) {
        Optional<Standing.Joined> joined = standing.joinedBy(one.willing());
        return new Tried(
                one.idea(),
                one.willing(),
                one.number(),
                joined.map(found -> more(standing, found)).orElse(0),
                joined.map(Standing.Joined::weight).orElse(0L));
    }

    /** Families that are helped more than before, beside those that others in the list help already. */
    private int more(Standing standing, Standing.Joined joined) {
        return joined.after().familiesMore(before, night) - standing.familiesMore(before, night);
    }

    /** The one who helps most first, and then who helps most once those before are there. */
    public List<Wanted> next(int most) {
        List<Tried> tried = new ArrayList<>(ideas().stream()
                .map(one -> tried(one, before))
                .filter(one -> one.families() > 0)
                .sorted(Tried.MOST_FIRST)
                .toList());
        List<Wanted> wanted = new ArrayList<>();
        Standing standing = before;
        while (wanted.size() < most && !tried.isEmpty()) {
            Tried best = tried.getFirst();
            Optional<Standing.Joined> willing = standing.joinedBy(best.willing());
            Optional<Chosen> chosen = willing.flatMap(joined -> chosen(best.idea(), joined));
            Optional<Standing.Joined> joined = chosen.isEmpty()
                    ? Optional.empty()
                    : standing.joinedBy(chosen.get().newcomer());
            if (joined.isEmpty() || more(standing, joined.get()) <= 0) {
                tried.removeFirst();
                continue;
            }
            standing = joined.get().after();
            wanted.add(wanted(chosen.get(), standing));
            again(tried, standing);
        }
        return wanted;
    }

    private List<Tried> ideas() {
        List<Idea> ideas = new Ideas(night, before, prices).best(before, MOST_TRIED);
        List<Newcomer> willing = newcomers.of(IntStream.range(0, ideas.size())
                .mapToObj(i -> ideas.get(i).willing(night.sides().snapshot(), i))
                .toList());
        return IntStream.range(0, ideas.size())
                .mapToObj(i -> new Tried(ideas.get(i), willing.get(i), i, 0, 0))
                .toList();
    }

    private Wanted wanted(Chosen chosen, Standing together) {
        Wanted.Effect alone = before.joinedBy(chosen.newcomer())
                .map(joined -> joined.after().since(before, night))
                .orElse(Wanted.Effect.NONE);
        return new Wanted(chosen.profile(), alone, together.since(before, night));
    }

    /** Looks again at the first ones, as what they gain has become less; the rest keeps its place behind them. */
    private void again(List<Tried> tried, Standing standing) {
        for (int i = 0; i < Math.min(MOST_AGAIN, tried.size()); i++) {
            tried.set(i, tried(tried.get(i), standing));
        }
        tried.removeIf(one -> one.families() <= 0);
        tried.sort(Tried.MOST_FIRST);
    }

    private record Chosen(Profile profile, Newcomer newcomer) {}

    /** The least that is asked of the newcomer in this plan; no more than that is claimed. */
    private Optional<Chosen> chosen(Idea idea, Standing.Joined joined) {
        Problem problem = joined.after().problem();
        Plan plan = joined.after().plan();
        int newcomer = problem.volunteers() - 1;
        DayParts dayParts = DayParts.NONE;
        Set<Need> needs = EnumSet.noneOf(Need.class);
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        int quarters = 0;
        int families = 0;
        for (int r = 0; r < problem.requests(); r++) {
            if (plan.pair()[r] >= 0 && problem.pairVolunteer()[plan.pair()[r]] == newcomer) {
                SupportRequest asked = night.asking(r).request();
                dayParts = dayParts.or(new DayParts((int) plan.dayParts()[r]));
                needs.addAll(asked.needs());
                extras.addAll(extras(asked));
                quarters += asked.hoursPerWeek().quarters();
                families++;
            }
        }
        if (families == 0) {
            return Optional.empty();
        }
        needs.remove(Need.OTHER_NEED);
        Profile profile = new Profile(
                idea.kind(),
                idea.place().postcode(),
                idea.language(),
                dayParts,
                needs,
                extras,
                new Hours(quarters),
                families);
        return Optional.of(
                new Chosen(profile, newcomers.of(idea.modest(night.sides().snapshot(), profile))));
    }

    private static Set<Extra> extras(SupportRequest asked) {
        Set<Extra> extras = EnumSet.noneOf(Extra.class);
        if (asked.trainingNeeded()) {
            extras.add(Extra.TRAINED);
        }
        if (asked.heavy()) {
            extras.add(Extra.HEAVY);
        }
        if (asked.wishes().womanOnly()) {
            extras.add(Extra.WOMAN);
        }
        if (asked.wishes().petsUnwelcome()) {
            extras.add(Extra.NO_PETS);
        }
        return extras;
    }
}
