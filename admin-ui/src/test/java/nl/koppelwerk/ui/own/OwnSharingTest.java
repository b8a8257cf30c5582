package nl.koppelwerk.ui.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.ui.HttpVisitor;
import nl.koppelwerk.ui.HttpVisitor.Answer;
import nl.koppelwerk.ui.OwnMailbox;
import nl.koppelwerk.ui.RunningPages;
import nl.koppelwerk.ui.Town;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A volunteer agrees to be proposed in another programme, and takes that back, on the own page. */
@ExtendWith(DatabaseExtension.class)
class OwnSharingTest {
    private static final String ADDRESS = "anna@voorbeeld.example";
    private static final UUID NEIGHBOURS = new UUID(6, 8);
    private static final UUID STRANGERS = new UUID(6, 9);
    private static final UUID ELSEWHERE = new UUID(6, 10);

    private static TestDatabase database;
    private static OrganisationId rotterdam;
    private static OwnMailbox mail;
    private static RunningPages pages;
    private static UUID anna;

    @BeforeAll
    static void start(TestDatabase given) {
        database = given;
        rotterdam = Town.emptyTown(database, "Samen Sterk Rotterdam", "coordinator@koppelwerk.example");
        Town.fill(database, rotterdam, 6);
        programme(rotterdam, NEIGHBOURS, "BUREN");
        programme(rotterdam, STRANGERS, "VREEMD");
        OrganisationId delft = Town.emptyTown(database, "Delft Samen", "delft@koppelwerk.example");
        Town.fill(database, delft, 6);
        programme(delft, ELSEWHERE, "DELFT");
        change(rotterdam, """
                insert into sharing_agreement (organisation, one, other, version, asked_at, asked_by, asked_for, agreed_at,
                                               agreed_by)
                select p.organisation, least(p.id, '%1$s'), greatest(p.id, '%1$s'), 1, '2026-11-01', a.id, p.id, '2026-11-02',
                       a.id
                from programme p join account a using (organisation) where p.code = 'MAATJE'
                """.formatted(NEIGHBOURS));
        mail = new OwnMailbox(database, rotterdam);
        anna = mail.give(0, ADDRESS);
        pages = new RunningPages(database);
    }

    @AfterAll
    static void stop() {
        pages.close();
    }

    private static void programme(OrganisationId organisation, UUID id, String code) {
        change(organisation, """
                with added as (
                    insert into programme (organisation, id, code, name, kinds, introductions_per_week, rules_version)
                    select organisation, '%1$s', '%2$s', '%2$s', kinds, 9, 1 from programme where code = 'MAATJE')
                insert into programme_rules select organisation, '%1$s', 1, screening_years, language_level,
                    maximum_distance_metres, unconfirmed_days, weights from programme_rules limit 1
                """.formatted(id, code));
    }

    private static void change(OrganisationId organisation, String sql) {
        database.scope().inside(organisation, () -> {
            database.jdbc().sql(sql).update();
        });
    }

    /** Of everybody in both organisations: which programme, how, until when. */
    private static List<String> consents() {
        return database.scope()
                .inside(
                        rotterdam,
                        () -> database.jdbc()
                                .sql("""
                                        select concat_ws(' ', g.code, c.way, c.language, c.given_on, c.withdrawn_on)
                                        from sharing_consent c join programme g on g.id = c.programme
                                        where c.volunteer = :anna order by c.given_on, g.code
                                        """)
                                .param("anna", anna)
                                .query(String.class)
                                .list());
    }

    private static HttpVisitor signedIn() {
        HttpVisitor visitor = new HttpVisitor(pages);
        visitor.get("/own/ask");
        visitor.post("/own/ask", "email", ADDRESS);
        visitor.get("/own/enter");
        visitor.post("/own/enter", "link", OwnMailbox.link(mail.last(ADDRESS, 1)));
        return visitor;
    }

    @Test
    void oneProgrammeIsAgreedToAndTakenBackAndNothingElse() {
        try (HttpVisitor phone = signedIn()) {
            assertThat(phone.get("/own/kept").body())
                    .contains("Ik vind het goed dat ook BUREN van Samen Sterk Rotterdam")
                    .doesNotContain("VREEMD", "DELFT");
            for (UUID forged : List.of(ELSEWHERE, STRANGERS, new UUID(1, 1))) {
                Answer answer = send(phone, forged, "true");
                assertThat(answer.location()).as(forged.toString()).hasValue("/own/kept");
                assertThat(phone.follow(answer).body()).doesNotContain("Dank u wel");
            }
            assertThat(send(phone, NEIGHBOURS, "perhaps").status()).isEqualTo(400);
            assertThat(consents()).isEmpty();

            Answer agreed = phone.follow(send(phone, NEIGHBOURS, "true"));

            assertThat(agreed.body()).contains("Dank u wel", "U vond dit goed op");
            assertThat(consents()).containsExactly("BUREN OWN_PAGE nl 2026-11-21");
            send(phone, NEIGHBOURS, "true");
            send(phone, ELSEWHERE, "false");
            assertThat(consents()).containsExactly("BUREN OWN_PAGE nl 2026-11-21");

            Answer withdrawn = phone.follow(send(phone, NEIGHBOURS, "false"));

            assertThat(withdrawn.body()).contains("vindt u het niet meer goed");
            assertThat(consents()).containsExactly("BUREN OWN_PAGE nl 2026-11-21 2026-11-21");
        }
    }

    private static Answer send(HttpVisitor phone, UUID programme, String give) {
        return phone.post("/own/sharing", "programme", programme.toString(), "give", give);
    }
}
