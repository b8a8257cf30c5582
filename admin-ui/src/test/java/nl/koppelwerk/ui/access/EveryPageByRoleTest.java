package nl.koppelwerk.ui.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.access.TwoOrganisations.Reader;
import nl.koppelwerk.ui.access.TwoOrganisations.Whose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/**
 * Every address of ours with every verb, asked for by everybody, for an object of their own, of another programme, of
 * another organisation and of nobody. Made from the mappings themselves: a new page is in it the day it is written. All
 * that is done is rolled back.
 */
@ExtendWith(DatabaseExtension.class)
class EveryPageByRoleTest {
    /** These start work in the background, which no rollback takes back: only who is refused is looked at. */
    private static final Set<String> LEFT_RUNNING = Set.of(
            "POST /runs",
            "POST /runs/{number:[0-9]{1,18}}/replays",
            "POST /rules/{programme:[0-9a-f-]{36}}/tries",
            "POST /forgotten-password",
            "POST /own/ask");

    /** There only at some step of a pairing, or after a try, a report, a preview or a night: not at the own one either. */
    private static final Set<String> AT_SOME_STEP = Set.of(
            "/imports/{id:[0-9a-f-]{36}}",
            "/imports/{id:[0-9a-f-]{36}}/refused.csv",
            "/why-not",
            "/recruit/list.{extension:csv|xlsx}",
            "/pairings/{id:[0-9a-f-]{36}}/backup",
            "/pairings/{id:[0-9a-f-]{36}}/introduction.ics",
            "/pairings/{id:[0-9a-f-]{36}}/review",
            "/rules/{programme:[0-9a-f-]{36}}/about/{number:[0-9]{1,6}}.yaml",
            "/rules/{programme:[0-9a-f-]{36}}/tries/{id:[0-9a-f-]{36}}",
            "/rules/{programme:[0-9a-f-]{36}}/tries/{id:[0-9a-f-]{36}}/progress",
            "/reports/{municipality}/{number:[0-9]{1,6}}",
            "/reports/{municipality}/{number:[0-9]{1,6}}/report.{extension:pdf|xlsx|csv}");

    /** Says in words, back on the list, that it is not there or not there any more: the same for what is not one's own. */
    private static final Set<String> GONE_IS_SAID = Set.of(
            "POST /imports/{id:[0-9a-f-]{36}}/confirm",
            "POST /imports/{id:[0-9a-f-]{36}}/cancel",
            "POST /families/{id:[0-9a-f-]{36}}/merge",
            "POST /volunteers/{id:[0-9a-f-]{36}}/merge");

    /** Takes back only what its own preview wrote. */
    private static final Set<String> AFTER_ITS_PREVIEW = Set.of("POST /prices");

    /** Taken by Spring Security before it comes to us. */
    private static final String SIGNING_IN = "POST /login";

    private static final Set<Integer> NOT_THERE_OR_NOT_MINE = Set.of(401, 403, 404, 405);

    private static TwoOrganisations objects;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static TransactionTemplate undone;
    private static final Map<Reader, UserDetails> PEOPLE = new EnumMap<>(Reader.class);

    private final List<String> wrong = new ArrayList<>();
    private int cases;

