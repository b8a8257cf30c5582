package nl.koppelwerk.data.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.database.WholeOrganisation;
import nl.koppelwerk.data.view.Page;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who saw and changed what of one person: the record, what hangs on it, records that were merged into it, and lists taken as
 * files. All of the organisation, whatever the reader may see otherwise: an answer to the person is whole or worth nothing.
 */
public final class PersonAccesses {
    private static final String FROM = """
            with own as (
                select :id as person
                union select f.id from family f where f.merged_into = :id
                union select v.id from volunteer v where v.merged_into = :id
            ), things as (
                select person as id from own
                union select q.id from support_request q join own on q.family = own.person
                union select p.id from pairing p join own on p.volunteer = own.person
                union select p.id from pairing p join support_request q on q.organisation = p.organisation and q.id = p.request
                      join own on q.family = own.person
                union select r.id from registration r join own on own.person in (r.family, r.volunteer)
                union select m.id from emergency m join own on m.family = own.person
                union select w.id from warm_referral w join support_request q
                      on q.organisation = w.organisation and q.id = w.request join own on q.family = own.person
            ), found as (
                select e.*, false as in_a_file from audit_entry e
                where e.object_id in (select id::text from things)
                union all
                select e.*, true from audit_entry e
                where e.action = 'EXPORTED' and e.object_type = :side and e.object_id in ('families', 'volunteers')
            )
            """;

    private final JdbcClient jdbc;

    public PersonAccesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Newest first; inside the scope of the organisation, for a person whom the reader may see.
     *
     * @param side whether it is a family or a volunteer
     */
    public Page<PersonAccess> find(AuditEntry.Subject side, UUID id, int asked, int size) {
        return WholeOrganisation.seen(jdbc, () -> {
            long total = jdbc.sql(FROM + "select count(*) from found")
                    .param("id", id)
                    .param("side", side.name())
                    .query(Long.class)
                    .single();
            int page = Page.nearest(asked, size, total);
            return new Page<>(lines(side, id, size, Page.offset(page, size)), page, size, total);
        });
    }

    private List<PersonAccess> lines(AuditEntry.Subject side, UUID id, int size, long offset) {
        return jdbc.sql(FROM + """
                        select f.at, a.name as who, a.role, f.action, f.object_type, f.detail ->> 'what' as what, f.in_a_file
                        from found f
                        left join account a on a.organisation = f.organisation and a.id = f.account
                        order by f.number desc limit :size offset :offset
                        """)
                .param("id", id)
                .param("side", side.name())
                .param("size", size)
                .param("offset", offset)
                .query(PersonAccesses::line)
                .list();
    }

    private static PersonAccess line(ResultSet row, int number) throws SQLException {
        return new PersonAccess(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("who")),
                Optional.ofNullable(row.getString("role")),
                row.getString("action"),
                row.getString("object_type"),
                Optional.ofNullable(row.getString("what")),
                row.getBoolean("in_a_file"));
    }
}
