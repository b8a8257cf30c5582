package nl.koppelwerk.data.answering;

import java.util.Map;
import java.util.Optional;
import nl.koppelwerk.data.audit.Audit;
import nl.koppelwerk.data.audit.AuditEntry;
import nl.koppelwerk.data.own.OwnVolunteer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that is kept about the volunteer who reads, and nothing about anybody else: what a coordinator wrote down about
 * a family stays out. To be used inside the scope of that volunteer, so that the database sees to it.
 */
public final class KeptAboutMe {
    private static final String ALL = """
            select jsonb_pretty(jsonb_build_object(
                'me', to_jsonb(v) - array ['organisation', 'id', 'version', 'merged_into'],
                'programmes', (select coalesce(jsonb_agg(g.name order by g.name), '[]')
                               from volunteer_programme p
                               join programme g on g.organisation = p.organisation and g.id = p.programme
                               where p.volunteer = v.id),
                'away', (select coalesce(jsonb_agg(jsonb_build_object('first', a.first_day, 'last', a.last_day)
                                                   order by a.first_day), '[]')
                         from volunteer_absence a where a.volunteer = v.id),
                'consents', (select coalesce(jsonb_agg(jsonb_build_object('version', c.version, 'on', c.given_on, 'way', c.way,
                                 'withdrawn_on', c.withdrawn_on) order by c.given_on, c.version), '[]')
                             from consent c where c.volunteer = v.id),
                'shared_with', (select coalesce(jsonb_agg(jsonb_build_object('programme', g.name, 'version', c.version,
                                    'on', c.given_on, 'way', c.way, 'withdrawn_on', c.withdrawn_on)
                                    order by c.given_on, g.name), '[]')
                                from sharing_consent c
                                join programme g on g.organisation = c.organisation and g.id = c.programme
                                where c.volunteer = v.id),
                'household_gets_help_too', (select coalesce(jsonb_agg(jsonb_build_object('on', b.agreed_on,
                                                'noted_at', b.linked_at)), '[]')
                                            from both_sides b where b.volunteer = v.id),
                'families', (select coalesce(jsonb_agg(jsonb_build_object('step', p.step, 'proposed_at', p.proposed_at)
                                                       order by p.proposed_at), '[]')
                             from pairing p where p.volunteer = v.id and p.step not in ('PROPOSED', 'ACCEPTED')),
                'answers', (select coalesce(jsonb_agg(jsonb_build_object('at', h.at, 'answer', substr(h.reason, 16),
                                                                         'because', h.because) order by h.at), '[]')
                            from pairing_history h
                            join pairing p on p.organisation = h.organisation and p.id = h.pairing
                            where p.volunteer = v.id and h.reason like 'VOLUNTEER\\_SAYS\\_%'),
                'check_ins', (select coalesce(jsonb_agg(jsonb_build_object('on', c.held_on, 'mood', c.mood,
                                  'hours_per_week', c.quarters_per_week / 4.0, 'wish', c.wish, 'worries', c.worries)
                                  order by c.held_on), '[]')
                              from check_in c
                              join pairing p on p.organisation = c.organisation and p.id = c.pairing
                              where p.volunteer = v.id and c.side = 'VOLUNTEER'),
                'changes', (select coalesce(jsonb_agg(jsonb_build_object('at', r.at, 'field', r.field, 'before', r.before,
                                                                         'after', r.after, 'way', r.way) order by r.number), '[]')
                            from record_change r where r.volunteer = v.id),
                'visits', (select coalesce(jsonb_agg(l.used_at order by l.used_at), '[]')
                           from volunteer_link l where l.volunteer = v.id and l.used_at is not null),
                'questions', (select coalesce(jsonb_agg(jsonb_build_object('on', q.asked_on, 'answered_at', q.answered_at)
                                                        order by q.asked_on), '[]')
                              from volunteer_question q where q.volunteer = v.id),
                'passkeys', (select coalesce(jsonb_agg(jsonb_build_object('added_at', k.added_at, 'used_at', k.used_at)
                                                       order by k.added_at), '[]')
                             from volunteer_passkey k where k.volunteer = v.id),
                'calendar_since', (select c.made_at from volunteer_calendar c where c.volunteer = v.id)))
            from volunteer v
            where v.id = own_volunteer()
            """;

    private final JdbcClient jdbc;
    private final Audit audit;

    public KeptAboutMe(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** As JSON; empty: the volunteer is no longer there. */
    public Optional<String> read(OwnVolunteer volunteer) {
        audit.add(
                volunteer.organisation(),
                new AuditEntry(
                        Optional.empty(),
                        AuditEntry.Action.EXPORTED,
                        AuditEntry.Subject.VOLUNTEER,
                        volunteer.volunteer().value().toString(),
                        Map.of("by", "volunteer")));
        return jdbc.sql(ALL).query(String.class).optional();
    }
}
