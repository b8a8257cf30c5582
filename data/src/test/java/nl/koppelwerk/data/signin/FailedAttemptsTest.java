package nl.koppelwerk.data.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class FailedAttemptsTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void attemptsOfMoreThanTwelveHoursAgoAreSweptAway(TestDatabase database) {
        attemptsAt(database, MORNING).admit("long ago", 5);
        attemptsAt(database, MORNING.plusSeconds(60)).admit("just within", 5);

        attemptsAt(database, MORNING.plusSeconds(12 * 3600 + 30)).sweep();

        assertThat(database.jdbc()
                        .sql("select subject from failed_attempts")
                        .query(byte[].class)
                        .list())
                .containsExactly(Secrets.hash("just within"));
    }

    private static FailedAttempts attemptsAt(TestDatabase database, Instant moment) {
        return new FailedAttempts(database.jdbc(), Clock.fixed(moment, ZoneOffset.UTC));
    }
}
