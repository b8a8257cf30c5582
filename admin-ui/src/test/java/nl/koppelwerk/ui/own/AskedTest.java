package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.own.OwnScope;
import nl.koppelwerk.data.own.OwnVolunteer;
import nl.koppelwerk.domain.pairing.EndReason;
import nl.koppelwerk.domain.pairing.Outcome;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Side;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import nl.koppelwerk.domain.week.Hours;
import nl.koppelwerk.pairing.CoordinatorId;
import nl.koppelwerk.pairing.Pairings;
import nl.koppelwerk.pairing.life.Action;
import nl.koppelwerk.pairing.life.Advance;
import nl.koppelwerk.pairing.life.FollowingPairings;
import nl.koppelwerk.pairing.life.Reply;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import nl.koppelwerk.ui.shell.OwnLanguage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a coordinator asks a volunteer, and what the volunteer answers: from the own page, and from the mail. */
@ExtendWith(DatabaseExtension.class)
class AskedTest {
    private static final String NOOR = "coordinator@koppelwerk.example";
    private static final String PASSWORD = Town.PASSWORD;
    private static final Pattern QUESTION = Pattern.compile("/own/answer\\?language=\\w+&question=(\\S+)");

    private static TestDatabase database;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static OrganisationId rotterdam = new OrganisationId(new UUID(0, 0));
    private static List<UUID> pairings = List.of();
    private static int next;

