package nl.koppelwerk.data.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.cipher.Cell;
import nl.koppelwerk.data.cipher.Clear;
import nl.koppelwerk.data.person.By;
import nl.koppelwerk.data.view.Filter;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.family.SupportRequestId;
import nl.koppelwerk.domain.programme.Need;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.referral.NextStep;
import nl.koppelwerk.referral.WarmReferral;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Needs that were handed over to services; in the organisation whose scope this is called in. */
public final class WarmReferrals {
    private static final String SELECT = """
            select w.id, w.request, w.service, w.service_name, w.provider, w.needs, w.agreed_on, w.state, w.step, w.doer,
                   w.who, w.due_on, w.due_at, w.reason, w.ended_on, w.version, f.id as family, f.name as family_name,
                   q.reference, q.programme
            from warm_referral w
            join support_request q on q.organisation = w.organisation and q.id = w.request
            join family f on f.organisation = q.organisation and f.id = q.family
            """;

    private static final String LATEST_FIRST =
            " order by w.ended_on is not null, w.due_on, w.ended_on desc, w.service_name";

    private final JdbcClient jdbc;

    public WarmReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A referral with whom it is about.
     *
     * @param version what a change must have seen
     * @param reference of the request
     */
    public record Kept(
            WarmReferral referral, int version, FamilyId family, String familyName, String reference, UUID programme) {
        /** Whether its step should have been done before this day. */
        public boolean overdue(LocalDate today) {
            return referral.next().filter(step -> step.due().isBefore(today)).isPresent();
        }
    }

    /**
     * One line of its history.
     *
     * @param account name of who noted it; empty: the software
     */
    public record Line(
            Instant at,
            Optional<String> account,
            WarmReferral.State state,
            Optional<NextStep> next,
            Optional<WarmReferral.Reason> reason,
            Optional<LocalDate> ended) {}

    public Optional<Kept> find(UUID id) {
        return one(SELECT + "where w.id = :id", id);
    }

    /** As {@link #find}; nobody else changes it until this transaction ends. */
    Optional<Kept> findToChange(UUID id) {
        return one(SELECT + "where w.id = :id for update of w", id);
    }

