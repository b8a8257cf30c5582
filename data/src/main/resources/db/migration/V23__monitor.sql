-- What the monitor needs that nobody noted yet: hours of staff for a pairing, and sheets that researchers filled in.

-- The first row of a pairing says what it took at the start, the last what it takes now.
create table staff_hours (
    organisation      uuid not null,
    pairing           uuid not null,
    noted_on          date not null,
    quarters_per_week quarters_per_week not null,
    account           uuid not null,
    primary key (organisation, pairing, noted_on),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account
);
comment on table staff_hours is 'of all staff together, for the pairing and its family';
call guard('staff_hours');

create table research_sheet (
    organisation uuid not null references organisation,
    sheet        text not null check (sheet <> ''),
    programme    text not null,
    household    text not null,
    figures      jsonb not null,
    primary key (organisation, sheet)
);
comment on column research_sheet.figures is 'hours a week and scores by column of the sheet; not there: not applicable';
call guard('research_sheet');
create policy not_for_readers on research_sheet as restrictive to ${runtimeRole} using ((select part()) <> 'none');
