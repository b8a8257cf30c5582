-- Families keep what they asked for themselves: a link that ends, a code for who has no mail, and what they say.

alter table family
    add column phone text check (phone <> ''),
    add column page_language text not null default 'nl'
        check (page_language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fr', 'es', 'pt'));
comment on column family.page_language is 'of mail to the family and of its page';
alter table volunteer add column phone text check (phone <> '');

-- What opens the page of a family: a link that was mailed, or a code that somebody reads out; of both only the hash is here.
create table household_key (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    way          text not null check (way in ('SIGN_UP', 'NEWS', 'ASKED', 'CODE', 'BY_CODE')),
    referrer     boolean not null,
    registration uuid,
    family       uuid,
    made_at      timestamptz not null,
    expires_at   timestamptz not null,
    opened_at    timestamptz,
    primary key (organisation, hash),
    foreign key (organisation, registration) references registration on delete cascade,
    foreign key (organisation, family) references family on delete cascade,
    check (num_nonnulls(registration, family) = 1),
    check (registration is not null or not referrer)
);
comment on column household_key.way is 'how it went out: with the mail that asks whether the address is right, with news, because somebody asked for a link, as a code, or in exchange for a code';
comment on column household_key.referrer is 'of who brought the family: it shows where the request stands and changes nothing';
create unique index on household_key (hash);
create index on household_key (organisation, registration) where registration is not null;
create index on household_key (organisation, family) where family is not null;
insert into household_key (organisation, hash, way, referrer, registration, made_at, expires_at)
select r.organisation, r.confirmation, 'SIGN_UP', r.referrer_kind is not null, r.id, r.created_at,
       r.created_at + interval '365 days'
from registration r
where r.confirmation is not null and r.side = 'FAMILY' and (r.referrer_kind is null or r.referrer_may_follow);
call guard('household_key');
create policy owner_finds on household_key for select to current_user using (true);

-- The last change that came from each page that was opened: one that comes once more, or late, is known by its number.
create table household_page (
    organisation uuid not null,
    page         uuid not null,
    registration uuid,
    family       uuid,
    last_number  integer not null check (last_number > 0),
    last_at      timestamptz not null,
    primary key (organisation, page),
    foreign key (organisation, registration) references registration on delete cascade,
    foreign key (organisation, family) references family on delete cascade,
    check (num_nonnulls(registration, family) = 1)
);
create index on household_page (organisation, registration) where registration is not null;
create index on household_page (organisation, family) where family is not null;
call guard('household_page');
-- Only the door below writes here.
create policy own_part on household_page as restrictive to ${runtimeRole} using ((select part()) = 'all');

-- Whoever had the earlier address comes in no more; and when the last request is closed the page stays for a month.
create function end_household_keys() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from public.household_key k
    where k.organisation = old.organisation and not k.referrer
      and (k.family = old.id
           or k.registration in (select r.id from public.registration r
                                 where r.organisation = old.organisation and r.family = old.id));
    return null;
end
$$;
revoke all on function end_household_keys() from public;
create trigger ways_in_end after update of email on family
    for each row when (old.email is not null and lower(old.email) is distinct from lower(new.email))
    execute function end_household_keys();

create function household_keys_follow() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update public.household_key k
    set expires_at = case when exists (select from public.support_request q
                                       where q.organisation = new.organisation and q.family = new.family
                                         and q.closed_on is null)
                          then k.made_at + interval '365 days'
                          else least(k.expires_at, public.change_at() + interval '30 days') end
    where k.organisation = new.organisation and k.way <> 'CODE' and k.expires_at > public.change_at()
      and (k.family = new.family
           or k.registration in (select r.id from public.registration r
                                 where r.organisation = new.organisation and r.family = new.family));
    return null;
end
$$;
revoke all on function household_keys_follow() from public;
create trigger ways_in_follow after update of closed_on on support_request
    for each row when (old.closed_on is distinct from new.closed_on)
    execute function household_keys_follow();

-- What a key opens: a registration that waits, the family that it became, and the request that its page is about. The one
-- place where that is decided; only the owner asks here.
create function household_at(sought bytea, at timestamptz)
    returns table (organisation uuid, referrer boolean, registration uuid, family uuid, request uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select k.organisation, k.referrer, r.id, f.id, q.id
        from public.household_key k
        left join public.registration r on r.organisation = k.organisation and r.id = k.registration
        left join public.family named on named.organisation = k.organisation and named.id = coalesce(k.family, r.family)
        left join public.family f on f.organisation = k.organisation and f.id = coalesce(named.merged_into, named.id)
        left join lateral (
            select o.id from public.support_request o
            where o.organisation = k.organisation and o.family = f.id
            order by o.closed_on is null desc, o.waiting_since desc, o.id limit 1) q on true
        where k.organisation = public.current_organisation() and k.hash = sought and k.way <> 'CODE' and k.expires_at > at
          and (k.way <> 'SIGN_UP' or r.confirmed_at is not null)
          and (not k.referrer or r.referrer_may_follow);
    end;
revoke all on function household_at(bytea, timestamptz) from public;

create function organisation_of_household(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select k.organisation from public.household_key k where k.hash = sought;
    end;
revoke all on function organisation_of_household(bytea) from public;
grant execute on function organisation_of_household(bytea) to ${runtimeRole};

-- As before: where the request stands, for whoever has a link to it.
drop function standing_of(bytea);
create function standing_of(sought bytea, at timestamptz)
    returns table (state text, referred boolean, requested boolean, open boolean, pairing uuid, step text, reply text,
                   introduction_at timestamp)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select case when h.family is null then r.state else 'TAKEN_OVER' end, h.referrer, q.id is not null,
               q.closed_on is null, p.id, p.step, l.family_reply, l.introduction_at
        from public.household_at(sought, at) h
        left join public.registration r on r.organisation = h.organisation and r.id = h.registration
        left join public.support_request q on q.organisation = h.organisation and q.id = h.request
        left join public.pairing p on p.organisation = q.organisation and p.request = q.id and p.step <> 'ENDED'
        left join public.pairing_life l on l.organisation = p.organisation and l.pairing = p.id;
    end;
revoke all on function standing_of(bytea, timestamptz) from public;
grant execute on function standing_of(bytea, timestamptz) to ${runtimeRole};

-- What the family has said, for its own link only: null is what cannot be said now. Of a request that is closed nothing.
create function household_of(sought bytea, at timestamptz)
    returns table (registration uuid, family uuid, request uuid, languages text, phone text, pets boolean,
                   day_parts integer, needs text[], woman_only boolean, pets_unwelcome boolean, least_day_parts integer,
                   phone_needed boolean, page_language text, version bigint)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select h.registration, h.family, h.request,
               case when f.id is null then r.languages else f.languages end::text,
               case when f.id is null then r.phone else f.phone end, f.pets,
               coalesce(q.day_parts::integer, r.day_parts::integer), coalesce(q.needs::text[], r.needs::text[]),
               q.woman_only, q.pets_unwelcome, coalesce(q.day_parts_per_week::integer, 1),
               case when f.id is null then num_nonnulls(r.email, r.referrer_email, r.referrer_phone) = 0 else f.email is null end,
               case when f.id is null then r.page_language else f.page_language end,
               coalesce(f.version, 0)::bigint + coalesce(q.version, 0) + coalesce(r.version, 0)
        from public.household_at(sought, at) h
        left join public.registration r on r.organisation = h.organisation and r.id = h.registration
        left join public.family f on f.organisation = h.organisation and f.id = h.family
        left join public.support_request q on q.organisation = h.organisation and q.id = h.request
        where not h.referrer and (q.id is null or q.closed_on is null) and (f.id is not null or r.state <> 'DECLINED');
    end;
revoke all on function household_of(bytea, timestamptz) from public;
grant execute on function household_of(bytea, timestamptz) to ${runtimeRole};

-- One change after the other, and not while a coordinator changes the same family.
create function hold_household(sought bytea, at timestamptz) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    perform 1 from public.registration r
    where (r.organisation, r.id) in (select h.organisation, h.registration from public.household_at(sought, at) h)
    for no key update;
    perform 1 from public.family f
    where (f.organisation, f.id) in (select h.organisation, h.family from public.household_at(sought, at) h)
    for no key update;
end
$$;
revoke all on function hold_household(bytea, timestamptz) from public;
grant execute on function hold_household(bytea, timestamptz) to ${runtimeRole};

-- Keeps what the family says now, where it says something else: in its registration while nobody has made more of it, then
-- in the family and its request.
create function household_says(sought bytea, at timestamptz, spoken text, called text, has_pets boolean, parts integer,
                               wanted text[], woman boolean, no_pets boolean) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    own record;
begin
    select * into own from public.household_of(sought, at);
    update public.registration r
    set languages = spoken, phone = called, version = r.version + 1
    where r.organisation = public.current_organisation() and r.id = own.registration and own.family is null
      and (r.languages::text, r.phone) is distinct from (spoken, called);
    update public.registration r
    set day_parts = parts, needs = wanted, version = r.version + 1
    where r.organisation = public.current_organisation() and r.id = own.registration and own.request is null
      and (r.day_parts::integer <> parts or not (r.needs::text[] @> wanted and r.needs::text[] <@ wanted));
    update public.family f
    set languages = spoken, phone = called, pets = has_pets, version = f.version + 1
    where f.organisation = public.current_organisation() and f.id = own.family
      and (f.languages::text, f.phone, f.pets) is distinct from (spoken, called, has_pets);
    update public.support_request q
    set day_parts = parts, needs = wanted, woman_only = woman, pets_unwelcome = no_pets, version = q.version + 1
    where q.organisation = public.current_organisation() and q.id = own.request
      and (q.day_parts::integer <> parts or not (q.needs::text[] @> wanted and q.needs::text[] <@ wanted)
           or (q.woman_only, q.pets_unwelcome) is distinct from (woman, no_pets));
end
$$;
revoke all on function household_says(bytea, timestamptz, text, text, boolean, integer, text[], boolean, boolean) from public;
grant execute on function household_says(bytea, timestamptz, text, text, boolean, integer, text[], boolean, boolean)
    to ${runtimeRole};

-- The number of the last change of a page of this family; null: none came from it yet.
create function household_page_at(sought bytea, at timestamptz, shown uuid) returns integer
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select p.last_number from public.household_page p
        join public.household_at(sought, at) h on h.organisation = p.organisation
                                              and (p.registration = h.registration or p.family = h.family)
        where p.page = shown;
    end;
revoke all on function household_page_at(bytea, timestamptz, uuid) from public;
grant execute on function household_page_at(bytea, timestamptz, uuid) to ${runtimeRole};

create function household_page_turned(sought bytea, at timestamptz, shown uuid, number integer) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    own record;
begin
    select * into strict own from public.household_at(sought, at);
    delete from public.household_page p
    where p.organisation = own.organisation and (p.registration = own.registration or p.family = own.family)
      and p.last_at < at - interval '90 days';
    insert into public.household_page as p (organisation, page, registration, family, last_number, last_at)
    values (own.organisation, shown, case when own.family is null then own.registration end, own.family, number, at)
    on conflict (organisation, page) do update set last_number = excluded.last_number, last_at = excluded.last_at
    where p.last_number < excluded.last_number;
end
$$;
revoke all on function household_page_turned(bytea, timestamptz, uuid, integer) from public;
grant execute on function household_page_turned(bytea, timestamptz, uuid, integer) to ${runtimeRole};

-- Who has this address and is helped or waits: a family, a registration that nobody made more of, or somebody who brought a
-- family and may follow it. Asked before the organisation is known.
create policy owner_finds on family for select to current_user using (true);
create policy owner_finds on support_request for select to current_user using (true);
create index on family (lower(email)) where email is not null;
create index on registration (lower(referrer_email)) where referrer_email is not null;
create function households_of_address(sought text)
    returns table (organisation uuid, registration uuid, family uuid, referrer boolean, page_language text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select f.organisation, null::uuid as registration, f.id as family, false as referrer, f.page_language
        from public.family f
        where lower(f.email) = lower(sought) and f.merged_into is null
          and (exists (select from public.support_request q
                       where q.organisation = f.organisation and q.family = f.id and q.closed_on is null)
               or not exists (select from public.support_request q
                              where q.organisation = f.organisation and q.family = f.id))
        union all
        select r.organisation, r.id, null, false, r.page_language
        from public.registration r
        where lower(r.email) = lower(sought) and r.side = 'FAMILY' and r.referrer_kind is null
          and r.confirmed_at is not null and r.state = 'WAITING'
        union all
        select r.organisation, r.id, null, true, r.page_language
        from public.registration r
        where lower(r.referrer_email) = lower(sought) and r.side = 'FAMILY' and r.referrer_may_follow
          and r.confirmed_at is not null and r.state in ('WAITING', 'TAKEN_OVER')
          and (r.family is null
               or not exists (select from public.support_request q
                              where q.organisation = r.organisation and q.family = r.family)
               or exists (select from public.support_request q
                          where q.organisation = r.organisation and q.family = r.family and q.closed_on is null))
        limit 8;
    end;
revoke all on function households_of_address(text) from public;
grant execute on function households_of_address(text) to ${runtimeRole};
