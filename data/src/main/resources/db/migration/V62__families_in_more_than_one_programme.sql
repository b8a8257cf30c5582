-- A family can ask something of several programmes. Of another organisation than the one that it came to, only once it agreed:
-- until then nobody there sees it, and it is not planned with.

-- Where a family came in: the programme of its first request; after merging, of either. What is carried out by the same
-- organisation is at home too.
create table family_home (
    organisation uuid not null,
    family       uuid not null,
    programme    uuid not null,
    primary key (organisation, family, programme),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, programme) references programme on delete cascade
);
create index on family_home (organisation, programme);
call guard('family_home');

-- As the owner: who adds a first request need not see the family by it yet.
create function note_home() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    insert into family_home (organisation, family, programme)
    select distinct on (n.organisation, n.family) n.organisation, n.family, n.programme
    from new_rows n
    where not exists (select from family_home h where h.organisation = n.organisation and h.family = n.family)
    order by n.organisation, n.family, n.waiting_since, n.reference
    on conflict do nothing;
    return null;
end
$$;
revoke all on function note_home() from public;
create trigger home after insert on support_request referencing new table as new_rows
    for each statement execute function note_home();

do $$
declare
    here record;
begin
    for here in select organisation from organisation loop
        perform set_config('app.organisation', here.organisation::text, true);
        -- What was asked before this was asked of the whole organisation, and stays with whoever has it.
        insert into family_home (organisation, family, programme)
        select distinct organisation, family, programme from support_request;
    end loop;
    perform set_config('app.organisation', '', true);
end
$$;

-- Requests of programmes that another organisation carries out than those that the family came to, and that it has not agreed
-- to. Asked for the owner, whom limits do not hold. Where one organisation carries out all programmes there is nothing to look for.
create function requests_without_consent() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.id
        from public.support_request q
        join public.programme g on g.organisation = q.organisation and g.id = q.programme
        where (select count(distinct o.run_by) from public.programme o
               where o.organisation = (select public.current_organisation())) > 1
          and q.organisation = (select public.current_organisation())
          and not exists (select from public.family_home f
                          join public.programme h on h.organisation = f.organisation and h.id = f.programme
                          where f.organisation = q.organisation and f.family = q.family and h.run_by = g.run_by)
          and not exists (select from public.sharing_consent c
                          where c.organisation = q.organisation and c.family = q.family and c.programme = g.id
                            and c.run_by = g.run_by and c.withdrawn_on is null);
    end;
revoke all on function requests_without_consent() from public;
grant execute on function requests_without_consent() to ${runtimeRole};

-- As before, and a family is of others as long as it has not agreed.
create or replace function families_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.family from public.support_request q
        where q.organisation = (select public.current_organisation())
          and (q.programme <> all ((select public.own_programmes())::uuid[])
               or q.id in (select r.request from public.requests_without_consent() r (request)))
          and not exists (select from public.support_request o
                          where o.organisation = q.organisation and o.family = q.family
                            and o.programme = any ((select public.own_programmes())::uuid[])
                            and o.id not in (select r.request from public.requests_without_consent() r (request)));
    end;

alter policy own_part on support_request using (
    (select limited()) <> 'yes'
    or (select part()) = 'some'
        and ((select own_programmes()) is null
             or programme = any ((select own_programmes())::uuid[])
                and id not in (select r.request from requests_without_consent() r (request)))
        and ((select own_postcodes()) is null or family in (select h.family from families_here() h (family))));
