-- Whoever had the earlier address of a volunteer comes in no more, whichever way the address was changed: not by a link, not
-- by the question in a mail, not by a passkey that was made after coming in by it.
create policy owner_ends on volunteer_link for delete to current_user using (true);
create policy owner_ends on pairing_ask for delete to current_user using (true);
create policy owner_ends on volunteer_passkey for delete to current_user using (true);

create function end_ways_in() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
begin
    delete from public.volunteer_link l
    where l.organisation = old.organisation and l.volunteer = old.id and l.used_at is null;
    delete from public.pairing_ask a using public.pairing p
    where a.organisation = old.organisation and p.organisation = a.organisation and p.id = a.pairing
      and p.volunteer = old.id;
    delete from public.volunteer_passkey k where k.organisation = old.organisation and k.volunteer = old.id;
    return null;
end
$$;
revoke all on function end_ways_in() from public;
create trigger ways_in_end after update of email on volunteer
    for each row when (old.email is not null and lower(old.email) is distinct from lower(new.email))
    execute function end_ways_in();
