-- Who sees which part of an organisation: coordinators their own programmes and municipalities, municipal readers and
-- system administrators no person at all. The database holds to it for every page; jobs of the software see everything.

alter table account drop constraint account_role_check;
alter table account add constraint account_role_check
    check (role in ('COORDINATOR', 'ADMINISTRATOR', 'MUNICIPAL_READER', 'SYSTEM_ADMINISTRATOR'));

-- What an account is limited to; without a row in either table it sees all programmes, or all municipalities.
create table account_programme (
    organisation uuid not null,
    account      uuid not null,
    programme    uuid not null,
    primary key (organisation, account, programme),
    foreign key (organisation, account) references account on delete cascade,
    foreign key (organisation, programme) references programme on delete cascade
);
create index on account_programme (organisation, programme);
call guard('account_programme');

create table account_municipality (
    organisation uuid not null,
    account      uuid not null,
    municipality text not null references municipality,
    primary key (organisation, account, municipality),
    foreign key (organisation, account) references account on delete cascade
);
call guard('account_municipality');

-- The part that this transaction sees: all, some (own programmes and postcodes) or none.
create function part() returns text
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.part', true), ''), 'all');

-- Null: not limited.
create function own_programmes() returns uuid[]
    language sql stable parallel safe
    return nullif(current_setting('app.programmes', true), '')::uuid[];

create function own_postcodes() returns smallint[]
    language sql stable parallel safe
    return nullif(current_setting('app.postcodes', true), '')::smallint[];

-- Names the organisation of this transaction, who reads (null: the software itself) and so which part is seen; what was
-- named first stays. Answers the organisation that was named before.
create function enter(entered uuid, reader uuid) returns uuid
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    before     uuid := nullif(current_setting('app.organisation', true), '')::uuid;
    seen       text := 'all';
    programmes uuid[];
    postcodes  smallint[];
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
    end if;
    perform set_config('app.account', coalesce(reader::text, ''), true),
            set_config('app.part', coalesce(seen, 'none'), true),
            set_config('app.programmes', coalesce(programmes::text, ''), true),
            set_config('app.postcodes', coalesce(postcodes::text, ''), true);
    return null;
end
$$;
revoke all on function enter(uuid, uuid) from public;
grant execute on function enter(uuid, uuid) to ${runtimeRole};

-- What the limits of one table say about another is asked for the owner, whom they do not hold: else they would ask for
-- each other without end.
create function families_here() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select f.id from public.family f where f.postcode = any (public.own_postcodes());
    end;
revoke all on function families_here() from public;
grant execute on function families_here() to ${runtimeRole};

-- Families that ask something, but nothing of the own programmes. A new family is everybody's until it asks something.
create function families_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.family from public.support_request q
        group by q.family having not bool_or(q.programme = any (public.own_programmes()));
    end;
revoke all on function families_of_others() from public;
grant execute on function families_of_others() to ${runtimeRole};

-- Volunteers of other programmes who were never paired with a family of the own ones.
create function volunteers_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.volunteer from public.volunteer_programme v
        group by v.volunteer having not bool_or(v.programme = any (public.own_programmes()))
        except
        select k.volunteer from public.pairing k
        join public.support_request q on q.organisation = k.organisation and q.id = k.request
        where q.programme = any (public.own_programmes());
    end;
revoke all on function volunteers_of_others() from public;
grant execute on function volunteers_of_others() to ${runtimeRole};

create policy own_part on family as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_postcodes()) is null or postcode = any ((select own_postcodes())::smallint[]))
        and ((select own_programmes()) is null or id not in (select families_of_others())));

create policy own_part on support_request as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_programmes()) is null or programme = any ((select own_programmes())::uuid[]))
        and ((select own_postcodes()) is null or family in (select families_here())));

-- Volunteers work across municipal borders, so these do not limit who sees them.
create policy own_part on volunteer as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_programmes()) is null or id not in (select volunteers_of_others())));

-- Every table that hangs on one of these goes with it. Called after each migration, so that a new table cannot be
-- forgotten; what hangs on more than one goes with the first of them.
create procedure limit_tables()
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
end
$$;
revoke all on procedure limit_tables() from public;

-- Mail tells of persons.
create policy own_part on outgoing_mail as restrictive for select to ${runtimeRole} using ((select part()) <> 'none');

-- How the runs of all organisations are going, for system administrators only; numbers and states, nothing of persons.
create function run_states()
    returns table (organisation_name text, run bigint, day date, status text, started_at timestamptz,
                   finished_at timestamptz, stage text, failure text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select o.name, r.id, r.day, r.status, r.started_at, r.finished_at, r.stage, r.failure
        from public.organisation o
        left join lateral (select l.id, l.day, l.status, l.started_at, l.finished_at, l.stage, l.failure
                           from public.run l where l.organisation = o.organisation order by l.id desc limit 1) r on true
        where exists (select from public.account a
                      where a.organisation = public.current_organisation()
                        and a.id = nullif(current_setting('app.account', true), '')::uuid
                        and a.role = 'SYSTEM_ADMINISTRATOR' and a.enabled)
        order by o.name;
    end;
revoke all on function run_states() from public;
grant execute on function run_states() to ${runtimeRole};
