package nl.koppelwerk.ui.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.person.form.Layout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@ExtendWith(DatabaseExtension.class)
class PersonPagesTest {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final Pattern INPUT = Pattern.compile(
            "<input(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")(?=[^>]*type=\"(hidden|text)\")[^>]*>");

    private static TestDatabase database;
    private static RunningPages pages;
    private static MockMvcTester mvc;
    private static OrganisationId rotterdam;
    private static OrganisationId delft;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR, "tweede@koppelwerk.example");
        Town.fill(database, rotterdam, 53);
        delft = Town.emptyTown(database, "Delft Samen", "delft@koppelwerk.example");
        Town.fill(database, delft, 5);
        Town.emptyTown(database, "Nieuw Begin", "leeg@koppelwerk.example");
        pages = new RunningPages(database);
        mvc = MockMvcTester.from(
                pages.context(), builder -> builder.apply(springSecurity()).build());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static UserDetails signedIn(String email) {
        return pages.context().getBean(UserDetailsService.class).loadUserByUsername(email);
    }

    private static MvcTestResult get(String path) {
        return mvc.get().uri(path).with(user(signedIn(NOOR))).exchange();
    }

    private static MvcTestResult post(String path, MultiValueMap<String, String> sent) {
        return mvc.post()
                .uri(path)
                .params(sent)
                .with(user(signedIn(NOOR)))
                .with(csrf())
                .exchange();
    }

    private static List<UUID> ids(String table, OrganisationId organisation) {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql("select id from " + table + " order by reference")
                                .query(UUID.class)
                                .list());
    }

    private static List<String> audited(UUID object) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select action from audit_entry where object_id = :id order by number")
                                .param("id", object.toString())
                                .query(String.class)
                                .list());
    }

    private static String text(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The fields of a form as a browser would send them, without what is ticked. */
    private static MultiValueMap<String, String> fields(String page) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Matcher matcher = INPUT.matcher(page);
        while (matcher.find()) {
            if (!matcher.group(1).equals("_csrf")) {
                fields.add(matcher.group(1), matcher.group(2));
            }
        }
        Matcher ticked = Pattern.compile(
                        "<input(?=[^>]*name=\"([^\"]+)\")(?=[^>]*value=\"([^\"]*)\")(?=[^>]*checked)[^>]*>")
                .matcher(page);
        while (ticked.find()) {
            fields.add(ticked.group(1), ticked.group(2));
        }
        Matcher chosen = Pattern.compile("name=\"([a-z_]+_[0-9])\".*?</select>", Pattern.DOTALL)
                .matcher(page);
        while (chosen.find()) {
            Matcher option =
                    Pattern.compile("<option value=\"([^\"]+)\" selected").matcher(chosen.group());
            if (option.find()) {
                fields.add(chosen.group(1), option.group(1));
            }
        }
        return fields;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/families",
                "/families?q=yilmas",
                "/families?q=%25&speaks=tur&programme=MAATJE&state=waiting&page=7",
                "/families/new",
                "/volunteers",
                "/volunteers?kind=BUDDY&state=free",
                "/volunteers/new"
            })
    void thePagesAreThere(String path) {
        assertThat(get(path)).hasStatusOk().bodyText().contains("<h1").doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource
    void everyColumnOfAFileIsAFieldOfAForm(Layout layout) {
        String path = layout == Layout.VOLUNTEER
                ? "/volunteers/new"
                : layout == Layout.INTAKE ? "/families/intake" : "/families/new";
        String page = layout == Layout.REQUEST
                ? text(get("/families/" + ids("family", rotterdam).getFirst() + "/requests/new"))
                : text(get(path));

        assertThat(layout.columns()).allSatisfy(column -> assertThat(page).contains("name=\"" + column.english()));
    }

    @Test
    void everyColumnOfAFileIsInALayout() {
        assertThat(Arrays.stream(Layout.values()).flatMap(layout -> layout.columns().stream()))
                .containsAll(nl.koppelwerk.data.imports.row.FamilyTable.SPEC.columns())
                .containsAll(nl.koppelwerk.data.imports.row.VolunteerTable.SPEC.columns().stream()
                        .filter(column -> column != nl.koppelwerk.data.imports.row.VolunteerTable.ACTIVE)
                        .toList());
    }

    @Test
    void aFormSentAsItCameChangesNothing() {
        for (String table : List.of("family", "volunteer")) {
            UUID id = ids(table, rotterdam).get(3);
            String path = (table.equals("family") ? "/families/" : "/volunteers/") + id;
            String before = row(table, id);

            MvcTestResult sent = post(path + "/edit", fields(text(get(path + "/edit"))));

            assertThat(sent).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(path);
            assertThat(row(table, id)).isEqualTo(before);
        }
    }

    private static String row(String table, UUID id) {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select to_jsonb(t)::text from " + table + " t where id = :id")
                                .param("id", id)
                                .query(String.class)
                                .single());
    }

    @Test
    void aChangeIsKeptShownInTheHistoryAndAudited() {
        UUID id = ids("family", rotterdam).get(5);
        MultiValueMap<String, String> sent = fields(text(get("/families/" + id + "/edit")));
        sent.set("street", "Maashaven <b>7</b>");

        assertThat(post("/families/" + id + "/edit", sent)).hasStatus(HttpStatus.FOUND);

        assertThat(get("/families/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Maashaven &lt;b&gt;7&lt;/b&gt;", "Wat er veranderd is", "Noor Jansen")
                .doesNotContain("<b>7</b>");
        assertThat(audited(id)).containsExactly("SEEN", "CHANGED", "SEEN");
    }

    @Test
    void whatIsWrongStandsBesideTheFieldAndNothingIsLost() {
        UUID id = ids("family", rotterdam).get(6);
        MultiValueMap<String, String> sent = fields(text(get("/families/" + id + "/edit")));
        sent.set("family_name", "");
        sent.set("postcode", "Spangen");
        sent.set("street", "Mathenesserlaan");

        assertThat(post("/families/" + id + "/edit", sent))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(
                        "2 velden kloppen nog niet.", "Vul dit in.", "value=\"Spangen\"", "value=\"Mathenesserlaan\"");
        assertThat(audited(id)).doesNotContain("CHANGED");
    }

    @Test
    void whatTwoColleaguesChangeIsNotLost() {
        UUID id = ids("family", rotterdam).get(7);
        MultiValueMap<String, String> mine = fields(text(get("/families/" + id + "/edit")));
        MultiValueMap<String, String> theirs = new LinkedMultiValueMap<>(mine);
        theirs.set("street", "Vliet");
        theirs.set("school", "De Kubus");
        mine.set("street", "Schie");
        mine.set("family_name", "Gezin Anders");
        post("/families/" + id + "/edit", theirs);

        MvcTestResult met = post("/families/" + id + "/edit", mine);
        MultiValueMap<String, String> again = fields(text(met));
        MvcTestResult saved = post("/families/" + id + "/edit", again);

        assertThat(met)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Uw collega maakte ervan: Vliet", "value=\"Schie\"", "value=\"De Kubus\"");
        assertThat(saved).hasStatus(HttpStatus.FOUND);
        assertThat(row("family", id)).contains("Schie", "De Kubus", "Gezin Anders");
    }

    @Test
    void whatAColleagueChoseIsSaidInWords() {
        UUID id = ids("family", rotterdam).get(8);
        MultiValueMap<String, String> mine = fields(text(get("/families/" + id + "/edit")));
        MultiValueMap<String, String> theirs = new LinkedMultiValueMap<>(mine);
        theirs.set("languages_0", "ukr");
        theirs.set("languages_level_0", "C2");
        mine.set("languages_0", "pol");
        post("/families/" + id + "/edit", theirs);

        assertThat(post("/families/" + id + "/edit", mine))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Uw collega maakte ervan: Turks (C1), Oekraïens (C2)");
    }

    @Test
    void whereTwoRecordsDifferIsSaidInTheLanguageOfTheReader() {
        UUID id = ids("family", rotterdam).get(10);
        MultiValueMap<String, String> sent = fields(text(get("/families/" + id + "/edit")));
        sent.set("household", "OTHER");
        sent.set("languages_0", "ukr");
        sent.set("languages_level_0", "C2");
        post("/families/" + id + "/edit", sent);
        UUID other = ids("family", rotterdam).get(11);
        String reference = database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select reference from family where id = :id")
                                .param("id", other)
                                .query(String.class)
                                .single());

        assertThat(get("/families/" + id + "/merge?language=en&with=" + reference))
                .bodyText()
                .contains(">other<", "Ukrainian (C2)")
                .doesNotContain("anders", "ukr:C2");
    }

    @Test
    void aNewFamilyThatLooksLikeAnotherIsAddedAfterALook() {
        String name = database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select name from family order by reference limit 1")
                                .query(String.class)
                                .single());
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.set("family_reference", "NIEUW-1");
        sent.set("family_name", name);
        sent.set("postcode", "3021 AB");
        sent.set("household", "COUPLE");
        sent.set("children_birth_years", "2016 2019");
        sent.set("languages_0", "tur");
        sent.set("languages_level_0", "C2");

        assertThat(post("/families/new", sent))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Kent u deze al?", "zelfde naam");
        sent.set("different", "yes");
        assertThat(post("/families/new", sent)).hasStatus(HttpStatus.FOUND);
        assertThat(get("/families?q=NIEUW-1")).bodyText().contains("NIEUW-1");
    }

    @Test
    void aRequestIsAddedClosedAndOpenedAgain() {
        UUID id = ids("family", rotterdam).get(9);
        String path = "/families/" + id;
        MultiValueMap<String, String> sent = fields(text(get(path + "/requests/new")));
        sent.set("programme", "MAATJE");
        sent.set("kind", "BUDDY");
        sent.addAll("needs", List.of("FINANCE", "PARENTING"));
        sent.set("hours_per_week", "2,5");
        sent.addAll("day_parts", List.of("wed-afternoon", "sat-morning"));

        assertThat(post(path + "/requests/new", sent))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl(path);
        String reference = sent.getFirst("request_reference");
        UUID request = database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("select id from support_request where reference = :reference")
                                .param("reference", reference)
                                .query(UUID.class)
                                .single());
        MultiValueMap<String, String> reason = new LinkedMultiValueMap<>();
        reason.set("seen", "9999999");
        post(path + "/requests/" + request + "/close", reason);
        assertThat(row("support_request", request)).contains("\"closed_on\": null");
        reason.set("reason", "MOVED_AWAY");
        post(path + "/requests/" + request + "/close", reason);
        assertThat(row("support_request", request)).contains("\"closed_on\": \"2026-11-21\"");
        assertThat(get(path)).bodyText().contains("gesloten op", "verhuisd");
        reason.set("reason", "NEEDED_AGAIN");
        post(path + "/requests/" + request + "/reopen", reason);
        assertThat(row("support_request", request)).contains("\"closed_on\": null");
    }

    @Test
    void aVolunteerPausesAndComesBack() {
        UUID id = ids("volunteer", rotterdam).get(4);
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.set("seen", "9999999");
        sent.set("reason", "HOLIDAY");
        sent.set("until", "1-2-2027");

        post("/volunteers/" + id + "/pause", sent);
        assertThat(get("/volunteers/" + id)).bodyText().contains("pauze", "vakantie", "1 februari 2027");
        assertThat(get("/volunteers?state=paused")).bodyText().contains("/volunteers/" + id);
        post("/volunteers/" + id + "/resume", sent);
        assertThat(row("volunteer", id)).contains("\"active\": true", "\"paused_until\": null");
    }

    @Test
    void anotherOrganisationsRecordsLookLikeUnknownOnes() {
        UUID family = ids("family", delft).getFirst();
        UUID volunteer = ids("volunteer", delft).getFirst();
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
        sent.set("seen", "9999999");
        sent.set("reason", "OTHER");
        for (String path : List.of("/families/" + family, "/volunteers/" + volunteer)) {
            assertThat(get(path)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(path + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(post(path + "/edit", sent)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(post("/volunteers/" + volunteer + "/pause", sent)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post("/volunteers/" + volunteer + "/stop", sent)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void anEmptyOrganisationIsToldWhatToDo() {
        for (String path : List.of("/families", "/volunteers")) {
            assertThat(mvc.get().uri(path).with(user(signedIn("leeg@koppelwerk.example"))))
                    .hasStatusOk()
                    .bodyText()
                    .contains("kw-empty", "lees een bestand in");
        }
    }
}
