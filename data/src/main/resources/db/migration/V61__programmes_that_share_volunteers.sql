-- Programmes that share volunteers with each other, and the people who agreed to be known in another programme than theirs.

alter table programme add column run_by text not null default '';
comment on column programme.run_by is
    'the organisation that carries it out, as its file names it; empty: the organisation that these rows are of';

-- As the files say that are in use. The owner passes no row-level security, so each organisation is named in turn.
do $$
declare
    here record;
begin
    for here in select organisation, name from organisation loop
        perform set_config('app.organisation', here.organisation::text, true);
        update programme g
        set run_by = coalesce((select nullif(btrim(substring(f.text from '(?n)^organisation:[ ]*([^#\r\n]*)'), ' "'''), here.name)
                               from programme_file f
                               where f.organisation = g.organisation and f.programme = g.id
                               order by f.version desc limit 1), '');
    end loop;
    perform set_config('app.organisation', '', true);
end
$$;

-- Asked for by one side, then agreed to by the other. Each time that two programmes agree anew is a version; nothing is removed.
create table sharing_agreement (
    organisation uuid not null references organisation,
    one          uuid not null,
    other        uuid not null check (one < other),
    version      integer not null check (version >= 1),
    asked_at     timestamptz not null,
    asked_by     uuid not null,
    asked_for    uuid not null check (asked_for in (one, other)),
    agreed_at    timestamptz check (agreed_at >= asked_at),
    agreed_by    uuid,
    ended_at     timestamptz check (ended_at >= coalesce(agreed_at, asked_at)),
    ended_by     uuid,
    primary key (organisation, one, other, version),
    foreign key (organisation, one) references programme on delete cascade,
    foreign key (organisation, other) references programme on delete cascade,
    foreign key (organisation, asked_by) references account,
    foreign key (organisation, agreed_by) references account,
    foreign key (organisation, ended_by) references account,
    check ((agreed_at is null) = (agreed_by is null)),
    check ((ended_at is null) = (ended_by is null))
);
comment on column sharing_agreement.one is 'a programme; the smaller id first';
comment on column sharing_agreement.asked_for is 'the programme that asked; the other one is to agree';
create unique index on sharing_agreement (organisation, one, other) where ended_at is null;
create index on sharing_agreement (organisation, other);
create index on sharing_agreement (organisation, asked_by);
create index on sharing_agreement (organisation, agreed_by);
create index on sharing_agreement (organisation, ended_by);
call guard('sharing_agreement', may_change => false);
grant update (agreed_at, agreed_by, ended_at, ended_by) on sharing_agreement to ${runtimeRole};
create policy own_part on sharing_agreement as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and ((select own_programmes()) is null
             or one = any ((select own_programmes())::uuid[]) or other = any ((select own_programmes())::uuid[]))
    or (select part()) = 'own' and agreed_at is not null and ended_at is null
        and exists (select from volunteer_programme m
                    where m.organisation = sharing_agreement.organisation
                      and m.volunteer = (select own_volunteer())
                      and m.programme in (sharing_agreement.one, sharing_agreement.other)));

-- Whoever looks at it, software or not: what is agreed is not agreed to again, what has ended does not begin again, and two
-- organisations are two people.
create function agreement_stays() returns trigger
    language plpgsql as
$$
begin
    if old.ended_at is not null
        or old.agreed_at is not null and (new.agreed_at, new.agreed_by) is distinct from (old.agreed_at, old.agreed_by) then
        raise exception 'an agreement between programmes is added to, never changed' using errcode = 'check_violation';
    end if;
    if new.agreed_by = new.asked_by
        and (select count(distinct g.run_by) from programme g
             where g.organisation = new.organisation and g.id in (new.one, new.other)) > 1 then
        raise exception 'two organisations agree by two people' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger stays before update on sharing_agreement for each row execute function agreement_stays();
create function agreement_begins() returns trigger
    language plpgsql as
$$
begin
    if new.ended_at is not null
        or new.agreed_at is not null
            and (select count(distinct g.run_by) from programme g
                 where g.organisation = new.organisation and g.id in (new.one, new.other)) > 1 then
        raise exception 'two organisations agree by two people' using errcode = 'check_violation';
    end if;
    return new;
end
$$;
create trigger begins before insert on sharing_agreement for each row execute function agreement_begins();

-- That somebody may be known in a programme, of another organisation perhaps. It counts for the organisation that carried the
-- programme out on that day: another one is asked for anew.
create table sharing_consent (
    organisation uuid not null references organisation,
    id           uuid not null,
    family       uuid,
    volunteer    uuid,
    programme    uuid not null,
    run_by       text not null,
    version      text not null check (version <> ''),
    language     text check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fr', 'es', 'pt')),
    given_on     date not null,
    way          text not null check (way in ('OWN_PAGE', 'ORAL')),
    account      uuid,
    withdrawn_on date check (withdrawn_on >= given_on),
    primary key (organisation, id),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, programme) references programme on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nonnulls(family, volunteer) = 1),
    check ((way = 'ORAL') = (language is null)),
    check ((way = 'OWN_PAGE') = (account is null))
);
comment on column sharing_consent.account is 'who wrote down what was said; null: the person did so on the own page';
create unique index on sharing_consent (organisation, coalesce(family, volunteer), programme) where withdrawn_on is null;
create index on sharing_consent (organisation, family) where family is not null;
create index on sharing_consent (organisation, volunteer) where volunteer is not null;
create index on sharing_consent (organisation, programme);
create index on sharing_consent (organisation, account) where account is not null;
call guard('sharing_consent');
create policy own_part on sharing_consent as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (family is null or family in (select f.id from family f))
        and (volunteer is null or volunteer in (select v.id from volunteer v))
    or (select part()) = 'own' and volunteer = (select own_volunteer()));

-- The programmes that may propose a volunteer of another one: the two agreed, and so did the volunteer, to whoever carries it
-- out now. With the eyes of whoever asks.
create view lent_volunteer with (security_invoker = true) as
select m.organisation, m.volunteer, g.id as programme, min(m.programme::text)::uuid as lender
from volunteer_programme m
join sharing_agreement a
  on a.organisation = m.organisation and m.programme in (a.one, a.other) and a.agreed_at is not null and a.ended_at is null
join programme g on g.organisation = a.organisation and g.id in (a.one, a.other) and g.id <> m.programme
join sharing_consent c
  on c.organisation = m.organisation and c.volunteer = m.volunteer and c.programme = g.id and c.run_by = g.run_by
 and c.withdrawn_on is null
where not exists (select from volunteer_programme o
                  where o.organisation = m.organisation and o.volunteer = m.volunteer and o.programme = g.id)
group by m.organisation, m.volunteer, g.id;
grant select on lent_volunteer to ${runtimeRole};
