package nl.koppelwerk.ui.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.koppelwerk.data.view.UnpairedLine;
import nl.koppelwerk.sentence.Argument;
import nl.koppelwerk.sentence.Sentence;

/**
 * A request that waits, with its causes as the list shows them.
 *
 * @param main what stood most in the way: where most volunteers drop out, and why those who are left are not free
 * @param all every step, from all volunteers to those who are left
 */
public record Waiting(UnpairedLine line, List<Sentence> main, List<Sentence> all) {
    private static final String STEP = "matching.funnel.";
    private static final String FALL = STEP + "fall";
    private static final int MAIN_FALLS = 3;

    /** Who does another kind of work was never in the running: no cause to name first. */
    private static final Set<Argument> OTHER_WORK = Set.of(
            new Argument.Said(Sentence.of("rule.same-kind.name")),
            new Argument.Said(Sentence.of("rule.same-programme.name")));

    public static Waiting of(UnpairedLine line) {
        Stream<Sentence> falls = line.causes().stream()
                .filter(cause -> cause.key().equals(FALL)
                        && !OTHER_WORK.contains(cause.arguments().getLast()))
                .sorted(Comparator.comparingLong(Waiting::count).reversed())
                .limit(MAIN_FALLS);
        Stream<Sentence> others =
                line.causes().stream().filter(cause -> !cause.key().startsWith(STEP));
        return new Waiting(line, Stream.concat(others, falls).toList(), line.causes());
    }

    private static long count(Sentence cause) {
        return cause.arguments().getFirst() instanceof Argument.Count(long volunteers) ? volunteers : 0;
    }
}
