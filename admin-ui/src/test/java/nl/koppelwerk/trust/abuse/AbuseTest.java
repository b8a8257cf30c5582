package nl.koppelwerk.trust.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.trust.Promise;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
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
