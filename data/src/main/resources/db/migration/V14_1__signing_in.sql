-- Invitations, second steps, sessions, and what slows guessing down. Of everything that opens a door only a hash is kept.

alter table organisation add column second_step_required boolean not null default false;
comment on column organisation.second_step_required is 'a password alone does not let anybody in';

-- A link in a mail, to be used once: to choose a first or another password.
create table account_link (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    account      uuid not null,
    purpose      text not null check (purpose in ('INVITATION', 'PASSWORD')),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    primary key (organisation, hash),
    foreign key (organisation, account) references account on delete cascade
);
create index on account_link (organisation, account);
call guard('account_link');
create policy owner_finds on account_link for select to current_user using (true);

-- Who follows a link is not signed in: whose is it?
create function organisation_of_link(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select l.organisation from public.account_link l where l.hash = sought;
    end;
revoke all on function organisation_of_link(bytea) from public;
grant execute on function organisation_of_link(bytea) to ${runtimeRole};

-- The secret that an app on a telephone makes codes of.
create table code_app (
    organisation uuid not null,
    account      uuid not null,
    secret       bytea not null,
    confirmed_at timestamptz,
    last_period  bigint not null default 0,
    primary key (organisation, account),
    foreign key (organisation, account) references account on delete cascade
);
comment on column code_app.secret is 'encrypted with a key that is not in the database';
comment on column code_app.last_period is 'the half minute of the last code that was taken: none is taken twice';
call guard('code_app');

create table recovery_code (
    organisation uuid not null,
    account      uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    used_at      timestamptz,
    primary key (organisation, account, hash),
    foreign key (organisation, account) references account on delete cascade
);
call guard('recovery_code');

create table passkey (
    organisation     uuid not null,
    id               bytea not null,
    account          uuid not null,
    label            text not null check (label <> ''),
    public_key       bytea not null,
    signature_count  bigint not null,
    user_verified    boolean not null,
    backup_eligible  boolean not null,
    backed_up        boolean not null,
    transports       text[] not null,
    attestation      bytea,
    attestation_data bytea,
    created_at       timestamptz not null,
    last_used_at     timestamptz not null,
    primary key (organisation, id),
    foreign key (organisation, account) references account on delete cascade
);
create index on passkey (organisation, account);
call guard('passkey');
create policy owner_finds on passkey for select to current_user using (true);

-- Who signs in with a passkey types no address: whose is it?
create function organisation_of_passkey(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select k.organisation from public.passkey k where k.id = sought;
    end;
revoke all on function organisation_of_passkey(bytea) from public;
grant execute on function organisation_of_passkey(bytea) to ${runtimeRole};

-- Who is signed in where. What is ended here is ended on every node.
create table account_session (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    id           uuid not null,
    account      uuid not null,
    started_at   timestamptz not null,
    last_seen_at timestamptz not null,
    ended_at     timestamptz,
    browser      text not null,
    network      text not null,
    primary key (organisation, hash),
    unique (organisation, id),
    foreign key (organisation, account) references account on delete cascade
);
create index on account_session (organisation, account) where ended_at is null;
call guard('account_session');

-- Browsers that somebody signed in with before: guessing from elsewhere does not slow these down.
create table known_browser (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    account      uuid not null,
    last_used_at timestamptz not null,
    primary key (organisation, hash),
    foreign key (organisation, account) references account on delete cascade
);
create index on known_browser (organisation, account);
call guard('known_browser');

-- Failed attempts, counted for an address from a network, or for a network, or for a known browser: only hashes of
-- these. Of no organisation, because an address that nobody has is counted in the same way.
create table failed_attempts (
    subject   bytea primary key check (octet_length(subject) = 32),
    failures  integer not null check (failures > 0),
    failed_at timestamptz not null
);
grant select, insert, update, delete on failed_attempts to ${runtimeRole};

create index on audit_entry (organisation, at);
create index on audit_entry (organisation, account);
