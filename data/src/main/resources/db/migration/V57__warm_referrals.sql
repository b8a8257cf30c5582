-- Needs that are handed over to a service: the next step with name and time, until the family has arrived there.
create table warm_referral (
    organisation uuid not null,
    id           uuid not null,
    request      uuid not null,
    service      uuid not null,
    service_name text not null check (service_name <> ''),
    provider     text not null,
    needs        needs not null check (cardinality(needs) > 0),
    agreed_on    date not null,
    state        text not null check (state in ('PLANNED', 'CONTACTED', 'ARRIVED', 'NOT_ARRIVED', 'WITHDRAWN')),
    step         text check (step in ('CALL_SERVICE', 'WRITE_TO_SERVICE', 'CALL_FAMILY', 'APPOINTMENT', 'GO_ALONG', 'FAMILY_GOES')),
    doer         uuid,
    who          text check (length(who) between 1 and 80),
    due_on       date,
    due_at       time,
    reason       text,
    ended_on     date,
    version      integer not null default 1,
    primary key (organisation, id),
    foreign key (organisation, request) references support_request on delete cascade,
    foreign key (organisation, doer) references account,
    check ((ended_on is null) = (state in ('PLANNED', 'CONTACTED'))),
    check ((reason is null) = (state in ('PLANNED', 'CONTACTED', 'ARRIVED'))),
    check (num_nonnulls(step, who, due_on) = case when ended_on is null then 3 else 0 end),
    check (ended_on is null or num_nonnulls(doer, due_at) = 0)
);
comment on column warm_referral.service is 'of the directory, which may not have it any more; its name is kept as it was';
comment on column warm_referral.agreed_on is 'the day on which the family said that this is good';
comment on column warm_referral.doer is 'the colleague who does the step; null: somebody without an account, by name only';
create unique index on warm_referral (organisation, request, service) where ended_on is null;
create index on warm_referral (organisation, due_on) where ended_on is null;
create index on warm_referral (organisation, doer) where doer is not null;
call guard('warm_referral');

-- What was noted of it, added to only.
create table warm_referral_step (
    organisation uuid not null,
    referral     uuid not null,
    number       integer not null check (number > 0),
    request      uuid not null,
    at           timestamptz not null,
    account      uuid,
    state        text not null,
    step         text,
    who          text,
    due_on       date,
    due_at       time,
    reason       text,
    ended_on     date,
    primary key (organisation, referral, number),
    foreign key (organisation, referral) references warm_referral on delete cascade,
    foreign key (organisation, request) references support_request on delete cascade,
    foreign key (organisation, account) references account
);
comment on column warm_referral_step.account is 'who noted it; null: the software';
create index on warm_referral_step (organisation, request);
create index on warm_referral_step (organisation, account) where account is not null;
call guard('warm_referral_step', may_change => false);
-- A volunteer who would go along is erased from it by name.
grant update (who) on warm_referral_step to ${runtimeRole};

-- What the family's own page says of it: nobody by name, and nothing to who only follows the family.
create function referrals_of(sought bytea, at timestamptz)
    returns table (service text, provider text, state text, step text, due_on date, due_at time, ended_on date)
    language sql stable security definer set search_path = pg_catalog, public, pg_temp
    begin atomic
        select w.service_name, w.provider, w.state, w.step, w.due_on, w.due_at, w.ended_on
        from public.household_at(sought, at) h
        join public.support_request q on q.organisation = h.organisation and q.family = h.family
        join public.warm_referral w on w.organisation = q.organisation and w.request = q.id
        where not h.referrer
          and (w.ended_on is null
               or w.state = 'ARRIVED' and w.ended_on > (at at time zone 'Europe/Amsterdam')::date - 30)
        order by w.ended_on is not null, w.due_on, w.service_name;
    end;
revoke all on function referrals_of(bytea, timestamptz) from public;
grant execute on function referrals_of(bytea, timestamptz) to ${runtimeRole};
