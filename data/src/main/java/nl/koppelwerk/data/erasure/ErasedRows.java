package nl.koppelwerk.data.erasure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.koppelwerk.data.erasure.Erasure.Gone;
import nl.koppelwerk.data.erasure.Erasure.Stays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of one person, with those that were merged into that person. */
final class ErasedRows {
    private static final String THEIR_PAIRINGS = """
            (select p.id from pairing p join support_request q on q.organisation = p.organisation and q.id = p.request
             where p.volunteer in (:ids) or q.family in (:ids))
            """;

    /** What a person was known by, on this side and in each way. */
    private static final String TRACES =
            """
            select unnest(array [f.name, f.email, f.phone, f.reference]) as trace from family f where f.id in (:ids)
            union select unnest(array [v.name, v.email, v.phone, v.reference]) from volunteer v where v.id in (:ids)
            union select q.reference from support_request q where q.family in (:ids)
            union select unnest(array [c.before, c.after]) from record_change c
                  where (c.family in (:ids) or c.volunteer in (:ids)) and c.field in ('name', 'email', 'phone', 'reference')
            union select unnest(array [r.name, r.email, r.phone, r.referrer_email, r.referrer_phone]) from registration r
                  where r.family in (:ids) or r.volunteer in (:ids)
            union select l.introduction_place from pairing_life l where l.pairing in
            """ + THEIR_PAIRINGS + " union select p.id::text from pairing p where p.id in " + THEIR_PAIRINGS;

    private static final String FAMILY = """
            update family f
            set reference = 'erased-' || f.id, name = '–', street = null, school = null, household = 'OTHER',
                postcode = (select min(o.postcode) from place p join place o using (municipality)
                            where p.postcode = f.postcode),
                languages = '', pets = false, email = null, phone = null,
                page_language = 'nl', merged_into = f.id, erased_on = :today, version = version + 1
            where f.id in (:ids)
            """;

    private static final String VOLUNTEER = """
            update volunteer v
            set reference = 'erased-' || v.id, name = '–', street = null, school = null, gender = 'OTHER',
                postcode = (select min(o.postcode) from place p join place o using (municipality)
                            where p.postcode = v.postcode),
                languages = '', skills = '{}', availability = 0, availability_confirmed = null, quarters_per_week = 0,
                maximum_families = 0, travel_limit_metres = 0, child_age_min = 0, child_age_max = 0,
                maximum_children = 0, heavy_cases = false, pets_unwelcome = false, not_these = '{}', pets = false,
                screened = null, trained = false, experience_years = 0, active = false, email = null,
                phone = null,
                registered_on = :today, paused_until = null, stopped_on = :today, inactive_reason = 'OTHER',
                travels_by = '{}', children_at_home = null, returns_by_itself = false, page_language = 'nl',
                merged_into = v.id, erased_on = :today, version = version + 1
            where v.id in (:ids)
            """;

    private static final String REQUESTS = """
            update support_request q
            set reference = 'erased-' || q.id, needs = '{}', day_parts = 0, woman_only = false, pets_unwelcome = false,
                other_street = false, other_school = false, maximum_distance_metres = null, urgency = 'NORMAL',
                heavy = false, training_needed = false, closed_on = coalesce(q.closed_on, :today),
                status_reason = coalesce(q.status_reason, 'OTHER'), version = version + 1
            where q.family in (:ids)
            """;

    private static final String PROPOSALS = """
            with ended as (
                update pairing k set step = 'ENDED', held = false, held_until = null, version = version + 1
                where k.step = 'PROPOSED' and k.id in
            """ + THEIR_PAIRINGS + """
                returning k.organisation, k.id)
            insert into pairing_history (organisation, pairing, at, from_step, to_step, reason)
            select organisation, id, change_at(), 'PROPOSED', 'ENDED', :ending from ended
            """;

    /** What tells of a person is encrypted, so it is read and then named by its keys. */
    private record Telling(String read, String change) {}

