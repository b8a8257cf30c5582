-- A programme as the file says that it was installed from, and what the matching reads of that file.

alter table programme
    add column area_municipalities text[] not null default '{}',
    add column area_postcodes      smallint[] not null default '{}',
    add column child_age_from      smallint check (child_age_from between 0 and 17),
    add column child_age_to        smallint check (child_age_to between child_age_from and 17),
    add column at_school           boolean not null default false,
    add check ((child_age_from is null) = (child_age_to is null));
comment on column programme.area_municipalities is 'with area_postcodes: where its families live; both empty: anywhere';
comment on column programme.at_school is 'whether its families come in by a school, which is then known';

-- Every version that was installed, as it was written; the latest one holds.
create table programme_file (
    organisation uuid not null,
    programme    uuid not null,
    version      integer not null check (version between 1 and 100000),
    text         text not null check (text <> ''),
    installed_at timestamptz not null,
    account      uuid,
    primary key (organisation, programme, version),
    foreign key (organisation, programme) references programme on delete cascade,
    foreign key (organisation, account) references account
);
comment on column programme_file.account is 'null: installed on the command line';
create index on programme_file (organisation, account);
call guard('programme_file', may_change => false);
create policy not_for_readers on programme_file as restrictive to ${runtimeRole} using ((select part()) <> 'none');
