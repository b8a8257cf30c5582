package nl.koppelwerk.explain.unpaired;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.candidates.Candidates;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.language.Level;
import nl.koppelwerk.domain.place.Place;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.matching.Matched;
import nl.koppelwerk.matching.Matching;
import nl.koppelwerk.matching.Proposal;
import nl.koppelwerk.matching.Unpaired;
import nl.koppelwerk.solver.Progress;
import nl.koppelwerk.solver.Settings;

/**
 * Finds the new volunteers who would help most requests that have nobody: for each programme, kind and language one, placed
 * where most of the weight can be reached and coming on the fewest day-parts that this takes.
 *
 * <p>Nobody else's proposal changes; each repair is verified by planning the requests within reach with that volunteer.
 */
public final class Repairs {
    /** How far the wanted volunteer would travel. */
    static final int REACH_METRES = 5000;

    private static final int MOST_DAY_PARTS = 3;

    private final Matched matched;
    private final Matching matching;
    private final Settings settings;
    private final Room room;

    /** Requests that one kind of newcomer might serve. */
    private record Want(ProgrammeId programme, SupportKind kind, Language language) {}

    public Repairs(Matched matched, Clock clock, Settings settings) {
        this.matched = matched;
        this.matching = new Matching(clock);
        this.settings = settings;
        this.room = new Room(matched);
    }

    /** Those that serve most requests first, then those that ask the fewest day-parts. */
    public List<Repair> cheapest(int most) {
        List<Repair> repairs = new ArrayList<>();
        wants().forEach((want, requests) -> repair(want, requests).ifPresent(repairs::add));
        return repairs.stream()
                .sorted(Comparator.comparingInt(
                                (Repair repair) -> -repair.serves().size())
                        .thenComparingInt(repair -> repair.dayParts().size()))
                .limit(most)
                .toList();
    }

    private Map<Want, List<Asking>> wants() {
        Candidates candidates = matched.candidates();
        Map<Want, List<Asking>> wants = new LinkedHashMap<>();
        for (Unpaired unpaired : matched.unpaired()) {
            Asking asking = candidates.sides().getAsking(unpaired.request());
            if (asking.place().isPresent()) {
                Asking free = Newcomer.freeOf(asking, room.promisedToFamily(candidates.getRequest(unpaired.request())));
                for (Language language : tongues(asking)) {
                    Want want =
                            new Want(asking.programme().id(), asking.request().kind(), language);
                    wants.computeIfAbsent(want, key -> new ArrayList<>()).add(free);
                }
            }
        }
        return wants;
    }

    /** What the family speaks well enough. */
    private static List<Language> tongues(Asking asking) {
        Level level = asking.programme().rules().languageLevel();
        return asking.family().languages().speaking().entrySet().stream()
                .filter(spoken -> spoken.getValue().atLeast(level))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Optional<Repair> repair(Want want, List<Asking> requests) {
        Place best = requests.stream()
                .flatMap(asking -> asking.place().stream())
                .distinct()
                .max(Comparator.comparingInt(
                                (Place place) -> near(place, requests).size())
                        .thenComparing(Place::postcode, Comparator.reverseOrder()))
                .orElseThrow();
        List<Asking> within = near(best, requests);
        DayParts dayParts = DayParts.NONE;
        Optional<Repair> found = Optional.empty();
        for (int number = 0; number < MOST_DAY_PARTS; number++) {
            dayParts = dayParts.or(mostWanted(within, dayParts));
            Repair next = verified(want, best, dayParts, within);
            int before = found.map(repair -> repair.serves().size()).orElse(0);
            if (next.serves().size() > before) {
                found = Optional.of(next);
            }
        }
        return found;
    }

    private static List<Asking> near(Place place, List<Asking> requests) {
        return requests.stream()
                .filter(asking -> asking.place()
                        .filter(home -> home.centre().metresTo(place.centre()) <= limit(asking))
                        .isPresent())
                .toList();
    }

    private static int limit(Asking asking) {
        return Math.min(
                REACH_METRES, asking.request().wishes().maximumDistanceMetres().orElse(REACH_METRES));
    }

    /** The day-part not chosen yet that suits most of these requests, the earliest in the week among equals. */
    private static DayParts mostWanted(List<Asking> requests, DayParts chosen) {
        int best = 0;
        long most = 0;
        for (int bit = 1; bit < 1 << 28; bit <<= 1) {
            int one = bit;
            long wanted = requests.stream()
                    .filter(asking -> (asking.request().dayParts().bits() & one) != 0)
                    .count();
            if (wanted > most && (chosen.bits() & bit) == 0) {
                best = bit;
                most = wanted;
            }
        }
        return new DayParts(best);
    }

    private Repair verified(Want want, Place place, DayParts dayParts, List<Asking> requests) {
        Newcomer newcomer = new Newcomer(matched, place, want.language(), want.kind(), dayParts);
        Matched with = matching.propose(newcomer.among(requests), settings, Progress.NONE);
        return new Repair(
                want.kind(),
                want.language(),
                place.postcode(),
                REACH_METRES,
                dayParts,
                with.proposals().stream().map(Proposal::request).toList());
    }
}
