-- What a family told at its intake, for its own link only: nothing to who only follows it.
create function intake_of(sought bytea, at timestamptz) returns table (family uuid, question text, answer text)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select h.family, i.question, i.answer
        from public.household_at(sought, at) h
        left join public.intake_answer i on i.organisation = h.organisation and i.family = h.family
        where not h.referrer and h.family is not null
        order by i.question;
    end;
revoke all on function intake_of(bytea, timestamptz) from public;
grant execute on function intake_of(bytea, timestamptz) to ${runtimeRole};
