package nl.koppelwerk.trust.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.trust.Promise;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The attacks that take seconds; {@code ./koppelwerk-trust abuse} does all of them, and for longer. */
@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AbuseTest {
    private static final long SEED = 20261122;

    private Grounds grounds;

    @BeforeAll
    void settle(TestDatabase database) {
        grounds = new Grounds(database);
    }

    @AfterAll
    void leave() {
        grounds.close();
    }

    /** Found by {@code ./koppelwerk-trust abuse secrets}: these were lines of the log, the first at its usual level. */
    @Test
    void whatSomebodyAsksForOrTypesIsInNoLineOfTheLog() {
        try (HttpVisitor visitor = new HttpVisitor(grounds.pages());
                HeardLines lines = new HeardLines(Pattern.compile("(?i)kanarie"))) {
            visitor.signIn(Reader.ADMINISTRATOR.email(), Town.PASSWORD);
            assertThat(visitor.get("/families/Kanarie%20Zwartkop").status()).isEqualTo(404);
            assertThat(visitor.get("/families?q=Kanarie").status()).isEqualTo(200);
            assertThat(visitor.get("/audit?from=Kanarie").status()).isLessThan(500);
            visitor.signIn("kanarie@voorbeeld.example", "kanarie-wachtwoord-9988");

            assertThat(lines.found()).isEmpty();
        }
    }

    static List<Attack> quick() {
        return List.of(new RawSql(), new RuntimeRole(), new LimitedReaders());
    }

    @ParameterizedTest
    @MethodSource("quick")
    void nothingIsFound(Attack attack) {
        List<Held> held = attack.on(grounds, new Random(SEED), 50);

        assertThat(held).allSatisfy(one -> {
            assertThat(one.broken()).isEmpty();
            assertThat(one.promised()).extracting(Promise::met).isEqualTo(true);
        });
    }
}
