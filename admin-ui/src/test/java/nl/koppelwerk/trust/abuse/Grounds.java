package nl.koppelwerk.trust.abuse;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.access.TwoOrganisations;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The running pages over two organisations with people in them, and somebody of each role to ask for them. */
final class Grounds implements AutoCloseable {
    private final TestDatabase database;
    private final TwoOrganisations objects;
    private @Nullable RunningPages pages;
    private @Nullable MockMvcTester mvc;
    private final Map<Reader, UserDetails> people = new EnumMap<>(Reader.class);

    Grounds(TestDatabase database) {
        this.database = database;
        this.objects = new TwoOrganisations(database);
    }

    TestDatabase database() {
        return database;
    }

    TwoOrganisations objects() {
        return objects;
    }

    /** Started when they are first needed: much is tried without them. */
    RunningPages pages() {
        if (pages == null) {
            pages = new RunningPages(database);
        }
        return pages;
    }

    private MockMvcTester mvc() {
        if (mvc == null) {
            mvc = MockMvcTester.from(
                    pages().context(),
                    builder -> builder.apply(springSecurity()).build());
        }
        return mvc;
    }

    UserDetails person(Reader reader) {
        return people.computeIfAbsent(
                reader,
                one -> one == Reader.VOLUNTEER
                        ? objects.volunteer()
                        : pages().context().getBean(UserDetailsService.class).loadUserByUsername(one.email()));
    }

    /** Whether a form shows that it comes from a page of ours. */
    enum Proof {
        RIGHT,
        WRONG,
        NONE
    }

    /**
     * What came back; an exception that nobody caught counts as a 500.
     *
     * @param reached whether it got as far as a page
     */
    record Answer(int status, Optional<String> location, String body, boolean reached) {
        Answer(int status, Optional<String> location, String body) {
            this(status, location, body, true);
        }

        boolean failed() {
            return status >= 500;
        }

        /** Without what differs each time: numbers of rows, proofs of forms and references of errors. */
        Answer plain() {
            return new Answer(status, location.map(Answer::plain), plain(body), reached);
        }

        private static String plain(String text) {
            return text.replaceAll("kw-reference\">[0-9A-F]+<", "")
                    .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}", "")
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        }
    }

    /**
     * What is sent to an address; the fields of a form may come more than once.
     *
     * @param headers as a script of ours or of somebody else sends along
     */
    record Sent(@Nullable Reader by, HttpMethod verb, String address, List<Field> fields, Map<String, String> headers) {
        Sent(@Nullable Reader by, HttpMethod verb, String address, List<Field> fields) {
            this(by, verb, address, fields, Map.of());
        }

        record Field(String name, String value) {}

        Sent with(Map<String, String> more) {
            return new Sent(by, verb, address, fields, more);
        }
    }

    Answer send(Sent sent) {
        return send(sent, Proof.RIGHT);
    }

    Answer send(Sent sent, Proof proof) {
        MockMvcTester.MockMvcRequestBuilder request =
                mvc().method(sent.verb()).uri(URI.create(sent.address())).accept("text/html");
        if (proof != Proof.NONE) {
            request = request.with(proof == Proof.RIGHT ? csrf() : csrf().useInvalidToken());
        }
        for (Map.Entry<String, String> header : sent.headers().entrySet()) {
            request = request.header(header.getKey(), header.getValue());
        }
        for (Sent.Field field : sent.fields()) {
            request = request.param(field.name(), field.value());
        }
        Reader by = sent.by();
        MvcTestResult result = (by == null ? request : request.with(user(person(by)))).exchange();
        Throwable uncaught = result.getUnresolvedException();
        return uncaught == null
                ? new Answer(
                        result.getResponse().getStatus(),
                        Optional.ofNullable(result.getResponse().getRedirectedUrl()),
                        text(result),
                        result.getMvcResult().getHandler() != null)
                : new Answer(500, Optional.empty(), uncaught.toString());
    }

    /** Does it and takes back whatever it changed. */
    <T> T undone(Supplier<T> work) {
        TransactionTemplate undone =
                new TransactionTemplate(pages().context().getBean(PlatformTransactionManager.class));
        return Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    /** On the pages' own connections, so that what they have not committed yet is seen. */
    JdbcClient jdbc() {
        return pages().context().getBean(JdbcClient.class);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
