-- Mail, notes and other words about people, refused rows, files that are looked at and what a night decided on.

-- As for texts; nothing is left of who was erased.
create function sealed_for(value bytea, place text, row_of uuid) returns boolean
    language sql immutable parallel safe
    return value is null or octet_length(value) = 0
        or substr(value, 1, 7) = '{enc:1:'::bytea
           and position(convert_to(':' || place || ':' || row_of || ':', 'UTF8') in substr(value, 1, 200)) > 0;

alter table import_preview alter column outcome type text;

call seal('outgoing_mail', 'recipient', 'id');
call seal('outgoing_mail', 'subject', 'id');
call seal('outgoing_mail', 'body', 'id');
call seal('outgoing_mail', 'calendar', 'id');
call seal('pairing_history', 'note', 'pairing');
call seal('pairing_override', 'justification', 'pairing');
call seal('pairing_life', 'introduction_place', 'pairing');
call seal('check_in', 'worries', 'pairing');
call seal('legal_hold', 'reason', 'id');
call seal('lending', 'reason', 'pairing');
call seal('emergency', 'outcome', 'id');
call seal('warm_referral', 'who', 'id');
call seal('warm_referral_step', 'who', 'referral');
call seal('import_reject', 'value', 'import_file');
call seal('import_reject', 'row_text', 'import_file');
call seal('import_preview', 'content', 'id');
call seal('import_preview', 'outcome', 'id');
call seal('import_preview', 'refused_rows', 'id');
call seal('run', 'snapshot', 'organisation');

create index on outgoing_mail (organisation, sealed_index(recipient));

-- Whose an answer of the intake is: of a family and a question. So that the same answer to two questions does not look the same.
create function answer_of(family uuid, question text) returns uuid
    language sql immutable parallel safe
    return (select overlay(overlay(h placing '3' from 13) placing translate(substr(h, 17, 1), '0123456789abcdef', '89ab89ab89ab89ab')
                           from 17)::uuid
            from (select md5(family::text || ' ' || question)) as m (h));

call seal('intake_answer', 'answer', 'answer_of(family, question)');
alter table record_change add constraint sealed_history_of_answers check (
    field <> 'intake' or part is null
    or sealed_for(before, 'intake_answer.answer', answer_of(family, part))
       and sealed_for(after, 'intake_answer.answer', answer_of(family, part))) not valid;

-- As before, but the same said with another key is no change, and neither is an answer that moves with a merge.
create or replace function note_intake() returns trigger
    language plpgsql as
$$
declare
    was intake_answer := case when tg_op <> 'INSERT' then old end;
    is_now intake_answer := case when tg_op <> 'DELETE' then new end;
    whose intake_answer := coalesce(is_now, was);
begin
    if was.answer is distinct from is_now.answer and not coalesce(sealed_again(was.answer, is_now.answer), false)
        and (tg_op <> 'UPDATE' or was.family = is_now.family) and (tg_op <> 'INSERT' or change_way() <> 'SOFTWARE')
        and not just_added(whose.organisation, whose.family, null)
        and exists (select from family f where f.organisation = whose.organisation and f.id = whose.family) then
        insert into record_change (organisation, family, field, part, before, after, at, account, way)
        values (whose.organisation, whose.family, 'intake', whose.question, was.answer, is_now.answer,
                change_at(), change_account(), change_way());
    end if;
    return null;
end
$$;
