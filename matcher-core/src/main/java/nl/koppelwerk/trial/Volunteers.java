package nl.koppelwerk.trial;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** The volunteers of a made-up town, numbered along a grid so that neighbours lie side by side in memory. */
final class Volunteers {

    private static final int CELL_METRES = 1000;

    final int count;
    final int[] languages;
    final int[] kinds;
    final long[] dayParts;
    final int[] numberLimit;
    final int[] hoursLimit;
    private final int[] x;
    private final int[] y;
    private final int cellsPerSide;
    private final int[] cellStart;

    Volunteers(int count, int sideMetres, SplittableRandom random) {
        this.count = count;
        this.cellsPerSide = sideMetres / CELL_METRES + 1;
        this.x = new int[count];
        this.y = new int[count];
        this.cellStart = new int[cellsPerSide * cellsPerSide + 1];
        place(sideMetres, random);
        this.languages = new int[count];
        this.kinds = new int[count];
        this.dayParts = new long[count];
        this.numberLimit = new int[count];
        this.hoursLimit = new int[count];
        for (int volunteer = 0; volunteer < count; volunteer++) {
            languages[volunteer] = 1 | 1 << random.nextInt(8);
            kinds[volunteer] = 1 << random.nextInt(3);
            kinds[volunteer] |= 1 << random.nextInt(3);
            dayParts[volunteer] = Towns.drawDayParts(random, 8);
            int chance = random.nextInt(10);
            numberLimit[volunteer] = chance < 5 ? 1 : chance < 8 ? 2 : 3;
            hoursLimit[volunteer] = 3 + random.nextInt(6);
        }
    }

    private void place(int sideMetres, SplittableRandom random) {
        long[] keyed = new long[count];
        for (int i = 0; i < count; i++) {
            int east = random.nextInt(sideMetres);
            int north = random.nextInt(sideMetres);
            keyed[i] = (long) cell(east, north) << 40 | (long) east << 20 | north;
        }
        Arrays.sort(keyed);
        for (int i = 0; i < count; i++) {
            x[i] = (int) (keyed[i] >> 20) & 0xFFFFF;
            y[i] = (int) keyed[i] & 0xFFFFF;
            cellStart[(int) (keyed[i] >> 40) + 1] = i + 1;
        }
        for (int cell = 1; cell < cellStart.length; cell++) {
            cellStart[cell] = Math.max(cellStart[cell], cellStart[cell - 1]);
        }
    }

    private int cell(int east, int north) {
        return east / CELL_METRES * cellsPerSide + north / CELL_METRES;
    }

    /** Calls with each volunteer within reach, by ascending number. */
    void near(int east, int north, int reachMetres, IntConsumer visit) {
        int fromRow = Math.max(0, (east - reachMetres) / CELL_METRES);
        int toRow = Math.min(cellsPerSide - 1, (east + reachMetres) / CELL_METRES);
        int fromColumn = Math.max(0, (north - reachMetres) / CELL_METRES);
        int toColumn = Math.min(cellsPerSide - 1, (north + reachMetres) / CELL_METRES);
        long reachSquared = (long) reachMetres * reachMetres;
        for (int row = fromRow; row <= toRow; row++) {
            int end = cellStart[row * cellsPerSide + toColumn + 1];
            for (int volunteer = cellStart[row * cellsPerSide + fromColumn]; volunteer < end; volunteer++) {
                long dx = x[volunteer] - east;
                long dy = y[volunteer] - north;
                if (dx * dx + dy * dy <= reachSquared) {
                    visit.accept(volunteer);
                }
            }
        }
    }

    double distance(int east, int north, int volunteer) {
        long dx = x[volunteer] - east;
        long dy = y[volunteer] - north;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
