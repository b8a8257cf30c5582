package nl.koppelwerk.data.store;

import java.sql.Timestamp;
import java.time.Instant;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.domain.pairing.Pairing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is asked of the programme that lends a volunteer, along with the steps of the pairing. */
final class LendingsAsked {
    private final JdbcClient jdbc;

    LendingsAsked(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks whoever answers for a volunteer of another programme; for a volunteer of the own programme there is nothing to ask. */
    void ask(Pairing accepted, Instant at) {
        String sql = """
                insert into lending (organisation, pairing, volunteer, asked_at)
                select k.organisation, k.id, k.volunteer, :at
                from pairing k
                join support_request q on q.organisation = k.organisation and q.id = k.request
                join lent_volunteer l
                  on l.organisation = k.organisation and l.volunteer = k.volunteer and l.programme = q.programme
                where k.id = :pairing
                on conflict do nothing
                """;
        WholeOrganisation.seen(
                jdbc,
                () -> jdbc.sql(sql)
                        .param("at", Timestamp.from(at))
                        .param("pairing", accepted.id().value())
                        .update());
    }

    /** The acceptance was taken back. */
    void withdraw(Pairing proposed) {
        jdbc.sql("delete from lending where pairing = :pairing and answer is null")
                .param("pairing", proposed.id().value())
                .update();
    }

    boolean agreed(Pairing pairing) {
        return jdbc.sql("""
                        select not exists (select from lending l
                                           where l.pairing = :pairing and l.answer is distinct from 'YES')
                        """)
                .param("pairing", pairing.id().value())
                .query(Boolean.class)
                .single();
    }
}
