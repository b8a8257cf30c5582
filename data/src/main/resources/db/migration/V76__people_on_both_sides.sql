-- Parents who become volunteers themselves: a household that asks for help and a volunteer stay two records, and are known to be one.

alter table programme add column gives_after_weeks smallint check (gives_after_weeks >= 0);
comment on column programme.gives_after_weeks is
    'weeks of help after which a parent may help others too, by the phases of its file; null: once the help has ended';

create table both_sides (
    organisation uuid not null references organisation,
    volunteer    uuid not null,
    family       uuid not null,
    agreed_on    date not null,
    linked_at    timestamptz not null,
    account      uuid,
    primary key (organisation, volunteer),
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, account) references account
);
comment on column both_sides.family is 'the household of the volunteer; there can be more volunteers in one household';
comment on column both_sides.agreed_on is 'the day on which the person said that both may be known together';
comment on column both_sides.account is 'who noted it; null: the software';
create index on both_sides (organisation, family);
create index on both_sides (organisation, account) where account is not null;
call guard('both_sides');

-- Only who may see both sides. A volunteer knows of the own household; nothing is noted from the own page.
create policy own_part on both_sides as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and family in (select f.id from family f) and volunteer in (select v.id from volunteer v)
    or (select part()) = 'own' and volunteer = (select own_volunteer()));
create policy staff_adds on both_sides as restrictive for insert to ${runtimeRole} with check ((select part()) <> 'own');
create policy staff_changes on both_sides as restrictive for update to ${runtimeRole} using ((select part()) <> 'own');
create policy staff_removes on both_sides as restrictive for delete to ${runtimeRole} using ((select part()) <> 'own');

-- "Would you like to help others?": asked when a support ends, or whenever the parent brings it up.
create table invitation_to_help (
    organisation uuid not null,
    family       uuid not null,
    asked_on     date not null,
    answer       text not null check (answer in ('THINKING', 'YES', 'LATER', 'NO')),
    account      uuid,
    primary key (organisation, family),
    foreign key (organisation, family) references family on delete cascade,
    foreign key (organisation, account) references account
);
comment on column invitation_to_help.answer is 'what the parent said last';
create index on invitation_to_help (organisation, account) where account is not null;
call guard('invitation_to_help');
create policy own_part on invitation_to_help as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some' and family in (select f.id from family f));
