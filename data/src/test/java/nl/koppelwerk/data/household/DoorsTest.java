package nl.koppelwerk.data.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.OrganisationScope;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.history.History;
import nl.koppelwerk.data.own.Edit;
import nl.koppelwerk.data.signin.Secrets;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody can reach who has the link of one family, whatever is asked of the database. */
@ExtendWith(DatabaseExtension.class)
class DoorsTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-03-17T10:00:00Z"), ZoneId.of("Europe/Amsterdam"));

    private final TestDatabase database;
    private final Doors doors;
    private final HouseholdKeys keys;
    private final Households households;
    private OrganisationId organisation;
    private Town town;

    DoorsTest(TestDatabase database) {
        this.database = database;
        this.doors = new Doors(database.jdbc(), database.transactions());
        this.keys = new HouseholdKeys(
                database.jdbc(),
                new OrganisationScope(database.jdbc(), database.transactions()),
                new Secrets(new java.security.SecureRandom()),
                CLOCK);
        this.households = new Households(
                database.jdbc(), doors, new History(database.jdbc(), CLOCK), new Audit(database.jdbc(), CLOCK), CLOCK);
        this.organisation = database.organisation("doors " + System.nanoTime());
        this.town = Town.of(organisation, 5, 4);
    }

    @BeforeEach
    void settle() {
        town.saveIn(database);
    }

    private String link(int family) {
        return database.scope()
                .inside(
                        organisation,
                        () -> keys.make(
                                Household.of(
                                        organisation,
                                        town.families().get(family).id()),
                                HouseholdKeys.Way.NEWS));
    }

    @Test
    void noRowOfAPersonIsInSight() {
        String key = link(2);
        List<String> tables = database.guardedTables();
        Map<String, Integer> seen = new HashMap<>();

        doors.inside(key, inside -> {
            tables.forEach(table -> seen.put(
                    table,
                    database.jdbc()
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single()));
            return Optional.of(inside);
        });

        seen.values().removeIf(rows -> rows == 0);
        assertThat(tables).hasSizeGreaterThan(40);
        assertThat(seen).isEqualTo(Map.of("organisation", 1, "programme", 1, "programme_rules", 1));
    }

    @Test
    void aLinkChangesItsOwnFamilyAndNoOther() {
        String key = link(2);
        List<String> before = others();

        Outcome kept = households.keep(
                key,
                new Changes(Optional.empty(), Map.of(Field.PHONE, Edit.of(List.of(), List.of("0101234567")))),
                changed -> {});

        assertThat(kept).isInstanceOf(Outcome.Kept.class);
        assertThat(others()).isEqualTo(before).hasSize(4);
        assertThat(database.scope()
                        .inside(
                                organisation,
                                () -> database.jdbc()
                                        .sql("select reference from family where sealed_index(phone) = :number")
                                        .param("number", Clear.index(Cell.Looking.BY_PHONE, "010 123 45 67"))
                                        .query((row, number) -> row.getString(1))
                                        .list()))
                .containsExactly("G00002");
    }

    private List<String> others() {
        return database.scope()
                .inside(
                        organisation,
                        () -> database.jdbc()
                                .sql(
                                        "select to_jsonb(f)::text from family f where reference <> 'G00002' order by reference")
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    @Test
    void aLinkOfOneOrganisationOpensNothingOfAnother() {
        String key = link(1);
        OrganisationId other = database.organisation("other " + System.nanoTime());

        Integer found = database.scope()
                .inside(
                        other,
                        () -> database.jdbc()
                                .sql("select count(*) from household_of(:hash, now())")
                                .param("hash", Secrets.hash(key))
                                .query(Integer.class)
                                .single());

        assertThat(found).isZero();
        assertThat(households.find(key)).isPresent();
    }
}
