-- How far a run is while it runs, and whether what it published was counted again afterwards.

alter table run
    add column stage         text check (stage in ('SNAPSHOT', 'MATCH', 'PUBLISH', 'RECONCILE')),
    add column stage_share   real check (stage_share between 0 and 1),
    add column reconciled_at timestamptz;
comment on column run.reconciled_at is 'null on a published run: it was interrupted just after, and is to be reconciled';
