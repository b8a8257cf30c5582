-- The audit log shows what was done to it afterwards: each entry gets a place in the chain of its organisation, and a hash over
-- the one before it and all it says. Entries are written without, so that nobody waits for anybody; within seconds they are
-- sealed, in the order in which they are found. What the end of the chain is, is signed and kept outside the database.
alter table audit_entry
    add column place bigint check (place >= 1),
    add column hash bytea check (octet_length(hash) = 32),
    add constraint audit_entry_sealed_or_not check ((place is null) = (hash is null)),
    add constraint audit_entry_one_place unique (organisation, place);
create index audit_entry_unsealed on audit_entry (organisation, number) where place is null;
grant update (place, hash) on audit_entry to ${runtimeRole};

-- A seal is set once.
create function keep_seal() returns trigger
    language plpgsql as
$$
begin
    if old.place is not null then
        raise exception 'entry % of the audit log is sealed', old.number;
    end if;
    return new;
end
$$;
create trigger audit_entry_keeps_seal before update on audit_entry for each row execute function keep_seal();

-- Where there is something to seal; nothing else about it.
create policy owner_seals on audit_entry for select to current_user using (true);
create function unsealed_organisations() returns table (organisation uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select o.organisation from public.organisation o
        where exists (select from public.audit_entry e where e.organisation = o.organisation and e.place is null);
    end;
revoke all on function unsealed_organisations() from public;
grant execute on function unsealed_organisations() to ${runtimeRole};

-- What is past its term goes by this one door: from the beginning of the chain only, never from its middle.
create function forget_audit(last bigint) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    gone bigint;
begin
    delete from public.audit_entry e where e.organisation = public.current_organisation() and e.place <= last;
    get diagnostics gone = row_count;
    return gone;
end
$$;
revoke all on function forget_audit(bigint) from public;
grant execute on function forget_audit(bigint) to ${runtimeRole};
