package nl.koppelwerk.data.cost;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.koppelwerk.avoidedcost.review.CaseReview;
import nl.koppelwerk.avoidedcost.review.ReviewDraft;
import nl.koppelwerk.domain.family.FamilyId;
import nl.koppelwerk.domain.pairing.PairingId;
import nl.koppelwerk.domain.pairing.Step;
import nl.koppelwerk.domain.programme.OrganisationId;
import nl.koppelwerk.domain.programme.ProgrammeId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reviews of pairings, kept with all that was changed. To be used inside the scope of the organisation. */
public final class CaseReviews {
    private final JdbcClient jdbc;

    public CaseReviews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A draft as it is kept.
     *
     * @param version counts up with each change; 0: not kept yet
     * @param reason why a fixed review is changed; empty for a first one
     */
    public record KeptDraft(ReviewDraft draft, int version, Optional<String> reason) {}

    /** One version that was fixed. */
    private record Fixed(ReviewContent content, Instant at, String by, String reason) {}

    /** What there is to review; empty when there is no such pairing, or it has not begun. */
    public Optional<ReviewedPair> findPair(PairingId pairing, LocalDate today) {
        String sql = """
                select k.id, k.step, f.id as family, f.name as family_name, v.name as volunteer_name, p.municipality,
                       r.programme, l.started_on, least(coalesce(l.ended_on, :today), :today) as until,
                       (select coalesce(array_agg(c.birth_year::integer order by c.number), '{}')
                        from child c where c.organisation = f.organisation and c.family = f.id) as birth_years
                from pairing k
                join pairing_life l on l.organisation = k.organisation and l.pairing = k.id
                join support_request r on r.organisation = k.organisation and r.id = k.request
                join family f on f.organisation = r.organisation and f.id = r.family
                join volunteer v on v.organisation = k.organisation and v.id = k.volunteer
                join place p on p.postcode = f.postcode
                where k.id = :pairing and l.started_on <= :today
                """;
        return jdbc.sql(sql)
                .param("pairing", pairing.value())
                .param("today", today)
                .query((row, number) -> pair(row))
                .optional();
    }

    private static ReviewedPair pair(ResultSet row) throws SQLException {
        Integer[] years = (Integer[]) row.getArray("birth_years").getArray();
        return new ReviewedPair(
                new PairingId(row.getObject("id", UUID.class)),
                new FamilyId(row.getObject("family", UUID.class)),
                row.getString("family_name"),
                row.getString("volunteer_name"),
                row.getString("municipality"),
                new ProgrammeId(row.getObject("programme", UUID.class)),
                Step.valueOf(row.getString("step")),
                row.getObject("started_on", LocalDate.class),
                row.getObject("until", LocalDate.class),
                List.of(years));
    }

    public Optional<KeptDraft> findDraft(PairingId pairing) {
        return jdbc.sql("select version, content, reason from case_review_draft where pairing = :pairing")
                .param("pairing", pairing.value())
                .query((row, number) -> new KeptDraft(
                        content(row).draft(pairing),
                        row.getInt("version"),
                        Optional.ofNullable(row.getString("reason"))))
                .optional();
    }

    /**
     * Keeps a draft in place of the one that was seen.
     *
     * @param seen version that was seen; 0: there was none
     * @return false, and nothing kept, when a colleague kept another one meanwhile
     */
    public boolean keepDraft(OrganisationId organisation, KeptDraft changed, int seen, UUID account, Instant at) {
        String sql = """
                insert into case_review_draft (organisation, pairing, version, content, reason, changed_at, account)
                values (:organisation, :pairing, :seen + 1, :content::jsonb, :reason, :at, :account)
                on conflict (organisation, pairing) do update
                set version = excluded.version, content = excluded.content, reason = excluded.reason,
                    changed_at = excluded.changed_at, account = excluded.account
                where case_review_draft.version = :seen
                """;
        return jdbc.sql(sql)
                        .param("organisation", organisation.value())
                        .param("pairing", changed.draft().pairing().value())
                        .param("seen", seen)
                        .param("content", ReviewContent.of(changed.draft()).json())
                        .param("reason", changed.reason().orElse(null), Types.VARCHAR)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    /** Takes the draft away; a fixed review stays as it is. */
    public void dropDraft(PairingId pairing) {
        jdbc.sql("delete from case_review_draft where pairing = :pairing")
                .param("pairing", pairing.value())
                .update();
    }

    /** Keeps a review whose estimate was fixed, as its next version, and takes the draft away. */
    public void fix(OrganisationId organisation, CaseReview review, Optional<String> reason, UUID account) {
        String sql = """
                insert into case_review (organisation, pairing, version, content, reason, fixed_at, account)
                values (:organisation, :pairing,
                        (select coalesce(max(version), 0) + 1 from case_review where pairing = :pairing),
                        :content::jsonb, :reason, :at, :account)
                """;
        jdbc.sql(sql)
                .param("organisation", organisation.value())
                .param("pairing", review.pairing().value())
                .param("content", ReviewContent.of(review).json())
                .param("reason", reason.orElse(null), Types.VARCHAR)
                .param("at", review.fixedAt().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
        dropDraft(review.pairing());
    }

    /** The review as it counts now, with the estimates that were changed. */
    public Optional<CaseReview> find(PairingId pairing) {
        return list(List.of(pairing)).stream().findFirst();
    }

    /** Of those that are reviewed, in the order of their ids. */
    public List<CaseReview> list(Collection<PairingId> pairings) {
        String sql = """
                select c.pairing, c.content, c.fixed_at, coalesce(c.reason, '') as reason, a.name
                from case_review c join account a on a.organisation = c.organisation and a.id = c.account
                where c.pairing = any (:pairings)
                order by c.pairing, c.version
                """;
        Map<PairingId, List<Fixed>> versions = new LinkedHashMap<>();
        jdbc.sql(sql)
                .param("pairings", pairings.stream().map(PairingId::value).toArray(UUID[]::new))
                .query((row, number) -> versions.computeIfAbsent(
                                new PairingId(row.getObject("pairing", UUID.class)), _ -> new ArrayList<>())
                        .add(new Fixed(
                                content(row),
                                row.getObject("fixed_at", OffsetDateTime.class).toInstant(),
                                row.getString("name"),
                                row.getString("reason"))))
                .list();
        return versions.entrySet().stream()
                .map(pairing -> review(pairing.getKey(), pairing.getValue()))
                .toList();
    }

    private static CaseReview review(PairingId pairing, List<Fixed> versions) {
        List<CaseReview.Revision> earlier = new ArrayList<>();
        for (int i = 0; i + 1 < versions.size(); i++) {
            Fixed replaced = versions.get(i);
            Fixed by = versions.get(i + 1);
            earlier.add(new CaseReview.Revision(
                    replaced.content().estimate(), replaced.at(), by.at(), by.by(), by.reason()));
        }
        Fixed last = versions.getLast();
        return new CaseReview(
                pairing,
                last.content().started(),
                last.content().until(),
                last.content().estimate(),
                last.at(),
                earlier);
    }

    private static ReviewContent content(ResultSet row) throws SQLException {
        return ReviewContent.read(row.getString("content"));
    }
}
