-- A volunteer who was asked for a family answers without a coordinator in between, and says how it goes.

alter table pairing_history
    add column by_side text check (by_side in ('FAMILY', 'VOLUNTEER')),
    add column because text check (because in ('NO_CLICK_EXPECTED', 'KNOW_EACH_OTHER', 'FAMILY_SAYS_NO', 'VOLUNTEER_SAYS_NO',
        'TOO_HEAVY', 'TIMES_DO_NOT_FIT', 'BETTER_ALTERNATIVE', 'NOT_NOW')),
    add check (account is null or by_side is null);
comment on column pairing_history.account is 'who did it; null: the nightly run, or the side that by_side names';
comment on column pairing_history.because is 'why a side said no, where it said so itself';

alter table check_in alter column account drop not null;
comment on column check_in.account is 'who asked; null: the side filled it in itself';

-- The link in the mail that asks: it opens this one question for two weeks, and nothing else of the volunteer.
create table pairing_ask (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    pairing      uuid not null,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    primary key (organisation, hash),
    foreign key (organisation, pairing) references pairing on delete cascade
);
create index on pairing_ask (organisation, pairing);
call guard('pairing_ask');
create policy owner_finds on pairing_ask for select to current_user using (true);

-- Asked before the organisation is known.
create policy owner_finds on pairing for select to current_user using (true);
create function ask_of_link(sought bytea, at timestamptz) returns table (organisation uuid, volunteer uuid, pairing uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select p.organisation, p.volunteer, p.id
        from public.pairing_ask a
        join public.pairing p on p.organisation = a.organisation and p.id = a.pairing
        join public.volunteer v on v.organisation = p.organisation and v.id = p.volunteer
        where a.hash = sought and a.expires_at > at and v.merged_into is null and v.stopped_on is null;
    end;
revoke all on function ask_of_link(bytea, timestamptz) from public;
grant execute on function ask_of_link(bytea, timestamptz) to ${runtimeRole};

-- The families that the volunteer who reads was asked for or helps: what it takes to say yes or no, and nothing that tells
-- who they are. A volunteer sees no row of a family; this is the one door.
create function own_families(today date)
    returns table (pairing uuid, step text, kind text, quarters_per_week smallint, day_parts integer, needs text[],
                   ages integer[], languages text, woman_only boolean, pets_unwelcome boolean, pets boolean, town text,
                   kilometres integer, reply text, because text, introduction_at timestamp, introduction_changes integer,
                   trial_until date, check_in_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select p.id, p.step, q.kind, q.quarters_per_week, p.day_parts, q.needs,
               array(select extract(year from today)::integer - c.birth_year from public.child c
                     where c.organisation = f.organisation and c.family = f.id order by 1),
               f.languages, q.woman_only, q.pets_unwelcome, f.pets, fa.town,
               greatest(1, ceil(sqrt(power((fa.latitude - va.latitude) * 111.195, 2)
                   + power((fa.longitude - va.longitude) * 111.195 * cos(radians((fa.latitude + va.latitude) / 2)), 2))))
                   ::integer,
               l.volunteer_reply,
               (select h.because from public.pairing_history h
                where h.organisation = p.organisation and h.pairing = p.id and h.reason like 'VOLUNTEER\_SAYS\_%'
                order by h.number desc limit 1),
               case when p.step in ('INTRODUCTION', 'TRIAL') then l.introduction_at end, l.introduction_changes,
               case when p.step = 'TRIAL' then l.trial_until end,
               case when l.paused_on is null then l.volunteer_check_in_on end
        from public.pairing p
        join public.support_request q on q.organisation = p.organisation and q.id = p.request
        join public.family f on f.organisation = q.organisation and f.id = q.family
        join public.volunteer v on v.organisation = p.organisation and v.id = p.volunteer
        join public.place fa on fa.postcode = f.postcode
        join public.place va on va.postcode = v.postcode
        left join public.pairing_life l on l.organisation = p.organisation and l.pairing = p.id
        where p.organisation = public.current_organisation() and p.volunteer = public.own_volunteer()
          and p.step not in ('PROPOSED', 'ACCEPTED', 'ENDED')
        order by array_position(array ['ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING', 'CLOSING', 'AFTERCARE'], p.step), p.id;
    end;
revoke all on function own_families(date) from public;
grant execute on function own_families(date) to ${runtimeRole};
