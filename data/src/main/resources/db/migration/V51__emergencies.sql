-- What no night may wait for: of a family, or of somebody who signed up and is no family yet. It is somebody's until that
-- person says that it was dealt with.

create domain signals as text[]
    check (value <@ array ['DANGER', 'VIOLENCE', 'EMPTY_FRIDGE', 'EVICTION', 'DESPAIR', 'EXHAUSTED']);

create table emergency (
    organisation uuid not null references organisation,
    id           uuid not null,
    family       uuid,
    registration uuid,
    signals      signals not null check (cardinality(signals::text[]) > 0),
    noted_at     timestamptz not null,
    noted_by     uuid,
    coordinator  uuid,
    taken_at     timestamptz,
    handled_at   timestamptz,
    handled_by   uuid,
    outcome      text check (outcome <> '' and length(outcome) <= 500),
    primary key (organisation, id),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, registration) references registration on delete cascade,
    foreign key (organisation, noted_by) references account,
    foreign key (organisation, coordinator) references account,
    foreign key (organisation, handled_by) references account,
    check (num_nonnulls(family, registration) = 1),
    check ((coordinator is null) = (taken_at is null)),
    check (num_nonnulls(handled_at, handled_by, outcome) in (0, 3))
);
comment on column emergency.noted_by is 'null: the person who signed up said so';
comment on column emergency.coordinator is 'who acts on it; null: nobody yet';
comment on column emergency.outcome is 'what was done, in words';
create unique index on emergency (organisation, coalesce(family, registration)) where handled_at is null;
create index on emergency (organisation, family) where family is not null;
create index on emergency (organisation, registration) where registration is not null;
call guard('emergency');
create policy own_part on emergency as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (family is null or family in (select f.id from family f))
        and (registration is null or registration in (select r.id from registration r)));

do
$$
    declare
        old record;
    begin
        for old in
            select c.conname from pg_constraint c
            where c.contype = 'c' and c.conrelid = 'registration'::regclass and pg_get_constraintdef(c.oid) like '%signals%'
        loop
            execute format('alter table registration drop constraint %I', old.conname);
        end loop;
    end
$$;
alter table registration alter column signals type signals;

-- Who waits with something urgent at this moment keeps it.
insert into emergency (organisation, id, registration, signals, noted_at)
select r.organisation, gen_random_uuid(), r.id, r.signals, r.created_at
from registration r
where r.state in ('UNCONFIRMED', 'WAITING') and r.side = 'FAMILY' and cardinality(r.signals::text[]) > 0;

-- Whom to call in a municipality, besides the numbers of the country.
create table crisis_line (
    organisation uuid not null references organisation,
    municipality text not null references municipality,
    name         text not null check (name <> '' and length(name) <= 100),
    phone        text not null check (phone ~ '^[+0-9][0-9 ()-]{2,24}$'),
    source       text not null check (source <> '' and length(source) <= 200),
    checked_on   date not null,
    primary key (organisation, municipality)
);
comment on column crisis_line.source is 'where the number was found';
call guard('crisis_line');
