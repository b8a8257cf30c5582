package nl.koppelwerk.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Every address of ours, asked for by everybody who may, for an object of their own: what changed a row or showed somebody's
 * name wrote a line in the audit log, in the same transaction, and no line holds anything of a person or of what was typed.
 * Made from the mappings themselves; all that is done is rolled back.
 */
@ExtendWith(DatabaseExtension.class)
class EveryPageIsLoggedTest {
    /** What somebody might type anywhere. */
    private static final String TYPED = "Kanarie";

    /** These start work in the background, on connections of its own. */
    private static final Set<String> LEFT_RUNNING = Set.of(
            "POST /runs",
            "POST /runs/{number:[0-9]{1,18}}/replays",
            "POST /rules/{programme:[0-9a-f-]{36}}/tries",
            "POST /forgotten-password",
            "POST /own/ask",
            "POST /login");

    /** Rows that say where somebody's own browser is, and nothing of anybody else. */
    private static final Set<String> OWN_BROWSER =
            Set.of("audit_entry", "account_session", "known_browser", "failed_attempts", "form_used", "volunteer_page");

    /**
     * What somebody does to the own account or data only: the history of the own record, or the account itself, has it. Erasing
     * writes its line when it is done; here it is only tried and taken back.
     */
    private static final Set<String> OF_ONESELF =
            Set.of("GET /account/second-step", "POST /own/calendar", "POST /own/confirm", "POST /own/kept/erase");

    private static TwoOrganisations objects;
    private static RunningPages pages;
    private static TestDatabase data;
    private static MockMvcTester mvc;
    private static TransactionTemplate undone;
    private static List<String> persons;
    private static final Map<Reader, UserDetails> PEOPLE = new EnumMap<>(Reader.class);

    @BeforeAll
    static void start(TestDatabase database) {
        data = database;
        objects = new TwoOrganisations(database);
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
        undone = new TransactionTemplate(pages.context().getBean(PlatformTransactionManager.class));
        UserDetailsService staff = pages.context().getBean(UserDetailsService.class);
        for (Reader reader : Reader.values()) {
            PEOPLE.put(
                    reader,
                    reader == Reader.VOLUNTEER ? objects.volunteer() : staff.loadUserByUsername(reader.email()));
        }
        persons = data.scope()
                .inside(
                        objects.own,
                        () -> data.jdbc().sql("""
                        select name from family union select name from volunteer union select name from registration
                        """).query(String.class).list());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private final Set<String> unlogged = new TreeSet<>();
    private final Set<String> telling = new TreeSet<>();
    private final Set<String> changing = new TreeSet<>();
    private final Set<String> showing = new TreeSet<>();
    private final Set<String> posts = new TreeSet<>();

    @Test
    void whoeverChangesOrSeesSomethingOfSomebodyIsInTheLogAndNothingOfThatPersonIs() {
        for (Mapping mapping : Mapping.all(pages.context())) {
            for (RequestMethod verb : mapping.handlers().keySet()) {
                for (Reader reader : Reader.values()) {
                    if (!LEFT_RUNNING.contains(verb + " " + mapping.pattern())
                            && Mapping.openTo(mapping.handler(verb).orElseThrow())
                                    .contains(reader.role)) {
                        ask(mapping, verb, reader, false);
                        ask(mapping, verb, reader, true);
                    }
                }
            }
        }

        posts.removeAll(changing);
        org.slf4j.LoggerFactory.getLogger(EveryPageIsLoggedTest.class)
                .info("{} change something, {} show somebody; not reached: {}", changing.size(), showing.size(), posts);
        assertThat(unlogged).as("without a line in the audit log").isEmpty();
        assertThat(telling).as("with something of a person in the line").isEmpty();
        assertThat(showing).hasSizeGreaterThan(20);
        assertThat(changing).hasSizeGreaterThan(20);
    }

    private void ask(Mapping mapping, RequestMethod verb, Reader reader, boolean typed) {
        String page = verb + " " + mapping.pattern();
        if (verb == RequestMethod.POST) {
            posts.add(page);
        }
        Map<String, String> parameters =
                new TreeMap<>(Mapping.parameters(mapping.handler(verb).orElseThrow(), objects));
        if (typed) {
            parameters.replaceAll((name, value) -> value.equals("1") ? TYPED : value);
        }
        undone.executeWithoutResult(status -> {
            status.setRollbackOnly();
            long before = lastLine();
            Map<String, Long> written = written();
            MockMvcTester.MockMvcRequestBuilder request = mvc.method(HttpMethod.valueOf(verb.name()))
                    .uri(mapping.address(objects, Whose.OWN, false))
                    .accept("text/html")
                    .with(csrf())
                    .with(user(Objects.requireNonNull(PEOPLE.get(reader))));
            parameters.forEach(request::param);
            MvcTestResult result = request.exchange();
            if (result.getUnresolvedException() == null && result.getResponse().getStatus() < 400) {
                judge(page, reader, result, linesAfter(before), written);
            }
        });
    }

    private void judge(String page, Reader reader, MvcTestResult result, List<String> lines, Map<String, Long> before) {
        Map<String, Long> after = written();
        Set<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(table -> OWN_BROWSER.contains(table) || Objects.equals(after.get(table), before.get(table)));
        boolean shows = reader != Reader.VOLUNTEER && persons.stream().anyMatch(text(result)::contains);
        if (!changed.isEmpty()) {
            changing.add(page);
        }
        if (shows) {
            showing.add(page);
        }
        if (lines.isEmpty() && (shows || !changed.isEmpty() && !OF_ONESELF.contains(page))) {
            unlogged.add(page
                    + (shows
                            ? " shows "
                                    + persons.stream()
                                            .filter(text(result)::contains)
                                            .findFirst()
                                            .orElseThrow()
                            : " changes " + changed));
        }
        for (String line : lines) {
            if (line.contains(TYPED) || persons.stream().anyMatch(line::contains)) {
                telling.add(page + ": " + line);
            }
        }
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long lastLine() {
        return data.ownerJdbc()
                .sql(
                        "select coalesce(max(last_value), 0) from pg_sequences where sequencename = 'audit_entry_number_seq'")
                .query(Long.class)
                .single();
    }

    private List<String> linesAfter(long before) {
        return new ArrayList<>(pages.context()
                .getBean(JdbcClient.class)
                .sql("select e::text from audit_entry e where number > :before")
                .param("before", before)
                .query(String.class)
                .list());
    }

    /** Rows that were written by table; what an earlier transaction wrote is counted for a while, so only more is told. */
    private static Map<String, Long> written() {
        Map<String, Long> written = new TreeMap<>();
        pages.context()
                .getBean(JdbcClient.class)
                .sql("select relname::text, n_tup_ins + n_tup_upd + n_tup_del as number from pg_stat_xact_user_tables")
                .query(row -> {
                    written.put(row.getString("relname"), row.getLong("number"));
                });
        return written;
    }
}
