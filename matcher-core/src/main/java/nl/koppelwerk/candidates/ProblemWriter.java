package nl.koppelwerk.candidates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import nl.koppelwerk.domain.family.SupportRequest;
import nl.koppelwerk.domain.volunteer.Volunteer;
import nl.koppelwerk.fit.RequestWeight;
import nl.koppelwerk.fit.Rules;
import nl.koppelwerk.problem.Problem;

/** Writes requests, volunteers and found pairs as the plain problem. Hours are counted in quarters. */
final class ProblemWriter {
    private final Night night;
    private final FixedPairs fixed;
    private final Tongues tongues;

    ProblemWriter(Night night, FixedPairs fixed, Tongues tongues) {
        this.night = night;
        this.fixed = fixed;
        this.tongues = tongues;
    }

    Problem write(FoundPairs found, boolean onAllCores) {
        int[] start = found.starts();
        int pairs = start[night.requests()];
        Introductions introductions = Introductions.of(night, fixed, start);
        int[] volunteer = new int[pairs];
        int[] value = new int[pairs];
        long[] dayParts = new long[pairs];
        short[] tongue = new short[pairs];
        int[] hours = new int[pairs];
        int[] availability = volunteerLimits(person -> person.availability().bits());
        (onAllCores ? requests().parallel() : requests()).forEach(r -> {
            int at = start[r];
            int size = start[r + 1] - at;
            System.arraycopy(found.volunteer()[r], 0, volunteer, at, size);
            System.arraycopy(found.value()[r], 0, value, at, size);
            Arrays.fill(hours, at, at + size, request(r).hoursPerWeek().quarters());
            tongues.write(r, volunteer, at, size, tongue);
            int suiting = request(r).dayParts().bits();
            for (int i = at; i < at + size; i++) {
                dayParts[i] = suiting & availability[volunteer[i]];
            }
            if (fixed.holds(r)) {
                dayParts[at] = fixed.dayParts(r);
            }
        });
        return new Problem(
                requests()
                        .mapToLong(r -> RequestWeight.of(
                                request(r), night.askings.get(r).day()))
                        .toArray(),
                requests().map(r -> slots(r)).toArray(),
                heavy(),
                introductions.groupOfRequest(),
                introductions.parents(),
                introductions.limits(),
                numberLimits(),
                heavyLimits(),
                hoursLimits(),
                start,
                volunteer,
                value,
                hours,
                dayParts,
                tongue,
                interactions(),
                requests().map(r -> fixed.holds(r) ? start[r] : -1).toArray(),
                requests().mapToLong(fixed::dayParts).toArray());
    }

    private IntStream requests() {
        return IntStream.range(0, night.requests());
    }

    private SupportRequest request(int request) {
        return night.askings.get(request).request();
    }

    private Volunteer volunteer(int volunteer) {
        return night.offerings.get(volunteer).volunteer();
    }

    /** A pairing under way takes what it was promised. */
    private int slots(int request) {
        return fixed.holds(request)
                ? Integer.bitCount(fixed.dayParts(request))
                : request(request).dayPartsPerWeek();
    }

    private boolean[] heavy() {
        boolean[] heavy = new boolean[night.requests()];
        requests().forEach(request -> heavy[request] = request(request).heavy());
        return heavy;
    }

    /** Limits make room for what is under way already, also where that is more than the volunteer asked for. */
    private int[] numberLimits() {
        int[] limits = volunteerLimits(Volunteer::maximumFamilies);
        return atLeastFixed(limits, request -> 1);
    }

    private int[] heavyLimits() {
        return atLeastFixed(
                volunteerLimits(volunteer -> 1), request -> request(request).heavy() ? 1 : 0);
    }

    private int[] hoursLimits() {
        return atLeastFixed(
                volunteerLimits(volunteer -> volunteer.hoursPerWeek().quarters()),
                request -> request(request).hoursPerWeek().quarters());
    }

    private int[] volunteerLimits(ToIntFunction<Volunteer> limit) {
        return IntStream.range(0, night.volunteers())
                .map(v -> limit.applyAsInt(volunteer(v)))
                .toArray();
    }

    private int[] atLeastFixed(int[] limits, IntUnaryOperator use) {
        int[] used = new int[limits.length];
        requests().filter(fixed::holds).forEach(r -> used[fixed.volunteer(r)] += use.applyAsInt(r));
        for (int v = 0; v < limits.length; v++) {
            limits[v] = Math.max(limits[v], used[v]);
        }
        return limits;
    }

    /** Every two requests of one family. */
    private Problem.Interaction[] interactions() {
        List<Problem.Interaction> interactions = new ArrayList<>();
        for (List<Integer> siblings : night.siblings()) {
            for (int first : siblings) {
                for (int second : siblings) {
                    if (first < second) {
                        int penalty = Math.max(penalty(first), penalty(second));
                        interactions.add(new Problem.Interaction(first, second, penalty));
                    }
                }
            }
        }
        return interactions.toArray(Problem.Interaction[]::new);
    }

    private int penalty(int request) {
        Map<String, Integer> weights =
                night.askings.get(request).programme().rules().weights();
        return 1000 * weights.getOrDefault(Rules.SAME_LANGUAGE, Rules.SAME_LANGUAGE_WEIGHT);
    }
}
