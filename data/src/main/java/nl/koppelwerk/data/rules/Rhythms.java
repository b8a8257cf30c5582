package nl.koppelwerk.data.rules;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import nl.koppelwerk.domain.programme.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When programmes ask how it goes, and what that was before; in the organisation whose scope this is called in. */
public final class Rhythms {
    private final JdbcClient jdbc;
    private final Clock clock;

    public Rhythms(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version to be shown again with a change, so that nobody undoes a colleague's unseen */
    public record InUse(Rhythm rhythm, int version) {}

    /**
     * A rhythm that was replaced.
     *
     * @param by name of who replaced it
     */
    public record Before(Rhythm rhythm, Instant until, Optional<String> by) {}

    public Optional<InUse> find(ProgrammeId programme) {
        return jdbc.sql("""
                        select trial_weeks, check_in_weeks, check_in_every_weeks, version from programme where id = :id
                        """)
                .param("id", programme.value())
                .query((row, number) -> new InUse(rhythm(row), row.getInt("version")))
                .optional();
    }

    /** The latest first. */
    public List<Before> before(ProgrammeId programme) {
        return jdbc.sql("""
                        select b.trial_weeks, b.check_in_weeks, b.check_in_every_weeks, b.replaced_at, a.name
                        from programme_rhythm_before b
                        left join account a on a.organisation = b.organisation and a.id = b.account
                        where b.programme = :id
                        order by b.number desc
                        """)
                .param("id", programme.value())
                .query((row, number) -> new Before(
                        rhythm(row),
                        row.getObject("replaced_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("name"))))
                .list();
    }

    /** The rhythm that a new programme begins with. */
    public void begin(ProgrammeId programme, Rhythm rhythm) {
        put(programme, rhythm);
    }

    /**
     * @param account empty: somebody on the command line
     * @return false, and nothing changed, when the programme is no longer as it was seen
     */
    public boolean change(
            OrganisationId organisation, ProgrammeId programme, int seen, Rhythm rhythm, Optional<UUID> account) {
        boolean held = jdbc.sql("select 1 from programme where id = :id and version = :seen for no key update")
                .param("id", programme.value())
                .param("seen", seen)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (held) {
            keepBefore(organisation, programme, account);
            put(programme, rhythm);
        }
        return held;
    }

    private void keepBefore(OrganisationId organisation, ProgrammeId programme, Optional<UUID> account) {
        jdbc.sql("""
                        insert into programme_rhythm_before (organisation, programme, number, trial_weeks, check_in_weeks,
                                                             check_in_every_weeks, replaced_at, account)
                        select :organisation, g.id,
                               1 + (select count(*) from programme_rhythm_before b where b.programme = g.id),
                               g.trial_weeks, g.check_in_weeks, g.check_in_every_weeks, :now, :account
                        from programme g
                        where g.id = :id
                        """)
                .param("organisation", organisation.value())
                .param("id", programme.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", account.orElse(null))
                .update();
    }

    private void put(ProgrammeId programme, Rhythm rhythm) {
        jdbc.sql("""
                        update programme
                        set trial_weeks = :trial, check_in_weeks = cast(:weeks as smallint[]),
                            check_in_every_weeks = :every, version = version + 1
                        where id = :id
                        """)
                .param("id", programme.value())
                .param("trial", rhythm.trialWeeks())
                .param("weeks", rhythm.weeks().toArray(Integer[]::new))
                .param("every", rhythm.thenEvery())
                .update();
    }

    private static Rhythm rhythm(ResultSet row) throws SQLException {
        List<Integer> weeks = Arrays.stream(
                        (Object[]) row.getArray("check_in_weeks").getArray())
                .map(week -> ((Number) week).intValue())
                .toList();
        return new Rhythm(row.getInt("trial_weeks"), weeks, row.getInt("check_in_every_weeks"));
    }
}
