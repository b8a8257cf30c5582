package nl.koppelwerk.trust;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a suite found, as one plain table, and the exit code that says whether all of it is as promised. */
public final class Promises {
    private static final int HELD = 0;
    private static final int BROKEN = 3;

    private Promises() {}

    /** Prints promise, tries, found, goal and whether it is met. */
    public static int print(List<Promise> promises, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        promises.forEach(one -> rows.add(List.of(
                one.promise(), String.valueOf(one.tries()), one.found(), one.goal(), one.met() ? "met" : "NOT MET")));
        print(List.of("promise", "tries", "found", "goal", ""), rows, out);
        return exitCode(promises.stream().allMatch(Promise::met) && !promises.isEmpty());
    }

    public static int exitCode(boolean allHeld) {
        return allHeld ? HELD : BROKEN;
    }

    /** Prints columns as wide as what is in them; numbers to the right. */
    public static void print(List<String> heading, List<List<String>> rows, PrintWriter out) {
        List<List<String>> all = new ArrayList<>(List.of(heading));
        all.addAll(rows);
        List<Integer> widths = new ArrayList<>(Collections.nCopies(heading.size(), 0));
        all.forEach(row -> {
            for (int column = 0; column < row.size(); column++) {
                widths.set(column, Math.max(widths.get(column), row.get(column).length()));
            }
        });
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String room = " ".repeat(widths.get(column) - cell.length());
                boolean number = rows.stream().map(List::copyOf).allMatch(isNumber(column));
                line.append(column == 0 ? "" : "  ").append(number ? room + cell : cell + room);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static java.util.function.Predicate<List<String>> isNumber(int column) {
        return row -> row.get(column).matches("[0-9.,]+( s)?|-");
    }
}
