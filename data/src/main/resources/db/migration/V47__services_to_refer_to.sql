-- The directory of services that needs can be handed over to, each as its Open Referral HSDS object.

create table referral_service (
    organisation uuid not null references organisation,
    id           uuid not null,
    content      jsonb not null check (jsonb_typeof(content) = 'object'),
    read_at      timestamptz not null,
    primary key (organisation, id)
);
comment on column referral_service.content is 'a service of HSDS 3.0, with what this software does not use';
call guard('referral_service');
create policy not_for_readers on referral_service as restrictive to ${runtimeRole} using ((select part()) <> 'none');
