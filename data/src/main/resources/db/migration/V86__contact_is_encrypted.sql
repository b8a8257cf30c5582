-- E-mail addresses and telephone numbers of families, volunteers and who signs up are kept encrypted, and found by a keyed hash.

drop trigger ways_in_end on volunteer;
drop trigger ways_in_end on family;
drop function volunteers_of_address(text);
drop function households_of_address(text);
drop index volunteer_lower_idx, family_lower_idx, registration_lower_idx, registration_lower_idx1;

call seal('family', 'email', 'id');
call seal('family', 'phone', 'id');
call seal('volunteer', 'email', 'id');
call seal('volunteer', 'phone', 'id');
call seal('registration', 'email', 'id');
call seal('registration', 'phone', 'id');
call seal('registration', 'referrer_email', 'id');
call seal('registration', 'referrer_phone', 'id');
call seal('registration', 'name', 'id');
call seal('registration', 'referrer_name', 'id');

create index on volunteer (sealed_index(email)) where email is not null;
create index on family (sealed_index(email)) where email is not null;
create index on registration (sealed_index(email)) where email is not null;
create index on registration (sealed_index(referrer_email)) where referrer_email is not null;

create trigger ways_in_end after update of email on volunteer
    for each row when (starts_with(old.email, '{enc:1:') and sealed_index(old.email) is distinct from sealed_index(new.email))
    execute function end_ways_in();
create trigger ways_in_end after update of email on family
    for each row when (starts_with(old.email, '{enc:1:') and sealed_index(old.email) is distinct from sealed_index(new.email))
    execute function end_household_keys();

-- As before, by what the address is found by in each organisation.
create function volunteers_of_address(sought text[]) returns table (organisation uuid, volunteer uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.organisation, v.id from public.volunteer v
        where public.sealed_index(v.email) = any (sought) and v.email is not null
          and v.merged_into is null and v.stopped_on is null
        order by 1, 2 limit 5;
    end;
revoke all on function volunteers_of_address(text[]) from public;
grant execute on function volunteers_of_address(text[]) to ${runtimeRole};

create function households_of_address(sought text[])
    returns table (organisation uuid, registration uuid, family uuid, referrer boolean, page_language text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select f.organisation, null::uuid as registration, f.id as family, false as referrer, f.page_language
        from public.family f
        where public.sealed_index(f.email) = any (sought) and f.email is not null and f.merged_into is null
          and (exists (select from public.support_request q
                       where q.organisation = f.organisation and q.family = f.id and q.closed_on is null)
               or not exists (select from public.support_request q
                              where q.organisation = f.organisation and q.family = f.id))
        union all
        select r.organisation, r.id, null, false, r.page_language
        from public.registration r
        where public.sealed_index(r.email) = any (sought) and r.email is not null and r.side = 'FAMILY'
          and r.referrer_kind is null and r.confirmed_at is not null and r.state = 'WAITING'
        union all
        select r.organisation, r.id, null, true, r.page_language
        from public.registration r
        where public.sealed_index(r.referrer_email) = any (sought) and r.referrer_email is not null and r.side = 'FAMILY'
          and r.referrer_may_follow and r.confirmed_at is not null and r.state in ('WAITING', 'TAKEN_OVER')
          and (r.family is null
               or not exists (select from public.support_request q
                              where q.organisation = r.organisation and q.family = r.family)
               or exists (select from public.support_request q
                          where q.organisation = r.organisation and q.family = r.family and q.closed_on is null))
        limit 8;
    end;
revoke all on function households_of_address(text[]) from public;
grant execute on function households_of_address(text[]) to ${runtimeRole};

-- As before: a number in other groups of digits is the same number, and no change.
create or replace function number_said(kept text, said text) returns text
    language sql immutable parallel safe
    return case when sealed_index(kept) = sealed_index(said) then kept else said end;

-- As before. The number comes twice, encrypted for the family and for its registration.
drop function household_says(bytea, timestamptz, text, text, boolean, integer, text[], boolean, boolean);
create function household_says(sought bytea, at timestamptz, spoken text, called text, registered text, has_pets boolean,
                               parts integer, wanted text[], woman boolean, no_pets boolean) returns void
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    own record;
begin
    select * into own from public.household_of(sought, at);
    update public.registration r
    set languages = spoken, phone = public.number_said(r.phone, registered), version = r.version + 1
    where r.organisation = public.current_organisation() and r.id = own.registration and own.family is null
      and (r.languages::text, r.phone) is distinct from (spoken, public.number_said(r.phone, registered));
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
revoke all on function household_says(bytea, timestamptz, text, text, text, boolean, integer, text[], boolean, boolean)
    from public;
grant execute on function household_says(bytea, timestamptz, text, text, text, boolean, integer, text[], boolean, boolean)
    to ${runtimeRole};
