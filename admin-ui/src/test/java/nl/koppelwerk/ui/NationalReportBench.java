package nl.koppelwerk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import nl.koppelwerk.avoidedcost.report.FamilyFacts;
import nl.koppelwerk.avoidedcost.report.Period;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.cost.ReportFacts;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.shell.Coordinator;
import nl.koppelwerk.ui.shell.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * How long the summaries of a national programme take from rows to pages: 60 municipalities, 5,000 pairings that were all
 * looked back on. Says figures and judges nothing, so it is no part of the build; it is run by its name.
 */
@ExtendWith(DatabaseExtension.class)
class NationalReportBench {
    private static final Logger LOG = LoggerFactory.getLogger(NationalReportBench.class);
    private static final UUID ADMINISTRATOR = new UUID(79, 1);
    private static final int MUNICIPALITIES = 60;
    private static final int PAIRINGS = 5_000;
    private static final int TOWN = 193;
    private static final int TOWNS = 40;
    private static final int ROUNDS = 3;
    private static final Period YEAR = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));

    @Test
    void aYearOfANationalProgramme(TestDatabase database) {
        OrganisationId organisation = fill(database);
        try (RunningPages pages = new RunningPages(database)) {
            OrganisationScope scope = pages.context().getBean(OrganisationScope.class);
            ReportFacts facts = pages.context().getBean(ReportFacts.class);
            MockMvcTester mvc = MockMvcTester.from(
                    pages.context(), builder -> builder.apply(springSecurity()).build());
            for (int round = 1; round <= ROUNDS; round++) {
                LOG.info("round {}", round);
                measure(
                        database,
                        "facts of families",
                        name -> scope.reading(organisation, () -> read(facts, name, false)));
                measure(
                        database,
                        "facts of families and reviews",
                        name -> scope.reading(organisation, () -> read(facts, name, true)));
                measure(
                        database,
                        "whole pages",
                        name -> assertThat(mvc.get()
                                        .uri("/reports/draft?municipality=" + name
                                                + "&from=2025-01-01&until=2025-12-31")
                                        .with(user(administrator(organisation))))
                                .hasStatusOk()
                                .bodyText()
                                .contains("Vermeden zorg in " + name, "id=\"waterfall\""));
            }
        }
    }

    private static Coordinator administrator(OrganisationId organisation) {
        return new Coordinator(
                ADMINISTRATOR, organisation, ReportTown.email(ADMINISTRATOR), "Els", Role.ADMINISTRATOR, true, "");
    }

    private static int read(ReportFacts facts, String name, boolean reviews) {
        List<FamilyFacts> families = facts.families(name, YEAR);
        assertThat(families).hasSizeGreaterThan(PAIRINGS / MUNICIPALITIES / 2);
        return reviews ? facts.cases(families, YEAR.until()).size() : families.size();
    }

    private static void measure(TestDatabase database, String what, Consumer<String> step) {
        List<Long> backends = MorningBench.backends(database);
        Duration serversBefore = servers(backends);
        long ownBefore = ownNanoseconds();
        long started = System.nanoTime();
        IntStream.range(0, MUNICIPALITIES).mapToObj(NationalReportBench::name).forEach(step);
        Duration wall = Duration.ofNanos(System.nanoTime() - started);
        LOG.info(
                "{}: {} ms for {} municipalities; processor: {} ms here, {} ms PostgreSQL",
                what,
                wall.toMillis(),
                MUNICIPALITIES,
                Duration.ofNanos(ownNanoseconds() - ownBefore).toMillis(),
                servers(backends).minus(serversBefore).toMillis());
    }

    private static Duration servers(List<Long> backends) {
        return backends.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(server -> server.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long ownNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static String name(int municipality) {
        return "Gemeente " + (100 + municipality);
    }

    private static OrganisationId fill(TestDatabase database) {
        OrganisationId organisation = Town.emptyTown(database, "Landelijk");
        Town.fill(database, organisation, TOWN);
        ReportTown.account(database, organisation, ADMINISTRATOR, Account.Role.ADMINISTRATOR, Set.of());
        MorningBench.grow(database, organisation, TOWNS);
        ReportTown.fill(database, organisation, PAIRINGS, ADMINISTRATOR);
        IntStream.range(0, MUNICIPALITIES).forEach(number -> place(database, number));
        database.scope().inside(organisation, () -> spread(database));
        // As PostgreSQL does by itself within a minute.
        database.ownerJdbc().sql("analyze").update();
        return organisation;
    }

    private static void place(TestDatabase database, int number) {
        database.jdbc()
                .sql("insert into municipality (name) values (:name)")
                .param("name", name(number))
                .update();
        database.jdbc()
                .sql("""
                        insert into place (postcode, latitude, longitude, town, municipality)
                        values (:postcode, 52, 5, :name, :name)
                        """)
                .param("postcode", 5_000 + number)
                .param("name", name(number))
                .update();
    }

    /** Over the municipalities, which all pay the same; what is no pairing of the year goes, so that there are so many. */
    private static void spread(TestDatabase database) {
        database.jdbc().sql("""
                        delete from pairing k where not exists (select from case_review c where c.pairing = k.id)
                        """).update();
        database.jdbc().sql("""
                        update family f set postcode = 5000 + numbered.n % :municipalities
                        from (select f.id, row_number() over (order by md5(f.id::text)) as n from family f) numbered
                        where numbered.id = f.id
                        """).param("municipalities", MUNICIPALITIES).update();
        database.jdbc().sql("""
                        insert into care_price (organisation, municipality, category, code, price_year, origin, name,
                                                payer, unit, low_cents, high_cents, source)
                        select c.organisation, m.name, c.category, c.code, c.price_year, c.origin, c.name, c.payer, c.unit,
                               c.low_cents, c.high_cents, c.source
                        from care_price c, municipality m
                        where m.name like 'Gemeente %'
                        """).update();
        int pairings = database.jdbc()
                .sql("select count(*) from case_review")
                .query((row, number) -> row.getInt(1))
                .single();
        LOG.info("{} pairings that were looked back on", pairings);
    }
}
