-- Pieces of a night's problem that worker processes plan, on this machine or on others. A piece is packed numbers: it knows no
-- person, no address and no id. It is gone as soon as the night has its answer, and backups leave it out.

create schema work;

-- Which software keeps this database: workers of another version refuse.
create table work.software (
    the_one boolean primary key default true check (the_one),
    version text not null check (version <> ''),
    since   timestamptz not null default clock_timestamp()
);

-- Who works, or did lately. A place is a computer and a process.
create table work.worker (
    id           uuid primary key,
    place        text not null check (place <> '' and length(place) <= 200),
    version      text not null check (version <> '' and length(version) <= 200),
    threads      integer not null check (threads >= 1),
    started_at   timestamptz not null default clock_timestamp(),
    seen_at      timestamptz not null default clock_timestamp(),
    pieces       bigint not null default 0,
    last_run     bigint,
    last_piece   integer,
    last_at      timestamptz,
    last_seconds double precision
);

-- Pieces that are planned at the same time; one run has one or, when its parts are divided again, more of them.
create table work.job (
    organisation uuid not null,
    id           uuid not null,
    run          bigint not null,
    version      text not null check (version <> ''),
    lease        interval not null check (lease > interval '0'),
    until        timestamptz not null,
    seen_at      timestamptz not null default clock_timestamp(),
    primary key (organisation, id)
);
comment on table work.job is 'hangs on no other table, so that a restore can empty those';
comment on column work.job.until is 'after this nobody needs an answer';
comment on column work.job.seen_at is 'when the run last gave a sign of life; without one nobody is given its pieces';
call guard('work.job');

create table work.piece (
    organisation uuid not null,
    job          uuid not null,
    number       integer not null check (number >= 0),
    size         integer not null check (size >= 0),
    task         bytea not null,
    token        integer not null default 0,
    worker       uuid,
    claimed_at   timestamptz,
    lease_until  timestamptz,
    answer       bytea,
    refused      text,
    answered_at  timestamptz,
    primary key (organisation, job, number),
    foreign key (organisation, job) references work.job on delete cascade
);
comment on column work.piece.token is 'counted up at each claim: an answer under an earlier one is refused';
comment on column work.piece.refused is 'the kind of error with which a worker gave it back';
alter table work.piece alter column task set storage external, alter column answer set storage external;
call guard('work.piece');

grant usage on schema work to ${runtimeRole};
grant select, insert, update on work.software to ${runtimeRole};
grant select, delete on work.worker to ${runtimeRole};

-- Only the software itself, never somebody who is signed in and sees a part.
create policy not_for_people on work.job as restrictive to ${runtimeRole} using ((select part()) = 'all');
create policy not_for_people on work.piece as restrictive to ${runtimeRole} using ((select part()) = 'all');

-- What a worker can do, and all that it can do: its role may call these functions and nothing else.
create policy owner_hands_out on work.job for select to current_user using (true);
create policy owner_hands_out on work.piece to current_user using (true) with check (true);

-- A sign of life. Answers the version of the software that keeps this database.
create function work.announce(its_id uuid, its_place text, its_version text, its_threads integer) returns text
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    delete from work.worker where seen_at < clock_timestamp() - interval '7 days';
    insert into work.worker (id, place, version, threads) values (its_id, its_place, its_version, its_threads)
    on conflict (id) do update set seen_at = clock_timestamp();
    return (select version from work.software);
end
$$;

-- Goodbye: what the worker was at is for others at once.
create function work.leave(its_id uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp
    begin atomic
        update work.piece set lease_until = clock_timestamp()
        where worker = its_id and answered_at is null and lease_until > clock_timestamp();
        delete from work.worker where id = its_id;
    end;

-- The largest piece that nobody is at, for a worker of the same version. A piece that three workers did not bring back is left to
-- the run itself.
create function work.claim(its_id uuid)
    returns table (organisation uuid, job uuid, number integer, token integer, task bytea, run bigint,
                   lease_millis bigint, left_millis bigint)
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    return query
        update work.piece p
        set token = p.token + 1, worker = its_id, claimed_at = clock_timestamp(), lease_until = clock_timestamp() + f.lease
        from (select q.organisation, q.job, q.number, j.run, j.lease, j.until
              from work.piece q
              join work.job j on j.organisation = q.organisation and j.id = q.job
              join work.worker w on w.id = its_id and w.version = j.version
              where q.answer is null and q.refused is null and q.token < 3
                and (q.lease_until is null or q.lease_until < clock_timestamp())
                and j.seen_at > clock_timestamp() - j.lease and j.until > clock_timestamp()
              order by q.size desc, q.job, q.number
              limit 1
              for update of q skip locked) f
        where p.organisation = f.organisation and p.job = f.job and p.number = f.number
        returning p.organisation, p.job, p.number, p.token, p.task, f.run,
                  (extract(epoch from f.lease) * 1000)::bigint,
                  greatest(0, extract(epoch from f.until - clock_timestamp()) * 1000)::bigint;
end
$$;

-- Whether the piece is still the worker's; if so, for another lease.
create function work.renew(its_id uuid, its_job uuid, its_number integer, its_token integer) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
begin
    update work.worker set seen_at = clock_timestamp() where id = its_id;
    update work.piece p
    set lease_until = clock_timestamp() + j.lease
    from work.job j
    where p.job = its_job and p.number = its_number and p.worker = its_id and p.token = its_token and p.answer is null
      and j.organisation = p.organisation and j.id = p.job
      and j.seen_at > clock_timestamp() - j.lease and j.until > clock_timestamp();
    return found;
end
$$;

-- Whether the answer was taken; it is not when the piece has been given to somebody else since, or nobody needs it any more.
create function work.answer(its_id uuid, its_job uuid, its_number integer, its_token integer, its_answer bytea, its_refusal text,
                            its_seconds double precision) returns boolean
    language plpgsql security definer set search_path = pg_catalog, pg_temp as
$$
declare
    of_run bigint;
begin
    update work.piece p
    set answer = its_answer, refused = left(its_refusal, 200), answered_at = clock_timestamp(), lease_until = null
    from work.job j
    where p.job = its_job and p.number = its_number and p.worker = its_id and p.token = its_token
      and p.answer is null and p.refused is null and num_nonnulls(its_answer, its_refusal) = 1
      and j.organisation = p.organisation and j.id = p.job
    returning j.run into of_run;
    if not found then
        return false;
    end if;
    update work.worker
    set pieces = pieces + (its_answer is not null)::integer, last_run = of_run, last_piece = its_number,
        last_at = clock_timestamp(), last_seconds = its_seconds, seen_at = clock_timestamp()
    where id = its_id;
    return true;
end
$$;

revoke all on all functions in schema work from public;
