package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How long the server takes for the morning page with more than 5,000 open requests. Says a figure and judges nothing, so
 * it is no part of the build; it is run by its name, as DECISIONS.md says.
 */
@ExtendWith(DatabaseExtension.class)
class MorningBench {
    private static final Logger LOG = LoggerFactory.getLogger(MorningBench.class);
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String AREA = "area@koppelwerk.example";
    private static final int TOWN = 193;
    private static final int TOWNS = 27;
    private static final int TIMES = 101;

    /** Columns that name a row, or another row of the same town: each town has its own. */
    private static final List<String> COPIED = List.of(
            "family",
            "child",
            "support_request",
            "volunteer",
            "volunteer_programme",
            "pairing",
            "proposal",
            "unpaired");

    @Test
    void theMorningPageOfALargeOrganisation(TestDatabase database) {
        OrganisationId organisation = Town.emptyTown(database, "Groot", NOOR, AREA);
        Town.fill(database, organisation, TOWN);
        grow(database, organisation, TOWNS);
        limit(database, organisation);
        try (RunningPages pages = new RunningPages(database)) {
            MockMvcTester mvc = MockMvcTester.from(
                    pages.context(), builder -> builder.apply(springSecurity()).build());
            for (String reader : List.of(NOOR, AREA)) {
                UserDetails user =
                        pages.context().getBean(UserDetailsService.class).loadUserByUsername(reader);
                for (String path : List.of("/morning", "/morning?urgency=HIGH&tongue=tur", "/proposals", "/unpaired")) {
                    measure(
                            database,
                            reader + " " + path,
                            () -> assertThat(mvc.get().uri(path).with(user(user)))
                                    .hasStatusOk());
                }
            }
        }
    }

    /** Half of the places, and the one programme. */
    private static void limit(TestDatabase database, OrganisationId organisation) {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql("""
                            insert into account_municipality (organisation, account, municipality)
                            select a.organisation, a.id, m.name from account a, municipality m
                            where a.email = :email and m.name <= 'Rotterdam'
                            """).param("email", AREA).update();
            database.jdbc().sql("""
                            insert into account_programme (organisation, account, programme)
                            select a.organisation, a.id, g.id from account a, programme g where a.email = :email
                            """).param("email", AREA).update();
        });
        // As PostgreSQL does by itself within a minute.
        database.ownerJdbc().sql("analyze").update();
    }

    private static void measure(TestDatabase database, String what, Runnable page) {
        IntStream.range(0, TIMES).forEach(time -> page.run());
        List<Long> backends = backends(database);
        long cpuBefore = cpuMillis(backends);
        long[] nanos = IntStream.range(0, TIMES)
                .mapToLong(time -> {
                    long start = System.nanoTime();
                    page.run();
                    return System.nanoTime() - start;
                })
                .sorted()
                .toArray();
        LOG.info(
                "{}: median {} ms, 95% {} ms, processor time {} ms a page, PostgreSQL included",
                what,
                nanos[TIMES / 2] / 1_000_000,
                nanos[TIMES * 95 / 100] / 1_000_000,
                (cpuMillis(backends) - cpuBefore) / TIMES);
    }

    static List<Long> backends(TestDatabase database) {
        return database.jdbc()
                .sql("select pid from pg_stat_activity where usename = current_user")
                .query((row, number) -> row.getLong("pid"))
                .list();
    }

    /** Of this thread, which does all of a page, and of the servers of its connections. */
    private static long cpuMillis(List<Long> backends) {
        Duration servers = backends.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(server -> server.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
        return servers.toMillis() + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000;
    }

    /** Copies the town until there are enough; every id of a copy follows from the first and its number. */
    static void grow(TestDatabase database, OrganisationId organisation, int towns) {
        database.scope().inside(organisation, () -> {
            for (String table : COPIED) {
                database.jdbc().sql(copy(database, table)).param("towns", towns).update();
            }
            int open = database.jdbc()
                    .sql("select count(*) from support_request where closed_on is null")
                    .query((row, number) -> row.getInt(1))
                    .single();
            LOG.info("{} open requests", open);
        });
    }

    private static String copy(TestDatabase database, String table) {
        List<String> columns = database.jdbc()
                .sql("""
                        select a.attname from pg_attribute a
                        where a.attrelid = cast(:table as regclass) and a.attnum > 0 and not a.attisdropped
                        """)
                .param("table", table)
                .query((row, number) -> row.getString("attname"))
                .list();
        String values = String.join(
                ", ",
                columns.stream()
                        .map(column -> switch (column) {
                            case "id", "family", "request", "volunteer", "pairing" ->
                                "md5(t." + column + "::text || n)::uuid";
                            case "reference" -> "t.reference || '-' || n";
                            default -> "t." + column;
                        })
                        .toList());
        return "insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
                + " t, generate_series(2, :towns) n";
    }
}
