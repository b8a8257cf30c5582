-- A volunteer of another programme is proposed without name and address until both sides have said yes; and the programme that
-- lends the volunteer has its say before anybody is asked.

create table lending (
    organisation uuid not null,
    pairing      uuid not null,
    volunteer    uuid not null,
    asked_at     timestamptz not null,
    answer       text check (answer in ('YES', 'NO')),
    answered_at  timestamptz,
    account      uuid,
    reason       text check (reason <> ''),
    primary key (organisation, pairing),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nulls(answer, answered_at, account) in (0, 3)),
    check ((answer = 'NO') = (reason is not null) or answer is null and reason is null)
);
comment on column lending.volunteer is 'of a programme that shares volunteers with that of the request';
comment on column lending.reason is 'why not, in the words of whoever answered for the programme of the volunteer';
create index on lending (organisation, volunteer);
create index on lending (organisation, account) where account is not null;
call guard('lending');
create policy own_part on lending as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (pairing in (select p.id from pairing p) or volunteer in (select v.id from volunteer v)));

-- Whoever lends the volunteer answers, and nobody in that place.
create policy lender_answers on lending as restrictive for update to ${runtimeRole} using (
    (select limited()) <> 'yes' or volunteer in (select v.id from volunteer v));
create policy asked_without_answer on lending as restrictive for insert to ${runtimeRole} with check (answer is null);
create policy not_answered_yet on lending as restrictive for delete to ${runtimeRole} using (
    (select limited()) <> 'yes' or answer is null);

-- As before, but who is only proposed to an own family, or still being asked, is of others.
create or replace function volunteers_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.volunteer from public.volunteer_programme v
        where v.organisation = (select public.current_organisation())
          and v.programme <> all ((select public.own_programmes())::uuid[])
          and not exists (select from public.volunteer_programme o
                          where o.organisation = v.organisation and o.volunteer = v.volunteer
                            and o.programme = any ((select public.own_programmes())::uuid[]))
          and not exists (select from public.pairing k
                          join public.support_request q on q.organisation = k.organisation and q.id = k.request
                          where k.organisation = v.organisation and k.volunteer = v.volunteer
                            and q.programme = any ((select public.own_programmes())::uuid[])
                            and (k.step in ('INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING', 'AFTERCARE')
                                 or k.step = 'ENDED'
                                    and exists (select from public.pairing_history h
                                                where h.organisation = k.organisation and h.pairing = k.id
                                                  and h.to_step = 'INTRODUCTION')));
    end;

-- What a reader needs to judge whether such a volunteer suits an own family, and nothing that tells who it is: no name, number
-- in the files of others, street, school or address. Proposed only as long as everybody agrees to that.
create function lent_volunteers()
    returns table (organisation uuid, id uuid, reference text, name text, kind text, postcode smallint, languages text,
                   skills text[], availability integer, quarters_per_week smallint, maximum_families smallint,
                   child_age_min smallint, child_age_max smallint, maximum_children smallint, heavy_cases boolean,
                   pets_unwelcome boolean, not_these text[], pets boolean, screened date, experience_years smallint,
                   active boolean, email text, merged_into uuid)
    language sql stable rows 10 security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.organisation, v.id, left(v.id::text, 8),
               (select min(g.name) from public.volunteer_programme m
                join public.programme g on g.organisation = m.organisation and g.id = m.programme
                where m.organisation = v.organisation and m.volunteer = v.id) || ' · ' || left(v.id::text, 8),
               v.kind::text, v.postcode, v.languages::text, v.skills::text[], v.availability::integer,
               v.quarters_per_week::smallint, v.maximum_families, v.child_age_min, v.child_age_max, v.maximum_children,
               v.heavy_cases, v.pets_unwelcome, v.not_these::text[], v.pets, v.screened, v.experience_years, v.active,
               null::text, v.merged_into
        from public.volunteer v
        where (select public.part()) = 'some' and (select public.own_programmes()) is not null
          and v.organisation = (select public.current_organisation())
          and v.id in (select o.volunteer from public.volunteers_of_others() o (volunteer))
          and exists (
              select from public.pairing k
              join public.support_request q on q.organisation = k.organisation and q.id = k.request
              where k.organisation = v.organisation and k.volunteer = v.id
                and q.programme = any ((select public.own_programmes())::uuid[])
                and q.id not in (select r.request from public.requests_without_consent() r (request))
                and ((select public.own_postcodes()) is null
                     or q.family in (select h.family from public.families_here() h (family)))
                and (k.step <> 'PROPOSED'
                     or exists (select from public.lent_volunteer l
                                where l.organisation = k.organisation and l.volunteer = k.volunteer
                                  and l.programme = q.programme)));
    end;
