-- By how much a municipality can make the contract of a product smaller; a product without a row: not determined.

create table cashable_share (
    organisation uuid not null references organisation,
    municipality text not null references municipality,
    category     text not null check (category ~ '^[0-9]{2}$'),
    code         text not null check (code <> ''),
    percent      smallint not null check (percent between 0 and 100),
    source       text not null check (source <> ''),
    primary key (organisation, municipality, category, code)
);
call guard('cashable_share');

create policy not_for_readers on cashable_share as restrictive to ${runtimeRole} using ((select part()) <> 'none');
