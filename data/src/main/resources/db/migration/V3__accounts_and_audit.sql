-- Staff who sign in, and what was done.

create table account (
    organisation  uuid not null references organisation,
    id            uuid not null,
    email         text not null check (email = lower(email) and email like '%_@_%'),
    name          text not null check (name <> ''),
    password_hash text not null,
    role          text not null check (role in ('COORDINATOR', 'ADMINISTRATOR')),
    enabled       boolean not null default true,
    version       integer not null default 1,
    primary key (organisation, id)
);
-- The one unique key without the organisation: at sign-in the address is all there is to go by.
create unique index account_email_once on account (email);
call guard('account');
create policy owner_signs_in on account for select to current_user using (true);

-- Sign-in happens before the organisation is known: one account by its exact address, nothing more.
create function sign_in(sought text)
    returns table (organisation uuid, id uuid, email text, name text, password_hash text, role text,
                   enabled boolean)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select a.organisation, a.id, a.email, a.name, a.password_hash, a.role, a.enabled
        from public.account a
        where a.email = lower(sought);
    end;
revoke all on function sign_in(text) from public;
grant execute on function sign_in(text) to ${runtimeRole};

create table audit_entry (
    organisation uuid not null references organisation,
    number       bigint generated always as identity,
    at           timestamptz not null,
    account      uuid,
    action       text not null,
    object_type  text not null,
    object_id    text not null,
    detail       jsonb not null default '{}',
    primary key (organisation, number),
    foreign key (organisation, account) references account
);
create index on audit_entry (organisation, object_type, object_id);
call guard('audit_entry', may_change => false);
