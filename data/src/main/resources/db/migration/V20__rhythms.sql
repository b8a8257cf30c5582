-- What the rhythm of a programme's check-ins was before each change; what it is stands with the programme.

create table programme_rhythm_before (
    organisation         uuid not null,
    programme            uuid not null,
    number               integer not null check (number > 0),
    trial_weeks          smallint not null,
    check_in_weeks       smallint[] not null,
    check_in_every_weeks smallint not null,
    replaced_at          timestamptz not null,
    account              uuid,
    primary key (organisation, programme, number),
    foreign key (organisation, programme) references programme on delete cascade,
    foreign key (organisation, account) references account
);
comment on column programme_rhythm_before.account is 'who changed it';
create index on programme_rhythm_before (organisation, account);
call guard('programme_rhythm_before', may_change => false);
