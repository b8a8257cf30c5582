package nl.koppelwerk.data.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class AdvisoryLocksTest {
    private final AdvisoryLocks locks;
    private final TestDatabase database;

    AdvisoryLocksTest(TestDatabase database) {
        this.database = database;
        this.locks = new AdvisoryLocks(database.dataSource());
    }

    @Test
    void aLockIsHeldByOneAndFreeAfterwards() {
        try (AdvisoryLocks.Held held = locks.tryTake("night a").orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(locks.tryTake("night a")).isEmpty();
        }

        Optional<AdvisoryLocks.Held> again = locks.tryTake("night a");
        assertThat(again).isPresent();
        again.get().close();
    }

    @Test
    void locksOfDifferentNamesDoNotHinderEachOther() {
        try (AdvisoryLocks.Held one = locks.tryTake("night b").orElseThrow();
                AdvisoryLocks.Held other = locks.tryTake("night c").orElseThrow()) {
            assertThat(one).isNotSameAs(other);
        }
    }

    @Test
    void whoseConnectionIsCutLosesTheLock() {
        AdvisoryLocks.Held lost = locks.tryTake("night d").orElseThrow();

        database.jdbc()
                .sql("select pg_terminate_backend(pid, 5000) from pg_locks where locktype = 'advisory'")
                .query((row, number) -> row.getBoolean(1))
                .list();

        Optional<AdvisoryLocks.Held> next = locks.tryTake("night d");
        assertThat(next).isPresent();
        lost.close();
        assertThat(locks.tryTake("night d")).isEmpty();
        next.get().close();
    }
}
