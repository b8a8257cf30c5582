package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.Locale;
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
 * it is no part of the build; it is run by its name.
 */
@ExtendWith(DatabaseExtension.class)
class MorningBench {
    private static final Logger LOG = LoggerFactory.getLogger(MorningBench.class);
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final int TOWN = 193;
    private static final int TOWNS = 27;
    private static final int TIMES = 201;

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
        OrganisationId organisation = Town.emptyTown(database, "Groot", NOOR);
        Town.fill(database, organisation, TOWN);
        grow(database, organisation);
        try (RunningPages pages = new RunningPages(database)) {
            MockMvcTester mvc = MockMvcTester.from(
                    pages.context(), builder -> builder.apply(springSecurity()).build());
            UserDetails noor = pages.context().getBean(UserDetailsService.class).loadUserByUsername(NOOR);
            for (String path : List.of("/morning", "/morning?urgency=HIGH&tongue=tur", "/proposals")) {
                long[] nanos = IntStream.range(0, 2 * TIMES)
                        .mapToLong(time -> time(mvc, path, noor))
                        .skip(TIMES)
                        .sorted()
                        .toArray();
                LOG.info(
                        "{}: median {} ms, 95% {} ms", path, millis(nanos[TIMES / 2]), millis(nanos[TIMES * 95 / 100]));
            }
        }
    }

    private static String millis(long nanos) {
        return String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    }

    private static long time(MockMvcTester mvc, String path, UserDetails reader) {
        long start = System.nanoTime();
        assertThat(mvc.get().uri(path).with(user(reader))).hasStatusOk();
        return System.nanoTime() - start;
    }

    /** Copies the town until there are enough; every id of a copy follows from the first and its number. */
    private static void grow(TestDatabase database, OrganisationId organisation) {
        database.scope().inside(organisation, () -> {
            for (String table : COPIED) {
                database.jdbc().sql(copy(database, table)).param("towns", TOWNS).update();
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
