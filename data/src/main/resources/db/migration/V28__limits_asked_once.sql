-- Limits are asked of sets that are looked up: comparing each row with a list of two thousand postcodes took most of the
-- morning page. Only rows of the organisation that reads count; those of others cannot matter to it.
create or replace function families_here() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select f.id from public.family f
        where f.organisation = (select public.current_organisation())
          and f.postcode in (select unnest(public.own_postcodes()));
    end;

-- Most readers have most programmes: who belongs to others only is found from the rows of others, of which there are few.
create or replace function families_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.family from public.support_request q
        where q.organisation = (select public.current_organisation())
          and q.programme <> all ((select public.own_programmes())::uuid[])
          and not exists (select from public.support_request o
                          where o.organisation = q.organisation and o.family = q.family
                            and o.programme = any ((select public.own_programmes())::uuid[]));
    end;

create or replace function volunteers_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.volunteer from public.volunteer_programme v
        where v.organisation = (select public.current_organisation())
          and v.programme <> all ((select public.own_programmes())::uuid[])
          and not exists (select from public.volunteer_programme o
                          where o.organisation = v.organisation and o.volunteer = v.volunteer
                            and o.programme = any ((select public.own_programmes())::uuid[]))
          and not exists (select from public.pairing k
                          join public.support_request q on q.organisation = k.organisation and q.id = k.request
                          where k.organisation = v.organisation and k.volunteer = v.volunteer
                            and q.programme = any ((select public.own_programmes())::uuid[]));
    end;

-- "in (select f())" takes the rows of f one by one, and for each of them becomes the owner and returns; "from f()" does so once.
alter policy own_part on family using (
    (select limited()) <> 'yes'
    or (select part()) = 'some'
        and ((select own_postcodes()) is null or postcode in (select unnest(own_postcodes())))
        and ((select own_programmes()) is null or id not in (select o.family from families_of_others() o (family))));

alter policy own_part on support_request using (
    (select limited()) <> 'yes'
    or (select part()) = 'some'
        and ((select own_programmes()) is null or programme = any ((select own_programmes())::uuid[]))
        and ((select own_postcodes()) is null or family in (select h.family from families_here() h (family))));

alter policy own_part on volunteer using (
    (select limited()) <> 'yes'
    or (select part()) = 'some'
        and ((select own_programmes()) is null
             or id not in (select o.volunteer from volunteers_of_others() o (volunteer)))
    or (select part()) = 'own' and id = (select own_volunteer()));
