-- What would have happened without a pairing, as a coordinator sees it: first as a draft, then fixed.

create table case_review_draft (
    organisation uuid not null,
    pairing      uuid not null,
    version      integer not null check (version >= 1),
    content      jsonb not null,
    reason       text check (reason <> ''),
    changed_at   timestamptz not null,
    account      uuid not null,
    primary key (organisation, pairing),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account
);
comment on column case_review_draft.reason is 'why a fixed review is changed; null: it was not fixed yet';
call guard('case_review_draft');

-- The highest version counts, the others stay: whoever has seen euros may be tempted to change the estimate.
create table case_review (
    organisation uuid not null,
    pairing      uuid not null,
    version      integer not null check (version >= 1),
    content      jsonb not null,
    reason       text,
    fixed_at     timestamptz not null,
    account      uuid not null,
    primary key (organisation, pairing, version),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account,
    check (version = 1 or reason <> '')
);
call guard('case_review', may_change => false);

-- What a pairing of a programme costs in a year; a year without a row costs nothing that is known.
create table programme_cost (
    organisation      uuid not null,
    programme         uuid not null,
    year              smallint not null check (year between 2000 and 2100),
    coordinator_hours numeric(7, 2) not null check (coordinator_hours >= 0),
    hourly_rate_cents bigint not null check (hourly_rate_cents >= 0),
    subsidy_cents     bigint not null check (subsidy_cents >= 0),
    training_cents    bigint not null check (training_cents >= 0),
    screening_cents   bigint not null check (screening_cents >= 0),
    expenses_cents    bigint not null check (expenses_cents >= 0),
    overhead_cents    bigint not null check (overhead_cents >= 0),
    source            text not null check (source <> ''),
    primary key (organisation, programme, year),
    foreign key (organisation, programme) references programme on delete cascade
);
comment on table programme_cost is 'for one pairing that runs the whole year';
call guard('programme_cost');
