-- Families and volunteers as people keep them: found by a name that is nearly right, with a history of every change,
-- merged when two turn out to be one, closed, paused and stopped with a reason.

create extension if not exists pg_trgm;
create extension if not exists unaccent;

alter table family
    add column merged_into uuid,
    add check (merged_into <> id),
    add foreign key (organisation, merged_into) references family;
comment on column family.merged_into is 'the family that this one turned out to be; its requests are there';
create index on family (organisation, merged_into) where merged_into is not null;
create index on family (organisation, postcode);

alter table volunteer
    add column merged_into uuid,
    add column paused_until date,
    add column stopped_on date,
    add column inactive_reason text check (inactive_reason in ('HOLIDAY', 'ILLNESS', 'TOO_BUSY', 'NO_CONTACT', 'MOVED_AWAY',
        'NO_LONGER_SUITABLE', 'MERGED', 'OTHER')),
    add check (merged_into <> id),
    add check (not active or num_nonnulls(merged_into, paused_until, stopped_on, inactive_reason) = 0),
    add foreign key (organisation, merged_into) references volunteer;
comment on column volunteer.paused_until is 'first day back from a pause; not active and null: a pause without an end';
create index on volunteer (organisation, merged_into) where merged_into is not null;
create index on volunteer (organisation, postcode);

alter table support_request
    add column status_reason text check (status_reason in ('HELPED', 'HELPED_ELSEWHERE', 'MOVED_AWAY', 'NO_CONTACT',
        'WITHDRAWN', 'NEEDED_AGAIN', 'CLOSED_BY_MISTAKE', 'OTHER'));
comment on column support_request.status_reason is 'why it was closed or, when it is open, opened again; null: never closed';

-- Who changed which field of whom from what to what. The tables write it themselves, so that no way of changing a row
-- goes round it; who and how the application says in each transaction (app.account, app.at, app.way).
create table record_change (
    organisation uuid not null references organisation,
    number       bigint generated always as identity,
    family       uuid,
    request      uuid,
    volunteer    uuid,
    field        text,
    part         text,
    before       text,
    after        text,
    at           timestamptz not null,
    account      uuid,
    way          text not null,
    transaction  xid8 not null default pg_current_xact_id(),
    primary key (organisation, number),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, request) references support_request on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nonnulls(family, volunteer) = 1 and (request is null or family is not null))
);
comment on column record_change.field is 'column that changed; null: the family, request or volunteer was added';
comment on column record_change.part is 'which child or programme, where there are several';
comment on column record_change.account is 'who did it; null: the software, or somebody at the command line';
create index on record_change (organisation, family);
create index on record_change (organisation, request) where request is not null;
create index on record_change (organisation, volunteer);
call guard('record_change', may_change => false);
-- Who does not see a family, request or volunteer does not see what changed about it.
create policy own_part on record_change as restrictive for select to ${runtimeRole} using (
    (family is null or exists (select from family f where f.organisation = record_change.organisation and f.id = record_change.family))
    and (request is null or exists (select from support_request q
                                    where q.organisation = record_change.organisation and q.id = record_change.request))
    and (volunteer is null or exists (select from volunteer v
                                      where v.organisation = record_change.organisation and v.id = record_change.volunteer)));

create function change_at() returns timestamptz
    language sql stable
    return coalesce(nullif(current_setting('app.at', true), '')::timestamptz, now());

create function change_account() returns uuid
    language sql stable
    return nullif(current_setting('app.account', true), '')::uuid;

create function change_way() returns text
    language sql stable
    return coalesce(nullif(current_setting('app.way', true), ''), 'SOFTWARE');

-- Notes rows added to family, support_request or volunteer.
create function note_added() returns trigger
    language plpgsql as
$$
begin
    insert into record_change (organisation, family, request, volunteer, at, account, way)
    select (j ->> 'organisation')::uuid,
           case tg_table_name when 'family' then (j ->> 'id')::uuid when 'support_request' then (j ->> 'family')::uuid end,
           case tg_table_name when 'support_request' then (j ->> 'id')::uuid end,
           case tg_table_name when 'volunteer' then (j ->> 'id')::uuid end,
           change_at(), change_account(), change_way()
    from (select to_jsonb(r) as j from new_rows r) as added;
    return null;
