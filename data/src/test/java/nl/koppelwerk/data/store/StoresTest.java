package nl.koppelwerk.data.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.domain.family.Child;
import nl.koppelwerk.domain.family.Family;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DatabaseExtension.class)
class StoresTest {
    private final TestDatabase database;

    StoresTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatIsSavedIsReadBackTheSame() {
        OrganisationId organisation = database.organisation("same");
        Town town = Town.of(organisation, 7, 5);

        town.saveIn(database);

        database.scope().reading(organisation, () -> {
            assertThat(new Places(database.jdbc()).inhabited()).isEqualTo(town.places());
            assertThat(new Programmes(database.jdbc()).list()).containsExactly(town.programme());
            assertThat(new Families(database.jdbc()).list()).isEqualTo(town.families());
            assertThat(new SupportRequests(database.jdbc()).current()).isEqualTo(town.requests());
            assertThat(new Volunteers(database.jdbc()).list()).isEqualTo(town.volunteers());
            return organisation;
        });
    }

    @Test
    void savingAgainChangesNothingButWhatIsDifferent() {
        OrganisationId organisation = database.organisation("again");
        Town town = Town.of(organisation, 1_203, 411);

        List<Saved> first = town.saveIn(database);
        List<Saved> again = town.saveIn(database);
        Family grown = withChild(town.families().get(2));
        Saved oneChanged = database.scope()
                .inside(
                        organisation,
                        () -> new Families(database.jdbc())
                                .saveAll(List.of(
                                        town.families().get(1),
                                        grown,
                                        town.families().get(4))));

        assertThat(first).containsExactly(new Saved(1_203, 0, 0), new Saved(1_203, 0, 0), new Saved(411, 0, 0));
        assertThat(again).containsExactly(new Saved(0, 0, 1_203), new Saved(0, 0, 1_203), new Saved(0, 0, 411));
        assertThat(oneChanged).isEqualTo(new Saved(0, 1, 2));
        List<Family> kept =
                database.scope().reading(organisation, () -> new Families(database.jdbc()).list(List.of(grown.id())));
        assertThat(kept).containsExactly(grown);
    }

    private static Family withChild(Family family) {
        List<Child> children = new ArrayList<>(family.children());
        children.add(new Child(2024));
        return new Family(
                family.id(),
                family.organisation(),
                family.reference(),
                family.name(),
                family.postcode(),
                Optional.of("Mathenesserlaan"),
                family.school(),
                family.household(),
                children,
                family.languages(),
                family.pets(),
                Optional.of("unal@voorbeeld.nl"));
    }
}
