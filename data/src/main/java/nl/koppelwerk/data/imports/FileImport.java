package nl.koppelwerk.data.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import nl.koppelwerk.data.format.Heading;
import nl.koppelwerk.data.format.Row;
import nl.koppelwerk.data.format.TableVisitor;
import nl.koppelwerk.data.imports.row.Problem;
import nl.koppelwerk.data.imports.row.RowResult;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file as they come: keeps the good ones by the thousand and hands on the bad ones. */
final class FileImport implements TableVisitor {
    private static final int AT_A_TIME = 1_000;
    private final Function<Heading, Start> start;
    private final IntConsumer progress;
    private @Nullable Work<?> work;
    private @Nullable Heading heading;

    /** @param start called once the columns are known */
    FileImport(Function<Heading, Start> start, IntConsumer progress) {
        this.start = start;
        this.progress = progress;
    }

    /**
     * How to go on when it is known what kind of file it is.
     *
     * @param onlyThese numbers of the rows to keep, because the others were kept before
     */
    record Start(Rows<?> rows, Optional<Set<Integer>> onlyThese, Rejects rejects) {}

    /** Is told of each refused row. */
    interface Rejects {
        void add(Row row, List<Problem> problems);
    }

    @Override
    public void heading(Heading found) {
        heading = found;
        work = work(start.apply(found));
    }

    private <T> Work<T> work(Start start, Rows<T> rows) {
        return new Work<>(rows, start.onlyThese(), start.rejects(), progress);
    }

    private Work<?> work(Start begin) {
        return work(begin, begin.rows());
    }

    @Override
    public void row(Row row) {
        begun(work).row(row);
    }

    KeptImports.Counts finish() {
        return begun(work).finish();
    }

    Heading heading() {
        return begun(heading);
    }

    private static <T> T begun(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("no heading was read yet");
        }
        return part;
    }

    private static final class Work<T> {
        private final Rows<T> rows;
        private final Optional<Set<Integer>> onlyThese;
        private final Rejects rejects;
        private final IntConsumer progress;
        private final List<Rows.Taken<T>> waiting = new ArrayList<>();
        private int read;
        private int rejected;
        private Rows.Kept kept = new Rows.Kept(0, 0, Map.of());

        Work(Rows<T> rows, Optional<Set<Integer>> onlyThese, Rejects rejects, IntConsumer progress) {
            this.rows = rows;
            this.onlyThese = onlyThese;
            this.rejects = rejects;
            this.progress = progress;
        }

        void row(Row row) {
            read++;
            RowResult<T> result = rows.read(row);
            if (onlyThese.isPresent() && !onlyThese.get().contains(row.number())) {
                return;
            }
            switch (result) {
                case RowResult.Good<T>(T line) -> waiting.add(new Rows.Taken<>(row, line));
                case RowResult.Bad<T>(List<Problem> problems) -> reject(row, problems);
            }
            if (waiting.size() == AT_A_TIME) {
                keep();
                progress.accept(read);
            }
        }

        private void keep() {
            Rows.Kept some = rows.keep(waiting);
            Map<Integer, Problem> refused = new HashMap<>(some.refused());
            for (Rows.Taken<T> taken : waiting) {
                Problem problem = refused.get(taken.row().number());
                if (problem != null) {
                    reject(taken.row(), List.of(problem));
                }
            }
            kept = kept.plus(new Rows.Kept(some.added(), some.changed(), Map.of()));
            waiting.clear();
        }

        private void reject(Row row, List<Problem> problems) {
            rejected++;
            rejects.add(row, problems);
        }

        KeptImports.Counts finish() {
            keep();
            kept = kept.plus(rows.finish());
            progress.accept(read);
            return new KeptImports.Counts(read, read - rejected, rejected, kept.added(), kept.changed());
        }
    }
}
