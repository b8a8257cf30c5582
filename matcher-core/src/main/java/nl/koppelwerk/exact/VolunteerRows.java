package nl.koppelwerk.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import nl.koppelwerk.bound.Residual;
import nl.koppelwerk.problem.Problem;

/** The rows of each volunteer that are in the relaxation from the start: number, hours, and pairs that rule each other out. */
final class VolunteerRows {

    private final Problem problem;
    private final Residual residual;
    private final LinearRelaxation relaxation;

    VolunteerRows(Problem problem, Residual residual, LinearRelaxation relaxation) {
        this.problem = problem;
        this.residual = residual;
        this.relaxation = relaxation;
    }

    /** Adds the rows of those volunteers over all their pairs in the relaxation. */
    void add(BitSet volunteers) {
        List<List<Integer>> byVolunteer = new ArrayList<>();
        for (int volunteer = 0; volunteer < problem.volunteers(); volunteer++) {
            byVolunteer.add(new ArrayList<>());
        }
        relaxation
                .columns()
                .forEach(pair -> byVolunteer.get(problem.pairVolunteer()[pair]).add(pair));
        volunteers.stream()
                .forEach(volunteer -> add(
                        volunteer,
                        byVolunteer.get(volunteer).stream()
                                .mapToInt(pair -> pair)
                                .toArray()));
    }

    private void add(int volunteer, int[] pairs) {
        int number = residual.numberLeft(volunteer);
        if (number < pairs.length) {
            row(pairs, number);
        }
        if (number == 1) {
            return;
        }
        int[] heavy = Arrays.stream(pairs)
                .filter(pair -> problem.requestHeavy()[relaxation.requestOf(pair)])
                .toArray();
        if (residual.heavyLeft(volunteer) < heavy.length) {
            row(heavy, residual.heavyLeft(volunteer));
        }
        double[] hours = Arrays.stream(pairs)
                .mapToDouble(pair -> problem.pairHours()[pair])
                .toArray();
        if (Arrays.stream(hours).sum() > residual.hoursLeft(volunteer)) {
            relaxation.addRow(pairs, hours, residual.hoursLeft(volunteer));
        }
        if (pairs.length <= 200) {
            addCliques(volunteer, pairs);
        }
    }

    private void row(int[] pairs, int limit) {
        double[] ones = new double[pairs.length];
        Arrays.fill(ones, 1);
        relaxation.addRow(pairs, ones, limit);
    }

    /** Sets of pairs of which the volunteer can take one at most, until every such couple is in one. */
    private void addCliques(int volunteer, int[] pairs) {
        BitSet[] rivals = new BitSet[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            rivals[i] = new BitSet();
            for (int j = 0; j < pairs.length; j++) {
                if (i != j && excludeEachOther(volunteer, pairs[i], pairs[j])) {
                    rivals[i].set(j);
                }
            }
        }
        BitSet[] open = Arrays.stream(rivals).map(set -> (BitSet) set.clone()).toArray(BitSet[]::new);
        for (int i = 0; i < pairs.length; i++) {
            for (int j = open[i].nextSetBit(i + 1); j >= 0; j = open[i].nextSetBit(j + 1)) {
                BitSet clique = clique(rivals, i, j);
                clique.stream().forEach(member -> open[member].andNot(clique));
                row(clique.stream().map(member -> pairs[member]).toArray(), 1);
            }
        }
    }

    private static BitSet clique(BitSet[] rivals, int i, int j) {
        BitSet clique = new BitSet();
        clique.set(i);
        clique.set(j);
        BitSet common = (BitSet) rivals[i].clone();
        common.and(rivals[j]);
        for (int k = common.nextSetBit(0); k >= 0; k = common.nextSetBit(k + 1)) {
            clique.set(k);
            common.and(rivals[k]);
        }
        return clique;
    }

    private boolean excludeEachOther(int volunteer, int one, int other) {
        int oneRequest = relaxation.requestOf(one);
        int otherRequest = relaxation.requestOf(other);
        long union = residual.dayParts(oneRequest, one) | residual.dayParts(otherRequest, other);
        boolean bothHeavy = problem.requestHeavy()[oneRequest] && problem.requestHeavy()[otherRequest];
        return Long.bitCount(union) < problem.requestSlots()[oneRequest] + problem.requestSlots()[otherRequest]
                || problem.pairHours()[one] + problem.pairHours()[other] > residual.hoursLeft(volunteer)
                || bothHeavy && residual.heavyLeft(volunteer) < 2;
    }
}
