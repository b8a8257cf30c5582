package nl.koppelwerk.batch.nightly;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.data.database.TestDatabase;
import nl.koppelwerk.data.store.Town;
import nl.koppelwerk.domain.programme.OrganisationId;

/** A town in the database, and what the nights have left there. */
record NightTown(TestDatabase database, Town town) {
    static NightTown in(TestDatabase database, String name) {
        Town town = Town.of(database.organisation(name), 11, 4);
        town.saveIn(database);
        return new NightTown(database, town);
    }

    OrganisationId organisation() {
        return town.organisation();
    }

    NightOrder order() {
        return NightOrder.on(Town.TODAY, organisation());
    }

    /** What coordinators see: request, volunteer and day-parts of every proposal that stands. */
    List<String> standing() {
        return texts("""
                select s.reference || ' ' || v.reference || ' ' || p.day_parts
                from pairing p
                join support_request s on s.organisation = p.organisation and s.id = p.request
                join volunteer v on v.organisation = p.organisation and v.id = p.volunteer
                where p.step = 'PROPOSED'
                order by s.reference
                """);
    }

    List<String> runs() {
        return texts("select status || coalesce(' ' || failure, '') from run order by id");
    }

    /** Somebody of the staff. */
    UUID account(String email) {
        UUID id = UUID.nameUUIDFromBytes(email.getBytes(StandardCharsets.UTF_8));
        String sql = """
                insert into account (organisation, id, email, name, password_hash, role)
                values (:organisation, :id, :email, :email, '-', 'COORDINATOR')
                """;
        database.scope().inside(organisation(), () -> {
            database.jdbc()
                    .sql(sql)
                    .param("organisation", organisation().value())
                    .param("id", id)
                    .param("email", email)
                    .update();
        });
        return id;
    }

    int count(String table) {
        return texts("select 'x' from " + table).size();
    }

    /** The first column of every row, under the organisation. */
    List<String> texts(String sql) {
        return database.scope()
                .reading(
                        organisation(),
                        () -> database.jdbc()
                                .sql(sql)
                                .query((row, number) -> String.valueOf(row.getString(1)))
                                .list());
    }
}
