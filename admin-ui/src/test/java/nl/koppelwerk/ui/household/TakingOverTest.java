package nl.koppelwerk.ui.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.week.DayParts;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A family changes its registration while a coordinator has the form open that was made of it: neither loses anything. */
@ExtendWith(DatabaseExtension.class)
class TakingOverTest {
    private static final String NOOR = "noor@koppelwerk.example";
    private static final Pattern WAS = Pattern.compile("name=\"(was_\\w+)\" value=\"([^\"]*)\"");

    private static TestDatabase database;
    private static RunningPages pages;
    private static SignUps signUps;
    private static SignedUp families;

    private HttpVisitor noor;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 30);
        pages = new RunningPages(database);
        signUps = new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        families = new SignedUp(signUps);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void signIn() {
        noor = new HttpVisitor(pages);
        noor.signIn(NOOR, Town.PASSWORD);
    }

    @AfterEach
    void leave() {
        noor.close();
    }

    private static void say(String key, String field, String before, String... after) {
        List<String> form = new ArrayList<>(List.of("key", key, "field", field, "was." + field, before));
        for (String one : after) {
            form.addAll(List.of(field, one));
        }
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/help");
            assertThat(visitor.post("/help/standing/save", form.toArray(String[]::new))
                            .status())
                    .isEqualTo(302);
        }
    }

    private static void speaks(String key, String before, String language, String level) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/help");
            assertThat(visitor.post(
                                    "/help/standing/save",
                                    "key",
                                    key,
                                    "field",
                                    "LANGUAGES",
                                    "was.LANGUAGES",
                                    before,
                                    "tongue",
                                    language,
                                    "level",
                                    level)
                            .status())
                    .isEqualTo(302);
        }
    }

    /** What the form says that it was opened with, and what somebody filled in. */
    private static String[] sent(Answer form, String... filled) {
        List<String> fields = new ArrayList<>(WAS.matcher(form.body())
                .results()
                .flatMap(TakingOverTest::field)
                .toList());
        assertThat(fields).hasSizeGreaterThan(10);
        Collections.addAll(fields, filled);
        return fields.toArray(String[]::new);
    }

    private static Stream<String> field(MatchResult was) {
        return Stream.of(was.group(1), was.group(2));
    }

    private static String[] family(Answer form, UUID registration, String reference, String name, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "help",
                registration.toString(),
                "family_reference",
                reference,
                "family_name",
                name,
                "household",
                "COUPLE",
                "children_birth_years",
                "2020",
                "postcode",
                "3022",
                "different",
                "yes"));
        Collections.addAll(fields, more);
        return sent(form, fields.toArray(String[]::new));
    }

    private static String one(String sql, UUID id) {
        return database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql(sql)
                                .param("id", id)
                                .query(String.class)
                                .optional()
                                .orElse(""));
    }

    @Test
    void whatTheFamilySaysMeanwhileIsInTheFormAndNothingTypedIsLost() {
        String key = families.signUp();
        UUID registration = signUps.id(families.address());
        Answer form = noor.get("/families/new?help=" + registration);
        speaks(key, "tur:C2", "ara", "C2");

        Answer met = noor.post(
                "/families/new",
                family(
                        form,
                        registration,
                        "G-8001",
                        "Gezin Yilmaz-Aydin",
                        "languages_0",
                        "tur",
                        "languages_level_0",
                        "C2"));

        assertThat(met.status()).isEqualTo(422);
        assertThat(met.body())
                .contains("Het gezin heeft intussen zelf iets veranderd", "Gezin Yilmaz-Aydin", "G-8001", "Arabisch")
                .contains("name=\"was_languages\" value=\"ara:C2\"")
                .containsPattern("value=\"ara\" selected")
                .doesNotContain("Hier koos u zelf iets anders");
        assertThat(one("select state from registration where id = :id", registration))
                .isEqualTo("WAITING");

        Answer made = noor.post(
                "/families/new",
                family(
                        met,
                        registration,
                        "G-8001",
                        "Gezin Yilmaz-Aydin",
                        "languages_0",
                        "ara",
                        "languages_level_0",
                        "C2"));
        assertThat(made.status()).isEqualTo(302);
        assertThat(one("""
                select f.name || ' ' || f.languages from family f join registration r on r.family = f.id where r.id = :id
                """, registration)).isEqualTo("Gezin Yilmaz-Aydin ara:C2");
    }

    @Test
    void whereBothChangedTheSameTheCoordinatorReadsBoth() {
        String key = families.signUp();
        UUID registration = signUps.id(families.address());
        Answer form = noor.get("/families/new?help=" + registration);
        speaks(key, "tur:C2", "ara", "C2");

        Answer met = noor.post(
                "/families/new",
                family(form, registration, "G-8002", "Kaya", "languages_0", "tur", "languages_level_0", "B1"));

        assertThat(met.status()).isEqualTo(422);
        assertThat(met.body())
                .contains("Arabisch", "Hier koos u zelf iets anders")
                .containsPattern("value=\"tur\" selected")
                .contains("name=\"was_languages\" value=\"ara:C2\"");
    }

    @Test
    void theRequestToo() {
        String key = families.signUp();
        UUID registration = signUps.id(families.address());
        Answer form = noor.get("/families/new?help=" + registration);
        Answer made = noor.post(
                "/families/new",
                family(form, registration, "G-8003", "Demir", "languages_0", "tur", "languages_level_0", "C2"));
        Answer request = noor.get(made.location().orElseThrow());
        assertThat(request.body()).contains("name=\"taken\" value=\"" + registration);
        say(key, "WEEK", "mon-morning", "thu-evening");
        say(key, "NEEDS", "WORK", "FINANCE", "PARENTING");

        String[] mine = {
            "taken",
            registration.toString(),
            "request_reference",
            "G-8003-1",
            "programme",
            one(
                    "select code from programme where code is not null and cast(:id as uuid) is not null limit 1",
                    registration),
            "kind",
            "BUDDY",
            "hours_per_week",
            "3",
            "day_parts_per_week",
            "1",
            "urgency",
            "NORMAL",
            "waiting_since",
            "20-11-2026"
        };
        String to = made.location().orElseThrow().replaceAll("\\?.*", "");
        Answer met = noor.post(
                to,
                sent(
                        request,
                        Stream.concat(Stream.of(mine), Stream.of("needs", "WORK", "day_parts", "mon-morning"))
                                .toArray(String[]::new)));

        assertThat(met.status()).isEqualTo(422);
        assertThat(met.body())
                .contains("Het gezin heeft intussen zelf iets veranderd", "donderdagavond", "value=\"3\"")
                .doesNotContain("Hier koos u zelf iets anders")
                .containsPattern("value=\"thu-evening\" checked")
                .containsPattern("value=\"FINANCE\" checked");
        Answer done = noor.post(
                to,
                sent(
                        met,
                        Stream.concat(Stream.of(mine), Stream.of("needs", "FINANCE", "day_parts", "thu-evening"))
                                .toArray(String[]::new)));
        assertThat(done.status()).isEqualTo(302);
        assertThat(new DayParts(Integer.parseInt(one("""
                select q.day_parts::text from support_request q join registration r on r.family = q.family where r.id = :id
                """, registration))).toString())
                .isEqualTo("thu-evening");
    }

    @Test
    void aRegistrationThatSaysSomethingElseByNowIsNotDeclinedUnread() {
        String key = families.signUp();
        UUID registration = signUps.id(families.address());
        String page = noor.get("/registrations/" + registration).body();
        String seen = page.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
        say(key, "WEEK", "mon-morning", "fri-night");

        Answer answer = noor.post("/registrations/" + registration + "/decline", "seen", seen);

        assertThat(noor.follow(answer).body()).contains("Deze aanmelding is intussen veranderd", "vrijdagnacht");
        assertThat(one("select state from registration where id = :id", registration))
                .isEqualTo("WAITING");
    }
}
