-- What was said of the cost of a programme, each time that it was changed; programme_cost has what counts now.

create table programme_cost_change (
    organisation      uuid not null,
    programme         uuid not null,
    year              smallint not null,
    number            bigint generated always as identity,
    coordinator_hours numeric(7, 2) not null,
    hourly_rate_cents bigint not null,
    subsidy_cents     bigint not null,
    training_cents    bigint not null,
    screening_cents   bigint not null,
    expenses_cents    bigint not null,
    overhead_cents    bigint not null,
    source            text not null check (source <> ''),
    removed           boolean not null,
    at                timestamptz not null,
    account           uuid not null,
    primary key (organisation, programme, year, number),
    foreign key (organisation, programme) references programme on delete cascade,
    foreign key (organisation, account) references account
);
comment on column programme_cost_change.removed is 'true: taken away, and this is what it said until then';
call guard('programme_cost_change', may_change => false);

create policy not_for_readers on programme_cost as restrictive to ${runtimeRole} using ((select part()) <> 'none');
create policy not_for_readers on programme_cost_change as restrictive to ${runtimeRole} using ((select part()) <> 'none');