    private static final Telling MAIL = new Telling("""
            select m.id::text as key,
                   m.recipient || ' ' || m.subject || ' ' || m.body || ' ' || coalesce(m.calendar, '') as told
            from outgoing_mail m
            """, "delete from outgoing_mail m where m.id::text in (:keys)");

    private static final Telling IMPORTED_ROWS = new Telling(
            """
            select concat_ws(' ', i.import_file, i.row_number, i.column_name) as key, i.row_text || ' ' || i.value as told
            from import_reject i
            """,
            "delete from import_reject i"
                    + " where concat_ws(' ', i.import_file, i.row_number, i.column_name) in (:keys)");

    private static final List<Telling> WHO = List.of(
            new Telling(
                    "select w.id::text as key, w.who as told from warm_referral w where w.who is not null",
                    "update warm_referral w set who = '–' where w.id::text in (:keys)"),
            new Telling(
                    "select concat_ws(' ', s.referral, s.number) as key, s.who as told from warm_referral_step s"
                            + " where s.who is not null",
                    "update warm_referral_step s set who = '–' where concat_ws(' ', s.referral, s.number) in (:keys)"));

    /** Before the row itself is emptied: these ask by what is in it. */
    private static final Map<Gone, List<String>> FIRST = Map.of(
            Gone.REGISTRATIONS,
            List.of("""
                    delete from registration r
                    where r.family in (:ids) or r.volunteer in (:ids)
                       or sealed_index(r.email) in (select sealed_index(f.email) from family f where f.id in (:ids)
                                                    union select sealed_index(v.email) from volunteer v where v.id in (:ids))
                    """),
            Gone.PROPOSALS,
            List.of(
                    PROPOSALS,
                    "delete from recruit_effect e where e.request in (select q.id from support_request q"
                            + " where q.family in (:ids))",
                    "delete from recruit c where not exists (select from recruit_effect e"
                            + " where e.organisation = c.organisation and e.run = c.run and e.rank = c.rank)"),
            Gone.BLOCKS,
            List.of(
                    "delete from block b where b.family in (:ids) or b.volunteer in (:ids)",
                    "delete from not_the_same n where n.one in (:ids) or n.other in (:ids)"),
            Gone.WAYS_IN,
            List.of(
                    "delete from volunteer_link l where l.volunteer in (:ids)",
                    "delete from volunteer_question q where q.volunteer in (:ids)",
                    "delete from volunteer_page p where p.volunteer in (:ids)",
                    "delete from volunteer_passkey k where k.volunteer in (:ids)",
                    "delete from volunteer_calendar c where c.volunteer in (:ids)",
                    "delete from household_key k where k.family in (:ids)",
                    "delete from household_page p where p.family in (:ids)",
                    "delete from pairing_ask a where a.pairing in " + THEIR_PAIRINGS),
            Gone.ABSENCES,
            List.of("delete from volunteer_absence a where a.volunteer in (:ids)"),
            Gone.PREVIEWS,
            List.of("delete from import_preview"),
            Gone.CONSENT,
            List.of(
                    "delete from consent c where c.family in (:ids) or c.volunteer in (:ids)",
                    "delete from sharing_consent c where c.family in (:ids) or c.volunteer in (:ids)"),
            Gone.CHILDREN,
            List.of("delete from child c where c.family in (:ids)"));

    private static final Map<Gone, List<String>> THEN = Map.of(
            Gone.RECORD,
            List.of(FAMILY, VOLUNTEER),
            Gone.REQUESTS,
            List.of(REQUESTS),
            Gone.BOTH_SIDES,
            List.of(
                    "delete from both_sides b where b.family in (:ids) or b.volunteer in (:ids)",
                    "delete from invitation_to_help i where i.family in (:ids)"),
            Gone.REFERRALS,
            List.of("""
                    delete from warm_referral w
                    where w.request in (select q.id from support_request q where q.family in (:ids))
                    """),
            Gone.INTAKE,
            List.of(
                    "delete from intake_answer i where i.family in (:ids)",
                    "delete from emergency e where e.family in (:ids)"),
            Gone.REVIEW_WORDS,
            List.of("delete from case_review_draft d where d.pairing in " + THEIR_PAIRINGS),
            Gone.WORDS,
            List.of(
                    "update pairing_life l set introduction_place = '–' where l.introduction_place is not null"
                            + " and l.pairing in " + THEIR_PAIRINGS,
                    "update pairing_life l set backup = null where l.backup in (:ids)",
                    "delete from lending l where l.volunteer in (:ids) or l.pairing in " + THEIR_PAIRINGS));

