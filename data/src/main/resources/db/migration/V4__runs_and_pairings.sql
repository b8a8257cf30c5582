-- Nightly runs with what they were decided on, and pairings from proposal to end.

-- The highest number handed out to a run of this organisation: only its holder may still write.
create table run_fence (
    organisation uuid primary key references organisation,
    number       bigint not null check (number > 0)
);
call guard('run_fence');

create table run (
    organisation         uuid not null references organisation,
    id                   bigint generated always as identity,
    attempt              uuid not null,
    fence                bigint not null,
    seed                 bigint not null,
    day                  date not null,
    status               text not null check (status in ('RUNNING', 'PUBLISHED', 'FAILED')),
    started_at           timestamptz not null,
    finished_at          timestamptz,
    software_version     text not null,
    rules_versions       jsonb,
    snapshot             bytea,
    snapshot_sha256      bytea,
    served_weight        bigint,
    served_weight_bound  bigint,
    fit                  bigint,
    fit_bound            bigint,
    requests             integer,
    volunteers           integer,
    feasible_pairs       bigint,
    proposed             integer,
    unpaired             integer,
    mean_distance_metres integer,
    time_limit_reached   boolean,
    certificate          bytea,
    failure              text,
    primary key (organisation, id),
    unique (id),
    unique (organisation, attempt),
    check (status <> 'PUBLISHED' or (finished_at is not null and snapshot is not null and served_weight is not null
        and served_weight <= served_weight_bound and proposed + unpaired <= requests))
);
create unique index run_one_at_a_time on run (organisation) where status = 'RUNNING';
alter table run alter column snapshot set storage external;
call guard('run');
create policy owner_finds on run for select to current_user using (true);

-- A run is called by its number alone (check 12): whose is it?
create function organisation_of_run(sought bigint) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select r.organisation from public.run r where r.id = sought;
    end;
revoke all on function organisation_of_run(bigint) from public;
grant execute on function organisation_of_run(bigint) to ${runtimeRole};

create table pairing (
    organisation uuid not null references organisation,
    id           uuid not null,
    request      uuid not null,
    volunteer    uuid not null,
    day_parts    day_parts not null,
    step         text not null check (step in ('PROPOSED', 'ACCEPTED', 'ASKED', 'INTRODUCTION', 'TRIAL', 'RUNNING',
                     'CLOSING', 'AFTERCARE', 'ENDED')),
    held         boolean not null default false,
    run          bigint,
    proposed_at  timestamptz not null,
    version      integer not null default 1,
    primary key (organisation, id),
    foreign key (organisation, request) references support_request,
    foreign key (organisation, volunteer) references volunteer,
    foreign key (organisation, run) references run
);
comment on column pairing.held is 'a person has touched the proposal: the nightly run leaves it as it is';
create unique index pairing_one_a_request on pairing (organisation, request) where step <> 'ENDED';
create index pairing_of_volunteer on pairing (organisation, volunteer) where step <> 'ENDED';
create index on pairing (organisation, run);
call guard('pairing');

-- Every step of every pairing: who, when, from where to where, why. Added to, never changed.
create table pairing_history (
    organisation uuid not null,
    number       bigint generated always as identity,
    pairing      uuid not null,
    at           timestamptz not null,
    account      uuid,
    from_step    text,
    to_step      text not null,
    reason       text,
    note         text,
    primary key (organisation, number),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account
);
comment on column pairing_history.account is 'who did it; null: the nightly run';
create index on pairing_history (organisation, pairing);
call guard('pairing_history', may_change => false);

-- A family and a volunteer that are not proposed together, for ever or until a day.
create table block (
    organisation uuid not null,
    family       uuid not null,
    volunteer    uuid not null,
    until        date,
    reason       text not null,
    account      uuid,
    primary key (organisation, family, volunteer),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account
);
create index on block (organisation, volunteer);
call guard('block');

-- What a run proposed and why; stays when the pairing itself moves on or is proposed anew by a later run.
create table proposal (
    organisation    uuid not null,
    run             bigint not null,
    request         uuid not null,
    volunteer       uuid not null,
    pairing         uuid,
    day_parts       day_parts not null,
    fit             integer not null,
    distance_metres integer not null check (distance_metres >= 0),
    reasons         jsonb not null,
    primary key (organisation, run, request),
    foreign key (organisation, run) references run on delete cascade,
    foreign key (organisation, request) references support_request,
    foreign key (organisation, volunteer) references volunteer,
    foreign key (organisation, pairing) references pairing on delete set null (pairing)
);
create index on proposal (organisation, pairing);
create index on proposal (organisation, request);
create index on proposal (organisation, volunteer);
call guard('proposal', may_change => false);
grant update (pairing) on proposal to ${runtimeRole};

-- A request that a run could not serve, and what stood in the way.
create table unpaired (
    organisation uuid not null,
    run          bigint not null,
    request      uuid not null,
    causes       jsonb not null,
    primary key (organisation, run, request),
    foreign key (organisation, run) references run on delete cascade,
    foreign key (organisation, request) references support_request
);
create index on unpaired (organisation, request);
call guard('unpaired', may_change => false);
