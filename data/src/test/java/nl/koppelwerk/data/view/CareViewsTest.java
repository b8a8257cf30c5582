package nl.koppelwerk.data.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class CareViewsTest {
    private final TestDatabase database;

    CareViewsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void eachKindOfCareIsNamedOnItsDayWithTheMostPressingFirst() {
        Town town = town("care", 12);
        pairing(town, 0, "INTRODUCTION", "");
        pairing(town, 1, "INTRODUCTION", "introduction_at = '2026-03-16 15:30', introduction_place = '–'");
        pairing(town, 2, "INTRODUCTION", "introduction_at = '2026-03-17 15:30', introduction_place = '–'");
        pairing(town, 3, "TRIAL", "trial_until = '2026-03-31', volunteer_check_in_on = '2026-03-16'");
        pairing(town, 4, "TRIAL", "trial_until = '2026-04-01', family_check_in_on = '2026-03-18'");
        pairing(town, 5, "RUNNING", "family_check_in_on = '2026-03-02', attention_since = '2026-03-15'");
        pairing(
                town,
                6,
                "RUNNING",
                "paused_on = '2026-02-01', back_on = '2026-03-17', pause_reason = 'x', family_check_in_on = '2026-03-01'");
        pairing(town, 7, "AFTERCARE", "aftercare_until = '2026-03-10'");
        pairing(town, 8, "ASKED", "family_reply = 'YES'");
        pairing(town, 9, "ACCEPTED", "");

        assertThat(lines(town))
                .containsExactly(
                        "ATTENTION 5 null 2026-03-15",
                        "INTRODUCTION_HELD 1 null 2026-03-17",
                        "INTRODUCTION_WITHOUT_DATE 0 null 2026-03-08",
                        "TRIAL_ENDING 3 null 2026-03-31",
                        "CHECK_IN_DUE 5 FAMILY 2026-03-02",
                        "CHECK_IN_DUE 3 VOLUNTEER 2026-03-16",
                        "BACK_FROM_PAUSE 6 null 2026-03-17",
                        "NOT_ASKED 9 null 2026-03-11",
                        "ANSWER_MISSING 8 null 2026-03-15",
                        "AFTERCARE_ENDING 7 null 2026-03-10");
    }

    @Test
    void aCertificateIsNamedSixtyDaysBeforeItRunsOutAndAfterwardsWhileTheVolunteerIsWithAFamily() {
        Town town = town("screening", 4);
        screened(town, 0, "2022-05-16");
        screened(town, 1, "2022-05-17");
        screened(town, 2, "2022-03-16");
        screened(town, 3, "2022-03-16");
        pairing(town, 2, "RUNNING", "");

        assertThat(lines(town))
                .containsExactly("SCREENING_EXPIRING 2 null 2026-03-16", "SCREENING_EXPIRING 0 null 2026-05-16");
    }

    private Town town(String name, int size) {
        Town town = Town.of(database.organisation(name), size, size);
        town.saveIn(database);
        return town;
    }

    private void screened(Town town, int volunteer, String on) {
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("update volunteer set screened = cast(:on as date) where id = :id")
                    .param("on", on)
                    .param("id", town.volunteers().get(volunteer).id().value())
                    .update();
        });
    }

    /** In its step since 8 March, just before midnight here. */
    private void pairing(Town town, int number, String step, String life) {
        UUID id = new UUID(town.organisation().value().getLeastSignificantBits(), number);
        database.scope().inside(town.organisation(), () -> {
            database.jdbc()
                    .sql("""
                            insert into pairing (organisation, id, request, volunteer, day_parts, step, held, proposed_at)
                            values (:organisation, :id, :request, :volunteer, 64, :step, true, '2026-03-01T00:00Z')
                            """)
                    .param("organisation", town.organisation().value())
                    .param("id", id)
                    .param("request", town.requests().get(number).id().value())
                    .param("volunteer", town.volunteers().get(number).id().value())
                    .param("step", step)
                    .update();
            database.jdbc()
                    .sql("""
                            insert into pairing_history (organisation, pairing, at, from_step, to_step)
                            values (:organisation, :id, '2026-03-07T23:30Z', 'PROPOSED', :step)
                            """)
                    .param("organisation", town.organisation().value())
                    .param("id", id)
                    .param("step", step)
                    .update();
            if (!life.isEmpty()) {
                database.jdbc()
                        .sql("insert into pairing_life (organisation, pairing) values (:organisation, :id)")
                        .param("organisation", town.organisation().value())
                        .param("id", id)
                        .update();
                database.jdbc()
                        .sql("update pairing_life set " + life + " where pairing = :id")
                        .param("id", id)
                        .update();
            }
        });
    }

    private List<String> lines(Town town) {
        LocalDate today = Town.TODAY;
        return database.scope().reading(town.organisation(), () -> new CareViews(database.jdbc()).list(today)).stream()
                .map(line -> line.kind() + " " + line.volunteerName().replace("Vrijwilliger ", "") + " "
                        + line.side().map(Enum::name).orElse("null") + " " + line.due())
                .toList();
    }
}
