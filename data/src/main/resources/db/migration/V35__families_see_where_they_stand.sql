-- Where the request of a family stands, for whoever has the link that confirmed the address: no name, no volunteer, no other
-- row. Asked inside the organisation by a reader who sees no part of it, so this is the one door.
create function standing_of(sought bytea)
    returns table (registration uuid, state text, referred boolean, may_follow boolean, requested boolean, open boolean,
                   pairing uuid, step text, reply text, introduction_at timestamp)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select r.id, r.state, r.referrer_kind is not null, r.referrer_may_follow, q.id is not null, q.closed_on is null,
               p.id, p.step, l.family_reply, l.introduction_at
        from public.registration r
        left join public.family f on f.organisation = r.organisation and f.id = r.family
        left join lateral (
            select o.organisation, o.id, o.closed_on from public.support_request o
            where o.organisation = r.organisation and o.family = coalesce(f.merged_into, f.id)
            order by o.closed_on is null desc, o.waiting_since desc, o.id limit 1) q on true
        left join public.pairing p on p.organisation = q.organisation and p.request = q.id and p.step <> 'ENDED'
        left join public.pairing_life l on l.organisation = p.organisation and l.pairing = p.id
        where r.organisation = public.current_organisation() and r.confirmation = sought and r.side = 'FAMILY'
          and r.confirmed_at is not null;
    end;
revoke all on function standing_of(bytea) from public;
grant execute on function standing_of(bytea) to ${runtimeRole};
