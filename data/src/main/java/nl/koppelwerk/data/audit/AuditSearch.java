package nl.koppelwerk.data.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.data.view.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds in the audit log of the organisation whose scope this is called in: who did or saw what, when. */
public final class AuditSearch {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** References are found for what is still there; the log itself keeps ids only. */
    private static final String FROM = """
            from audit_entry e
            left join account a on a.organisation = e.organisation and a.id = e.account
            where (:account::uuid is null or e.account = :account::uuid)
              and (:action::text is null or e.action = :action)
              and (:subject::text is null or e.object_type = :subject)
              and (:from::timestamptz is null or e.at >= :from::timestamptz)
              and (:before::timestamptz is null or e.at < :before::timestamptz)
              and (:object::text is null or e.object_id = :object or e.object_id in (
                      select f.id::text from family f where f.reference = :object
                      union all select v.id::text from volunteer v where v.reference = :object
                      union all select q.id::text from support_request q
                                join family f on f.organisation = q.organisation and f.id = q.family
                                where :object in (q.reference, f.reference)
                      union all select k.id::text from pairing k
                                join support_request q on q.organisation = k.organisation and q.id = k.request
                                join family f on f.organisation = q.organisation and f.id = q.family
                                join volunteer v on v.organisation = k.organisation and v.id = k.volunteer
                                where :object in (q.reference, f.reference, v.reference)))
            """;

    private static final String REFERENCE = """
            coalesce(case e.object_type
                when 'FAMILY' then (select f.reference from family f where f.id::text = e.object_id)
                when 'VOLUNTEER' then (select v.reference from volunteer v where v.id::text = e.object_id)
                when 'REQUEST' then (select q.reference from support_request q where q.id::text = e.object_id)
                when 'ACCOUNT' then (select o.name from account o where o.id::text = e.object_id)
            end, e.object_id) as reference
            """;

    private final JdbcClient jdbc;
    private final ZoneId zone;

    /** @param zone of the days that are asked for */
    public AuditSearch(JdbcClient jdbc, ZoneId zone) {
        this.jdbc = jdbc;
        this.zone = zone;
    }

    /**
     * What is looked for; all that is given has to hold.
     *
     * @param object a reference (of a family also what hangs on it) or an id
     * @param from first day
     * @param until last day
     */
    public record Question(
            Optional<UUID> account,
            Optional<String> object,
            Optional<AuditEntry.Action> action,
            Optional<AuditEntry.Subject> subject,
            Optional<LocalDate> from,
            Optional<LocalDate> until) {}

    /** Newest first. */
    public Page<AuditLine> find(Question question, int asked, int size) {
        long total =
                bound("select count(*) " + FROM, question).query(Long.class).single();
        int page = Page.nearest(asked, size, total);
        String sql = "select e.number, e.at, a.name as who, e.action, e.object_type, e.object_id, e.detail, "
                + REFERENCE + FROM + " order by e.number desc limit :size offset :offset";
        List<AuditLine> lines = bound(sql, question)
                .param("size", size)
                .param("offset", Page.offset(page, size))
                .query(AuditSearch::line)
                .list();
        return new Page<>(lines, page, size, total);
    }

    private JdbcClient.StatementSpec bound(String sql, Question question) {
        return jdbc.sql(sql)
                .param("account", question.account().map(UUID::toString).orElse(null), Types.VARCHAR)
                .param("action", question.action().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("subject", question.subject().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("object", question.object().orElse(null), Types.VARCHAR)
                .param("from", start(question.from().orElse(null)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "before",
                        start(question.until().map(day -> day.plusDays(1)).orElse(null)),
                        Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static AuditLine line(ResultSet row, int number) throws SQLException {
        return new AuditLine(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("who")),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("reference"),
                JSON.readValue(row.getString("detail"), new TypeReference<>() {}));
    }
}
