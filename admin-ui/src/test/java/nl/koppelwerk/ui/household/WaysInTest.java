package nl.koppelwerk.ui.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.SignUps;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How families come to their page: by the link of a mail, a new one, or a code; and when that ends. */
@ExtendWith(DatabaseExtension.class)
class WaysInTest {
    private static final String NOOR = "noor@koppelwerk.example";
    private static final Pattern LINK = Pattern.compile("/help/standing\\?language=(\\w+)&key=(\\S{43})");
    private static final Pattern CODE = Pattern.compile("\\d{4} \\d{4} \\d{4}");

    private static TestDatabase database;
    private static RunningPages pages;
    private static SignUps signUps;
    private static SignedUp families;
    private static OwnMailbox mail;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        OrganisationId rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", NOOR);
        Town.fill(database, rotterdam, 30);
        pages = new RunningPages(database);
        signUps = new SignUps(database, rotterdam, pages).open("samen-sterk", "010 123 45 67");
        families = new SignedUp(signUps);
        mail = new OwnMailbox(database, rotterdam);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    @BeforeEach
    void nobodyHasTriedYet() {
        database.ownerJdbc().sql("delete from failed_attempts").update();
    }

    private static Answer see(String key) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            return visitor.get("/help/standing?key=" + key);
        }
    }

    private static Answer post(String path, String... form) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/help");
            return visitor.post(path, form);
        }
    }

    private static Answer noor(String path, String... form) {
        try (HttpVisitor noor = new HttpVisitor(pages)) {
            noor.signIn(NOOR, Town.PASSWORD);
            noor.get("/families");
            Answer answer = noor.post(path, form);
            return answer.location().isPresent() ? noor.follow(answer) : answer;
        }
    }

    private static String key(String text) {
        Matcher found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(2);
    }

    private static String one(String sql, Map<String, ?> with) {
        return database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql(sql)
                                .params(with)
                                .query(String.class)
                                .optional()
                                .orElse(""));
    }

    private static void run(String sql, Map<String, ?> with) {
        database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc().sql(sql).params(with).update());
    }

    /** The family of a pairing, with this address. */
    private static UUID family(UUID pairing, String address) {
        UUID family = UUID.fromString(one(
                "select q.family::text from support_request q join pairing p on p.request = q.id where p.id = :id",
                Map.of("id", pairing)));
        run("update family set page_language = 'tr' where id = :id", Map.of("id", family));
        address(family, address);
        return family;
    }

    private static void address(UUID family, String address) {
        Said.put(database, signUps.organisation(), Cell.FAMILY_EMAIL, address, "id = :id", Map.of("id", family));
    }

    @Test
    void aNewLinkGoesToWhoIsKnownAndEndsTheEarlierOneWhenItIsOpened() {
        String first = families.signUp();
        String address = families.address();

        Answer known = post("/help/link", "email", address.toUpperCase(java.util.Locale.ROOT));
        Answer unknown = post("/help/link", "email", "niemand@voorbeeld.example");

        assertThat(known).isEqualTo(unknown);
        String second = key(mail.last(address, 2));
        assertThat(mail.all("niemand@voorbeeld.example")).isEmpty();
        assertThat(see(first).status()).as("the new one is not opened yet").isEqualTo(200);
        assertThat(see(second).body()).contains("Wij hebben uw bericht");
        assertThat(see(first).status()).isEqualTo(404);
        assertThat(see(first).body()).contains("/help/link", "/help/code", "010 123 45 67");
        assertThat(one(
                        "select count(*)::text from household_key where hash = sha256(:key::bytea)",
                        Map.of("key", second)))
                .isEqualTo("1");
    }

    @Test
    void whoAsksForLinksWithoutEndHasToWait() {
        for (int time = 0; time < 5; time++) {
            assertThat(post("/help/link", "email", "druk@voorbeeld.example").status())
                    .isEqualTo(302);
        }
        Answer sixth = post("/help/link", "email", "druk@voorbeeld.example");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body()).contains("Probeer het over");
    }

    @Test
    void whoBroughtAFamilyGetsALinkThatShowsAndChangesNothing() {
        families.signUp("follow", "true");
        String address = families.address();

        post("/help/link", "email", address);
        String key = key(mail.last(address, 2));

        assertThat(mail.last(address, 2)).contains("het gezin dat u aanmeldde");
        assertThat(see(key).body()).contains("Wij hebben uw bericht").doesNotContain("name=\"WEEK\"");
    }

    @Test
    void aLinkEndsWithItsAddressAndWithItsYear() {
        String key = families.signUp();
        UUID family = family(families.takeOver(0), families.address());
        assertThat(see(key).status()).isEqualTo(200);

        address(family, "ander@voorbeeld.example");
        assertThat(see(key).status()).isEqualTo(404);

        String next = families.signUp();
        run("update household_key set expires_at = made_at where hash = sha256(:key::bytea)", Map.of("key", next));
        assertThat(see(next).status()).isEqualTo(404);
    }

    @Test
    void aCodeIsWorthOneLink() {
        families.signUp();
        UUID family = family(families.takeOver(1), families.address());
        String letter = noor("/families/" + family + "/way-in/code").body();
        assertThat(letter).contains("lang=\"tr\"", "010 123 45 67", "/help/code?language=tr");
        Matcher found = CODE.matcher(letter);
        assertThat(found.find()).isTrue();
        String code = found.group();

        assertThat(post("/help/code", "code", "1234 5678 9012").status()).isEqualTo(422);
        String link = post("/help/code", "code", code).location().orElseThrow();
        try (HttpVisitor phone = new HttpVisitor(pages)) {
            assertThat(phone.get(link).body()).contains("name=\"WEEK\"");
        }
        assertThat(post("/help/code", "code", code).body()).contains("Deze code werkt niet");
        assertThat(one(
                        "select string_agg(detail ->> 'wayIn', ',') from audit_entry where object_id = cast(:id as text)",
                        Map.of("id", family)))
                .isEqualTo("CODE");
    }

    @Test
    void codesAreNotGuessed() {
        for (int time = 0; time < 10; time++) {
            assertThat(post("/help/code", "code", "0000 0000 %04d".formatted(time))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(post("/help/code", "code", "0000 0000 0010").status()).isEqualTo(429);
    }

    @Test
    void aCoordinatorMailsALinkInTheLanguageOfTheFamily() {
        families.signUp();
        String address = families.address();
        UUID family = family(families.takeOver(2), address);

        assertThat(noor("/families/" + family + "/way-in/mail").body()).contains("De link is onderweg");

        assertThat(mail.last(address, 2)).contains("Merhaba", "language=tr");
        assertThat(see(key(mail.last(address, 2))).status()).isEqualTo(200);
        assertThat(noor("/families/" + UUID.randomUUID() + "/way-in/mail").status())
                .isEqualTo(404);
        assertThat(noor("/families/" + UUID.randomUUID() + "/way-in/code").status())
                .isEqualTo(404);
    }

    @Test
    void theFamilyAndWhoBroughtItHearThatSomebodyWasFound() {
        families.signUp("follow", "true");
        String referrer = families.address();
        UUID pairing = families.takeOver(3);
        family(pairing, "zelf@voorbeeld.example");
        families.step(pairing, "ACCEPTED");

        noor(
                "/pairings/" + pairing + "/ask",
                "version",
                one("select version::text from pairing where id = :id", Map.of("id", pairing)),
                "mail",
                "yes");

        List<String> names = database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc()
                                .sql("""
                                        select v.name from volunteer v join pairing p on p.volunteer = v.id where p.id = :id
                                        union select f.name from family f where sealed_index(f.email) = :own
                                        """)
                                .param("id", pairing)
                                .param("own", Clear.index(Cell.Looking.BY_EMAIL, "zelf@voorbeeld.example"))
                                .query((row, number) -> row.getString(1))
                                .list());
        String own = mail.last("zelf@voorbeeld.example", 1);
        assertThat(own).contains("Ailenize belki yardım edebilecek biri var").doesNotContain(names);
        assertThat(see(key(own)).body()).contains("name=\"reply\"", "name=\"WEEK\"");
        String other = mail.last(referrer, 2);
        assertThat(other).contains("Er is nieuws over het gezin").doesNotContain(names);
        assertThat(see(key(other)).body()).doesNotContain("name=\"reply\"", "name=\"WEEK\"");
    }

    @Test
    void whatWasSaidToReachSomebodyGetsOnTheRecord() {
        families.signUp("phone", "06 1234 5678");
        UUID registration = signUps.id(families.address());
        UUID family = UUID.fromString(
                one("select id::text from family where phone is null order by id desc limit 1", Map.of()));
        String reference = one("select reference from family where id = :id", Map.of("id", family));

        noor("/registrations/" + registration + "/existing", "reference", reference, "seen", "1");

        assertThat(one("select phone || coalesce(email, '') from family where id = :id", Map.of("id", family)))
                .as("the address of a family that a referrer says is not confirmed")
                .isEqualTo("06 1234 5678");
        Answer page = noor("/families/" + family + "/contact", "phone", "010 765 43 21", "spoken", "ar");
        assertThat(page.body()).contains("010 765 43 21");
        assertThat(one("select page_language from family where id = :id", Map.of("id", family)))
                .isEqualTo("ar");
        assertThat(noor("/families/" + family + "/contact", "phone", "bel maar", "spoken", "ar")
                        .body())
                .contains("Dit is geen telefoonnummer");
    }
}
