package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the time of an answer tells that an address is known. Known and unknown are asked in turn; of all pairs of one
 * of each, the share is said in which the known one took longer: 0.5 tells nothing. Judges nothing, so it is no part of
 * the build; it is run by its name.
 */
@ExtendWith(DatabaseExtension.class)
class AnswerTimeBench {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerTimeBench.class);
    private static final String KNOWN = "anna@voorbeeld.example";
    private static final String UNKNOWN = "niemand@voorbeeld.example";
    private static final int WARMING = 300;
    private static final int ROUNDS = 1_500;

    @Test
    void knownAndUnknownAddresses(TestDatabase database) {
        OrganisationId organisation = Town.emptyTown(database, "Samen Sterk Tijd");
        Town.fill(database, organisation, 97);
        OwnMailbox mail = new OwnMailbox(database, organisation);
        mail.give(0, KNOWN);
        long[] known = new long[ROUNDS];
        long[] unknown = new long[ROUNDS];
        try (RunningPages pages = new RunningPages(database);
                HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/own/ask");
            for (int round = -WARMING; round < ROUNDS; round++) {
                boolean first = round % 2 == 0;
                long one = ask(database, mail, visitor, first ? KNOWN : UNKNOWN);
                long other = ask(database, mail, visitor, first ? UNKNOWN : KNOWN);
                if (round >= 0) {
                    known[round] = first ? one : other;
                    unknown[round] = first ? other : one;
                }
            }
        }
        LOG.info(
                "{} answers each: known median {} µs, unknown {} µs; known took longer in {} of all pairs",
                ROUNDS,
                median(known),
                median(unknown),
                String.format("%.3f", longer(known, unknown)));
    }

    /** In nanoseconds; what one answer leaves to be done aside is over before the next is asked for. */
    private static long ask(TestDatabase database, OwnMailbox mail, HttpVisitor visitor, String address) {
        database.ownerJdbc().sql("delete from failed_attempts").update();
        int before = mail.all(KNOWN).size();
        long started = System.nanoTime();
        HttpVisitor.Answer answer = visitor.post("/own/ask", "email", address);
        long took = System.nanoTime() - started;
        assertThat(answer.location()).hasValue("/own/enter");
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> mail.all(KNOWN).size() == (address.equals(KNOWN) ? before + 1 : before));
        return took;
    }

    private static long median(long[] nanoseconds) {
        return Arrays.stream(nanoseconds)
                        .sorted()
                        .skip(nanoseconds.length / 2)
                        .findFirst()
                        .orElseThrow()
                / 1_000;
    }

    private static double longer(long[] known, long[] unknown) {
        return Arrays.stream(known)
                .mapToDouble(one -> IntStream.range(0, unknown.length)
                        .mapToDouble(i -> one > unknown[i] ? 1 : one == unknown[i] ? 0.5 : 0)
                        .average()
                        .orElseThrow())
                .average()
                .orElseThrow();
    }
}