    @BeforeAll
    static void start(TestDatabase database) {
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
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @Test
    void everybodyGetsWhatIsOpenToTheirRoleAndNothingElse() {
        Map<String, String> before = objects.contents(objects.other);

        for (Mapping mapping : Mapping.all(pages.context())) {
            for (RequestMethod verb : RequestMethod.values()) {
                if (verb != RequestMethod.TRACE && !SIGNING_IN.equals(verb + " " + mapping.pattern())) {
                    stranger(mapping, verb);
                    for (Reader reader : Reader.values()) {
                        everyObject(mapping, verb, reader);
                    }
                }
            }
        }

        assertThat(wrong).as("of " + cases + " cases: " + wrong.size()).isEmpty();
        assertThat(cases).isGreaterThan(3_000);
        assertThat(objects.contents(objects.other)).isEqualTo(before);
        org.slf4j.LoggerFactory.getLogger(EveryPageByRoleTest.class).info("{} cases, none wrong", cases);
    }

    private void stranger(Mapping mapping, RequestMethod verb) {
        boolean open =
                mapping.handler(verb).map(Mapping::openTo).map(Set::isEmpty).orElse(false);
        for (Whose whose : objects(mapping)) {
            Answer answer = ask(mapping, verb, null, whose, false);
            boolean sentToSignIn = answer.location.endsWith("/login") || answer.location.endsWith("/own/ask");
            expect(
                    open
                            ? !sentToSignIn && answer.status != 403
                            : sentToSignIn || answer.status >= 400 || verb == RequestMethod.OPTIONS,
                    mapping,
                    verb,
                    "a stranger",
                    whose,
                    answer);
        }
    }

    private void everyObject(Mapping mapping, RequestMethod verb, Reader reader) {
        Optional<HandlerMethod> handler = mapping.handler(verb);
        boolean open = handler.map(Mapping::openTo)
                .map(roles -> roles.isEmpty() || roles.contains(reader.role))
                .orElse(false);
        if (handler.isEmpty() || !open) {
            for (Whose whose : objects(mapping)) {
                Answer answer = ask(mapping, verb, reader, whose, false);
                boolean refused =
                        handler.isPresent() ? answer.status == 403 : answer.status >= 400 && answer.status < 500;
                expect(
                        refused || verb == RequestMethod.OPTIONS && handler.isEmpty(),
                        mapping,
                        verb,
                        reader.name(),
                        whose,
                        answer);
            }
        } else {
            allowed(mapping, verb, reader);
        }
    }

    private void allowed(Mapping mapping, RequestMethod verb, Reader reader) {
        String page = verb + " " + mapping.pattern();
        if (!LEFT_RUNNING.contains(page) && !AFTER_ITS_PREVIEW.contains(page)) {
            Answer own = ask(mapping, verb, reader, Whose.OWN, false);
            boolean formOrLink = own.status == 404
                    && (verb == RequestMethod.POST
                            || AT_SOME_STEP.contains(mapping.pattern())
                            || mapping.handler(verb)
                                    .map(Mapping::openTo)
                                    .map(Set::isEmpty)
                                    .orElse(false));
            expect(
                    (formOrLink || !NOT_THERE_OR_NOT_MINE.contains(own.status)) && own.status < 500,
                    mapping,
                    verb,
                    reader.name(),
                    Whose.OWN,
                    own);
        }
        if (!mapping.places().isEmpty()) {
            Answer nobodys = ask(mapping, verb, reader, Whose.NOBODYS, false);
            boolean said = GONE_IS_SAID.contains(page) && nobodys.status == 302;
            expect(
                    said || nobodys.status >= 400 && nobodys.status < 500,
                    mapping,
                    verb,
                    reader.name(),
                    Whose.NOBODYS,
                    nobodys);
            boolean limited = reader == Reader.COORDINATOR_OF_ONE_PROGRAMME
                    && mapping.places().stream().anyMatch(TwoOrganisations::ofAProgramme);
            for (Whose whose : TwoOrganisations.foreign(limited)) {
                Answer foreign = ask(mapping, verb, reader, whose, false);
                expect(foreign.equals(nobodys), mapping, verb, reader.name(), whose, foreign);
                if (mapping.places().size() > 1 && !mapping.places().getLast().endsWith("{number}")) {
                    Answer mixed = ask(mapping, verb, reader, whose, true);
                    Answer unknown = ask(mapping, verb, reader, Whose.NOBODYS, true);
                    expect(
                            mixed.equals(unknown) && mixed.status >= 400,
                            mapping,
                            verb,
                            reader.name() + " mixed",
                            whose,
                            mixed);
                }
            }
        }
    }

    private static List<Whose> objects(Mapping mapping) {
        return mapping.places().isEmpty() ? List.of(Whose.OWN) : List.of(Whose.values());
    }

    private record Answer(int status, String location, String body) {}

    private Answer ask(
            Mapping mapping,
            RequestMethod verb,
            @org.jspecify.annotations.Nullable Reader reader,
            Whose whose,
            boolean mixed) {
        String address = mapping.address(objects, whose, mixed);
        Map<String, String> parameters = new TreeMap<>(mapping.handler(verb)
                .map(handler -> Mapping.parameters(handler, objects))
                .orElse(Map.of()));
        return Objects.requireNonNull(undone.execute(status -> {
            status.setRollbackOnly();
            MockMvcTester.MockMvcRequestBuilder request = mvc.method(HttpMethod.valueOf(verb.name()))
                    .uri(address)
                    .accept("text/html")
                    .with(csrf());
            parameters.forEach(request::param);
            MvcTestResult result = (reader == null
                            ? request
                            : request.with(user(Objects.requireNonNull(PEOPLE.get(reader)))))
                    .exchange();
            if (result.getUnresolvedException() != null
                    && String.valueOf(result.getUnresolvedException()).contains("MultipartException")) {
                return new Answer(400, "", "");
            }
            if (result.getUnresolvedException() != null) {
                return new Answer(500, String.valueOf(result.getUnresolvedException()), "");
            }
            return new Answer(
                    result.getResponse().getStatus(),
                    Objects.requireNonNullElse(result.getResponse().getRedirectedUrl(), ""),
                    whose == Whose.OWN ? "" : text(result).replace(address, ""));
        }));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void expect(boolean right, Mapping mapping, RequestMethod verb, String who, Whose whose, Answer answer) {
        cases++;
        if (!right) {
            wrong.add("%s %s by %s, object %s: %d %s"
                    .formatted(verb, mapping.pattern(), who, whose, answer.status, answer.location));
        }
    }

    /** The page that a reader sees, to the letter; only the number of the message differs each time. */
    @Test
    void aForeignObjectLooksLikeAnUnknownOneOnThePageToo() {
        for (Reader reader : List.of(Reader.COORDINATOR_OF_ONE_PROGRAMME, Reader.ADMINISTRATOR)) {
            try (HttpVisitor visitor = new HttpVisitor(pages)) {
                visitor.signIn(reader.email(), Town.PASSWORD);
                for (Mapping mapping : Mapping.all(pages.context())) {
                    if (mapping.handlers().containsKey(RequestMethod.GET)
                            && !mapping.places().isEmpty()) {
                        HttpVisitor.Answer unknown = seen(visitor, mapping, Whose.NOBODYS);
                        assertThat(unknown.status()).isIn(403, 404);
                        assertThat(seen(visitor, mapping, Whose.OTHER_ORGANISATION))
                                .as(mapping.pattern())
                                .isEqualTo(unknown);
                        if (reader == Reader.COORDINATOR_OF_ONE_PROGRAMME
                                && mapping.places().stream().anyMatch(TwoOrganisations::ofAProgramme)) {
                            assertThat(seen(visitor, mapping, Whose.OTHER_PROGRAMME))
                                    .as(reader + " " + mapping.pattern())
                                    .isEqualTo(unknown);
                        }
                    }
                }
            }
        }
    }

    private static HttpVisitor.Answer seen(HttpVisitor visitor, Mapping mapping, Whose whose) {
        String address = mapping.address(objects, whose, false);
        HttpVisitor.Answer answer = visitor.get(address);
        return new HttpVisitor.Answer(
                answer.status(),
                answer.location(),
                answer.body()
                        .replace(address, "")
                        .replaceAll("kw-reference\">[0-9A-F]+<", "")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
    }

    /** Found by {@code ./koppelwerk-trust abuse}: each of these was a failed page once. */
    @ParameterizedTest
    @CsvSource({
        "GET, /families?q=a%00b, '', 400",
        "POST, /account/password, now=a\0b, 400",
        "GET, /audit?from=%2B999999999-12-31, '', 400",
        "POST, /accounts/{account}, name=A&role=COORDINATOR&municipalities=Nergenshuizen, 422",
        "POST, /accounts/{account}, name=A&role=COORDINATOR&programmes=ffffffff-ffff-ffff-ffff-ffffffffffff, 422",
        "POST, /accounts, name=A&email=nieuw@koppelwerk.example&role=COORDINATOR&municipalities=Nergenshuizen, 422",
        "POST, /accounts, name=A&email=tweede@koppelwerk.example&role=COORDINATOR&email[0]=x&name.value=y, 302",
        "POST, /crisis-lines, municipality=Rotterdam&name=A&phone=1&source=A&checked=%2B999999999-12-31, 422",
    })
    void whatNobodyMeansIsRefusedInWords(String verb, String address, String form, int status) {
        MockMvcTester.MockMvcRequestBuilder request = mvc.method(HttpMethod.valueOf(verb))
                .uri(java.net.URI.create(
                        address.replace("{account}", objects.object("/accounts/{account}", Whose.OWN))))
                .accept("text/html")
                .with(csrf())
                .with(user(Objects.requireNonNull(PEOPLE.get(Reader.ADMINISTRATOR))));
        for (String field : form.isEmpty() ? List.<String>of() : List.of(form.split("&", -1))) {
            request.param(field.split("=", 2)[0], field.split("=", 2)[1].replace("%2B", "+"));
        }

        Integer answered = undone.execute(call -> {
            call.setRollbackOnly();
            return request.exchange().getResponse().getStatus();
        });
        assertThat(answered).isEqualTo(status);
    }

    @Test
    void aPlaceThatNobodyKnowsSaysWhatToAdd() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> objects.object("/gifts/{gift}", Whose.OWN)))
                .hasMessageContaining("add what \"/gifts/{gift}\" names to TwoOrganisations");
    }
}