revoke all on function lent_volunteers() from public;
grant execute on function lent_volunteers() to ${runtimeRole};

-- Whom a reader meets in proposals and pairings: those in sight, and those of other programmes without what tells who they are.
create view volunteer_met with (security_invoker = true) as
select v.organisation, v.id, v.reference, v.name, v.kind::text as kind, v.postcode, v.languages::text as languages,
       v.skills::text[] as skills, v.availability::integer as availability,
       v.quarters_per_week::smallint as quarters_per_week, v.maximum_families, v.child_age_min, v.child_age_max,
       v.maximum_children, v.heavy_cases, v.pets_unwelcome, v.not_these::text[] as not_these, v.pets, v.screened,
       v.experience_years, v.active, v.email, v.merged_into
from volunteer v
union all
select l.organisation, l.id, l.reference, l.name, l.kind, l.postcode, l.languages, l.skills, l.availability,
       l.quarters_per_week, l.maximum_families, l.child_age_min, l.child_age_max, l.maximum_children, l.heavy_cases,
       l.pets_unwelcome, l.not_these, l.pets, l.screened, l.experience_years, l.active, l.email, l.merged_into
from lent_volunteers() l
where (select limited()) = 'yes';
grant select on volunteer_met to ${runtimeRole};

-- What other programmes ask of the volunteers of the reader's: the request in short, without family, name or address.
create function lendings_asked()
    returns table (pairing uuid, volunteer uuid, programme text, run_by text, kind text, needs text[],
                   quarters_per_week smallint, day_parts integer, languages text, ages integer[], heavy boolean,
                   urgency text, metres integer, asked_at timestamptz)
    language sql stable rows 10 security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select l.pairing, l.volunteer, g.name, coalesce(nullif(g.run_by, ''), o.name), q.kind::text, q.needs::text[],
               q.quarters_per_week::smallint, k.day_parts::integer, f.languages::text,
               array(select extract(year from l.asked_at)::integer - c.birth_year from public.child c
                     where c.organisation = f.organisation and c.family = f.id order by c.birth_year desc),
               q.heavy, q.urgency,
               (select p.distance_metres from public.proposal p
                where p.organisation = k.organisation and p.pairing = k.id and p.run = k.run limit 1),
               l.asked_at
        from public.lending l
        join public.pairing k on k.organisation = l.organisation and k.id = l.pairing and k.step = 'ACCEPTED'
        join public.support_request q on q.organisation = k.organisation and q.id = k.request
        join public.family f on f.organisation = q.organisation and f.id = q.family
        join public.programme g on g.organisation = q.organisation and g.id = q.programme
        join public.organisation o on o.organisation = g.organisation
        where l.organisation = (select public.current_organisation()) and l.answer is null
          and ((select public.part()) = 'all'
               or (select public.part()) = 'some'
                  and ((select public.own_programmes()) is null
                       or exists (select from public.volunteer_programme m
                                  where m.organisation = l.organisation and m.volunteer = l.volunteer
                                    and m.programme = any ((select public.own_programmes())::uuid[]))));
    end;
revoke all on function lendings_asked() from public;
grant execute on function lendings_asked() to ${runtimeRole};
