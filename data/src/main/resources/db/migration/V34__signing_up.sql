-- Volunteers and families sign up on a public page: what they say waits here until a coordinator takes it over.

alter table organisation
    add column short_name text unique check (short_name ~ '^[a-z0-9][a-z0-9-]{1,29}$'),
    add column phone text check (phone ~ '^[+0-9][0-9 ()-]{2,24}$');
comment on column organisation.short_name is 'stands in the address of the public pages; null: nobody can sign up there';

-- Where people can sign up, which is public.
create function open_organisations() returns table (organisation uuid, name text, short_name text, phone text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select o.organisation, o.name, o.short_name, o.phone from public.organisation o
        where o.short_name is not null order by o.name;
    end;
revoke all on function open_organisations() from public;
grant execute on function open_organisations() to ${runtimeRole};

create table registration (
    organisation          uuid not null references organisation,
    id                    uuid not null,
    side                  text not null check (side in ('FAMILY', 'VOLUNTEER')),
    state                 text not null check (state in ('UNCONFIRMED', 'WAITING', 'TAKEN_OVER', 'DECLINED')),
    name                  text not null check (name <> ''),
    email                 text check (email like '%_@_%'),
    phone                 text check (phone <> ''),
    postcode              smallint not null references place,
    languages             languages not null,
    day_parts             day_parts not null,
    kind                  support_kind,
    programme             uuid,
    needs                 needs not null,
    birth_years           smallint[] not null,
    signals               text[] not null
        check (signals <@ array ['DANGER', 'VIOLENCE', 'EXHAUSTED']),
    referrer_kind         text check (referrer_kind in ('SCHOOL', 'DOCTOR', 'NEIGHBOURHOOD_TEAM', 'HOME_VISITOR', 'OTHER')),
    referrer_name         text check (referrer_name <> ''),
    referrer_organisation text,
    referrer_email        text check (referrer_email like '%_@_%'),
    referrer_phone        text,
    referrer_may_follow   boolean not null,
    page_language         text not null
        check (page_language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fr', 'es', 'pt')),
    consent_version       text not null check (consent_version <> ''),
    created_at            timestamptz not null,
    form                  bytea not null check (octet_length(form) = 32),
    confirmation          bytea check (octet_length(confirmation) = 32),
    expires_at            timestamptz,
    confirmed_at          timestamptz,
    family                uuid,
    volunteer             uuid,
    decided_at            timestamptz,
    decided_by            uuid,
    version               integer not null default 1,
    primary key (organisation, id),
    unique (organisation, form),
    foreign key (organisation, programme) references programme,
    foreign key (organisation, family) references family,
    foreign key (organisation, volunteer) references volunteer,
    foreign key (organisation, decided_by) references account,
    check (num_nonnulls(email, phone, referrer_email, referrer_phone) > 0),
    check ((referrer_kind is null) = (referrer_name is null)),
    check (side = 'FAMILY' or kind is not null)
);
comment on column registration.form is 'hash of the form that it came by: one form, one registration';
comment on column registration.confirmation is 'hash of what stands in the mail that asks whether the address is right';
comment on column registration.expires_at is 'not confirmed by then: gone';
comment on column registration.consent_version is 'of the text that the person agreed to; when is created_at';
comment on column registration.referrer_may_follow is 'the family agreed that the referrer sees where the request stands';
create index on registration (organisation, state, created_at);
create unique index on registration (confirmation) where confirmation is not null;
create index on registration (organisation, family) where family is not null;
create index on registration (organisation, volunteer) where volunteer is not null;
create index on registration (lower(email)) where email is not null;
call guard('registration');
create policy owner_finds on registration for select to current_user using (true);
-- A programme limits who sees it once there is one; the municipality for families only: volunteers work across borders.
create policy own_part on registration as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_programmes()) is null or programme is null or programme = any ((select own_programmes())::uuid[]))
        and (side = 'VOLUNTEER' or (select own_postcodes()) is null or postcode in (select unnest(own_postcodes()))));

create function organisation_of_registration(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select r.organisation from public.registration r where r.confirmation = sought;
    end;
revoke all on function organisation_of_registration(bytea) from public;
grant execute on function organisation_of_registration(bytea) to ${runtimeRole};

-- What is said on the public page about families nearby, made once a night: never fewer than three, never more exact than
-- the first three digits of a postcode, and in steps.
create table need_nearby (
    organisation uuid not null references organisation,
    area         text not null check (area ~ '^([1-9][0-9]{2}|town .+)$'),
    language     text not null check (language ~ '^([a-z]{3})?$'),
    at_least     smallint not null check (at_least in (3, 5, 10, 20, 50)),
    counted_on   date not null,
    primary key (organisation, area, language)
);
comment on table need_nearby is 'three digits of a postcode with a language, or a town without one';
call guard('need_nearby');
