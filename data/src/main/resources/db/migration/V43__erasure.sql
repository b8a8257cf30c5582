-- A person is erased: the row stays as an empty shell under its number, so that what hangs on it without a person (hours of
-- a pairing, published figures, a run that can be verified) still hangs together. A shell points to itself where a merged
-- record points to another, so everything that leaves out merged records leaves it out too.

do
$$
    declare
        old record;
    begin
        for old in
            select c.conrelid::regclass as name, c.conname from pg_constraint c
            where c.contype = 'c' and c.conrelid in ('family'::regclass, 'volunteer'::regclass)
              and pg_get_constraintdef(c.oid) = 'CHECK ((merged_into <> id))'
        loop
            execute format('alter table %s drop constraint %I', old.name, old.conname);
        end loop;
    end
$$;

alter table family
    add column erased_on date,
    add constraint family_erased_points_to_itself check ((merged_into is not distinct from id) = (erased_on is not null));
alter table volunteer
    add column erased_on date,
    add constraint volunteer_erased_points_to_itself check ((merged_into is not distinct from id) = (erased_on is not null));
comment on column family.erased_on is 'since then only the number is left';
comment on column volunteer.erased_on is 'since then only the number is left';

alter table run add column erased_persons integer not null default 0 check (erased_persons >= 0);
comment on column run.erased_persons is 'whose name, number, street and school were taken out of the snapshot since';

-- Somebody asked to be erased; to be carried out or refused within a month (GDPR, article 12(3)).
create table erasure_request (
    organisation uuid not null references organisation,
    id           uuid not null,
    family       uuid,
    volunteer    uuid,
    asked_on     date not null,
    due_on       date not null check (due_on > asked_on),
    account      uuid,
    done_on      date,
    outcome      text check (outcome in ('ERASED', 'WITHDRAWN')),
    primary key (organisation, id),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nonnulls(family, volunteer) = 1),
    check ((done_on is null) = (outcome is null))
);
comment on column erasure_request.account is 'who wrote down what was asked; null: the person did so on the own page';
create unique index on erasure_request (organisation, coalesce(family, volunteer)) where done_on is null;
call guard('erasure_request');

-- Why somebody must not be erased now, for instance a complaint or a case in court. Its words go when it ends.
create table legal_hold (
    organisation uuid not null references organisation,
    id           uuid not null,
    family       uuid,
    volunteer    uuid,
    reason       text not null check (length(reason) >= 10),
    since        date not null,
    account      uuid not null,
    primary key (organisation, id),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nonnulls(family, volunteer) = 1)
);
create unique index on legal_hold (organisation, coalesce(family, volunteer));
call guard('legal_hold');

-- Volunteers ask for themselves, and see whether they did.
create policy own_part on erasure_request as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (family is null or family in (select f.id from family f))
        and (volunteer is null or volunteer in (select v.id from volunteer v))
    or (select part()) = 'own' and volunteer = (select own_volunteer()));
create policy own_part on legal_hold as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (family is null or family in (select f.id from family f))
        and (volunteer is null or volunteer in (select v.id from volunteer v)));

-- What the application can only add to is emptied here, and only of those who are shells already. Answers how many rows of
-- which table.
create function forget_erased(gone uuid[]) returns table (emptied text, rows bigint)
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    here     uuid := public.current_organisation();
    shells   uuid[];
    families uuid[];
    theirs   uuid[];
begin
    select array_agg(s.id), array_agg(s.id) filter (where s.home) into shells, families
    from (select f.id, true as home from public.family f
          where f.organisation = here and f.id = any (gone) and f.erased_on is not null
          union all
          select v.id, false from public.volunteer v
          where v.organisation = here and v.id = any (gone) and v.erased_on is not null) s;
    select array_agg(p.id) into theirs
    from public.pairing p join public.support_request q on q.organisation = p.organisation and q.id = p.request
    where p.organisation = here and (p.volunteer = any (shells) or q.family = any (shells));

    delete from public.record_change c
    where c.organisation = here and (c.family = any (shells) or c.volunteer = any (shells));
    get diagnostics rows = row_count; emptied := 'record_change'; return next;
    update public.pairing_history h set note = null
    where h.organisation = here and h.pairing = any (theirs) and h.note is not null;
    get diagnostics rows = row_count; emptied := 'pairing_history'; return next;
    update public.pairing_override o set justification = repeat('–', 10)
    where o.organisation = here and o.pairing = any (theirs);
    get diagnostics rows = row_count; emptied := 'pairing_override'; return next;
    update public.check_in c set worries = null
    where c.organisation = here and c.pairing = any (theirs) and c.worries is not null;
    get diagnostics rows = row_count; emptied := 'check_in'; return next;
    update public.case_review r
    set reason = case when r.version = 1 then null else '–' end,
        content = r.content || '{"before": "–", "expectedWithout": "–", "happened": "–", "estimatedWith": []}'
    where r.organisation = here and r.pairing = any (theirs);
    get diagnostics rows = row_count; emptied := 'case_review'; return next;
end
$$;
revoke all on function forget_erased(uuid[]) from public;
grant execute on function forget_erased(uuid[]) to ${runtimeRole};

-- Numbers of records follow from the organisation's own numbers. Who comes back under an old one is somebody new: what is
-- left of the erased one is not filled again.
create function not_into_a_shell() returns trigger
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as
$$
declare
    shell boolean;
begin
    if tg_table_name = 'family' then
        shell := exists (select from public.family f
                         where f.organisation = new.organisation and f.id = new.id and f.erased_on is not null);
    elsif tg_table_name = 'volunteer' then
        shell := exists (select from public.volunteer v
                         where v.organisation = new.organisation and v.id = new.id and v.erased_on is not null);
    else
        shell := exists (select from public.support_request q
                         join public.family f on f.organisation = q.organisation and f.id = q.family
                         where q.organisation = new.organisation and q.id = new.id and f.erased_on is not null);
    end if;
    if shell then
        new.id := gen_random_uuid();
    end if;
    return new;
end
$$;
revoke all on function not_into_a_shell() from public;
create trigger not_into_a_shell before insert on family for each row execute function not_into_a_shell();
create trigger not_into_a_shell before insert on volunteer for each row execute function not_into_a_shell();
create trigger not_into_a_shell before insert on support_request for each row execute function not_into_a_shell();
