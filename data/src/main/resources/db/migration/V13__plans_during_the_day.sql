-- Between two nights the plan is mended after each decision, where the decision touches it.

-- One row a mending that changed something.
create table replan (
    organisation uuid not null,
    run          bigint not null,
    number       integer not null check (number > 0),
    at           timestamptz not null,
    account      uuid,
    withdrawn    integer not null check (withdrawn >= 0),
    moved        integer not null check (moved >= 0),
    added        integer not null check (added >= 0),
    primary key (organisation, run, number),
    foreign key (organisation, run) references run on delete cascade,
    foreign key (organisation, account) references account
);
comment on column replan.account is 'whose decision it followed; null: nobody''s, for instance an import';
create index on replan (organisation, account);
call guard('replan', may_change => false);

alter table proposal
    add column replan integer not null default 0 check (replan >= 0),
    drop constraint proposal_pkey,
    add primary key (organisation, run, request, replan);
comment on column proposal.replan is 'the mending of the run''s plan that proposed it; 0: the run itself';

alter table unpaired
    add column replan integer not null default 0 check (replan >= 0);
comment on column unpaired.replan is 'the mending of the run''s plan that left it; 0: the run itself';

-- Who has a proposal open: it is not taken away under their eyes.
create table proposal_reader (
    organisation uuid not null,
    pairing      uuid not null,
    account      uuid not null,
    seen_at      timestamptz not null,
    primary key (organisation, pairing, account),
    foreign key (organisation, pairing) references pairing on delete cascade,
    foreign key (organisation, account) references account on delete cascade
);
create index on proposal_reader (organisation, account);
call guard('proposal_reader');
