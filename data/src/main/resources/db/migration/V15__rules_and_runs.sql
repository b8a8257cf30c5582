-- Rules: who changed what and why, and drafts. Runs: who started or stopped one, and its signs of life.
-- Reruns: the night of a run once more, with its own rules or with those of a draft.

alter table programme_rules
    add column created_at timestamptz,
    add column account    uuid,
    add column reason     text check (reason <> ''),
    add column restores   integer,
    add foreign key (organisation, account) references account,
    add foreign key (organisation, programme, restores) references programme_rules;
comment on column programme_rules.created_at is 'null: these came with the programme';
comment on column programme_rules.restores is 'the older version that this one brings back';
create index on programme_rules (organisation, account);
-- A version that a run was decided on must stay what it was.
revoke update, delete on programme_rules from ${runtimeRole};

create table rules_draft (
    organisation            uuid not null references organisation,
    programme               uuid not null,
    account                 uuid not null,
    based_on                integer not null,
    screening_years         integer not null check (screening_years >= 1),
    language_level          text not null check (language_level in ('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
    maximum_distance_metres integer not null check (maximum_distance_metres >= 0),
    unconfirmed_days        integer not null check (unconfirmed_days >= 1),
    weights                 jsonb not null check (jsonb_typeof(weights) = 'object'),
    changed_at              timestamptz not null,
    version                 integer not null default 1,
    primary key (organisation, programme, account),
    foreign key (organisation, programme, based_on) references programme_rules on delete cascade,
    foreign key (organisation, account) references account on delete cascade
);
comment on column rules_draft.based_on is 'the version in use when the draft was begun';
create index on rules_draft (organisation, account);
call guard('rules_draft');

alter table run
    drop constraint run_status_check,
    add constraint run_status_check check (status in ('RUNNING', 'PUBLISHED', 'FAILED', 'CANCELLED')),
    add column account             uuid,
    add column seen_at             timestamptz,
    add column cancel_requested_at timestamptz,
    add column cancelled_by        uuid,
    add foreign key (organisation, account) references account,
    add foreign key (organisation, cancelled_by) references account;
comment on column run.account is 'who started it; null: the schedule, or somebody at the command line';
comment on column run.seen_at is 'the last sign of life while it runs';

create table rerun (
    organisation        uuid not null references organisation,
    id                  uuid not null,
    run                 bigint not null,
    programme           uuid,
    settings            jsonb,
    account             uuid not null,
    status              text not null check (status in ('RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    started_at          timestamptz not null,
    seen_at             timestamptz not null,
    finished_at         timestamptz,
    share               real not null default 0 check (share between 0 and 1),
    cancel_requested_at timestamptz,
    failure             text,
    served_weight       bigint,
    fit                 bigint,
    time_limit_reached  boolean,
    primary key (organisation, id),
    foreign key (organisation, run) references run on delete cascade,
    foreign key (organisation, programme) references programme on delete cascade,
    foreign key (organisation, account) references account on delete cascade,
    check ((programme is null) = (settings is null)),
    check (status <> 'DONE' or (finished_at is not null and fit is not null))
);
comment on column rerun.programme is 'whose draft is tried; null: a replay with the rules of that night';
create index on rerun (organisation, run);
create index on rerun (organisation, programme);
create index on rerun (organisation, account);
create unique index rerun_one_at_a_time on rerun (organisation) where status = 'RUNNING';
call guard('rerun');

create table rerun_proposal (
    organisation    uuid not null,
    rerun           uuid not null,
    request         uuid not null,
    volunteer       uuid not null,
    day_parts       day_parts not null,
    fit             integer not null,
    distance_metres integer not null check (distance_metres >= 0),
    primary key (organisation, rerun, request),
    foreign key (organisation, rerun) references rerun on delete cascade,
    foreign key (organisation, request) references support_request on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
create index on rerun_proposal (organisation, request);
create index on rerun_proposal (organisation, volunteer);
call guard('rerun_proposal');
