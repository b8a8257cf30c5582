-- The limits hold the same rows back, and say so in a way that the planner expects what is usual: that a reader sees nearly
-- everything. It took "part() = 'all' or …" for one row in two hundred, and joined thousands of rows one by one.

-- Whoever does not see all is limited, whatever the part is called.
create function limited() returns text
    language sql stable parallel safe
    return case part() when 'all' then 'no' else 'yes' end;

-- Puts "limited() <> 'yes'" in the place of "part() = 'all'" in every limit; the one means the other. Called after each
-- migration, so that a new limit is planned well too.
create procedure plan_limits()
    language plpgsql as
$$
declare
    hanging record;
begin
    for hanging in
        select p.polrelid::regclass as name, p.polname,
               replace(pg_get_expr(p.polqual, p.polrelid), '( SELECT part() AS part) = ''all''::text',
                       '( SELECT limited() AS limited) <> ''yes''::text') as condition
        from pg_policy p
        where p.polname = 'own_part'
          and pg_get_expr(p.polqual, p.polrelid) like '%( SELECT part() AS part) = ''all''::text%'
    loop
        execute format('alter policy %I on %s using (%s)', hanging.polname, hanging.name, hanging.condition);
    end loop;
end
$$;
revoke all on procedure plan_limits() from public;

-- What the reader sees is asked once for each query, not once for each row.
create or replace function families_here() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select f.id from public.family f where f.postcode = any ((select public.own_postcodes())::smallint[]);
    end;

create or replace function families_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select q.family from public.support_request q
        group by q.family having not bool_or(q.programme = any ((select public.own_programmes())::uuid[]));
    end;

create or replace function volunteers_of_others() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.volunteer from public.volunteer_programme v
        group by v.volunteer having not bool_or(v.programme = any ((select public.own_programmes())::uuid[]))
        except
        select k.volunteer from public.pairing k
        join public.support_request q on q.organisation = k.organisation and q.id = k.request
        where q.programme = any ((select public.own_programmes())::uuid[]);
    end;
