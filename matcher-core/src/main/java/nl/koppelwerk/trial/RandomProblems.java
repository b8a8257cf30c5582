package nl.koppelwerk.trial;

import java.util.SplittableRandom;
import nl.koppelwerk.problem.Problem;

/** Tiny problems with every feature the contract knows, small enough to be solved by trying everything. */
public final class RandomProblems {

    private final SplittableRandom random;
    private final boolean mayContradict;

    public RandomProblems(long seed) {
        this(seed, false);
    }

    private RandomProblems(long seed, boolean mayContradict) {
        this.random = new SplittableRandom(seed);
        this.mayContradict = mayContradict;
    }

    /** Some of them have fixed pairs whose day-parts exclude each other, so that no plan exists. */
    public static RandomProblems thatMayContradict(long seed) {
        return new RandomProblems(seed, true);
    }

    /** The next problem of at most {@code requests} requests and {@code volunteers} volunteers. */
    public Problem next(int requests, int volunteers) {
        int[] numberLimit = draws(1 + random.nextInt(volunteers), 0, 3);
        int[] heavyLimit = draws(numberLimit.length, 0, 2);
        int[] hoursLimit = draws(numberLimit.length, 1, 9);
        int[] groupLimit = draws(random.nextInt(4), 0, 3);
        int[] groupParent = new int[groupLimit.length];
        for (int group = 0; group < groupParent.length; group++) {
            groupParent[group] = random.nextInt(group + 1) - 1;
        }
        ProblemBuilder builder = new ProblemBuilder();
        Room room = new Room(numberLimit.clone(), heavyLimit.clone(), hoursLimit.clone());
        int count = 1 + random.nextInt(requests);
        int widestWeight = random.nextBoolean() ? 3 : 40;
        for (int i = 0; i < count; i++) {
            addRequest(builder, room, groupLimit.length, widestWeight);
        }
        addInteractions(builder, count);
        return builder.build(groupParent, groupLimit, numberLimit, heavyLimit, hoursLimit);
    }

    private void addRequest(ProblemBuilder builder, Room room, int groups, int widestWeight) {
        int slots = random.nextInt(3);
        boolean heavy = random.nextInt(3) == 0;
        long weight = 1 + random.nextInt(widestWeight);
        int fixable = 1;
        int request = builder.request(weight, slots, heavy, random.nextInt(groups + 1) - 1);
        for (int volunteer = 0; volunteer < room.number.length; volunteer++) {
            boolean crowded = mayContradict && random.nextInt(2) == 0;
            long dayParts = random.nextInt(crowded ? 4 : 64);
            if (random.nextInt(3) > 0 && Long.bitCount(dayParts) >= slots) {
                int hours = random.nextInt(5);
                int pair = builder.pair(volunteer, random.nextInt(60) - 5, hours, dayParts, random.nextInt(3));
                long free = crowded ? dayParts : dayParts & ~room.promised;
                if (random.nextInt(mayContradict ? 5 : 15) < fixable
                        && Long.bitCount(free) >= slots
                        && room.take(volunteer, heavy, hours)) {
                    boolean chosen = !crowded && random.nextBoolean();
                    room.promised |= lowest(free, slots);
                    builder.fix(request, pair, chosen ? lowest(free, slots) : 0);
                    fixable = 0;
                }
            }
        }
    }

    private void addInteractions(ProblemBuilder builder, int requests) {
        for (int first = 0; first < requests; first++) {
            for (int second = first + 1; second < requests; second++) {
                if (random.nextInt(5) == 0) {
                    builder.interaction(first, second, random.nextInt(30));
                }
            }
        }
    }

    private static long lowest(long bits, int count) {
        long chosen = 0;
        for (int i = 0; i < count; i++) {
            chosen |= Long.lowestOneBit(bits & ~chosen);
        }
        return chosen;
    }

    private int[] draws(int count, int least, int most) {
        return random.ints(count, least, most + 1).toArray();
    }

    /** What fixed pairs leave of the volunteers, so that all fixed pairs can be kept together. */
    private static final class Room {
        private final int[] number;
        private final int[] heavy;
        private final int[] hours;
        private long promised;

        private Room(int[] number, int[] heavy, int[] hours) {
            this.number = number;
            this.heavy = heavy;
            this.hours = hours;
        }

        private boolean take(int volunteer, boolean isHeavy, int pairHours) {
            int asHeavy = isHeavy ? 1 : 0;
            if (number[volunteer] < 1 || heavy[volunteer] < asHeavy || hours[volunteer] < pairHours) {
                return false;
            }
            number[volunteer]--;
            heavy[volunteer] -= asHeavy;
            hours[volunteer] -= pairHours;
            return true;
        }
    }
}
