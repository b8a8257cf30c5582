-- The secret address at which a volunteer's own appointments can be read by a calendar: one a volunteer, kept as a hash.
create table volunteer_calendar (
    organisation uuid not null,
    volunteer    uuid not null,
    hash         bytea not null check (octet_length(hash) = 32),
    made_at      timestamptz not null,
    primary key (organisation, volunteer),
    foreign key (organisation, volunteer) references volunteer on delete cascade
);
create unique index on volunteer_calendar (hash);
call guard('volunteer_calendar');
create policy owner_finds on volunteer_calendar for select to current_user using (true);

-- Asked before the organisation is known.
create function volunteer_of_calendar(sought bytea)
    returns table (organisation uuid, volunteer uuid, page_language text, made_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select v.organisation, v.id, v.page_language, c.made_at
        from public.volunteer_calendar c
        join public.volunteer v on v.organisation = c.organisation and v.id = c.volunteer
        where c.hash = sought and v.merged_into is null and v.stopped_on is null;
    end;
revoke all on function volunteer_of_calendar(bytea) from public;
grant execute on function volunteer_of_calendar(bytea) to ${runtimeRole};
