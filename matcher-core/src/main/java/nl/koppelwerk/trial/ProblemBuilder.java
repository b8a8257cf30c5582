package nl.koppelwerk.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nl.koppelwerk.problem.Problem;
import nl.koppelwerk.problem.Problem.Interaction;

/** Collects the numbers of a {@link Problem} request by request, so that a generator need not know its layout. */
public final class ProblemBuilder {

    private long[] weight = new long[16];
    private int[] slots = new int[16];
    private boolean[] heavy = new boolean[16];
    private int[] group = new int[16];
    private int[] fixedPair = new int[16];
    private long[] fixedDayParts = new long[16];
    private int[] pairStart = new int[17];
    private int requests;

    private int[] volunteer = new int[64];
    private int[] value = new int[64];
    private int[] hours = new int[64];
    private long[] dayParts = new long[64];
    private short[] tag = new short[64];
    private int pairs;

    private final List<Interaction> interactions = new ArrayList<>();

    /** Starts the next request; the pairs added after it are its own. */
    public int request(long requestWeight, int requestSlots, boolean isHeavy, int innermostGroup) {
        if (requests == weight.length) {
            growRequests();
        }
        weight[requests] = requestWeight;
        slots[requests] = requestSlots;
        heavy[requests] = isHeavy;
        group[requests] = innermostGroup;
        fixedPair[requests] = -1;
        fixedDayParts[requests] = 0;
        pairStart[requests + 1] = pairs;
        return requests++;
    }

    /** Adds a pair to the request last started; volunteers must come in ascending order. */
    public int pair(int ofVolunteer, int pairValue, int pairHours, long pairDayParts, int pairTag) {
        if (pairs == volunteer.length) {
            growPairs();
        }
        volunteer[pairs] = ofVolunteer;
        value[pairs] = pairValue;
        hours[pairs] = pairHours;
        dayParts[pairs] = pairDayParts;
        tag[pairs] = (short) pairTag;
        pairStart[requests] = pairs + 1;
        return pairs++;
    }

    public void fix(int request, int pair, long promised) {
        fixedPair[request] = pair;
        fixedDayParts[request] = promised;
    }

    public void interaction(int first, int second, int penalty) {
        interactions.add(new Interaction(first, second, penalty));
    }

    public Problem build(int[] groupParent, int[] groupLimit, int[] numberLimit, int[] heavyLimit, int[] hoursLimit) {
        return new Problem(
                Arrays.copyOf(weight, requests),
                Arrays.copyOf(slots, requests),
                Arrays.copyOf(heavy, requests),
                Arrays.copyOf(group, requests),
                groupParent,
                groupLimit,
                numberLimit,
                heavyLimit,
                hoursLimit,
                Arrays.copyOf(pairStart, requests + 1),
                Arrays.copyOf(volunteer, pairs),
                Arrays.copyOf(value, pairs),
                Arrays.copyOf(hours, pairs),
                Arrays.copyOf(dayParts, pairs),
                Arrays.copyOf(tag, pairs),
                interactions.toArray(Interaction[]::new),
                Arrays.copyOf(fixedPair, requests),
                Arrays.copyOf(fixedDayParts, requests));
    }

    private void growRequests() {
        int size = requests * 2;
        weight = Arrays.copyOf(weight, size);
        slots = Arrays.copyOf(slots, size);
        heavy = Arrays.copyOf(heavy, size);
        group = Arrays.copyOf(group, size);
        fixedPair = Arrays.copyOf(fixedPair, size);
        fixedDayParts = Arrays.copyOf(fixedDayParts, size);
        pairStart = Arrays.copyOf(pairStart, size + 1);
    }

    private void growPairs() {
        int size = pairs + (pairs >> 1);
        volunteer = Arrays.copyOf(volunteer, size);
        value = Arrays.copyOf(value, size);
        hours = Arrays.copyOf(hours, size);
        dayParts = Arrays.copyOf(dayParts, size);
        tag = Arrays.copyOf(tag, size);
    }
}
