-- What would happen to waiting times: asked, played, and what came of it. Sums only, of nobody.
create table capacity_plan (
    organisation uuid not null references organisation,
    id           uuid not null,
    account      uuid,
    status       text not null check (status in ('RUNNING', 'DONE', 'TOO_LITTLE', 'FAILED')),
    more         integer not null check (more between 1 and 200),
    months       integer not null check (months between 6 and 12),
    repetitions  integer not null check (repetitions between 2 and 50),
    seed         bigint not null,
    asked_at     timestamptz not null,
    seen_at      timestamptz not null,
    finished_at  timestamptz,
    share        real not null default 0 check (share between 0 and 1),
    answer       jsonb,
    failure      text,
    primary key (organisation, id),
    foreign key (organisation, account) references account,
    check (status not in ('DONE', 'TOO_LITTLE') or (answer is not null and finished_at is not null))
);
comment on column capacity_plan.account is 'who asked; null: somebody at the command line, or the demonstration';
create index on capacity_plan (organisation, account);
create unique index capacity_plan_one_at_a_time on capacity_plan (organisation) where status = 'RUNNING';
call guard('capacity_plan');
