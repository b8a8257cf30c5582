package nl.koppelwerk.data.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.signup.NeedsNearby.Near;
import nl.koppelwerk.data.signup.NeedsNearby.Need;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Places;
import nl.koppelwerk.data.store.Programmes;
import nl.koppelwerk.data.store.SupportRequests;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.language.Language;
import nl.koppelwerk.domain.place.Postcode;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class NeedsNearbyTest {
    private static final Language TURKISH = new Language("tur");
    private static final Language POLISH = new Language("pol");
    private static int towns;

    private TestDatabase database;
    private OrganisationId organisation;
    private NeedsNearby needs;

    @BeforeEach
    void settle(TestDatabase given) {
        database = given;
        organisation = database.organisation("Stad " + towns++);
        needs = new NeedsNearby(database.jdbc());
        Town town = Town.of(organisation, 9, 1);
        database.scope().inside(organisation, () -> {
            new Places(database.jdbc()).saveAll(town.places());
            new Programmes(database.jdbc()).save(town.programme());
            new Families(database.jdbc()).saveAll(town.families());
            new SupportRequests(database.jdbc()).saveAll(town.requests());
            sql("update family set postcode = 3021, languages = 'nld:C1'");
        });
    }

    private void sql(String sql) {
        database.jdbc().sql(sql).update();
    }

    /** So many families, from the first one on, speak this and live there. */
    private void speak(int from, int count, String languages, int postcode) {
        sql("""
                update family set languages = '%s', postcode = %d
                where id in (select id from family order by reference limit %d offset %d)
                """.formatted(languages, postcode, count, from));
    }

    private Near near(int postcode) {
        return database.scope().inside(organisation, () -> {
            needs.count(organisation, Town.TODAY);
            return needs.near(new Postcode(postcode), List.of(TURKISH, POLISH));
        });
    }

    @Test
    void fromThreeFamiliesOnItIsSaidAndInSteps() {
        database.scope().inside(organisation, () -> {
            speak(0, 4, "nld:A2 tur:C1", 3021);
            speak(4, 2, "nld:A2 pol:C1", 3024);
        });

        assertThat(near(3024)).isEqualTo(new Near(List.of(new Need(TURKISH, 3)), true));
        database.scope().inside(organisation, () -> speak(4, 3, "nld:A2 tur:C1", 3024));
        assertThat(near(3021).needs()).containsExactly(new Need(TURKISH, 5));
    }

    @Test
    void fewerThanThreeLookLikeNone() {
        database.scope().inside(organisation, () -> {
            speak(0, 2, "nld:A2 tur:C1", 3117);
            speak(2, 7, "nld:C1", 3021);
        });
        Near two = near(3117);
        database.scope().inside(organisation, () -> speak(0, 2, "nld:C1", 3021));

        assertThat(two).isEqualTo(new Near(List.of(), false)).isEqualTo(near(3117));
    }

    @Test
    void whoSpeaksDutchOrHasSomebodyAlreadyIsNotCounted() {
        database.scope().inside(organisation, () -> {
            speak(0, 5, "nld:B2 tur:C2", 3021);
            speak(5, 4, "nld:A2 pol:C1", 3021);
            sql("""
                    update support_request set closed_on = '2026-03-01'
                    where family in (select id from family where languages::text like '%pol%' order by reference limit 2)
                    """);
        });

        assertThat(near(3021)).isEqualTo(new Near(List.of(), true));
    }

    @Test
    void whatIsSaidStaysTheSameUntilItIsCountedAgain() {
        Near before = near(3021);
        database.scope().inside(organisation, () -> speak(0, 9, "nld:A2 tur:C1", 3021));

        assertThat(database.scope()
                        .inside(organisation, () -> needs.near(new Postcode(3021), List.of(TURKISH, POLISH))))
                .isEqualTo(before);
        assertThat(near(3021)).isNotEqualTo(before);
    }
}
