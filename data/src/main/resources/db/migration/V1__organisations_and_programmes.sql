-- Who the rows belong to, and how the database keeps organisations apart.
--
-- ${runtimeRole} is the role that the application works under: it owns nothing and passes no row-level security.
-- The owner runs the migrations only. Each transaction names its organisation:
--   select set_config('app.organisation', ..., true)

revoke all on schema public from public;
grant usage on schema public to ${runtimeRole};

-- The organisation of this transaction; null, and so no rows at all, when none was named.
create function current_organisation() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.organisation', true), '')::uuid;

-- Puts a table under row-level security, for its owner too, and lets the application read and add rows.
create procedure guard(guarded regclass, may_change boolean default true)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format(
            'create policy own_organisation on %s using (organisation = (select current_organisation()))'
                || ' with check (organisation = (select current_organisation()))', guarded);
    execute format('grant select, insert on %s to ${runtimeRole}', guarded);
    if may_change then
        execute format('grant update, delete on %s to ${runtimeRole}', guarded);
    end if;
end
$$;
revoke all on procedure guard(regclass, boolean) from public;

-- Its own id is in the column that every table calls organisation, so that one policy fits all.
create table organisation (
    organisation uuid primary key,
    name         text not null unique check (name <> '')
);
call guard('organisation');
create policy owner_lists on organisation for select to current_user using (true);

-- Which organisations there are, for the nightly run and for sign-in; nothing else about them.
create function list_organisations() returns table (organisation uuid, name text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select o.organisation, o.name from public.organisation o order by o.name;
    end;
revoke all on function list_organisations() from public;
grant execute on function list_organisations() to ${runtimeRole};

-- Municipalities and postcodes are public knowledge: of no organisation.
create table municipality (
    name text primary key check (name <> ''),
    code text unique check (code ~ '^GM[0-9]{4}$')
);
grant select, insert, update on municipality to ${runtimeRole};

create table place (
    postcode     smallint primary key check (postcode between 1000 and 9999),
    latitude     double precision not null check (latitude between -90 and 90),
    longitude    double precision not null check (longitude between -180 and 180),
    town         text not null,
    municipality text not null references municipality
);
create index on place (municipality);
grant select, insert, update on place to ${runtimeRole};

create table programme (
    organisation           uuid not null references organisation,
    id                     uuid not null,
    code                   text not null check (code <> ''),
    name                   text not null,
    kinds                  text[] not null check (cardinality(kinds) > 0
                               and kinds <@ array ['SUPPORT_FAMILY', 'BUDDY']),
    introductions_per_week integer not null check (introductions_per_week >= 0),
    rules_version          integer not null,
    version                integer not null default 1,
    primary key (organisation, id),
    unique (organisation, code)
);
call guard('programme');

-- The settings of a programme's pair rules; a change adds a version.
create table programme_rules (
    organisation            uuid not null,
    programme               uuid not null,
    version                 integer not null check (version >= 1),
    screening_years         integer not null check (screening_years >= 1),
    language_level          text not null check (language_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    maximum_distance_metres integer not null check (maximum_distance_metres >= 0),
    unconfirmed_days        integer not null check (unconfirmed_days >= 1),
    weights                 jsonb not null check (jsonb_typeof(weights) = 'object'),
    primary key (organisation, programme, version),
    foreign key (organisation, programme) references programme on delete cascade
);
call guard('programme_rules');
alter table programme
    add foreign key (organisation, id, rules_version) references programme_rules deferrable initially deferred;
