-- What is said about persons is encrypted by the application, with keys of each organisation that are here only in a form
-- that the key file opens, which is outside the database. A value stands here as
--   {enc:1:version:table.column:row:index:nonce:text}
-- Version 0 of the keys is what values are looked up by; the others are what they are encrypted with, the highest newly.
create table data_key (
    organisation uuid not null,
    version      integer not null check (version >= 0),
    kek          text not null check (kek ~ '^[0-9a-f]{8}$'),
    wrapped      bytea not null,
    made_at      timestamptz not null default statement_timestamp(),
    primary key (organisation, version)
);
comment on table data_key is 'made before anything is encrypted with it, so possibly before its organisation is there';
call guard('data_key', may_change => false);
-- At the start it is checked that the key file fits.
create policy owner_checks on data_key for select to current_user using (true);

-- Whether a value is encrypted, for this column of this row. Dashes and nothing are what is left of somebody who was erased.
create function sealed_for(value text, place text, row_of uuid) returns boolean
    language sql immutable parallel safe
    return value is null or value ~ '^[–-]*$'
        or starts_with(value, '{enc:1:') and split_part(value, ':', 4) = place and split_part(value, ':', 5) = row_of::text
           and value ~ '^\{enc:1:[1-9][0-9]*:[a-z_.]+:[0-9a-f-]{36}:[A-Za-z0-9_-]*:[A-Za-z0-9_-]{16}:[A-Za-z0-9_-]*\}$';

-- What an encrypted value is found by; null when it is not, or is not found by anything.
create function sealed_index(value text) returns text
    language sql immutable parallel safe
    return case when starts_with(value, '{enc:1:') then nullif(split_part(value, ':', 6), '') end;

-- Whether two values of one place say the same, in whichever version of the key.
create function sealed_alike(one text, other text) returns boolean
    language sql immutable parallel safe
    return starts_with(one, '{enc:1:') and starts_with(other, '{enc:1:')
        and split_part(one, ':', 4) = split_part(other, ':', 4) and split_part(one, ':', 5) = split_part(other, ':', 5)
        and split_part(one, ':', 7) = split_part(other, ':', 7);

-- Keeps a column encrypted from now on: nothing else is let in, so what was checked about its text is checked before. What is
-- there already is encrypted when the application starts, which then declares the rule to hold for all rows.
create procedure seal(sealed regclass, its_column name, row_of text)
    language plpgsql as
$$
declare
    old record;
begin
    for old in
        select c.conname from pg_constraint c
        where c.conrelid = sealed and c.contype = 'c'
          and c.conkey = array[(select a.attnum from pg_attribute a where a.attrelid = sealed and a.attname = its_column)]
    loop
        execute format('alter table %s drop constraint %I', sealed, old.conname);
    end loop;
    execute format('alter table %s add constraint %I check (sealed_for(%I, %L, %s)) not valid',
                   sealed, 'sealed_' || its_column, its_column, sealed::text || '.' || its_column, row_of);
    call seal_history();
end
$$;
revoke all on procedure seal(regclass, name, text) from public;

-- The history of what is encrypted is encrypted too, as it stood in its own place.
create procedure seal_history()
    language plpgsql as
$$
begin
    alter table record_change drop constraint if exists sealed_history;
    execute format(
            'alter table record_change add constraint sealed_history check ('
                || 'request is not null or not coalesce(field = any (case when family is null then %L::text[] else %L::text[] end), false)'
                || ' or sealed_for(before, case when family is null then ''volunteer.'' else ''family.'' end || field,'
                || ' coalesce(family, volunteer))'
                || ' and sealed_for(after, case when family is null then ''volunteer.'' else ''family.'' end || field,'
                || ' coalesce(family, volunteer))) not valid',
            sealed_columns('volunteer'), sealed_columns('family'));
end
$$;
revoke all on procedure seal_history() from public;

-- The columns of a table that are kept encrypted.
create function sealed_columns(of_table regclass) returns text[]
    language sql stable
    return coalesce((select array_agg(substr(c.conname, 8)::text order by c.conname) from pg_constraint c
                     where c.conrelid = of_table and c.contype = 'c' and starts_with(c.conname, 'sealed_')),
                    array[]::text[]);

-- As before, but the same said with another key is no change.
create or replace function note_changed() returns trigger
    language plpgsql as
$$
begin
    insert into record_change (organisation, family, request, volunteer, field, before, after, at, account, way)
    select (n.j ->> 'organisation')::uuid,
           case tg_table_name when 'family' then (n.j ->> 'id')::uuid
                when 'support_request' then (n.j ->> 'family')::uuid end,
           case tg_table_name when 'support_request' then (n.j ->> 'id')::uuid end,
           case tg_table_name when 'volunteer' then (n.j ->> 'id')::uuid end,
           f.name, o.j ->> f.name, f.value, change_at(), change_account(), change_way()
    from (select to_jsonb(r) as j from new_rows r) as n
    join (select to_jsonb(r) as j from old_rows r) as o on o.j ->> 'id' = n.j ->> 'id'
    cross join lateral jsonb_each_text(n.j) as f(name, value)
    where f.name <> 'version' and f.value is distinct from o.j ->> f.name
      and not coalesce(sealed_again(o.j ->> f.name, f.value), false);
    return null;
end
$$;
alter function note_changed() set enable_nestloop = off;

-- Whether a value was only encrypted, or encrypted anew.
create function sealed_again(was text, is_now text) returns boolean
    language sql stable
    return starts_with(is_now, '{enc:1:')
        and (sealed_alike(was, is_now)
             or not starts_with(was, '{enc:1:') and current_setting('app.sealing', true) = 'on');
