-- What a family told at its intake, one row for each question that was answered: needs and strengths, goals in its own words,
-- who referred it, what it can do, and the own questions of programmes. A programme's questions are data, and the shipped ones
-- are kept, merged, told in the history and erased like them.

create table intake_answer (
    organisation uuid not null,
    family       uuid not null,
    question     text not null check (question ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$'),
    answer       text not null check (answer <> '' and length(answer) <= 2000),
    primary key (organisation, family, question),
    foreign key (organisation, family) references family on delete cascade
);
comment on column intake_answer.question is 'key of a shipped question, or the code of a programme, a dot and the key in its file';
call guard('intake_answer');

create function note_intake() returns trigger
    language plpgsql as
$$
declare
    was intake_answer := case when tg_op <> 'INSERT' then old end;
    is_now intake_answer := case when tg_op <> 'DELETE' then new end;
    whose intake_answer := coalesce(is_now, was);
begin
    if was.answer is distinct from is_now.answer and not just_added(whose.organisation, whose.family, null)
        and exists (select from family f where f.organisation = whose.organisation and f.id = whose.family) then
        insert into record_change (organisation, family, field, part, before, after, at, account, way)
        values (whose.organisation, whose.family, 'intake', whose.question, was.answer, is_now.answer,
                change_at(), change_account(), change_way());
    end if;
    return null;
end
$$;
create trigger noted after insert or update or delete on intake_answer
    for each row execute function note_intake();
