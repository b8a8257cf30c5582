-- Who is in a pairing or a proposal, whoever the family is: a reader who sees only a part would else take a volunteer for
-- free who is busy elsewhere. Of the pairing itself nothing is said.
create function volunteers_taken() returns setof uuid
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select k.volunteer from public.pairing k
        where k.organisation = (select public.current_organisation())
          and k.step <> 'ENDED'
          and (select public.part()) in ('all', 'some');
    end;
revoke all on function volunteers_taken() from public;
grant execute on function volunteers_taken() to ${runtimeRole};
