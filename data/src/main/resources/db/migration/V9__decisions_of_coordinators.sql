-- What coordinators decide besides yes and no: hold a volunteer, pair by hand; and what the morning page counts by.

alter table pairing
    add column held_until date,
    add constraint pairing_held_until_of_held check (held_until is null or held);
comment on column pairing.held_until is
    'first day on which a night may change the proposal again; null: as long as it is held';

-- A rule that was passed over when a pair was made by hand, and why that may be. Added to, never changed.
create table pairing_override (
    organisation  uuid not null,
    pairing       uuid not null,
    rule          text not null check (rule <> ''),
    justification text not null check (length(justification) >= 10),
    primary key (organisation, pairing, rule),
    foreign key (organisation, pairing) references pairing on delete cascade
);
call guard('pairing_override', may_change => false);

-- The last decision of a person, to be taken back.
create index pairing_history_of_account on pairing_history (organisation, account, at) where account is not null;

-- Since when a volunteer waits for a family, when there was none yet.
alter table volunteer
    add column registered_on date not null default current_date;

create index support_request_open on support_request (organisation, urgency, waiting_since) where closed_on is null;
create index pairing_proposed on pairing (organisation, request) where step = 'PROPOSED';
create index volunteer_screened on volunteer (organisation, screened) where active;
