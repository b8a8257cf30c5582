-- What people agreed to: a row for each version of the text. Withdrawing ends a row and leaves it, so that it can be shown.
create table consent (
    organisation uuid not null references organisation,
    id           uuid not null,
    family       uuid,
    volunteer    uuid,
    version      text not null check (version <> ''),
    language     text check (language in ('nl', 'en', 'ar', 'tr', 'pl', 'uk', 'ti', 'fr', 'es', 'pt')),
    given_on     date not null,
    way          text not null check (way in ('SIGN_UP', 'OWN_PAGE', 'ORAL')),
    account      uuid,
    withdrawn_on date check (withdrawn_on >= given_on),
    primary key (organisation, id),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, account) references account,
    check (num_nonnulls(family, volunteer) = 1),
    check ((way = 'ORAL') = (language is null)),
    check ((way = 'OWN_PAGE') = (account is null))
);
comment on column consent.language is 'of the page that showed the text; null: told by word of mouth';
comment on column consent.account is 'who took the registration over or wrote down what was said; null: the person did so on the own page';
create unique index on consent (organisation, coalesce(family, volunteer), version) where withdrawn_on is null;
create index on consent (organisation, family) where family is not null;
create index on consent (organisation, volunteer) where volunteer is not null;
call guard('consent');

create policy own_part on consent as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and (family is null or family in (select f.id from family f))
        and (volunteer is null or volunteer in (select v.id from volunteer v))
    or (select part()) = 'own' and volunteer = (select own_volunteer()));

-- Who was taken over before agreed when signing up.
insert into consent (organisation, id, family, volunteer, version, language, given_on, way, account)
select distinct on (r.organisation, coalesce(r.family, r.volunteer), r.consent_version)
       r.organisation, gen_random_uuid(), r.family, r.volunteer, r.consent_version, r.page_language,
       (r.created_at at time zone 'Europe/Amsterdam')::date, 'SIGN_UP', r.decided_by
from registration r
where r.state = 'TAKEN_OVER' and num_nonnulls(r.family, r.volunteer) = 1 and r.decided_by is not null
order by r.organisation, coalesce(r.family, r.volunteer), r.consent_version, r.created_at;
