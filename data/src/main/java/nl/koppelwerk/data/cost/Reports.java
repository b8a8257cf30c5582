package nl.koppelwerk.data.cost;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.report.Report;
import nl.koppelwerk.avoidedcost.report.Reporting;
import nl.koppelwerk.disclosure.Release;
import nl.koppelwerk.domain.programme.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reports to municipalities, as they were published. To be used inside the scope of the organisation. */
public final class Reports {
    /**
     * By fields: what a record can tell beside its components is not written down. A list that an older report does not
     * have is empty.
     */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(all -> all.withFieldVisibility(Visibility.ANY)
                    .withGetterVisibility(Visibility.NONE)
                    .withIsGetterVisibility(Visibility.NONE))
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    private final JdbcClient jdbc;

    public Reports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A report that went out.
     *
     * @param number counted from 1 for each municipality
     */
    public record Published(int number, Instant at, Report report) {}

    /** Newest first; for a municipal reader those of the own municipality only. */
    public List<Published> list(String municipality) {
        String sql = """
                select number, published_at, content
                from report
                where municipality = :municipality
                order by number desc
                """;
        return jdbc.sql(sql)
                .param("municipality", municipality)
                .query((row, number) -> published(row))
                .list();
    }

    public Optional<Published> find(String municipality, int number) {
        return list(municipality).stream()
                .filter(report -> report.number() == number)
                .findFirst();
    }

    /** What was published to the municipality before, oldest first, to check the next report against. */
    public List<Release> releases(String municipality) {
        return jdbc.sql("select content from report_release where municipality = :municipality order by number")
                .param("municipality", municipality)
                .query((row, number) -> KeptRelease.read(row.getString("content")))
                .list();
    }

    /** Waits for others who publish to this municipality, until the transaction ends. */
    public void lock(OrganisationId organisation, String municipality) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "koppelwerk.report/" + organisation.value() + "/" + municipality)
                .query(Integer.class)
                .single();
    }

    /** Keeps the report for good and answers its number. */
    public int publish(OrganisationId organisation, Reporting.Made made, UUID account, Instant at) {
        Report report = made.report();
        String sql = """
                insert into report (organisation, municipality, number, from_day, until_day, content, published_at, account)
                values (:organisation, :municipality,
                        (select coalesce(max(number), 0) + 1 from report where municipality = :municipality),
                        :from, :until, :content::jsonb, :at, :account)
                returning number
                """;
        int number = jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("municipality", report.municipality())
                .param("from", report.period().from())
                .param("until", report.period().until())
                .param("content", JSON.writeValueAsString(report))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .query((row, count) -> row.getInt("number"))
                .single();
        jdbc.sql("""
                insert into report_release (organisation, municipality, number, content)
                values (:organisation, :municipality, :number, :content::jsonb)
                """)
                .param("organisation", organisation.value())
                .param("municipality", report.municipality())
                .param("number", number)
                .param("content", KeptRelease.write(made.release()))
                .update();
        return number;
    }

    private static Published published(ResultSet row) throws SQLException {
        return new Published(
                row.getInt("number"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("content"), Report.class));
    }
}
