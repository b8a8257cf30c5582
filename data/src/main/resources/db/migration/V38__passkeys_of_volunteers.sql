-- What a volunteer's device proves to hold instead of reading a mail: only the public half is here.
create table volunteer_passkey (
    organisation    uuid not null,
    credential      bytea not null check (octet_length(credential) between 1 and 1023),
    volunteer       uuid not null,
    public_key      bytea not null,
    attestation     bytea not null,
    signatures      bigint not null check (signatures >= 0),
    backup_eligible boolean not null,
    backed_up       boolean not null,
    added_at        timestamptz not null,
    used_at         timestamptz not null,
    primary key (organisation, credential),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
comment on column volunteer_passkey.attestation is 'what the device said about itself when the passkey was made';
comment on column volunteer_passkey.signatures is 'how often the device says it has signed; 0: it does not count';
create unique index on volunteer_passkey (credential);
create index on volunteer_passkey (organisation, volunteer);
call guard('volunteer_passkey');
create policy owner_finds on volunteer_passkey for select to current_user using (true);

-- Asked before the organisation is known.
create function organisation_of_volunteer_passkey(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select p.organisation from public.volunteer_passkey p where p.credential = sought;
    end;
revoke all on function organisation_of_volunteer_passkey(bytea) from public;
grant execute on function organisation_of_volunteer_passkey(bytea) to ${runtimeRole};
