package nl.koppelwerk.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Families;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SealingTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final OrganisationId here;
    private final OrganisationId there;
    private final Town town;

    SealingTest(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.here = database.organisation("here");
        this.there = database.organisation("there");
        this.town = Town.of(here, 3, 2);
        town.saveIn(database);
        Town.of(there, 2, 2).saveIn(database);
    }

    @BeforeEach
    void twoAddresses() {
        email(family(0), "Anna.Roodstaart@vogel.example");
        email(family(1), "zwartkop@vogel.example");
    }

    @Test
    void theDatabaseHoldsNoAddressAndTheApplicationReadsIt() {
        assertThat(raw(family(0)))
                .startsWith("{enc:1:1:family.email:" + family(0) + ":")
                .doesNotContainIgnoringCase("roodstaart")
                .doesNotContain("vogel");
        assertThat(read("select email from family where id = :id", family(0)))
                .isEqualTo("Anna.Roodstaart@vogel.example");
        assertThat(database.scope()
                        .inside(
                                here,
                                () -> new Families(jdbc)
                                        .find(town.families().get(1).id())))
                .get()
                .satisfies(family -> assertThat(family.email()).contains("zwartkop@vogel.example"));
    }

    @Test
    void severalValuesInOneTextAreReadAndJsonStaysJson() {
        email(family(0), "\"quote\\\"@vogel.example");

        assertThat(read("select string_agg(email, ', ' order by reference) from family where email is not null", ONE))
                .isEqualTo("\"quote\\\"@vogel.example, zwartkop@vogel.example");
        assertThat(read("select jsonb_build_object('e', email)::text from family where id = :id", family(0)))
                .isEqualTo("{\"e\": \"\\\"quote\\\\\\\"@vogel.example\"}");
        String[] all = database.scope()
                .inside(
                        here,
                        () -> jdbc.sql(
                                        "select array(select email from family where email is not null order by reference) as all")
                                .query((row, number) ->
                                        (String[]) row.getArray("all").getArray())
                                .single());
        assertThat(all).containsExactly("\"quote\\\"@vogel.example", "zwartkop@vogel.example");
    }

    @Test
    void aValueOfAnotherRowOrColumnIsRefusedByTheDatabase() {
        String stolen = raw(family(0));

        assertThatThrownBy(() -> database.scope().inside(here, () -> {
                    jdbc.sql("update family f set email = o.email from family o where f.id = :id and o.id = :from")
                            .param("id", family(1))
                            .param("from", family(0))
                            .update();
                }))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("sealed_email");
        assertThatThrownBy(() -> database.scope().inside(here, () -> {
                    jdbc.sql("update family set phone = email where id = :id")
                            .param("id", family(0))
                            .update();
                }))
                .hasMessageContaining("sealed_phone");
        assertThat(raw(family(0))).isEqualTo(stolen);
    }

    @Test
    void clearTextIsRefusedByTheDatabase() {
        assertThatThrownBy(() -> database.scope().inside(here, () -> {
                    jdbc.sql("update family set email = 'anna@vogel.example' where id = :id")
                            .param("id", family(0))
                            .update();
                }))
                .hasMessageContaining("sealed_email");
    }

    @Test
    void aValueIsFoundByItsIndexWhateverItsCapitals() {
        assertThat(read(
                        "select reference from family where sealed_index(email) = :id",
                        Clear.index(Cell.Looking.BY_EMAIL, " ANNA.roodstaart@vogel.EXAMPLE ")))
                .isEqualTo(town.families().get(0).reference());
        assertThat(Clear.indexes(Cell.Looking.BY_EMAIL, "x@y.example")).doesNotContain("x@y");
    }

    @Test
    void otherOrganisationsHaveOtherIndexesOfTheSameAddress() {
        String ours = database.scope().inside(here, () -> index("x@y.example"));
        String theirs = database.scope().inside(there, () -> index("x@y.example"));

        assertThat(ours).hasSize(22).isNotEqualTo(theirs);
        assertThat(jdbc.sql("select :all")
                        .param("all", Clear.indexes(Cell.Looking.BY_EMAIL, "x@y.example"))
                        .query(String.class)
                        .single())
                .contains(ours)
                .contains(theirs);
    }

    @Test
    void whatSomebodyTypesLikeAnEncryptedValueIsReadAsText() {
        String typed = raw(family(0));

        String read = database.scope()
                .inside(
                        here,
                        () -> jdbc.sql("select :typed")
                                .param("typed", typed)
                                .query(String.class)
                                .single());

        assertThat(read).isEqualTo(typed.replace("{enc:1:", "(enc:1:"));
    }

    @Test
    void theSameValueAgainIsNoChange() {
        String before = raw(family(0));
        long changes = changes();

        email(family(0), "Anna.Roodstaart@vogel.example");

        assertThat(raw(family(0))).isEqualTo(before);
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void aChangedByteOrAnotherKeyIsNoticed() {
        OrganisationKeys keys = keys(here.value(), 7);
        String sealed = keys.seal(Cell.FAMILY_PHONE, ONE, "010 123 45 67");

        assertThat(keys.open(sealed)).isEqualTo("010 123 45 67");
        assertThatThrownBy(() -> keys.open(sealed.replace(ONE.toString(), OTHER.toString())))
                .isInstanceOf(BrokenSeal.class)
                .hasMessage(
                        "the value of family.phone cannot be read: it was changed or moved, or its key is another one");
        assertThatThrownBy(() -> keys.open(sealed.replace("family.phone", "family.email")))
                .isInstanceOf(BrokenSeal.class);
        int last = sealed.length() - 3;
        char other = sealed.charAt(last) == 'A' ? 'B' : 'A';
        assertThatThrownBy(() -> keys.open(sealed.substring(0, last) + other + sealed.substring(last + 1)))
                .isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> keys(there.value(), 7).open(sealed)).isInstanceOf(BrokenSeal.class);
        assertThatThrownBy(() -> keys(here.value(), 8).open(sealed)).isInstanceOf(BrokenSeal.class);
    }

    @Test
    void bytesAreBoundToTheirPlaceToo() {
        OrganisationKeys keys = keys(here.value(), 7);
        byte[] value = {0, 1, 2, (byte) 200, 125};
        byte[] sealed = keys.seal(Cell.FAMILY_PHONE, ONE, value);

        assertThat(keys.open(sealed)).isEqualTo(value);
        byte[] moved = new String(sealed, StandardCharsets.ISO_8859_1)
                .replace(ONE.toString(), OTHER.toString())
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> keys.open(moved)).isInstanceOf(BrokenSeal.class);
    }

    private static OrganisationKeys keys(UUID organisation, int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return new OrganisationKeys(
                organisation, new byte[] {3}, new TreeMap<>(Map.of(1, new SecretKeySpec(key, "AES"))));
    }

    private UUID family(int number) {
        return town.families().get(number).id().value();
    }

    private void email(UUID id, String email) {
        database.scope().inside(here, () -> {
            jdbc.sql("update family set email = :email where id = :id")
                    .param("id", id)
                    .param("email", Clear.of(Cell.FAMILY_EMAIL, id, email))
                    .update();
        });
    }

    private String index(String email) {
        return jdbc.sql("select :index")
                .param("index", Clear.index(Cell.Looking.BY_EMAIL, email))
                .query(String.class)
                .single();
    }

    private @Nullable String read(String sql, Object id) {
        return database.scope()
                .inside(
                        here,
                        () -> jdbc.sql(sql).param("id", id).query(String.class).single());
    }

    private long changes() {
        return database.scope()
                .inside(
                        here,
                        () -> jdbc.sql("select count(*) from record_change where field = 'email'")
                                .query(Long.class)
                                .single());
    }

    private String raw(UUID id) {
        List<@Nullable String> values = database.ownerJdbc()
                .sql("select email from family where id = :id")
                .param("id", id)
                .query(String.class)
                .list();
        return String.valueOf(values.getFirst());
    }
}
