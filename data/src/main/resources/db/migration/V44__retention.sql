-- How long things are kept where an organisation says otherwise than the software.
create table retention_term (
    organisation uuid not null references organisation,
    kind         text not null check (kind in ('SENT_MAIL', 'IMPORTS', 'REGISTRATIONS', 'HISTORY', 'SNAPSHOTS',
                     'VOLUNTEERS', 'FAMILIES')),
    days         integer not null check (days between 1 and 36500),
    primary key (organisation, kind)
);
call guard('retention_term');

-- History is added to only; what is past its term goes by this one door. Answers how many rows.
create function forget_history(until timestamptz) returns bigint
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    gone bigint;
begin
    delete from public.record_change c where c.organisation = public.current_organisation() and c.at < until;
    get diagnostics gone = row_count;
    return gone;
end
$$;
revoke all on function forget_history(timestamptz) from public;
grant execute on function forget_history(timestamptz) to ${runtimeRole};

-- What a published run was decided on goes after its term; its figures stay.
do
$$
    declare
        old record;
    begin
        for old in
            select c.conname from pg_constraint c
            where c.contype = 'c' and c.conrelid = 'run'::regclass
              and pg_get_constraintdef(c.oid) like '%snapshot IS NOT NULL%'
        loop
            execute format('alter table run drop constraint %I', old.conname);
        end loop;
    end
$$;
alter table run add constraint run_published_with_figures
    check (status <> 'PUBLISHED' or (finished_at is not null and served_weight is not null
        and served_weight <= served_weight_bound and proposed + unpaired <= requests));
