-- A link of a family that turned out to be another one ends with the address and the requests of that other one.

-- Registrations and families that are this family by now.
create function household_of_family(own uuid, sought uuid) returns table (registration uuid, family uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select r.id, f.id
        from public.family f
        left join public.registration r on r.organisation = f.organisation and r.family = f.id
        where f.organisation = own and sought in (f.id, f.merged_into);
    end;
revoke all on function household_of_family(uuid, uuid) from public;

create or replace function end_household_keys() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from public.household_key k using public.household_of_family(old.organisation, old.id) h
    where k.organisation = old.organisation and not k.referrer
      and (k.family = h.family or k.registration = h.registration);
    return null;
end
$$;

create or replace function household_keys_follow() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    update public.household_key k
    set expires_at = case when exists (select from public.support_request q
                                       where q.organisation = new.organisation and q.family = new.family
                                         and q.closed_on is null)
                          then k.made_at + interval '365 days'
                          else least(k.expires_at, public.change_at() + interval '30 days') end
    from public.household_of_family(new.organisation, new.family) h
    where k.organisation = new.organisation and k.way <> 'CODE' and k.expires_at > public.change_at()
      and (k.family = h.family or k.registration = h.registration);
    return null;
end
$$;

-- A number that is kept in other groups of digits than the page sends it is the same number, and no change.
create function number_said(kept text, said text) returns text
    language sql immutable parallel safe
    return case when regexp_replace(kept, '[ ()-]', '', 'g') = said then kept else said end;

create or replace function household_says(sought bytea, at timestamptz, spoken text, called text, has_pets boolean,
                                          parts integer, wanted text[], woman boolean, no_pets boolean) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    own record;
begin
    select * into own from public.household_of(sought, at);
    update public.registration r
    set languages = spoken, phone = public.number_said(r.phone, called), version = r.version + 1
    where r.organisation = public.current_organisation() and r.id = own.registration and own.family is null
      and (r.languages::text, r.phone) is distinct from (spoken, public.number_said(r.phone, called));
    update public.registration r
    set day_parts = parts, needs = wanted, version = r.version + 1
    where r.organisation = public.current_organisation() and r.id = own.registration and own.request is null
      and (r.day_parts::integer <> parts or not (r.needs::text[] @> wanted and r.needs::text[] <@ wanted));
    update public.family f
    set languages = spoken, phone = public.number_said(f.phone, called), pets = has_pets, version = f.version + 1
    where f.organisation = public.current_organisation() and f.id = own.family
      and (f.languages::text, f.phone, f.pets) is distinct from (spoken, public.number_said(f.phone, called), has_pets);
    update public.support_request q
    set day_parts = parts, needs = wanted, woman_only = woman, pets_unwelcome = no_pets, version = q.version + 1
    where q.organisation = public.current_organisation() and q.id = own.request
      and (q.day_parts::integer <> parts or not (q.needs::text[] @> wanted and q.needs::text[] <@ wanted)
           or (q.woman_only, q.pets_unwelcome) is distinct from (woman, no_pets));
end
$$;
