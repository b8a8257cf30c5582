-- Which volunteers to look for next, reckoned from a run. Only those of the last run are kept: they tell by whom families
-- would be helped, and that is no longer true of an older night.

create table recruit_night (
    organisation              uuid not null,
    run                       bigint not null,
    reckoned_at               timestamptz not null,
    waiting_for_introductions integer not null check (waiting_for_introductions >= 0),
    primary key (organisation, run),
    foreign key (organisation, run) references run on delete cascade
);
comment on column recruit_night.waiting_for_introductions is
    'requests without anybody for whom a volunteer is there, but no introduction this week';
call guard('recruit_night');

-- The least that is asked of each, the one who helps most first.
create table recruit (
    organisation      uuid not null,
    run               bigint not null,
    rank              smallint not null check (rank >= 1),
    kind              support_kind not null,
    postcode          smallint not null references place,
    language          text not null check (language ~ '^[a-z]{3}$'),
    day_parts         day_parts not null,
    skills            needs not null,
    extras            text[] not null check (extras <@ array ['TRAINED', 'HEAVY', 'WOMAN', 'NO_PETS']),
    quarters_per_week quarters_per_week not null,
    families          smallint not null check (families >= 1),
    primary key (organisation, run, rank),
    foreign key (organisation, run) references recruit_night on delete cascade
);
call guard('recruit');

-- Whose request would fare differently.
create table recruit_effect (
    organisation uuid not null,
    run          bigint not null,
    rank         smallint not null,
    request      uuid not null,
    together     boolean not null,
    gained       boolean not null,
    primary key (organisation, run, rank, request, together),
    foreign key (organisation, run, rank) references recruit on delete cascade,
    foreign key (organisation, request) references support_request on delete cascade
);
comment on column recruit_effect.together is 'with all before in the list; else this one alone';
comment on column recruit_effect.gained is 'would have somebody; else would lose who was proposed, to a weightier request';
create index on recruit_effect (organisation, request);
call guard('recruit_effect');

-- Whom a volunteer would help says something of a family: who sees none of these requests does not see the volunteer either.
create policy own_part on recruit as restrictive to ${runtimeRole} using (
    (select part()) = 'all'
    or (select part()) = 'some'
        and exists (select from recruit_effect e
                    where e.organisation = recruit.organisation and e.run = recruit.run and e.rank = recruit.rank));
