-- What the software itself answers first (samples, who brought a family that signed up) is no change that somebody made.
create or replace function note_intake() returns trigger
    language plpgsql as
$$
declare
    was intake_answer := case when tg_op <> 'INSERT' then old end;
    is_now intake_answer := case when tg_op <> 'DELETE' then new end;
    whose intake_answer := coalesce(is_now, was);
begin
    if was.answer is distinct from is_now.answer and (tg_op <> 'INSERT' or change_way() <> 'SOFTWARE')
        and not just_added(whose.organisation, whose.family, null)
        and exists (select from family f where f.organisation = whose.organisation and f.id = whose.family) then
        insert into record_change (organisation, family, field, part, before, after, at, account, way)
        values (whose.organisation, whose.family, 'intake', whose.question, was.answer, is_now.answer,
                change_at(), change_account(), change_way());
    end if;
    return null;
end
$$;