end
$$;

-- Notes each field of family, support_request or volunteer that says something else than before.
create function note_changed() returns trigger
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
    where f.name <> 'version' and f.value is distinct from o.j ->> f.name;
    return null;
end
$$;

-- Whether the family, request or volunteer was added in this very transaction: then its parts are no change.
create function just_added(organisation_of uuid, family_of uuid, volunteer_of uuid) returns boolean
    language sql stable
    return exists (select
                   from record_change c
                   where c.organisation = organisation_of and c.transaction = pg_current_xact_id() and c.field is null
                     and c.request is null and (c.family = family_of or c.volunteer = volunteer_of));

create function note_child() returns trigger
    language plpgsql as
$$
declare
    was child := case when tg_op <> 'INSERT' then old end;
    is_now child := case when tg_op <> 'DELETE' then new end;
    whose child := coalesce(is_now, was);
begin
    if was.birth_year is distinct from is_now.birth_year and not just_added(whose.organisation, whose.family, null)
        and exists (select from family f where f.organisation = whose.organisation and f.id = whose.family) then
        insert into record_change (organisation, family, field, part, before, after, at, account, way)
        values (whose.organisation, whose.family, 'birth_year', whose.number, was.birth_year, is_now.birth_year,
                change_at(), change_account(), change_way());
    end if;
    return null;
end
$$;

create function note_programme() returns trigger
    language plpgsql as
$$
declare
    was volunteer_programme := case when tg_op <> 'INSERT' then old end;
    is_now volunteer_programme := case when tg_op <> 'DELETE' then new end;
    whose volunteer_programme := coalesce(is_now, was);
begin
    if was.programme is distinct from is_now.programme and not just_added(whose.organisation, null, whose.volunteer)
        and exists (select from volunteer v where v.organisation = whose.organisation and v.id = whose.volunteer) then
        insert into record_change (organisation, volunteer, field, before, after, at, account, way)
        values (whose.organisation, whose.volunteer, 'programme', was.programme, is_now.programme,
                change_at(), change_account(), change_way());
    end if;
    return null;
end
$$;

create trigger added after insert on family referencing new table as new_rows
    for each statement execute function note_added();
create trigger changed after update on family referencing old table as old_rows new table as new_rows
    for each statement execute function note_changed();
create trigger added after insert on support_request referencing new table as new_rows
    for each statement execute function note_added();
create trigger changed after update on support_request referencing old table as old_rows new table as new_rows
    for each statement execute function note_changed();
create trigger added after insert on volunteer referencing new table as new_rows
    for each statement execute function note_added();
create trigger changed after update on volunteer referencing old table as old_rows new table as new_rows
    for each statement execute function note_changed();
create trigger noted after insert or update or delete on child
    for each row execute function note_child();
create trigger noted after insert or update or delete on volunteer_programme
    for each row execute function note_programme();

-- Two that look alike and are not the same: somebody said so, and they are not suggested again.
create table not_the_same (
    organisation uuid not null references organisation,
    one          uuid not null,
    other        uuid not null check (one < other),
    account      uuid,
    at           timestamptz not null,
    primary key (organisation, one, other),
    foreign key (organisation, account) references account
);
comment on column not_the_same.one is 'a family or a volunteer; the smaller id first';
call guard('not_the_same');

-- A file that was offered on a page, with what importing it would do; gone once it is imported or let go.
create table import_preview (
    organisation uuid not null references organisation,
    id           uuid not null,
    name         text not null,
    content      bytea not null,
    offered_at   timestamptz not null,
    account      uuid,
    outcome      jsonb not null,
    refused_rows bytea not null,
    primary key (organisation, id),
    foreign key (organisation, account) references account
);
alter table import_preview alter column content set storage external;
call guard('import_preview');
alter table import_file add column account uuid, add foreign key (organisation, account) references account;
