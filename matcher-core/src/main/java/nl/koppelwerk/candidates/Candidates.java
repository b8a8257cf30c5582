package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.snapshot.Snapshot;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.fit.Sides;
import nl.koppelwerk.fit.rule.Asking;
import nl.koppelwerk.fit.rule.Offering;
import nl.koppelwerk.fit.rule.Pair;
import nl.koppelwerk.fit.rule.Rule;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.sentence.Sentence;

/** The feasible pairs of a night as a problem, with the way back from its numbers to the people. */
public final class Candidates {
    private final Night night;
    private final Judgement judgement;
    private final Problem problem;
    private final List<Sentence> warnings;

    private Candidates(Night night, Judgement judgement, Problem problem, List<Sentence> warnings) {
        this.night = night;
        this.judgement = judgement;
        this.problem = problem;
        this.warnings = warnings;
    }

    /** Finds all feasible pairs; throws {@link IllegalArgumentException} where the snapshot refers to what it lacks. */
    public static Candidates find(Snapshot snapshot) {
        return find(snapshot, true);
    }

    static Candidates find(Snapshot snapshot, boolean onAllCores) {
        Night night = new Night(new Sides(snapshot));
        return find(night, new Judgement(night), KnownPairs.none(night), onAllCores);
    }

    /** As {@link #find}, and quicker: only the requests of which something has changed are looked at again. */
    public Candidates renewed(Snapshot snapshot) {
        Night now = new Night(new Sides(snapshot));
        return find(now, new Judgement(now), KnownPairs.of(night, problem, now), true);
    }

    private static Candidates find(Night night, Judgement judgement, KnownPairs known, boolean onAllCores) {
        FixedPairs fixed = new FixedPairs(night);
        FoundPairs found = new PairSearch(night, judgement, fixed, known).find(onAllCores);
        Problem problem = new ProblemWriter(night, fixed, judgement.tongues).write(found, onAllCores);
        return new Candidates(night, judgement, problem, fixed.warnings());
    }

    public Problem problem() {
        return problem;
    }

    public Sides sides() {
        return night.sides;
    }

    /** What is wrong with pairings under way, which are kept nevertheless. */
    public List<Sentence> warnings() {
        return warnings;
    }

    public Asking asking(int request) {
        return night.askings.get(request);
    }

    public Offering offering(int volunteer) {
        return night.offerings.get(volunteer);
    }

    public int getRequest(SupportRequestId id) {
        return night.getRequest(id);
    }

    public int getVolunteer(VolunteerId id) {
        return night.getVolunteer(id);
    }

    /** The pair of these two in the problem, if it is feasible. */
    public OptionalInt findPair(int request, int volunteer) {
        int from = problem.pairStart()[request];
        int place = Arrays.binarySearch(problem.pairVolunteer(), from, problem.pairStart()[request + 1], volunteer);
        return place >= 0 ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /** How many volunteers fall at each rule for this request. */
    public Funnel funnel(int request) {
        BitSet alive = new BitSet(night.volunteers());
        alive.set(0, night.volunteers());
        List<Funnel.Fall> falls = new ArrayList<>();
        int[] metres = metres(request);
        for (Table<?, ?> table : judgement.forbidding) {
            int before = alive.cardinality();
            Optional<AllowedSets> allowed =
                    table instanceof NumberedTable<?, ?> numbered ? numbered.allowed : Optional.empty();
            if (allowed.isPresent()) {
                alive.and(BitSet.valueOf(allowed.get().bitsOf(request)));
            } else {
                for (int v = alive.nextSetBit(0); v >= 0; v = alive.nextSetBit(v + 1)) {
                    if (table.judge(request, v, metresTo(metres, v)) == Rule.FORBIDDEN) {
                        alive.clear(v);
                    }
                }
            }
            if (alive.cardinality() < before) {
                falls.add(new Funnel.Fall(table.rule.name(), before - alive.cardinality()));
            }
        }
        return new Funnel(night.volunteers(), falls, alive.cardinality());
    }

    /** The rules that forbid this pair, in order. */
    public List<String> obstacles(int request, int volunteer) {
        int metres = new Pair(asking(request), offering(volunteer)).metres();
        return judgement.forbidding.stream()
                .filter(table -> table.judge(request, volunteer, metres) == Rule.FORBIDDEN)
                .map(table -> table.rule.name())
                .toList();
    }

    /** Distance to each place. */
    private int[] metres(int request) {
        int from = night.placeOfRequest[request];
        return night.places.stream()
                .mapToInt(to -> from < 0
                        ? Pair.UNKNOWN_DISTANCE
                        : night.places.get(from).centre().metresTo(to.centre()))
                .toArray();
    }

    private int metresTo(int[] metres, int volunteer) {
        int place = night.placeOfVolunteer[volunteer];
        return place < 0 ? Pair.UNKNOWN_DISTANCE : metres[place];
    }
}
