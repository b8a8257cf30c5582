-- Mail to be sent: written in the transaction of what it tells about, sent afterwards, once.

create table outgoing_mail (
    organisation  uuid not null references organisation,
    id            uuid not null,
    recipient     text not null check (recipient like '%_@_%'),
    subject       text not null check (subject <> '' and subject !~ '[\r\n]'),
    body          text not null,
    calendar      text,
    created_at    timestamptz not null,
    not_before    timestamptz not null,
    sent_at       timestamptz,
    attempts      integer not null default 0 check (attempts >= 0),
    failure       text,
    primary key (organisation, id)
);
comment on column outgoing_mail.id is 'given by whoever asks for the mail; the same reminder has the same id and goes out once';
comment on column outgoing_mail.calendar is 'an appointment to attach, as iCalendar text';
comment on column outgoing_mail.failure is 'kind of the last failure, without what it said; null: none';
create index outgoing_mail_waiting on outgoing_mail (not_before) where sent_at is null;
call guard('outgoing_mail');
