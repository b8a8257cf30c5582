package nl.koppelwerk.ui;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.koppelwerk.data.account.Account;
import nl.koppelwerk.data.account.Accounts;
import nl.koppelwerk.data.account.Limits;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Pages of a town with two programmes: Maatjes is run by the organisation itself, Buren by another one. Each test has a
 * town of its own.
 */
@ExtendWith(DatabaseExtension.class)
public abstract class TwoProgrammes {
    /** The programme Buren. */
    protected static final UUID NEIGHBOURS = new UUID(6, 6);

    private static final AtomicInteger TOWNS = new AtomicInteger();

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;

    /** Coordinators of Maatjes and of Buren, and two administrators. */
    protected final String own = address("maatjes");

    protected final String other = address("buren");
    protected final String first = address("beheer");
    protected final String second = address("beheer2");
    protected OrganisationId organisation = new OrganisationId(NEIGHBOURS);
    /** The programme Maatjes. */
    protected UUID buddies = NEIGHBOURS;

    @BeforeAll
    static void startPages(TestDatabase given) {
        database = given;
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stopPages() {
        pages.close();
    }

    private static String address(String name) {
        return name + "." + (TOWNS.get() + 1) + "@koppelwerk.example";
    }

    @BeforeEach
    void settleTown() {
        organisation = Town.emptyTown(database, "Samen Sterk " + TOWNS.incrementAndGet());
        Town.accounts(database, organisation, own, other, first, second);
        Town.fill(database, organisation, 6);
        buddies = UUID.fromString(one("select id::text from programme limit 1"));
        change("""
                with added as (
                    insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version, run_by)
                    select organisation, '%1$s', 'BUREN', 'Buren', kinds, 9, 1, 'Stichting Buren' from programme)
                insert into programme_rules select organisation, '%1$s', 1, screening_years, language_level,
                    maximum_distance_metres, unconfirmed_days, weights from programme_rules limit 1
                """.formatted(NEIGHBOURS));
        limit(own, buddies);
        limit(other, NEIGHBOURS);
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        for (String email : List.of(first, second)) {
            Account made = accounts.findForSignIn(email).orElseThrow();
            accounts.save(made.with(email, Account.Role.ADMINISTRATOR, true));
        }
    }

    private void limit(String email, UUID programme) {
        Accounts accounts = new Accounts(database.jdbc(), database.scope());
        UUID account = accounts.findForSignIn(email).orElseThrow().id();
        database.scope()
                .inside(
                        organisation,
                        () -> accounts.limit(organisation, account, new Limits(Set.of(programme), Set.of())));
    }

    protected void change(String sql) {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql(sql).update();
        });
    }

    protected String one(String sql) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc().sql(sql).query(String.class).single());
    }

    protected MvcTestResult get(String reader, String path) {
        return mvc.get()
                .uri(path)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(reader)))
                .exchange();
    }

    protected MvcTestResult post(String reader, String path, String... sent) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.post()
                .uri(path)
                .with(user(pages.context().getBean(UserDetailsService.class).loadUserByUsername(reader)))
                .with(csrf());
        for (int i = 0; i < sent.length; i += 2) {
            request = request.param(sent[i], sent[i + 1]);
        }
        return request.exchange();
    }

    protected static String told(MvcTestResult result) {
        Object message = result.getMvcResult().getFlashMap().get("message");
        return String.valueOf(
                message == null ? result.getMvcResult().getFlashMap().get("warning") : message);
    }
}