    private UUID pairing = new UUID(0, 0);
    private String address = "";
    private @Nullable HttpVisitor visitor;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 23);
        mail = new OwnMailbox(database, rotterdam);
        pages = new RunningPages(database);
        pairings = mail.inside(() -> database.jdbc()
                .sql("select id from pairing where step = 'PROPOSED' order by id")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    /** Each test has a pairing of its own, whose volunteer has an address. */
    @BeforeEach
    void asked() {
        pairing = pairings.get(next++);
        address = "bo" + next + "@voorbeeld.example";
        Said.put(
                database,
                mail.organisation(),
                Cell.VOLUNTEER_EMAIL,
                address,
                "id = (select volunteer from pairing where id = :id)",
                Map.of("id", pairing));
        run("update pairing set step = 'ACCEPTED', held = true where id = :id");
        visitor = new HttpVisitor(pages);
    }

    @AfterEach
    void leaves() {
        phone().close();
    }

    private HttpVisitor phone() {
        return Objects.requireNonNull(visitor);
    }

    private void said(Cell cell, String text) {
        Said.put(
                database,
                mail.organisation(),
                cell,
                text,
                "id = (select volunteer from pairing where id = :id)",
                Map.of("id", pairing));
    }

    private void run(String sql) {
        mail.inside(() -> database.jdbc().sql(sql).param("id", pairing).update());
    }

    private String one(String sql) {
        return mail.inside(() -> database.jdbc()
                .sql(sql)
                .param("id", pairing)
                .query((row, number) -> Optional.ofNullable(row.getString(1)).orElse("none"))
                .single());
    }

    private String step() {
        return one("select step from pairing where id = :id");
    }

    private List<String> history() {
        return mail.inside(() -> database.jdbc()
                .sql("""
                        select reason || coalesce(' ' || because, '') || coalesce(' by ' || by_side, '') from pairing_history
                        where pairing = :id and reason is not null order by number
                        """)
                .param("id", pairing)
                .query(String.class)
                .list());
    }

    /** As a coordinator does on the page. */
    private void coordinator(Action... actions) {
        FollowingPairings following = pages.context().getBean(FollowingPairings.class);
        Pairings kept = pages.context().getBean(Pairings.class);
        OrganisationScope scope = pages.context().getBean(OrganisationScope.class);
        CoordinatorId noor = new CoordinatorId(noor());
        PairingId id = new PairingId(pairing);
        for (Action action : actions) {
            Advance advance = scope.inside(
                    rotterdam,
                    () -> following.follow(id, kept.find(id).orElseThrow().version(), action, Optional.empty(), noor));
            assertThat(advance).as(action.toString()).isInstanceOf(Advance.Done.class);
        }
    }

    private static UUID noor() {
        return mail.inside(() -> database.jdbc()
                .sql("select id from account where email = :email")
                .param("email", NOOR)
                .query((row, number) -> row.getObject("id", UUID.class))
                .single());
    }

    private void comesIn() {
        int before = mail.all(address).size();
        phone().get("/own/ask");
        phone().post("/own/ask", "email", address);
        phone().get("/own/enter");
        phone().post("/own/enter", "link", OwnMailbox.link(mail.last(address, before + 1)));
        phone().get("/own");
    }

    private Answer says(String seen, String reply, String because) {
        return phone().post("/own/asks/" + pairing, "seen", seen, "reply", reply, "because", because);
    }

    @Test
    void thePageTellsOfTheFamilyWithoutSayingWhoItIs() {
        coordinator(new Action.Ask());
        comesIn();

        String page = phone().get("/own").body();

        assertThat(page)
                .contains(
                        "Past dit gezin bij u?", "Ja, dit past", "Bel mij eerst", "de tijden passen niet", "km van u");
        Map<String, @Nullable Object> family = mail.inside(
                () -> database.jdbc().sql("""
                        select f.name, f.reference, f.street, f.school, q.reference as request, f.id, q.id as request_id,
                               f.postcode
                        from family f join support_request q on q.family = f.id
                        where q.id = (select request from pairing where id = :id)
                        """).param("id", pairing).query().singleRow());
        family.values().stream()
                .filter(value -> value != null)
                .forEach(value -> assertThat(page).doesNotContain(value.toString()));
    }

    @Test
    void aYesIsTheVolunteersOwnAndLeadsNoFurtherThanTheFamily() {
        coordinator(new Action.Ask());
        comesIn();

        Answer answer = says("", "YES", "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("Uw antwoord is bewaard", "U zei ja");
        assertThat(step()).isEqualTo("ASKED");
        assertThat(history()).containsExactly("ASK", "VOLUNTEER_SAYS_YES by VOLUNTEER");
        assertThat(one("select account::text from pairing_history where pairing = :id order by number desc limit 1"))
                .isEqualTo("none");
        says("YES", "YES", "");
        assertThat(history()).hasSize(2);
        coordinator(new Action.Answer(Side.FAMILY, Reply.YES));
        assertThat(step()).isEqualTo("INTRODUCTION");
        assertThat(one("select introduction_at::text from pairing_life where pairing = :id"))
                .isEqualTo("none");
    }

    @Test
    void aNoHasAReasonAndIsOnTheCoordinatorsPages() {
        coordinator(new Action.Ask());
        comesIn();

        assertThat(says("", "NO", "").status()).isEqualTo(422);
        assertThat(says("", "NO", "FAMILY_SAYS_NO").status()).isEqualTo(422);
        assertThat(history()).containsExactly("ASK");
        assertThat(says("", "NO", "TIMES_DO_NOT_FIT").body()).contains("U zei nee: de tijden passen niet");

        assertThat(history()).containsExactly("ASK", "VOLUNTEER_SAYS_NO TIMES_DO_NOT_FIT by VOLUNTEER");
        assertThat(step()).isEqualTo("ASKED");
        try (HttpVisitor noor = signedIn()) {
            assertThat(noor.get("/pairings/" + pairing).body())
                    .contains("De tijden komen niet uit", "zelf geantwoord", "de vrijwilliger zelf");
            assertThat(noor.get("/morning").body())
                    .contains("De vrijwilliger zegt zelf nee", "De tijden komen niet uit");
        }
    }

    private static HttpVisitor signedIn() {
        HttpVisitor visitor = new HttpVisitor(pages);
        visitor.get("/login");
        visitor.post("/login", "email", NOOR, "password", PASSWORD);
        return visitor;
    }

    @Test
    void anAnswerIsAnotherOneUntilThereIsADate() {
        coordinator(new Action.Ask(), new Action.Answer(Side.FAMILY, Reply.YES));
        comesIn();
        says("", "YES", "");
        assertThat(step()).isEqualTo("INTRODUCTION");

        assertThat(says("YES", "CALL_ME", "").body()).contains("U wilt eerst bellen");
        assertThat(one("select volunteer_reply from pairing_life where pairing = :id"))
                .isEqualTo("CALL_ME");
        assertThat(one("select attention_since::text from pairing_life where pairing = :id"))
                .isEqualTo(Town.DAY.toString());
        says("CALL_ME", "YES", "");
        coordinator(new Action.PlanIntroduction(Town.DAY.plusDays(4).atTime(15, 30), "Buurthuis"));

        Answer late = says("YES", "NO", "NOT_NOW");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("al afgerond", "wel bewaard");
        assertThat(one("select volunteer_reply from pairing_life where pairing = :id"))
                .isEqualTo("YES");
        assertThat(history()).endsWith("PLAN_INTRODUCTION", "VOLUNTEER_SAYS_NO NOT_NOW by VOLUNTEER");
    }

    @Test
    void ofTwoDevicesTheSecondSeesWhatTheFirstSaid() {
        coordinator(new Action.Ask());
        comesIn();
        says("", "NO", "TOO_HEAVY");

        Answer other = says("", "YES", "");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.body()).contains("een ander antwoord gegeven", "U zei nee: te zwaar voor mij", "value=\"NO\"");
        assertThat(one("select volunteer_reply from pairing_life where pairing = :id"))
                .isEqualTo("NO");
        assertThat(says("NO", "YES", "").status()).isEqualTo(200);
        assertThat(one("select volunteer_reply from pairing_life where pairing = :id"))
                .isEqualTo("YES");
    }

    @Test
    void anAnswerToAPairingThatHasEndedIsKeptAndChangesNothing() {
        coordinator(new Action.Ask(), new Action.End(Outcome.NEVER_STARTED, EndReason.OTHER_HELP, false));
        comesIn();

        Answer late = says("", "YES", "");

        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("al afgerond", "wel bewaard");
        assertThat(step()).isEqualTo("ENDED");
        assertThat(history()).containsExactly("ASK", "OTHER_HELP", "VOLUNTEER_SAYS_YES by VOLUNTEER");
        try (HttpVisitor noor = signedIn()) {
            assertThat(noor.get("/pairings/" + pairing).body()).contains("Dit kwam te laat", "De vrijwilliger zegt ja");
        }
    }

    @Test
    void whoeverElseItIsAboutIsUnknown() {
        coordinator(new Action.Ask());
        comesIn();
        UUID ofAnother = pairings.get(18);

        assertThat(phone().post("/own/asks/" + ofAnother, "seen", "", "reply", "YES")
                        .status())
                .isEqualTo(404);
        assertThat(phone().get("/own/check-in/" + ofAnother).status()).isEqualTo(404);
        assertThat(phone().get("/own/asks/" + ofAnother).status()).isEqualTo(404);
    }

    @Test
    void theQuestionComesByMailAndIsAnsweredFromItWithoutComingIn() {
        try (HttpVisitor noor = signedIn()) {
            noor.get("/pairings/" + pairing);
            noor.post(
                    "/pairings/" + pairing + "/ask",
                    "version",
                    one("select version::text from pairing where id = :id"),
                    "mail",
                    "yes");
        }
        String body = mail.last(address, 1);
        Matcher link = QUESTION.matcher(body);
        assertThat(link.find()).isTrue();
        String question = link.group(1);
        assertThat(question).hasSizeGreaterThanOrEqualTo(43);

        phone().head("/own/answer?question=" + question);
        assertThat(phone().get("/own/answer?question=" + question).body()).contains("Past dit gezin bij u?");
        assertThat(history()).containsExactly("ASK");
        Answer answer = phone().post("/own/answer", "question", question, "seen", "", "reply", "YES");

        assertThat(answer.body()).contains("Uw antwoord is bewaard");
        assertThat(history()).containsExactly("ASK", "VOLUNTEER_SAYS_YES by VOLUNTEER");
        assertThat(phone().get("/own").location()).hasValue("/own/ask");
        assertThat(phone().get("/own/answer?question=" + "x".repeat(43)).status())
                .isEqualTo(404);
        run("update pairing_ask set expires_at = made_at where pairing = :id");
        assertThat(phone().post("/own/answer", "question", question, "seen", "YES", "reply", "CALL_ME")
                        .status())
                .isEqualTo(422);
        assertThat(history()).hasSize(2);
    }

    @Test
    void aCheckInIsFilledInOnceWhenItIsTime() {
        coordinator(
                new Action.Ask(),
                new Action.Answer(Side.FAMILY, Reply.YES),
                new Action.Answer(Side.VOLUNTEER, Reply.YES),
                new Action.PlanIntroduction(Town.DAY.minusWeeks(4).atTime(15, 30), "Buurthuis"),
                new Action.StartTrial(Town.DAY.minusWeeks(4), Town.DAY.plusWeeks(2), Hours.parse("2.5")));
        comesIn();
        assertThat(phone().get("/own").body()).contains("Vul in hoe het gaat");
        String form = phone().get("/own/check-in/" + pairing).body();
        assertThat(form).contains("name=\"week\" value=\"3\"");
        String path = "/own/check-in/" + pairing;

        Answer half = phone().post(path, "week", "3", "mood", "4", "hours", "veel", "wish", "CALL_ME");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("Nog niet alles", "value=\"veel\"");
        Answer sent = phone().post(
                        path,
                        "week",
                        "3",
                        "mood",
                        "4",
                        "hours",
                        "2,25",
                        "wish",
                        "CALL_ME",
                        "worries",
                        "Het is druk.",
                        "SOCIAL",
                        "3");

        assertThat(sent.location()).hasValue("/own");
        assertThat(one("""
                        select side || week || mood || quarters_per_week || wish || worries || coalesce(account::text, ' themselves')
                        from check_in where pairing = :id
                        """)).isEqualTo("VOLUNTEER349CALL_MEHet is druk. themselves");
        assertThat(phone().follow(sent).body())
                .contains("Uw coördinator leest het")
                .doesNotContain("Vul in hoe het gaat");
        Answer again = phone().post(path, "week", "3", "mood", "1", "hours", "1", "wish", "STOP");
        assertThat(phone().follow(again).body()).contains("al ingevuld");
        assertThat(one("select count(*)::text from check_in where pairing = :id"))
                .isEqualTo("1");
        try (HttpVisitor noor = signedIn()) {
            assertThat(noor.get("/pairings/" + pairing).body()).contains("zelf ingevuld", "Het is druk.");
        }
    }

    @Test
    void ownAppointmentsAreReadAtASecretAddressUntilItIsRenewedOrSwitchedOff() throws Exception {
        coordinator(
                new Action.Ask(),
                new Action.Answer(Side.FAMILY, Reply.YES),
                new Action.Answer(Side.VOLUNTEER, Reply.YES),
                new Action.PlanIntroduction(Town.DAY.plusDays(5).atTime(15, 30), "Bij familie Janssen thuis"),
                new Action.PlanIntroduction(Town.DAY.plusDays(6).atTime(16, 15), "Bij familie Janssen thuis"));
        comesIn();
        String first =
                calendarAddress(phone().follow(phone().post("/own/calendar")).body());
        HttpResponse<String> read = read(first, "");

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        Calendar calendar = new CalendarBuilder().build(new StringReader(read.body()));
        assertThat(calendar.validate(false).getEntries()).isEmpty();
        assertThat(calendar.getComponents("VEVENT"))
                .singleElement()
                .satisfies(event -> assertThat(event.toString())
                        .contains(
                                "SUMMARY:Kennismaken", "DTSTART;TZID=Europe/Amsterdam:20261127T161500", "SEQUENCE:1"));
        assertThat(read.body())
                .doesNotContain("Janssen")
                .doesNotContain(one("select f.name from family f join support_request q on q.family = f.id"
                        + " join pairing p on p.request = q.id where p.id = :id"));
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(read(first, tag).statusCode()).isEqualTo(304);

        coordinator(new Action.StartTrial(Town.DAY.plusDays(6), Town.DAY.plusDays(48), Hours.parse("2.5")));
        HttpResponse<String> later = read(first, tag);
        assertThat(later.body())
                .contains("SUMMARY:Laatste dag van de proeftijd", "DTSTART;VALUE=DATE:20270108")
                .contains("SUMMARY:Laten weten hoe het gaat", "DTSTART;VALUE=DATE:20261218");

        String second =
                calendarAddress(phone().follow(phone().post("/own/calendar")).body());
        assertThat(second).isNotEqualTo(first);
        assertThat(read(first, "").statusCode()).isEqualTo(404);
        assertThat(read(second, "").statusCode()).isEqualTo(200);
        phone().get("/own");
        phone().post("/own/calendar/off");
        assertThat(read(second, "").statusCode()).isEqualTo(404);
        assertThat(read("/own/calendar/x.ics", "").statusCode()).isEqualTo(404);
        assertThat(
                        one(
                                "select count(*)::text from volunteer_calendar where volunteer = (select volunteer from pairing where id = :id)"))
                .isEqualTo("0");
    }

    private static String calendarAddress(String page) {
        Matcher found =
                Pattern.compile("(/own/calendar/[A-Za-z0-9_-]{43}\\.ics)").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static HttpResponse<String> read(String path, String tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(pages.address() + path));
        if (!tag.isEmpty()) {
            request.header("If-None-Match", tag);
        }
        try (HttpClient program = HttpClient.newHttpClient()) {
            return program.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void whatIsKeptAboutMeIsShownAndTakenAlongWithNothingOfAnybodyElse() {
        coordinator(new Action.Ask());
        comesIn();
        says("", "NO", "TOO_HEAVY");
        String family = one("select f.name from family f join support_request q on q.family = f.id"
                + " join pairing p on p.request = q.id where p.id = :id");
        String name = one("select v.name from volunteer v join pairing p on p.volunteer = v.id where p.id = :id");

        String page = phone().get("/own/kept").body();
        String json = phone().get("/own/kept.json").body();
        String toRead = phone().get("/own/kept.html").body();

        assertThat(page).contains("Wat wij van u bewaren", name, address).doesNotContain(family, "??");
        assertThat(json)
                .contains("\"name\": \"" + name + "\"", "\"because\": \"TOO_HEAVY\"", "\"step\": \"ASKED\"")
                .doesNotContain(family, "password", "hash");
        assertThat(toRead)
                .contains(name, "te zwaar voor mij", "u bent gevraagd")
                .doesNotContain(family, "<script");
        assertThat(one(
                        "select count(*)::text from audit_entry where action = 'EXPORTED' and account is null and object_id ="
                                + " (select volunteer::text from pairing where id = :id)"))
                .isEqualTo("3");
    }

    /** What the software calls things: words with an underscore, names in capitals, ids, keys of texts. */
    private static final Pattern NOT_A_WORD = Pattern.compile(
            "[a-z]+_[a-z_]+|[A-Z]{2,}_[A-Z_]+|\\b[A-Z]{4,}\\b|\\?\\?|own\\.|[0-9a-f]{8}-|\\b(true|false|null)\\b"
                    + "|\\d{4}-\\d\\d-\\d\\d|[a-z]{3}:[ABC]\\d|\\[");

    @Test
    void theFileToReadSaysEverythingInWordsInEachLanguage() throws Exception {
        everythingIsKept();
        JsonNode kept =
                JsonMapper.shared().readTree(phone().get("/own/kept.json").body());
        assertThat(kept.propertyStream()
                        .filter(part -> !part.getKey().equals("consents")
                                && part.getValue().isEmpty()
                                && part.getValue().isContainer()))
                .as("parts without anything in them; whom a coordinator brought in may never have been asked")
                .isEmpty();
        int parts = (int) kept.propertyStream().count();

        for (OwnLanguage language : OwnLanguage.values()) {
            String file =
                    phone().get("/own/kept.html?language=" + language.code()).body();

            assertThat(file).contains("<html lang=\"" + language.code() + "\"").contains("Het is druk.", address);
            assertThat(Pattern.compile("<h2").matcher(file).results().count())
                    .as("each part has a heading")
                    .isEqualTo(parts);
            String said = file.replaceAll("(?s)<head>.*</head>", "")
                    .replace(address, "")
                    .replaceAll("<[^>]*>", "\n");
            assertThat(NOT_A_WORD.matcher(said).results().map(found -> found.group() + " in " + language))
                    .isEmpty();
        }
        assertThat(phone().get("/own/kept.html?language=nl").body())
                .contains(
                        "maandag ochtend", "Turks (als moedertaal)", "fiets, auto", "7,5 km", "geld en papieren, wonen")
                .contains("Hoe gaat het met u en het gezin? goed", "Uren per week: 2,5", "bel mij");
    }

    /** Every part of the file has something in it, and every column of the volunteer. */
    private void everythingIsKept() {
        coordinator(
                new Action.Ask(),
                new Action.Answer(Side.FAMILY, Reply.YES),
                new Action.Answer(Side.VOLUNTEER, Reply.YES),
                new Action.PlanIntroduction(Town.DAY.minusWeeks(4).atTime(15, 30), "Buurthuis"),
                new Action.StartTrial(Town.DAY.minusWeeks(4), Town.DAY.plusWeeks(2), Hours.parse("2.5")));
        comesIn();
        String[] checkIn = {"week", "3", "mood", "4", "hours", "2,25", "wish", "CALL_ME", "worries", "Het is druk."};
        phone().post("/own/check-in/" + pairing, checkIn);
        phone().post("/own/calendar");
        String whose = "(select organisation, volunteer from pairing where id = :id)";
        run("insert into consent (organisation, id, volunteer, version, language, given_on, way, withdrawn_on)"
                + " select organisation, gen_random_uuid(), volunteer, '2026-11', 'nl', '2026-11-03', 'OWN_PAGE', '2026-11-05' from "
                + whose + " p");
        run("""
                insert into sharing_consent (organisation, id, volunteer, programme, run_by, version, language, given_on, way,
                    withdrawn_on)
                select p.organisation, gen_random_uuid(), p.volunteer, g.id, '', '2026-11', 'nl', '2026-11-03', 'OWN_PAGE',
                    '2026-11-05'
                from pairing p join programme g using (organisation) where p.id = :id limit 1
                """);
        run("""
                insert into both_sides (organisation, volunteer, family, agreed_on, linked_at)
                select p.organisation, p.volunteer, f.id, '2026-11-03', '2026-11-03'
                from pairing p
                join support_request q on q.organisation = p.organisation and q.id = p.request
                join family f on f.organisation = p.organisation and f.id <> q.family
                where p.id = :id limit 1
                """);
        run("insert into volunteer_absence select organisation, volunteer, '2026-12-24', '2027-01-03' from " + whose
                + " p");
        run("""
                insert into volunteer_question (organisation, hash, volunteer, asked_on, expires_at, answered_at)
                select organisation, sha256('x'), volunteer, '2026-11-01', '2026-12-01', '2026-11-02' from pairing where id = :id
                """);
        run("""
                insert into volunteer_passkey (organisation, credential, volunteer, public_key, attestation, signatures,
                    backup_eligible, backed_up, added_at, used_at)
                select organisation, sha256('k'), volunteer, '', '', 1, false, false, '2026-11-01', '2026-11-02'
                from pairing where id = :id
                """);
        run("""
                insert into pairing_history (organisation, pairing, at, from_step, to_step, reason, because, by_side)
                select organisation, id, '2026-11-03', step, step, 'VOLUNTEER_SAYS_' || said, because,
                       'VOLUNTEER'
                from pairing, (values ('YES', null), ('CALL_ME', null), ('NO', 'TIMES_DO_NOT_FIT'), ('NO', 'NOT_NOW'),
                    ('NO', 'TOO_HEAVY'), ('NO', 'NO_CLICK_EXPECTED'), ('NO', 'KNOW_EACH_OTHER'), ('NO', 'VOLUNTEER_SAYS_NO'))
                    as answers (said, because)
                where id = :id
                """);
        run("""
                update volunteer set gender = 'OTHER',
                    languages = 'nld:A1 tur:C2', skills = '{FINANCE,HOUSING}', not_these = '{OTHER_NEED}', availability = 1,
                    availability_confirmed = '2026-11-03', quarters_per_week = 10, travel_limit_metres = 7500,
                    travels_by = '{BICYCLE,CAR}', maximum_children = 20, heavy_cases = not heavy_cases, pets = not pets,
                    pets_unwelcome = not pets_unwelcome, screened = '2026-01-02', trained = not trained, experience_years = 4,
                    children_at_home = 2, active = false, inactive_reason = 'NO_LONGER_SUITABLE', paused_until = '2027-02-03',
                    returns_by_itself = true, page_language = 'tr', maximum_families = 3, child_age_min = 2, child_age_max = 9
                where id = (select volunteer from pairing where id = :id)
                """);
        Said.put(
                database,
                mail.organisation(),
                Cell.VOLUNTEER_PHONE,
                "06 1234 5678",
                "id = (select volunteer from pairing where id = :id)",
                Map.of("id", pairing));
        said(Cell.VOLUNTEER_STREET, "Dorpsstraat");
        said(Cell.VOLUNTEER_SCHOOL, "De Regenboog");
        run("update volunteer set active = true, inactive_reason = null, paused_until = null"
                + " where id = (select volunteer from pairing where id = :id)");
    }

    @Test
    void theDatabaseShowsAVolunteerNoFamily() {
        coordinator(new Action.Ask());
        UUID volunteer = UUID.fromString(one("select volunteer::text from pairing where id = :id"));

        String seen = pages.context()
                .getBean(OwnScope.class)
                .inside(
                        new OwnVolunteer(rotterdam, new VolunteerId(volunteer)),
                        () -> pages.context()
                                .getBean(JdbcClient.class)
                                .sql("""
                                select concat_ws(' ', (select count(*) from family), (select count(*) from support_request),
                                    (select count(*) from child), (select count(*) from pairing_history),
                                    (select count(*) from volunteer), (select count(*) from own_families('2026-11-21')))
                                """)
                                .query(String.class)
                                .single());

        assertThat(seen).isEqualTo("0 0 0 1 1 1");
        assertThat(mail.inside(() -> database.jdbc()
                        .sql("select count(*) from own_families('2026-11-21')")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }
}
