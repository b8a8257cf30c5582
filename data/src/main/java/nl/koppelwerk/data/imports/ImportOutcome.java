package nl.koppelwerk.data.imports;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.format.Sentence;
import nl.koppelwerk.data.imports.row.Problem;

/** What came of a file. */
public sealed interface ImportOutcome {
    /**
     * The file was read to its end.
     *
     * @param kind what was in it
     * @param accepted rows that are in the database now; with {@code rejected} together {@code read}
     * @param added new requests, volunteers or postcodes
     * @param changed families, requests, volunteers or postcodes that say something else now
     * @param already whether this very content was imported before, so that accepted rows were left alone
     * @param firstRejects the first of the refused rows, to show
     * @param rejectsFile the refused rows, to be corrected and imported again
     * @param unusedColumns columns that nothing was read from
     */
    record Imported(
            String file,
            ImportKind kind,
            int read,
            int accepted,
            int rejected,
            int added,
            int changed,
            boolean already,
            List<RejectedRow> firstRejects,
            Optional<Path> rejectsFile,
            List<String> unusedColumns)
            implements ImportOutcome {
        public Imported {
            firstRejects = List.copyOf(firstRejects);
            unusedColumns = List.copyOf(unusedColumns);
            if (accepted + rejected != read) {
                throw new IllegalStateException(
                        "import lost rows: read " + read + ", accepted " + accepted + ", rejected " + rejected);
            }
        }

        /** The same, for whoever has no use for the path. */
        Imported withoutFile() {
            return new Imported(
                    file,
                    kind,
                    read,
                    accepted,
                    rejected,
                    added,
                    changed,
                    already,
                    firstRejects,
                    Optional.empty(),
                    unusedColumns);
        }
    }

    /**
     * The file was refused whole and nothing of it was kept.
     *
     * @param reason names the file and says what is wrong
     */
    record Refused(String file, Sentence reason) implements ImportOutcome {}

    /**
     * A row that was refused.
     *
     * @param number as a spreadsheet program shows it
     */
    record RejectedRow(int number, List<Problem> problems) {
        public RejectedRow {
            problems = List.copyOf(problems);
        }
    }
}
