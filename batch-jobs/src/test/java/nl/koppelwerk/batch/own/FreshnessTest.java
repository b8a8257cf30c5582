package nl.koppelwerk.batch.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.cipher.Said;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.mail.Outbox;
import nl.koppelwerk.data.own.Questions;
import nl.koppelwerk.data.person.PausingVolunteers;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Weeks count for 150 days in this town, so the question is due after 75, or after 37 when a proposal depends on it. */
@ExtendWith(DatabaseExtension.class)
class FreshnessTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final LocalDate SAID = LocalDate.of(2026, 1, 10);
    private static final Pattern QUESTION = Pattern.compile("question=(\\S+)");
    private static int towns;

    private final TestDatabase database;
    private OrganisationId organisation = new OrganisationId(new UUID(0, 0));

    FreshnessTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void oneVolunteerWithAnAddress() {
        Town town = Town.of(database.organisation("fresh " + towns++), 5, 3);
        town.saveIn(database);
        organisation = town.organisation();
        run("update volunteer set availability_confirmed = '2026-01-10', maximum_families = 2, active = true");
        run("update volunteer set email = null");
        Said.put(
                database,
                organisation,
                Cell.VOLUNTEER_EMAIL,
                "anna@voorbeeld.example",
                "id = (select id from volunteer order by reference limit 1)",
                Map.of());
    }

    private void run(String sql) {
        inside(() -> database.jdbc().sql(sql).update());
    }

    private <T> T inside(Supplier<T> work) {
        return database.scope().inside(organisation, work);
    }

    private static Clock on(LocalDate day) {
        return Clock.fixed(day.atTime(7, 30).atZone(ZONE).toInstant(), ZONE);
    }

    private Questions questions(LocalDate day) {
        return new Questions(database.jdbc(), database.scope(), new Secrets(new SecureRandom()), on(day));
    }

    private Freshness freshness(LocalDate day) {
        Clock clock = on(day);
        return new Freshness(
                database.scope(),
                questions(day),
                new PausingVolunteers(
                        database.jdbc(), new History(database.jdbc(), clock), new Audit(database.jdbc(), clock)),
                new Freshness.Post(new Outbox(database.jdbc(), clock), clock, "https://koppel.example"));
    }

    /** Asks every day from the first to the last, twice a day; answers after how many days mail went out. */
    private List<Integer> asked(int first, int last) {
        List<Integer> days = new ArrayList<>();
        for (int day = first; day <= last; day++) {
            int before = mails().size();
            freshness(SAID.plusDays(day)).ask(organisation);
            freshness(SAID.plusDays(day)).ask(organisation);
            int made = mails().size() - before;
            assertThat(made).isLessThan(2);
            if (made == 1) {
                days.add(day);
            }
        }
        return days;
    }

    private List<String> mails() {
        return inside(() -> database.jdbc()
                .sql("select body from outgoing_mail where sealed_index(recipient) = :anna order by created_at")
                .param("anna", Clear.index(Cell.Looking.BY_EMAIL, "anna@voorbeeld.example"))
                .query((row, number) -> row.getString("body"))
                .list());
    }

    @Test
    void halfWayTheQuestionComesAndTwiceMoreWithoutAnAnswer() {
        assertThat(asked(65, 160)).containsExactly(75, 89, 103);
    }

    @Test
    void whenAProposalDependsOnItTheQuestionComesAfterAQuarter() {
        run("""
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                select v.organisation, v.id, (select id from support_request order by id limit 1), v.id, 1, 'PROPOSED', now()
                from volunteer v where v.email is not null
                """);

        assertThat(asked(30, 70)).containsExactly(37, 44, 51);
    }

    @Test
    void whoIsAwayPausesOrHasNoRoomIsNotAsked() {
        run("""
                insert into volunteer_absence (organisation, volunteer, first_day, last_day)
                select organisation, id, date '2026-04-01', date '2026-04-12' from volunteer where email is not null
                """);
        assertThat(asked(85, 95)).containsExactly(93);

        run("delete from volunteer_question");
        run("update volunteer set maximum_families = 0");
        assertThat(asked(120, 121)).isEmpty();
        run("update volunteer set maximum_families = 1, active = false");
        assertThat(asked(122, 123)).isEmpty();
    }

    @Test
    void theButtonInTheMailConfirmsOnceAndTheNextQuestionComesAfterHalfOfTheTimeAgain() {
        asked(90, 90);
        Matcher link = QUESTION.matcher(mails().getFirst());
        assertThat(link.find()).isTrue();
        LocalDate day = SAID.plusDays(92);

        assertThat(questions(day).answer(link.group(1), volunteer -> confirmed(day)))
                .isPresent();
        assertThat(questions(day).answer(link.group(1), volunteer -> confirmed(day)))
                .isEmpty();
        assertThat(questions(day).answer("anything", volunteer -> confirmed(day)))
                .isEmpty();

        assertThat(asked(93, 180)).containsExactly(92 + 75);
    }

    private void confirmed(LocalDate day) {
        run("update volunteer set availability_confirmed = '" + day + "' where email is not null");
    }

    @Test
    void aButtonOfLastMonthIsOfNoUse() {
        asked(90, 90);
        Matcher link = QUESTION.matcher(mails().getFirst());
        assertThat(link.find()).isTrue();

        assertThat(questions(SAID.plusDays(121)).answer(link.group(1), volunteer -> {}))
                .isEmpty();
    }

    @Test
    void anOwnPauseEndsOnItsDayAfterAReminderAndACoordinatorsPauseDoesNot() {
        run("""
                update volunteer
                set active = false, inactive_reason = 'HOLIDAY', paused_until = '2026-02-10',
                    returns_by_itself = email is not null
                """);
        freshness(LocalDate.of(2026, 2, 7)).ask(organisation);
        assertThat(mails()).singleElement().asString().contains("Over drie dagen is uw pauze voorbij");

        assertThat(freshness(LocalDate.of(2026, 2, 9)).endPauses(organisation)).isZero();
        assertThat(freshness(LocalDate.of(2026, 2, 10)).endPauses(organisation)).isEqualTo(1);
        assertThat(inside(() -> database.jdbc()
                        .sql("select count(*) from volunteer where active")
                        .query(Integer.class)
                        .single()))
                .isEqualTo(1);
    }

    @Test
    void whoHelpsIsAskedOnceHowItGoesWhenItIsTime() {
        run("""
                insert into pairing (organisation, id, request, volunteer, day_parts, step, proposed_at)
                select v.organisation, v.id, (select id from support_request order by id limit 1), v.id, 1, 'RUNNING', now()
                from volunteer v where v.email is not null
                """);
        run("""
                insert into pairing_life (organisation, pairing, started_on, trial_until, quarters_per_week,
                                          volunteer_check_in_on)
                select organisation, id, date '2026-01-01', date '2026-02-12', 8, date '2026-01-22' from pairing
                """);

        assertThat(asked(11, 25)).containsExactly(12);
        assertThat(mails())
                .singleElement()
                .asString()
                .contains("Laat weten hoe het gaat", "https://koppel.example/own");
        run(
                "update pairing_life set volunteer_check_in_on = '2026-02-12', paused_on = '2026-02-01', back_on = '2026-03-01',"
                        + " pause_reason = 'HOLIDAY'");
        assertThat(asked(32, 36)).isEmpty();
    }
}
