package nl.koppelwerk.data.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import nl.koppelwerk.data.database.DatabaseExtension;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@ExtendWith(DatabaseExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyRotationTest {
    private final TestDatabase database;
    private final JdbcClient jdbc;
    private final OrganisationId organisation;
    private final Town town;

    KeyRotationTest(TestDatabase database) {
        this.database = database;
        this.jdbc = database.jdbc();
        this.organisation = database.organisation("rotating");
        this.town = Town.of(organisation, 5, 2);
    }

    @BeforeEach
    void people() {
        town.saveIn(database);
        for (int number = 0; number < 3; number++) {
            email("was" + number + "@vogel.example", number);
            email("is" + number + "@vogel.example", number);
        }
    }

    @Test
    void everythingIsEncryptedAnewAndStaysTheSameToRead() {
        List<String> before = read("select coalesce(email, '-') || ' ' || reference from family order by reference");
        List<String> history = history();
        int version = version();

        KeyRotation.Done done = database.keyRotation().rotate();

        assertThat(done.organisations()).isEqualTo(1);
        assertThat(done.values()).isGreaterThan(8);
        assertThat(done.dropped()).isZero();
        assertThat(versions()).containsExactly(version + 1);
        assertThat(read("select coalesce(email, '-') || ' ' || reference from family order by reference"))
                .isEqualTo(before);
        assertThat(history()).isEqualTo(history);
        assertThat(history).contains("was2@vogel.example > is2@vogel.example");
    }

    @Test
    void anotherProcessReadsWhatIsEncryptedWithANewKeyAndWritesWithItSoon() {
        long[] nanos = {0};
        KeyRing other = new KeyRing(
                new DelegatingDataSource(plain()), database.keyRing().file(), new SecureRandom(), () -> nanos[0]);
        int version = other.of(organisation.value()).version();

        database.keyRotation().rotate();

        assertThat(other.of(organisation.value()).version()).isEqualTo(version);
        assertThat(other.of(organisation.value(), version + 1).has(version + 1)).isTrue();
        database.keyRotation().rotate();
        nanos[0] = KeyRing.NOTICED_AFTER_NANOS + 1;
        assertThat(other.of(organisation.value()).version()).isEqualTo(version + 2);
    }

    @Test
    void anOldKeyGoesAnHourLaterWhenNothingNeedsIt() {
        database.keyRotation().rotate();
        assertThat(database.keyRotation().finish().dropped()).isZero();
        inOwner("update data_key set made_at = made_at - interval '61 minutes'");

        int dropped = database.keyRotation().finish().dropped();

        assertThat(dropped).isPositive();
        assertThat(owner("select version::text from data_key where version > 0"))
                .hasSize(1);
        assertThat(read("select email from family where email is not null order by email"))
                .isNotEmpty();
    }

    @Test
    void aValueThatSomebodyMovedIsFound() {
        JdbcClient owner = database.ownerJdbc();
        owner.sql("alter table family drop constraint sealed_email").update();
        owner.sql("alter table record_change drop constraint sealed_history").update();
        inside(() -> jdbc.sql(
                        "update family f set email = (select o.email from family o where o.id = :from) where f.id = :id")
                .param("from", id(0))
                .param("id", id(1))
                .update());

        try {
            assertThatThrownBy(() -> database.keyRotation().rotate())
                    .isInstanceOf(BrokenSeal.class)
                    .hasMessageContaining("family.email of " + id(1));
        } finally {
            email("is1@vogel.example", 1);
            inOwner("delete from record_change where field = 'email'");
            owner.sql("call seal('family', 'email', 'id')").update();
        }
    }

    @Test
    void whatWasWrittenBeforeIsEncryptedAndItsHistoryToo() {
        JdbcClient owner = database.ownerJdbc();
        owner.sql("alter table family drop constraint sealed_email").update();
        owner.sql("alter table record_change drop constraint sealed_history").update();
        inside(() -> jdbc.sql("update family set email = 'clear@vogel.example' where id = :id")
                .param("id", id(4))
                .update());
        inside(() -> jdbc.sql("update family set email = 'clearer@vogel.example' where id = :id")
                .param("id", id(4))
                .update());
        List<String> history = history();
        owner.sql("call seal('family', 'email', 'id')").update();

        long sealed = new Resealing(plainOwner(), database.keyRing()).sealNew();

        assertThat(sealed).isGreaterThanOrEqualTo(4);
        assertThat(history()).isEqualTo(history);
        assertThat(read("select email from family where id = '" + id(4) + "'"))
                .containsExactly("clearer@vogel.example");
        assertThat(owner("select email from family where email like '%clearer%'"))
                .isEmpty();
        assertThat(owner("select conname::text from pg_constraint where conname like 'sealed%' and not convalidated"))
                .isEmpty();
        assertThat(new Resealing(plainOwner(), database.keyRing()).sealNew()).isZero();
    }

    @Test
    void answersOfAnIntakeThatWereWrittenBeforeAreEncryptedAndTheirHistoryToo() {
        JdbcClient owner = database.ownerJdbc();
        owner.sql("alter table intake_answer drop constraint sealed_answer").update();
        owner.sql("alter table record_change drop constraint sealed_history_of_answers")
                .update();
        inside(() -> {
            jdbc.sql(
                            "insert into intake_answer (organisation, family, question, answer)"
                                    + " select organisation, id, q, 'YES' from family, unnest(array['owns', 'rents']) q where id = :id")
                    .param("id", id(4))
                    .update();
            jdbc.sql(
                            "insert into record_change (organisation, family, field, part, before, after, at, way)"
                                    + " select organisation, id, 'intake', 'owns', 'NO', 'YES', now(), 'PAGE' from family where id = :id")
                    .param("id", id(4))
                    .update();
        });
        owner.sql("call seal('intake_answer', 'answer', 'answer_of(family, question)')")
                .update();
        owner.sql("""
                alter table record_change add constraint sealed_history_of_answers check (
                    field <> 'intake' or part is null
                    or sealed_for(before, 'intake_answer.answer', answer_of(family, part))
                       and sealed_for(after, 'intake_answer.answer', answer_of(family, part))) not valid
                """).update();

        assertThat(new Resealing(plainOwner(), database.keyRing()).sealNew()).isEqualTo(4);

        assertThat(read("select question || ' ' || answer from intake_answer order by question"))
                .containsExactly("owns YES", "rents YES");
        assertThat(read("select before || ' > ' || after from record_change where field = 'intake'"))
                .containsExactly("NO > YES");
        assertThat(owner("select split_part(answer, ':', 7) from intake_answer"))
                .as("what tells whether two answers are the same")
                .doesNotHaveDuplicates();
        database.keyRotation().rotate();
        assertThat(read("select question || ' ' || answer from intake_answer order by question"))
                .containsExactly("owns YES", "rents YES");
        assertThat(read("select before || ' > ' || after from record_change where field = 'intake'"))
                .containsExactly("NO > YES");
    }

    private DataSource plain() {
        return Objects.requireNonNull(((DelegatingDataSource) database.dataSource()).getTargetDataSource());
    }

    private DataSource plainOwner() {
        return database.ownerDataSource();
    }

    private void inOwner(String sql) {
        database.ownerJdbc()
                .sql("do $$ begin perform set_config('app.organisation', '" + organisation.value() + "', true); " + sql
                        + "; end $$")
                .update();
    }

    private UUID id(int number) {
        return town.families().get(number).id().value();
    }

    private void email(String email, int number) {
        inside(() -> jdbc.sql("update family set email = :email where id = :id")
                .param("email", Clear.of(Cell.FAMILY_EMAIL, id(number), Optional.of(email)))
                .param("id", id(number))
                .update());
    }

    private List<String> history() {
        return read("select before || ' > ' || after from record_change where field = 'email' order by number");
    }

    private int version() {
        return database.keyRing().of(organisation.value()).version();
    }

    private List<Integer> versions() {
        return owner("""
                select distinct split_part(v, ':', 3) from (
                    select email as v from family union all select before from record_change where field = 'email'
                    union all select after from record_change where field = 'email') t
                where v is not null
                """).stream().map(Integer::valueOf).toList();
    }

    private List<String> owner(String sql) {
        List<@Nullable String> rows =
                database.ownerJdbc().sql(sql).query(String.class).list();
        return rows.stream().map(String::valueOf).toList();
    }

    private List<String> read(String sql) {
        return database.scope()
                .inside(
                        organisation,
                        () -> jdbc.sql(sql)
                                .query((row, number) -> row.getString(1))
                                .list());
    }

    private void inside(Runnable work) {
        database.scope().inside(organisation, work);
    }
}