    private static final Map<Stays, String> LEFT = Map.of(
            Stays.PAIRINGS,
            "select count(*) from pairing p join pairing_life l on l.organisation = p.organisation and l.pairing = p.id"
                    + " where l.started_on is not null and p.id in " + THEIR_PAIRINGS,
            Stays.REVIEWS,
            "select count(*) from case_review r where r.pairing in " + THEIR_PAIRINGS,
            Stays.AUDIT,
            "select count(*) from audit_entry a where a.object_id in (select i::text from unnest(array [:ids]) i)");

    private final JdbcClient jdbc;
    private final List<UUID> ids;
    private final LocalDate today;

    ErasedRows(JdbcClient jdbc, List<UUID> ids, LocalDate today) {
        this.jdbc = jdbc;
        this.ids = List.copyOf(ids);
        this.today = today;
    }

    Traces traces() {
        return new Traces(jdbc.sql("select distinct trace from (" + TRACES + ") t where trace is not null")
                .param("ids", ids)
                .query((row, number) -> row.getString("trace"))
                .list());
    }

    Map<Gone, Long> empty(Traces traces) {
        Map<Gone, Long> gone = new EnumMap<>(Gone.class);
        FIRST.forEach((kind, statements) -> statements.forEach(sql -> add(gone, kind, run(sql))));
        add(gone, Gone.MAIL, run(MAIL, traces));
        add(gone, Gone.IMPORTED_ROWS, run(IMPORTED_ROWS, traces));
        THEN.forEach((kind, statements) -> statements.forEach(sql -> add(gone, kind, run(sql))));
        WHO.forEach(telling -> add(gone, Gone.WORDS, run(telling, traces)));
        jdbc.sql("select emptied, rows from forget_erased(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    add(gone, kind(row.getString("emptied")), row.getLong("rows"));
                });
        Set<String> numbers = ids.stream().map(UUID::toString).collect(Collectors.toSet());
        add(gone, Gone.NIGHTS, new KeptNights(jdbc).without(numbers));
        return gone;
    }

    Map<Stays, Long> left() {
        Map<Stays, Long> left = new EnumMap<>(Stays.class);
        LEFT.forEach((kind, sql) -> {
            long rows = jdbc.sql(sql).param("ids", ids).query(Long.class).single();
            if (rows > 0) {
                left.put(kind, rows);
            }
        });
        return left;
    }

    private long run(Telling telling, Traces traces) {
        List<String> keys = new ArrayList<>();
        jdbc.sql(telling.read()).query(row -> {
            if (traces.in(row.getString("told"))) {
                keys.add(row.getString("key"));
            }
        });
        return keys.isEmpty()
                ? 0
                : jdbc.sql(telling.change()).param("keys", keys).update();
    }

    private long run(String sql) {
        return jdbc.sql(sql)
                .param("ids", ids)
                .param("today", today)
                .param("ending", "REQUEST_CLOSED")
                .update();
    }

    private static Gone kind(String table) {
        return switch (table) {
            case "record_change" -> Gone.HISTORY;
            case "case_review" -> Gone.REVIEW_WORDS;
            default -> Gone.WORDS;
        };
    }

    static void add(Map<Gone, Long> gone, Gone kind, long rows) {
        if (rows > 0) {
            gone.merge(kind, rows, Long::sum);
        }
    }
}
