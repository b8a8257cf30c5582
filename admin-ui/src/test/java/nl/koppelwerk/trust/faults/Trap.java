package nl.koppelwerk.trust.faults;

import java.util.EnumMap;
import java.util.Map;

/** Springs once, at the n-th of its points; counts the others as well. */
final class Trap {
    /** Where on the line something can happen. */
    enum Point {
        STATEMENT("a statement, before PostgreSQL hears it"),
        COMMIT_ASKED("a commit, before PostgreSQL hears it"),
        COMMIT_DONE("a commit, before the application hears that it was done");

        final String words;

        Point(String words) {
            this.words = words;
        }
    }

    private final Point point;
    private final int number;
    private final Runnable then;
    private final String about;
    private final Map<Point, Integer> counts = new EnumMap<>(Point.class);
    private boolean sprung;

    /** @param then done before the line is cut */
    Trap(Point point, int number, Runnable then) {
        this(point, number, then, "");
    }

    private Trap(Point point, int number, Runnable then, String about) {
        this.point = point;
        this.number = number;
        this.then = then;
        this.about = about;
    }

    static Trap counting() {
        return new Trap(Point.STATEMENT, -1, () -> {});
    }

    /** The same, minding only transactions that have this in their SQL. */
    Trap about(String part) {
        return new Trap(point, number, then, part);
    }

    /**
     * Whether the line is to be cut here and now.
     *
     * @param transaction SQL of the transaction so far
     */
    boolean hears(Point here, String transaction) {
        if (!transaction.contains(about)) {
            return false;
        }
        synchronized (this) {
            int count = counts.merge(here, 1, Integer::sum);
            if (here != point || count != number) {
                return false;
            }
            sprung = true;
        }
        then.run();
        return true;
    }

    synchronized int count(Point of) {
        return counts.getOrDefault(of, 0);
    }

    synchronized boolean sprung() {
        return sprung;
    }

    @Override
    public String toString() {
        return point + " " + number;
    }
}
