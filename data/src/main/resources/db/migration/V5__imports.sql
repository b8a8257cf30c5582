-- Files that were imported, and the rows that were refused.

create table import_file (
    organisation  uuid not null references organisation,
    id            uuid not null,
    name          text not null,
    kind          text not null,
    sha256        bytea not null check (length(sha256) = 32),
    size_bytes    bigint not null check (size_bytes >= 0),
    started_at    timestamptz not null,
    finished_at   timestamptz,
    rows_read     integer not null default 0,
    rows_accepted integer not null default 0,
    rows_rejected integer not null default 0,
    rows_added    integer not null default 0,
    rows_changed  integer not null default 0,
    refusal       text,
    primary key (organisation, id),
    check (finished_at is null or rows_accepted + rows_rejected = rows_read)
);
comment on column import_file.refusal is 'why the file was refused as a whole; null: it was not';
create index on import_file (organisation, started_at);
call guard('import_file');

create table import_reject (
    organisation   uuid not null,
    import_file    uuid not null,
    row_number     integer not null check (row_number >= 1),
    column_name    text not null,
    value          text not null,
    reason         text not null,
    reason_dutch   text not null,
    reason_english text not null,
    row_text       text not null,
    primary key (organisation, import_file, row_number, column_name),
    foreign key (organisation, import_file) references import_file on delete cascade
);
call guard('import_reject');
