-- The audit log has a term of its own.
do
$$
    declare
        old record;
    begin
        for old in
            select c.conname from pg_constraint c
            where c.contype = 'c' and c.conrelid = 'retention_term'::regclass
              and pg_get_constraintdef(c.oid) like '%SENT_MAIL%'
        loop
            execute format('alter table retention_term drop constraint %I', old.conname);
        end loop;
    end
$$;
alter table retention_term add constraint retention_term_kind check (kind in ('SENT_MAIL', 'IMPORTS', 'REGISTRATIONS',
    'HISTORY', 'SNAPSHOTS', 'VOLUNTEERS', 'FAMILIES', 'AUDIT'));
