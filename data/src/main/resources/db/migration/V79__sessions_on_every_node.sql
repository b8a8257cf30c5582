-- What a browser's session remembers, for whichever node the browser comes to next. Whose it is and what it holds is encrypted
-- with a key outside the database. It need not outlive a crash of the database: then people sign in again, and pages do not wait
-- for the disk. Backups leave it out.

create schema web;

create unlogged table web.session (
    primary_id            text primary key,
    session_id            text not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        text check (principal_name is null)
);
comment on column web.session.session_id is 'a browser shows it encrypted: this alone opens nothing';
comment on column web.session.principal_name is 'Spring Session would write a name here; ours does not';
create index session_expiry on web.session (expiry_time);

create unlogged table web.session_attributes (
    session_primary_id text not null references web.session on delete cascade,
    attribute_name     text not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

grant usage on schema web to ${runtimeRole};
grant select, insert, update, delete on web.session, web.session_attributes to ${runtimeRole};
