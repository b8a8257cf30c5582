-- Reports to municipalities: fixed once published, with what they were made from, to check the next ones against.

create table report (
    organisation uuid not null references organisation,
    municipality text not null references municipality,
    number       integer not null check (number >= 1),
    from_day     date not null,
    until_day    date not null check (until_day >= from_day),
    content      jsonb not null,
    published_at timestamptz not null,
    account      uuid not null,
    primary key (organisation, municipality, number),
    foreign key (organisation, account) references account
);
call guard('report', may_change => false);

-- A reader at a municipality sees the reports of the own municipality.
create policy own_municipality on report as restrictive for select to ${runtimeRole} using (
    (select part()) <> 'none'
    or municipality in (select m.municipality from account_municipality m
                        where m.account = nullif(current_setting('app.account', true), '')::uuid));

-- The families behind the figures of a report, and which figures were shown: for the software itself, never for a reader.
create table report_release (
    organisation uuid not null,
    municipality text not null,
    number       integer not null,
    content      jsonb not null,
    primary key (organisation, municipality, number),
    foreign key (organisation, municipality, number) references report
);
call guard('report_release', may_change => false);
create policy not_for_readers on report_release as restrictive to ${runtimeRole} using ((select part()) <> 'none');
