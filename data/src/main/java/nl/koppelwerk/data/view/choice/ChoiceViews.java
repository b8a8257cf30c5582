package nl.koppelwerk.data.view.choice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.SupportKind;
import nl.koppelwerk.domain.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds whom a coordinator means, among those that this coordinator may see; within the scope of the organisation. */
public final class ChoiceViews {
    private static final String VOLUNTEERS = """
            select v.id, v.reference, v.name, v.postcode, a.town, v.kind
            from volunteer v
            join place a on a.postcode = v.postcode
            """;
    private static final String REQUESTS = """
            select q.id, q.reference, f.name, f.postcode, a.town, q.kind
            from support_request q
            join family f on f.organisation = q.organisation and f.id = q.family
            join place a on a.postcode = f.postcode
            """;
    private final JdbcClient jdbc;

    public ChoiceViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active volunteers by a part of their name, or the beginning of their number. */
    public List<Choice> volunteers(String sought, int most) {
        return find(VOLUNTEERS + "where v.active", sought, most);
    }

    /** Open requests by a part of the family's name, or the beginning of their number. */
    public List<Choice> requests(String sought, int most) {
        return find(REQUESTS + "where q.closed_on is null", sought, most);
    }

    /** Those whose name or reference begins so first, then those that have it in a name; names are encrypted in the database. */
    private List<Choice> find(String sql, String sought, int most) {
        String plain = sought.strip().toLowerCase(Locale.ROOT);
        return jdbc.sql(sql).query((row, number) -> choice(row)).list().stream()
                .filter(one -> small(one.name()).contains(plain)
                        || small(one.reference()).startsWith(plain))
                .sorted(Comparator.comparing((Choice one) -> !small(one.name()).startsWith(plain)
                                && !small(one.reference()).startsWith(plain))
                        .thenComparing(Choice::name)
                        .thenComparing(Choice::reference))
                .limit(most)
                .toList();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public Optional<Choice> volunteer(VolunteerId id) {
        return jdbc.sql(VOLUNTEERS + "where v.id = :id")
                .param("id", id.value())
                .query((row, number) -> choice(row))
                .optional();
    }

    /** Also one of another programme whom a proposal names, without what tells who it is. */
    public Optional<Choice> met(VolunteerId id) {
        return jdbc.sql(VOLUNTEERS.replace("from volunteer v", "from volunteer_met v") + "where v.id = :id")
                .param("id", id.value())
                .query((row, number) -> choice(row))
                .optional();
    }

    public Optional<Choice> request(SupportRequestId id) {
        return jdbc.sql(REQUESTS + "where q.id = :id")
                .param("id", id.value())
                .query((row, number) -> choice(row))
                .optional();
    }

    /** Those of these requests and volunteers that the reader may see. */
    public Set<UUID> visible(Collection<UUID> ids) {
        String sql = """
                select id from support_request where id = any(:ids)
                union all
                select id from volunteer where id = any(:ids)
                """;
        return new HashSet<>(jdbc.sql(sql)
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private static Choice choice(ResultSet row) throws SQLException {
        return new Choice(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("name"),
                row.getInt("postcode"),
                row.getString("town"),
                SupportKind.valueOf(row.getString("kind")));
    }
}
