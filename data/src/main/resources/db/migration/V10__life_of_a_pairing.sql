-- What happens to a pairing after it was accepted: answers, introduction, trial, hours, check-ins, pause and end.

-- When and where nothing else is said, check-ins are in weeks 3, 10 and 18 and every four weeks after that.
alter table programme
    add column trial_weeks          smallint not null default 6 check (trial_weeks between 1 and 52),
    add column check_in_weeks       smallint[] not null default '{3,10,18}'
        check (cardinality(check_in_weeks) between 1 and 12 and 1 <= all (check_in_weeks) and 104 >= all (check_in_weeks)),
    add column check_in_every_weeks smallint not null default 4 check (check_in_every_weeks between 1 and 52);

alter table family add column if not exists email text check (email like '%_@_%');
alter table volunteer add column if not exists email text check (email like '%_@_%');

-- One row a pairing, from the moment that it is more than a proposal; its step and version stay in pairing.
create table pairing_life (
    organisation           uuid not null,
    pairing                uuid not null,
    coordinator            uuid,
    family_reply           text check (family_reply in ('YES', 'NO', 'CALL_ME')),
    volunteer_reply        text check (volunteer_reply in ('YES', 'NO', 'CALL_ME')),
    introduction_at        timestamp,
    introduction_place     text check (introduction_place <> ''),
    introduction_changes   integer not null default 0 check (introduction_changes >= 0),
    started_on             date,
    trial_until            date,
    quarters_per_week      quarters_per_week,
    aftercare_until        date,
    paused_on              date,
    back_on                date,
    pause_reason           text,
    resumed_on             date,
    family_check_in_on     date,
    volunteer_check_in_on  date,
    backup                 uuid,
    attention_since        date,
    outcome                text check (outcome in ('REACHED', 'PARTLY_REACHED', 'NOT_REACHED', 'NEVER_STARTED')),
    end_reason             text,
    ended_on               date,
    primary key (organisation, pairing),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, coordinator) references account,
    foreign key (organisation, backup) references volunteer,
    check ((introduction_at is null) = (introduction_place is null)),
    check ((paused_on is null) = (back_on is null) and (paused_on is null) = (pause_reason is null)),
    check ((ended_on is null) = (outcome is null) and (ended_on is null) = (end_reason is null))
);
comment on column pairing_life.introduction_at is 'on the wall clock of Europe/Amsterdam';
comment on column pairing_life.family_check_in_on is 'when the next check-in with the family is due; null: none is';
comment on column pairing_life.attention_since is 'somebody asked to be called, wants to stop or has worries; null: seen to';
call guard('pairing_life');
create index pairing_life_backup on pairing_life (organisation, backup) where backup is not null;

-- What one side said, in the week of the rhythm that it was asked for.
create table check_in (
    organisation      uuid not null,
    pairing           uuid not null,
    side              text not null check (side in ('FAMILY', 'VOLUNTEER')),
    week              smallint not null check (week between 0 and 1000),
    held_on           date not null,
    mood              smallint not null check (mood between 1 and 5),
    quarters_per_week quarters_per_week not null,
    worries           text check (worries <> ''),
    wish              text not null check (wish in ('CONTINUE', 'STOP', 'CALL_ME')),
    account           uuid not null,
    primary key (organisation, pairing, side, week),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account
);
comment on column check_in.worries is 'in their own words; null: no worries';
call guard('check_in', may_change => false);

-- Progress of the family since the start: 1 worse, 2 no change, 3 to 5 better with ever less support needed.
create table check_in_progress (
    organisation uuid not null,
    pairing      uuid not null,
    side         text not null,
    week         smallint not null,
    life_domain  text not null check (life_domain in ('FINANCE', 'HOUSING', 'HEALTH', 'SOCIAL', 'PARTICIPATION')),
    score        smallint not null check (score between 1 and 5),
    primary key (organisation, pairing, side, week, life_domain),
    foreign key (organisation, pairing, side, week) references check_in on delete cascade
);
comment on table check_in_progress is 'a life domain without a row is not applicable';
call guard('check_in_progress', may_change => false);

-- A mail is claimed before it is handed to the mail server: one that was claimed by a process that died is not sent twice.
alter table outgoing_mail add column claimed_at timestamptz;
comment on column outgoing_mail.claimed_at is 'being sent since; when the sender died meanwhile nobody knows whether it arrived';