    private Optional<Kept> one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, number) -> kept(row)).optional();
    }

    /** Open ones first. */
    public List<Kept> of(SupportRequestId request) {
        return jdbc.sql(SELECT + "where w.request = :id" + LATEST_FIRST)
                .param("id", request.value())
                .query((row, number) -> kept(row))
                .list();
    }

    /** Of all its requests, open ones first. */
    public List<Kept> of(FamilyId family) {
        return jdbc.sql(SELECT + "where f.id = :id" + LATEST_FIRST)
                .param("id", family.value())
                .query((row, number) -> kept(row))
                .list();
    }

    /** All that are open, the one whose step is due first first. */
    public List<Kept> open() {
        return jdbc.sql(SELECT + "where w.ended_on is null" + LATEST_FIRST)
                .query((row, number) -> kept(row))
                .list();
    }

    /** Those whose step should have been done by this day. */
    public List<Kept> due(LocalDate day, Filter filter) {
        return jdbc.sql(SELECT + "join place a on a.postcode = f.postcode where w.due_on <= :day " + filter.ofRequests()
                        + LATEST_FIRST)
                .param("day", day)
                .params(filter.values())
                .query((row, number) -> kept(row))
                .list();
    }

    /** Those that ended last. */
    public List<Kept> ended(int most) {
        return jdbc.sql(SELECT + "where w.ended_on is not null order by w.ended_on desc, w.service_name limit :most")
                .param("most", most)
                .query((row, number) -> kept(row))
                .list();
    }

    /** Latest first. */
    public List<Line> history(UUID id) {
        return jdbc.sql("""
                        select s.at, a.name as account, s.state, s.step, null::uuid as doer, s.who, s.due_on, s.due_at,
                               s.reason, s.ended_on
                        from warm_referral_step s
                        left join account a on a.organisation = s.organisation and a.id = s.account
                        where s.referral = :id order by s.number desc
                        """).param("id", id).query((row, number) -> line(row)).list();
    }

    /** Whether the family took its consent back and did not give it again. */
    boolean consentWithdrawn(SupportRequestId request) {
        String sql = """
                select coalesce(bool_and(c.withdrawn_on is not null), false)
                from support_request q join consent c on c.organisation = q.organisation and c.family = q.family
                where q.id = :request
                """;
        return jdbc.sql(sql)
                .param("request", request.value())
                .query(Boolean.class)
                .single();
    }

    /** @return false: this request is handed over to this service already */
    boolean add(OrganisationId organisation, WarmReferral referral) {
        return jdbc.sql("""
                        insert into warm_referral (organisation, id, request, service, service_name, provider, needs,
                                                   agreed_on, state, step, doer, who, due_on, due_at)
                        values (:organisation, :id, :request, :service, :name, :provider, :needs, :agreed, :state, :step,
                                :doer, :who, :due, :at)
                        on conflict (organisation, request, service) where ended_on is null do nothing
                        """)
                        .param("organisation", organisation.value())
                        .param("request", referral.request().value())
                        .param("service", referral.to().service())
                        .param("name", referral.to().name())
                        .param("provider", referral.to().provider())
                        .param(
                                "needs",
                                referral.needs().stream().map(Need::name).toArray(String[]::new))
                        .param("agreed", referral.agreed())
                        .params(stand(referral, Cell.REFERRAL_WHO))
                        .update()
                == 1;
    }

    void change(WarmReferral referral) {
        jdbc.sql("""
                        update warm_referral
                        set state = :state, step = :step, doer = :doer, who = :who, due_on = :due, due_at = :at,
                            reason = :reason, ended_on = :ended, version = version + 1
                        where id = :id
                        """).params(stand(referral, Cell.REFERRAL_WHO)).update();
    }

    void remember(By by, WarmReferral referral, Instant at) {
        jdbc.sql("""
                        insert into warm_referral_step (organisation, referral, number, request, at, account, state, step, who,
                                                        due_on, due_at, reason, ended_on)
                        select :organisation, :id, coalesce(max(number), 0) + 1, :request, :moment, :account, :state,
                               cast(:step as text), cast(:who as text), cast(:due as date), cast(:at as time),
                               cast(:reason as text), cast(:ended as date)
                        from warm_referral_step where referral = :id
                        """)
                .param("organisation", by.organisation().value())
                .param("request", referral.request().value())
                .param("moment", at.atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .params(stand(referral, Cell.REFERRAL_STEP_WHO))
                .update();
    }

    private static Map<String, ?> stand(WarmReferral referral, Cell who) {
        Optional<NextStep> next = referral.next();
        Map<String, Object> stand = new HashMap<>();
        stand.put("id", referral.id());
        stand.put("state", referral.state().name());
        stand.put("step", sql(next.map(step -> step.kind().name()), Types.VARCHAR));
        stand.put("doer", sql(next.flatMap(NextStep::account), Types.OTHER));
        stand.put("who", sql(next.map(step -> Clear.of(who, referral.id(), step.who())), Types.VARCHAR));
        stand.put("due", sql(next.map(NextStep::due), Types.DATE));
        stand.put("at", sql(next.flatMap(NextStep::at), Types.TIME));
        stand.put("reason", sql(referral.reason().map(Enum::name), Types.VARCHAR));
        stand.put("ended", sql(referral.ended(), Types.DATE));
        return stand;
    }

    private static Object sql(Optional<?> value, int type) {
        return new SqlParameterValue(type, value.orElse(null));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        WarmReferral referral = new WarmReferral(
                row.getObject("id", UUID.class),
                new SupportRequestId(row.getObject("request", UUID.class)),
                new WarmReferral.To(
                        row.getObject("service", UUID.class), row.getString("service_name"), row.getString("provider")),
                needs(row),
                row.getObject("agreed_on", LocalDate.class),
                WarmReferral.State.valueOf(row.getString("state")),
                next(row),
                Optional.ofNullable(row.getString("reason")).map(WarmReferral.Reason::valueOf),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
        return new Kept(
                referral,
                row.getInt("version"),
                new FamilyId(row.getObject("family", UUID.class)),
                row.getString("family_name"),
                row.getString("reference"),
                row.getObject("programme", UUID.class));
    }

    private static Set<Need> needs(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("needs").getArray())
                .map(name -> Need.valueOf(name.toString()))
                .collect(Collectors.toSet());
    }

    private static Optional<NextStep> next(ResultSet row) throws SQLException {
        String step = row.getString("step");
        return step == null
                ? Optional.empty()
                : Optional.of(new NextStep(
                        NextStep.Kind.valueOf(step),
                        Optional.ofNullable(row.getObject("doer", UUID.class)),
                        row.getString("who"),
                        row.getObject("due_on", LocalDate.class),
                        Optional.ofNullable(row.getObject("due_at", LocalTime.class))));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("account")),
                WarmReferral.State.valueOf(row.getString("state")),
                next(row),
                Optional.ofNullable(row.getString("reason")).map(WarmReferral.Reason::valueOf),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)));
    }
}
