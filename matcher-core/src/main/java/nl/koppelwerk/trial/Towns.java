package nl.koppelwerk.trial;

import java.util.Arrays;
import java.util.SplittableRandom;
import nl.koppelwerk.problem.Problem;

/**
 * A made-up city of families and volunteers, so that speed and quality are measured on what the optimiser is for.
 *
 * <p>Families live in municipalities of 4 km square, four to a region; both hold a number of introductions. A third of
 * the families has two requests. Volunteers help within 3 km, one to three families, a few hours and day-parts a week.
 * The city grows with the families, and its density too, up to that of a large city.
 */
public final class Towns {

    private static final int MUNICIPALITY_METRES = 4000;
    private static final int REACH_METRES = 3000;
    private static final int KINDS = 3;
    private static final int LANGUAGES = 8;
    private static final int MAX_VALUE = 1000;
    private static final int[][] PAIRS_PER_HUNDRED_REQUESTS = {
        {300, 515}, {3_000, 949}, {30_000, 6194}, {100_000, 21176}
    };

    private final SplittableRandom random;
    private final int families;
    private final int sideMetres;
    private final int municipalitiesPerSide;
    private final Volunteers volunteers;
    private final ProblemBuilder builder = new ProblemBuilder();

    private Towns(int families, long seed) {
        this.random = new SplittableRandom(seed);
        this.families = families;
        int count = Math.toIntExact(families * 115L / 100);
        this.sideMetres = sideMetres(families, count);
        this.municipalitiesPerSide = sideMetres / MUNICIPALITY_METRES + 1;
        this.volunteers = new Volunteers(count, sideMetres, random);
    }

    /** The same town for the same arguments, on any machine. */
    public static Problem of(int families, long seed) {
        return new Towns(families, seed).build();
    }

    private Problem build() {
        int tiles = municipalitiesPerSide * municipalitiesPerSide;
        int[] asked = new int[tiles];
        for (long place : places()) {
            addFamily((int) (place >> 20) & 0xFFFFF, (int) place & 0xFFFFF, asked);
        }
        return withGroups(asked);
    }

    /** Places of the families, municipality by municipality: east in bits 20 to 39, north below. */
    private long[] places() {
        long[] places = new long[families];
        for (int i = 0; i < families; i++) {
            int x = random.nextInt(sideMetres);
            int y = random.nextInt(sideMetres);
            places[i] = (long) municipality(x, y) << 40 | (long) x << 20 | y;
        }
        Arrays.sort(places);
        return places;
    }

    private void addFamily(int x, int y, int[] asked) {
        int spoken = 1 << random.nextInt(LANGUAGES) | 1 << fewOften(LANGUAGES);
        long free = dayParts(12);
        int tile = municipality(x, y);
        int first = addRequest(x, y, spoken, free, tile);
        asked[tile]++;
        if (random.nextInt(3) == 0) {
            int second = addRequest(x, y, spoken, free, tile);
            asked[tile]++;
            builder.interaction(first, second, 20 + random.nextInt(60));
        }
    }

    private int addRequest(int x, int y, int spoken, long free, int tile) {
        long urgency = 100L << random.nextInt(3);
        int slots = 1 + random.nextInt(2);
        int kind = random.nextInt(KINDS);
        int hours = 2 + random.nextInt(4);
        int salt = random.nextInt();
        int request = builder.request(urgency + random.nextInt(53), slots, random.nextInt(5) == 0, tile + regions());
        volunteers.near(x, y, REACH_METRES, candidate -> {
            long shared = free & volunteers.dayParts[candidate];
            int tongues = spoken & volunteers.languages[candidate];
            if ((volunteers.kinds[candidate] >> kind & 1) == 1 && tongues != 0 && Long.bitCount(shared) >= slots) {
                int value = value(x, y, candidate, salt);
                builder.pair(candidate, value, hours, shared, Integer.numberOfTrailingZeros(tongues));
            }
        });
        return request;
    }

    private int value(int x, int y, int candidate, int salt) {
        int nearness = MAX_VALUE - MAX_VALUE * (int) volunteers.distance(x, y, candidate) / REACH_METRES;
        int liking = ((candidate * 0x9E3779B1) ^ salt) * 0x85EBCA6B >>> 22;
        return nearness * 6 / 10 + liking * 4 / 10;
    }

    private Problem withGroups(int[] asked) {
        int[] parent = new int[regions() + asked.length];
        int[] limit = new int[parent.length];
        Arrays.fill(parent, 0, regions(), -1);
        for (int tile = 0; tile < asked.length; tile++) {
            int region = tile / municipalitiesPerSide / 2 * ((municipalitiesPerSide + 1) / 2)
                    + tile % municipalitiesPerSide / 2;
            parent[regions() + tile] = region;
            limit[regions() + tile] = asked[tile] * (70 + random.nextInt(60)) / 100;
            limit[region] += asked[tile];
        }
        for (int region = 0; region < regions(); region++) {
            limit[region] = limit[region] * (80 + random.nextInt(40)) / 100;
        }
        int[] heavyLimit = new int[volunteers.count];
        Arrays.fill(heavyLimit, 1);
        return builder.build(parent, limit, volunteers.numberLimit, heavyLimit, volunteers.hoursLimit);
    }

    private int regions() {
        int side = (municipalitiesPerSide + 1) / 2;
        return side * side;
    }

    private int municipality(int x, int y) {
        return x / MUNICIPALITY_METRES * municipalitiesPerSide + y / MUNICIPALITY_METRES;
    }

    private int fewOften(int bound) {
        return random.nextInt(1 + random.nextInt(bound));
    }

    private long dayParts(int draws) {
        return drawDayParts(random, draws);
    }

    static long drawDayParts(SplittableRandom random, int draws) {
        long drawn = 0;
        for (int i = 0; i < draws; i++) {
            drawn |= 1L << (random.nextInt(7) * 4 + random.nextInt(3));
        }
        return drawn;
    }

    /** Side of the city that gives about the wanted number of feasible pairs a request, by interpolation. */
    private static int sideMetres(int families, int volunteers) {
        int[][] table = PAIRS_PER_HUNDRED_REQUESTS;
        int row = 1;
        while (row < table.length - 1 && families > table[row][0]) {
            row++;
        }
        double along =
                Math.log((double) families / table[row - 1][0]) / Math.log((double) table[row][0] / table[row - 1][0]);
        double wanted = table[row - 1][1] * Math.pow((double) table[row][1] / table[row - 1][1], along) / 100;
        double reach = Math.PI * REACH_METRES * REACH_METRES * 0.27;
        return (int) Math.sqrt(volunteers * reach / wanted) / 500 * 500;
    }
}
