-- Volunteers keep their own availability: a way in by mail, what they say about themselves, and who sees that.

alter table volunteer
    add column travels_by text[] not null default '{}'
        check (travels_by <@ array ['WALKING', 'BICYCLE', 'PUBLIC_TRANSPORT', 'CAR']),
    add column children_at_home smallint check (children_at_home between 0 and 20),
    add column returns_by_itself boolean not null default false,
    add column page_language text not null default 'nl'
        check (page_language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fr', 'es', 'pt'));
comment on column volunteer.children_at_home is 'null: not said';
comment on column volunteer.returns_by_itself is 'the volunteer paused, and is back on paused_until without anybody doing something';
comment on column volunteer.page_language is 'of the own page and of mail to the volunteer';
create index on volunteer (lower(email)) where email is not null;

-- Days on which somebody cannot come although the week says so.
create table volunteer_absence (
    organisation uuid not null,
    volunteer    uuid not null,
    first_day    date not null,
    last_day     date not null check (last_day >= first_day),
    primary key (organisation, volunteer, first_day, last_day),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
call guard('volunteer_absence');

-- A link in a mail that opens the own page once, in the browser that asked for it; the code is for a mail read elsewhere.
create table volunteer_link (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    volunteer    uuid not null,
    browser      bytea not null check (octet_length(browser) = 32),
    code         bytea not null check (octet_length(code) = 32),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    codes_tried  smallint not null default 0 check (codes_tried between 0 and 5),
    primary key (organisation, hash),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
comment on column volunteer_link.code is 'hash of the code together with the secret of the browser, which is kept nowhere';
create index on volunteer_link (browser);
create index on volunteer_link (organisation, volunteer);
call guard('volunteer_link');
create policy owner_finds on volunteer_link for select to current_user using (true);

-- The question whether anything has changed: its link confirms the week as it is, and shows nothing.
create table volunteer_question (
    organisation uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    volunteer    uuid not null,
    asked_on     date not null,
    expires_at   timestamptz not null,
    answered_at  timestamptz,
    primary key (organisation, hash),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
create index on volunteer_question (organisation, volunteer, asked_on);
call guard('volunteer_question');
create policy owner_finds on volunteer_question for select to current_user using (true);

-- The last change that came from each page that was opened: one that comes once more, or late, is known by its number.
create table volunteer_page (
    organisation uuid not null,
    volunteer    uuid not null,
    page         uuid not null,
    last_number  integer not null check (last_number > 0),
    last_at      timestamptz not null,
    primary key (organisation, volunteer, page),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
call guard('volunteer_page');

-- What is asked before the organisation is known.
create policy owner_finds on volunteer for select to current_user using (true);
create function volunteers_of_address(sought text) returns table (organisation uuid, volunteer uuid)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.organisation, v.id from public.volunteer v
        where lower(v.email) = lower(sought) and v.merged_into is null and v.stopped_on is null
        order by 1, 2 limit 5;
    end;
revoke all on function volunteers_of_address(text) from public;
grant execute on function volunteers_of_address(text) to ${runtimeRole};

create function organisations_of_browser(sought bytea) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select distinct l.organisation from public.volunteer_link l where l.browser = sought order by 1;
    end;
revoke all on function organisations_of_browser(bytea) from public;
grant execute on function organisations_of_browser(bytea) to ${runtimeRole};

create function organisation_of_question(sought bytea) returns uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.organisation from public.volunteer_question q where q.hash = sought;
    end;
revoke all on function organisation_of_question(bytea) from public;
grant execute on function organisation_of_question(bytea) to ${runtimeRole};

-- The volunteer who reads, on the own page; null: somebody else does.
create function own_volunteer() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.volunteer', true), '')::uuid;

-- As before; and a volunteer sees the part that is 'own'.
create or replace function enter(entered uuid, reader uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    before     uuid := nullif(current_setting('app.organisation', true), '')::uuid;
    seen       text := 'all';
    programmes uuid[];
    postcodes  smallint[];
    own        uuid;
    staff      uuid := reader;
begin
    if before is not null then
        return before;
    end if;
    perform set_config('app.organisation', entered::text, true);
    if reader is not null then
        select case
                   when a.role in ('MUNICIPAL_READER', 'SYSTEM_ADMINISTRATOR') then 'none'
                   when a.role = 'COORDINATOR' and (l.programmes or l.municipalities) then 'some'
                   else 'all'
               end,
               case when l.programmes then array(select p.programme from account_programme p where p.account = a.id) end,
               case when l.municipalities then
                   array(select p.postcode from account_municipality m join place p using (municipality)
                         where m.account = a.id)
               end
        into seen, programmes, postcodes
        from account a,
             lateral (select exists (select from account_programme p where p.account = a.id) as programmes,
                             exists (select from account_municipality m where m.account = a.id) as municipalities) l
        where a.organisation = entered and a.id = reader and a.enabled;
        if not found then
            select v.id into own from volunteer v
            where v.organisation = entered and v.id = reader and v.merged_into is null and v.stopped_on is null;
            if found then
                seen := 'own';
                staff := null;
            end if;
        end if;
    end if;
    perform set_config('app.account', coalesce(staff::text, ''), true),
            set_config('app.part', coalesce(seen, 'none'), true),
            set_config('app.programmes', coalesce(programmes::text, ''), true),
            set_config('app.postcodes', coalesce(postcodes::text, ''), true),
            set_config('app.volunteer', coalesce(own::text, ''), true);
    return null;
end
$$;

alter policy own_part on volunteer using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_programmes()) is null or id not in (select volunteers_of_others()))
    or (select part()) = 'own' and id = (select own_volunteer()));

-- Of a pairing a volunteer sees that it is there, not with whom: family and request stay out of sight.
drop policy if exists own_part on pairing;
create policy own_part on pairing as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or request in (select id from support_request)
    or (select part()) = 'own' and volunteer = (select own_volunteer()));

alter policy own_part on outgoing_mail using ((select part()) not in ('none', 'own'));

-- Who adds something hangs it on what is in sight; and what hangs on nothing a volunteer does not see, unless it is named.
create or replace procedure limit_tables()
    language plpgsql as
$$
declare
    hanging record;
begin
    for hanging in
        select c.oid::regclass as name, k.named as hook, k.hook as on_table
        from pg_class c
        join lateral (select h.named, h.hook
                      from (values (1, 'request', 'support_request'), (2, 'pairing', 'pairing'),
                                   (3, 'family', 'family'), (4, 'volunteer', 'volunteer')) h (rank, named, hook)
                      join pg_attribute a on a.attrelid = c.oid and a.attname = h.named and a.atttypid = 'uuid'::regtype
                      order by h.rank limit 1) k on true
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation')
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_part')
    loop
        execute format(
            'create policy own_part on %s as restrictive to ${runtimeRole} using ('
                || '(select part()) = ''all'' or %I is null and (select part()) = ''some'' or %I in (select id from %I))',
            hanging.name, hanging.hook, hanging.hook, hanging.on_table);
    end loop;
    for hanging in
        select c.oid::regclass as name, case c.relname when 'audit_entry' then 'select' else 'all' end as verbs
        from pg_class c
        where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
          and c.relname not in ('organisation', 'programme', 'programme_rules')
          and exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'own_organisation')
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname in ('own_part', 'not_for_volunteers'))
    loop
        execute format('create policy not_for_volunteers on %s as restrictive for %s to ${runtimeRole}'
                           || ' using ((select part()) <> ''own'')', hanging.name, hanging.verbs);
    end loop;
end
$$;
revoke all on procedure limit_tables() from public;
