package nl.koppelwerk.data.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ExtendWith(DatabaseExtension.class)
class OrganisationScopeTest {
    private static final int ORGANISATIONS = 50;
    private static final int REQUESTS = 400;

    private final TestDatabase database;

    OrganisationScopeTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void aScopeWithinThatOfAnotherOrganisationIsRefused() {
        OrganisationId one = database.organisation("one");
        OrganisationId other = database.organisation("other");
        OrganisationScope scope = database.scope();

        assertThatThrownBy(() -> scope.inside(one, () -> scope.inside(other, () -> "never")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(one.value().toString());
        assertThat(scope.inside(one, () -> scope.inside(one, () -> "same"))).isEqualTo("same");
    }

    @Test
    void readingIsOneViewAndChangesNothing() {
        OrganisationId one = database.organisation("view");
        OrganisationScope scope = database.scope();

        assertThatThrownBy(() -> scope.reading(
                        one,
                        () -> database.jdbc()
                                .sql("update organisation set name = 'changed'")
                                .update()))
                .hasMessageContaining("read-only");
        List<String> isolation = scope.inside(
                one,
                () -> scope.reading(
                        one,
                        () -> database.jdbc()
                                .sql("select current_setting('transaction_isolation')")
                                .query((row, number) -> row.getString(1))
                                .list()));
        assertThat(isolation).containsExactly("repeatable read");
    }

    /** Fifty organisations take turns on two connections, and every seventh request or so fails midway. */
    @Test
    void aPooledConnectionCarriesNoOrganisationOver() throws InterruptedException, ExecutionException {
        List<OrganisationId> organisations = IntStream.range(0, ORGANISATIONS)
                .mapToObj(number -> database.organisation("organisation " + number))
                .toList();
        int wrong = 0;
        try (HikariDataSource two = database.pool(2);
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            JdbcClient jdbc = JdbcClient.create(two);
            OrganisationScope scope = new OrganisationScope(jdbc, new JdbcTransactionManager(two));
            List<Callable<Integer>> visitors = IntStream.range(0, 8)
                    .mapToObj(number -> (Callable<Integer>) () -> visit(organisations, jdbc, scope, number))
                    .toList();
            for (Future<Integer> one : threads.invokeAll(visitors)) {
                wrong += one.get();
            }
        }
        assertThat(wrong).isZero();
    }

    /** How often another's rows were seen, or any at all without a scope. */
    private static int visit(List<OrganisationId> organisations, JdbcClient jdbc, OrganisationScope scope, int seed) {
        Random random = new Random(seed);
        int wrong = 0;
        for (int i = 0; i < REQUESTS; i++) {
            OrganisationId own = organisations.get(random.nextInt(ORGANISATIONS));
            try {
                boolean fails = random.nextInt(7) == 0;
                List<String> seen = scope.inside(own, () -> {
                    List<String> names = names(jdbc);
                    if (fails) {
                        throw new IllegalArgumentException("a fault midway");
                    }
                    return names;
                });
                wrong += seen.equals(List.of("organisation " + organisations.indexOf(own))) ? 0 : 1;
            } catch (IllegalArgumentException e) {
                wrong += names(jdbc).size();
            }
        }
        return wrong;
    }

    private static List<String> names(JdbcClient jdbc) {
        return jdbc.sql("select name from organisation")
                .query((row, number) -> row.getString("name"))
                .list();
    }
}
