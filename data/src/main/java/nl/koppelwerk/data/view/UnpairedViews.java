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
            where u.run = (select max(r.id) from run r where r.status = 'PUBLISHED')
              and q.closed_on is null
              and not exists (select from pairing k
                              where k.organisation = q.organisation and k.request = q.id and k.step <> 'ENDED')
            """;

    private static final String URGENT_FIRST =
            "order by array_position(array['HIGH', 'RAISED', 'NORMAL'], q.urgency), q.waiting_since, q.id\n";

    private final JdbcClient jdbc;

    public UnpairedViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most urgent first, then longest waiting. */
    public Page<UnpairedLine> list(Filter filter, int asked, int size) {
        long total = jdbc.sql("select count(*) " + waiting(filter))
                .params(filter.values())
                .query(Long.class)
                .single();
        int page = Page.nearest(asked, size, total);
        return new Page<>(lines(filter, size, Page.offset(page, size)), page, size, total);
    }

    private static String waiting(Filter filter) {
        return """
                from unpaired u
                join support_request q on q.organisation = u.organisation and q.id = u.request
                """ + filter.familiesOfRequests() + WAITING + filter.ofRequests();
    }

    /** Who comes first is found before the rest of these few is read. */
    private List<UnpairedLine> lines(Filter filter, int size, long offset) {
        String sql = """
                with q as materialized (
                    select q.organisation, q.id, q.family, q.kind, q.urgency, q.heavy, q.waiting_since, q.needs, u.causes
                """ + waiting(filter) + URGENT_FIRST + """
                limit :size offset :offset)
                select q.id, f.name, f.postcode, a.town, q.kind, q.urgency, q.heavy, q.waiting_since, f.languages,
                       q.needs, q.causes
                from q
                join family f on f.organisation = q.organisation and f.id = q.family
                join place a on a.postcode = f.postcode
                """ + URGENT_FIRST;
        return jdbc.sql(sql)
                .params(filter.values())
                .param("size", size)
                .param("offset", offset)
                .query((row, number) -> line(row))
                .list();
    }

    /** A line of the list, from a row with its columns. */
    public static UnpairedLine line(ResultSet row) throws SQLException {
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
