package nl.koppelwerk.ui.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Said;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Families change by their link what they said when they signed up. */
@ExtendWith(DatabaseExtension.class)
class SayingTest {
    private static final String NOOR = "noor@koppelwerk.example";
    private static final String PAGE = "11111111-2222-3333-4444-555555555555";

    private static TestDatabase database;
    private static RunningPages pages;
    private static SignUps signUps;
    private static SignedUp families;

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

    private static Answer see(String key) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            return visitor.get("/help/standing?key=" + key);
        }
    }

    /** A field as a form without script sends it. */
    private static Answer say(String key, String field, String before, String... after) {
        List<String> form = new ArrayList<>(List.of("key", key, "field", field, "was." + field, before));
        for (String one : after) {
            form.addAll(List.of(field, one));
        }
        return post(form.toArray(String[]::new));
    }

    private static Answer post(String... form) {
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            visitor.get("/help");
            return visitor.post("/help/standing/save", form);
        }
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

    private static void run(String sql, UUID id) {
        database.scope()
                .inside(
                        signUps.organisation(),
                        () -> database.jdbc().sql(sql).param("id", id).update());
    }

    private static String week(UUID pairing) {
        return new DayParts(Integer.parseInt(one("""
                select q.day_parts::text from support_request q join pairing p on p.request = q.id where p.id = :id
                """, pairing))).toString();
    }

    private static void week(UUID pairing, String parts) {
        run("""
                update support_request q set day_parts = %d, day_parts_per_week = 1 from pairing p
                where p.request = q.id and p.id = :id
                """.formatted(DayParts.parse(parts).bits()), pairing);
    }

    @Test
    void beforeSomebodyTakesItOverTheRegistrationChanges() {
        String key = families.signUp();
        UUID registration = signUps.id(families.address());

        assertThat(say(key, "WEEK", "mon-morning", "mon-morning", "thu-evening").status())
                .isEqualTo(302);
        assertThat(say(key, "NEEDS", "WORK", "PARENTING", "FINANCE").status()).isEqualTo(302);
        assertThat(say(key, "PHONE", "", "06 1234-5678").status()).isEqualTo(302);
        assertThat(post(
                                "key",
                                key,
                                "field",
                                "LANGUAGES",
                                "was.LANGUAGES",
                                "tur:C2",
                                "tongue",
                                "tur",
                                "level",
                                "C2",
                                "tongue",
                                "nld",
                                "level",
                                "A2")
                        .status())
                .isEqualTo(302);

        assertThat(new DayParts(Integer.parseInt(
                                one("select day_parts::text from registration where id = :id", registration)))
                        .toString())
                .isEqualTo("mon-morning thu-evening");
        assertThat(one(
                        "select needs::text || ' ' || phone || ' ' || languages from registration where id = :id",
                        registration))
                .isEqualTo("{FINANCE,PARENTING} 0612345678 nld:A2 tur:C2");
        assertThat(one("""
                select string_agg(detail ->> 'fields', ',' order by number) from audit_entry
                where object_id = cast(:id as text) and detail ->> 'by' = 'family'
                """, registration)).isEqualTo("WEEK,NEEDS,PHONE,LANGUAGES");
    }

    @Test
    void afterwardsTheRequestChangesAndTheCoordinatorSeesWhoDidIt() {
        String key = families.signUp();
        UUID pairing = families.takeOver(0);
        week(pairing, "mon-morning tue-morning");

        Answer saved = say(key, "WEEK", "mon-morning tue-morning", "tue-morning", "sat-evening");

        assertThat(saved.status()).isEqualTo(302);
        assertThat(week(pairing)).isEqualTo("tue-morning sat-evening");
        Said.put(database, signUps.organisation(), Cell.FAMILY_PHONE, "06 1234 5678", """
                id = (select q.family from support_request q join pairing p on p.request = q.id where p.id = :id)
                """, Map.of("id", pairing));
        assertThat(say(key, "WOMAN_ONLY", "false", "true").status()).isEqualTo(302);
        String family = one("""
                select q.family::text from support_request q join pairing p on p.request = q.id where p.id = :id
                """, pairing);
        assertThat(one("""
                select string_agg(field || ' ' || way || ' ' || (account is null), ',' order by number) from record_change
                where family = :id and way = 'FAMILY_PAGE'
                """, UUID.fromString(family)))
                .isEqualTo("day_parts FAMILY_PAGE true,woman_only FAMILY_PAGE true");
        try (HttpVisitor noor = new HttpVisitor(pages)) {
            noor.signIn(NOOR, Town.PASSWORD);
            assertThat(noor.get("/families/" + family).body())
                    .containsPattern("het gezin</span><span>, op de eigen pagina");
        }
    }

    @Test
    void twoDevicesAndAnOldPageTakeNothingBackOfEachOther() {
        String key = families.signUp();
        UUID pairing = families.takeOver(1);
        week(pairing, "mon-morning");

        say(key, "WEEK", "mon-morning", "mon-morning", "tue-evening");
        say(key, "WEEK", "mon-morning", "mon-morning", "fri-night");

        assertThat(week(pairing)).isEqualTo("mon-morning tue-evening fri-night");
        say(key, "PETS", "false", "true");
        assertThat(say(key, "PHONE", "", "0101112233").status()).isEqualTo(302);
        Answer second = say(key, "PHONE", "", "0109998877");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("intussen ergens anders veranderd", "Toch mijn keuze", "0109998877");
    }

    @Test
    void aChangeThatComesOnceMoreOrLateIsKnownByItsNumber() {
        String key = families.signUp();
        UUID pairing = families.takeOver(2);
        week(pairing, "mon-morning");
        String[] first = {
            "key",
            key,
            "page",
            PAGE,
            "number",
            "1",
            "field",
            "WEEK",
            "was.WEEK",
            "mon-morning",
            "WEEK",
            "mon-morning",
            "WEEK",
            "wed-night"
        };
        String[] second = {
            "key",
            key,
            "page",
            PAGE,
            "number",
            "2",
            "field",
            "WEEK",
            "was.WEEK",
            "mon-morning wed-night",
            "WEEK",
            "mon-morning"
        };

        post(first);
        assertThat(week(pairing)).isEqualTo("mon-morning wed-night");
        post(second);
        post(first);

        assertThat(week(pairing)).isEqualTo("mon-morning");
    }

    @Test
    void whatNobodyCanPlanWithIsRefusedInPlainWords() {
        String key = families.signUp();
        UUID pairing = families.takeOver(3);
        week(pairing, "mon-morning tue-morning");

        assertThat(say(key, "WEEK", "mon-morning tue-morning").body()).contains("Kies een tijd in de week.");
        run(
                "update support_request q set day_parts_per_week = 2 from pairing p where p.request = q.id and p.id = :id",
                pairing);
        Answer few = say(key, "WEEK", "mon-morning tue-morning", "mon-morning");
        assertThat(few.status()).isEqualTo(422);
        assertThat(few.body()).contains("Kies daarom 2 tijden of meer.");
        assertThat(say(key, "LANGUAGES", "xxx").status()).isEqualTo(302);
        assertThat(say(key, "PHONE", "", "bel maar").body()).contains("Vul een telefoonnummer met cijfers in.");
        assertThat(say(key, "WEEK", "", "some-day").status()).isEqualTo(422);
        assertThat(say(key, "WOMAN_ONLY", "false", "true", "<script>").status()).isEqualTo(302);
        assertThat(week(pairing)).isEqualTo("mon-morning tue-morning");
    }

    @Test
    void whoBroughtTheFamilyChangesNothing() {
        String key = families.signUp("follow", "true");
        UUID registration = signUps.id(families.address());

        assertThat(see(key).body()).doesNotContain("name=\"WEEK\"", "name=\"PHONE\"");
        assertThat(say(key, "WEEK", "mon-morning", "sun-night").status()).isEqualTo(200);
        assertThat(one("select version::text from registration where id = :id", registration))
                .isEqualTo("1");
    }

    @Test
    void aPageThatStoodOpenOvernightComesBackWithItsLink() {
        String key = families.signUp();
        try (HttpVisitor visitor = new HttpVisitor(pages)) {
            Answer sent = visitor.post("/help/standing/save", "key", key, "field", "WEEK", "WEEK", "sun-night");

            assertThat(sent.location()).hasValue("/help/standing?key=" + key);
        }
    }

    @Test
    void aLinkThatIsNoneSavesNothing() {
        assertThat(say("k".repeat(43), "WEEK", "", "mon-morning").status()).isEqualTo(404);
        assertThat(say("../..", "WEEK", "", "mon-morning").status()).isEqualTo(404);
    }

    @Test
    void whenTheLastRequestIsClosedThereIsNothingToChangeAndTheLinkEndsAMonthLater() {
        String key = families.signUp();
        UUID pairing = families.takeOver(4);
        run("""
                update support_request q set closed_on = date '2026-11-21', status_reason = 'HELPED' from pairing p
                where p.request = q.id and p.id = :id
                """, pairing);

        assertThat(see(key).body()).contains("De hulp is klaar").doesNotContain("name=\"WEEK\"");
        assertThat(one("""
                select (max(k.expires_at) < now() + interval '31 days')::text from household_key k
                join registration r on r.id = k.registration
                join support_request q on q.family = r.family join pairing p on p.request = q.id
                where p.id = :id
                """, pairing)).isEqualTo("true");
        run("""
                update support_request q set closed_on = null, status_reason = 'CLOSED_BY_MISTAKE' from pairing p
                where p.request = q.id and p.id = :id
                """, pairing);
        assertThat(see(key).body()).contains("name=\"WEEK\"");
    }
}
