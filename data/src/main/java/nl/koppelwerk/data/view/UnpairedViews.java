package nl.koppelwerk.data.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.family.Urgency;
import nl.koppelwerk.domain.language.Languages;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.matching.Stored;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests without a proposal of the organisation whose scope this is called in. */
public final class UnpairedViews {
    /** Closed since, or served by hand since: no longer waiting. */
    private static final String WAITING = """
            from unpaired u
            join support_request q on q.organisation = u.organisation and q.id = u.request
            join family f on f.organisation = q.organisation and f.id = q.family
            join place a on a.postcode = f.postcode
            where u.run = (select max(r.id) from run r where r.status = 'PUBLISHED')
              and q.closed_on is null
              and not exists (select from pairing k
                              where k.organisation = q.organisation and k.request = q.id and k.step <> 'ENDED')
            """;

    private final JdbcClient jdbc;

    public UnpairedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most urgent first, then longest waiting. */
    public Page<UnpairedLine> list(Filter filter, int asked, int size) {
        long total = jdbc.sql("select count(*) " + WAITING + filter.ofRequests())
                .params(filter.values())
                .query(Long.class)
                .single();
        int page = Page.nearest(asked, size, total);
        return new Page<>(lines(filter, size, Page.offset(page, size)), page, size, total);
    }

    /** Those to begin with, in the order of the list. */
    public List<UnpairedLine> first(Filter filter, int atMost) {
        return lines(filter, atMost, 0);
    }

    private List<UnpairedLine> lines(Filter filter, int size, long offset) {
        String sql = """
                select q.id, f.name, f.postcode, a.town, q.kind, q.urgency, q.heavy, q.waiting_since, f.languages,
                       q.needs, u.causes
                """ + WAITING + filter.ofRequests() + """
                order by array_position(array['HIGH', 'RAISED', 'NORMAL'], q.urgency), q.waiting_since, q.id
                limit :size offset :offset
                """;
        return jdbc.sql(sql)
                .params(filter.values())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> line(row))
                .list();
    }

    private static UnpairedLine line(ResultSet row) throws SQLException {
        return new UnpairedLine(
                new SupportRequestId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getInt("postcode"),
                row.getString("town"),
                SupportKind.valueOf(row.getString("kind")),
                Urgency.valueOf(row.getString("urgency")),
                row.getBoolean("heavy"),
                row.getObject("waiting_since", LocalDate.class),
                Languages.parse(row.getString("languages")),
                Columns.needs(row, "needs"),
                Stored.readCauses(row.getString("causes")));
    }
}
