-- Families with their children and requests, and the volunteers.
--
-- Languages are written as nld:B1 tur:C2; day-parts are 28 bits, bit (ISO weekday - 1) * 4 + part of the day; hours a
-- week are counted in quarters of an hour.

create domain languages as text check (value ~ '^([a-z]{3}:(A|B|C)[12]( [a-z]{3}:(A|B|C)[12])*)?$');
create domain day_parts as integer check (value between 0 and 268435455);
create domain quarters_per_week as smallint check (value between 0 and 672);
create domain support_kind as text check (value in ('SUPPORT_FAMILY', 'BUDDY'));
create domain needs as text[] check (value <@ array ['FINANCE', 'HOUSING', 'HEALTH', 'DOMESTIC_RELATIONS', 'PARENTING',
    'SOCIAL_NETWORK', 'DAILY_LIVING', 'DUTCH_LANGUAGE', 'WORK', 'EDUCATION', 'DAYTIME_ACTIVITY_CHILD',
    'DAYTIME_ACTIVITY_PARENT', 'OTHER_NEED']);

create table family (
    organisation uuid not null references organisation,
    id           uuid not null,
    reference    text not null check (reference <> ''),
    name         text not null check (name <> ''),
    postcode     smallint not null references place,
    street       text,
    school       text,
    household    text not null check (household in ('SINGLE_PARENT', 'COUPLE', 'OTHER')),
    languages    languages not null,
    pets         boolean not null,
    version      integer not null default 1,
    primary key (organisation, id),
    unique (organisation, reference)
);
call guard('family');

-- Year of birth only: no name, no date.
create table child (
    organisation uuid not null,
    family       uuid not null,
    number       smallint not null,
    birth_year   smallint not null check (birth_year between 1990 and 2100),
    primary key (organisation, family, number),
    foreign key (organisation, family) references family on delete cascade
);
call guard('child');

create table support_request (
    organisation            uuid not null,
    id                      uuid not null,
    family                  uuid not null,
    reference               text not null check (reference <> ''),
    programme               uuid not null,
    kind                    support_kind not null,
    needs                   needs not null,
    quarters_per_week       quarters_per_week not null check (quarters_per_week > 0),
    day_parts_per_week      smallint not null check (day_parts_per_week between 1 and 28),
    day_parts               day_parts not null,
    woman_only              boolean not null,
    pets_unwelcome          boolean not null,
    other_street            boolean not null,
    other_school            boolean not null,
    maximum_distance_metres integer check (maximum_distance_metres >= 0),
    urgency                 text not null check (urgency in ('NORMAL', 'RAISED', 'HIGH')),
    waiting_since           date not null,
    heavy                   boolean not null,
    training_needed         boolean not null,
    closed_on               date,
    version                 integer not null default 1,
    primary key (organisation, id),
    unique (organisation, reference),
    foreign key (organisation, family) references family,
    foreign key (organisation, programme) references programme
);
create index on support_request (organisation, family);
create index on support_request (organisation, programme);
call guard('support_request');

create table volunteer (
    organisation           uuid not null references organisation,
    id                     uuid not null,
    reference              text not null check (reference <> ''),
    name                   text not null check (name <> ''),
    kind                   support_kind not null,
    postcode               smallint not null references place,
    street                 text,
    school                 text,
    gender                 text not null check (gender in ('WOMAN', 'MAN', 'OTHER')),
    languages              languages not null,
    skills                 needs not null,
    availability           day_parts not null,
    availability_confirmed date,
    quarters_per_week      quarters_per_week not null,
    maximum_families       smallint not null check (maximum_families >= 0),
    travel_limit_metres    integer not null check (travel_limit_metres >= 0),
    child_age_min          smallint not null check (child_age_min >= 0),
    child_age_max          smallint not null check (child_age_max >= child_age_min),
    maximum_children       smallint not null check (maximum_children >= 0),
    heavy_cases            boolean not null,
    pets_unwelcome         boolean not null,
    not_these              needs not null,
    pets                   boolean not null,
    screened               date,
    trained                boolean not null,
    experience_years       smallint not null check (experience_years >= 0),
    active                 boolean not null,
    version                integer not null default 1,
    primary key (organisation, id),
    unique (organisation, reference)
);
call guard('volunteer');

create table volunteer_programme (
    organisation uuid not null,
    volunteer    uuid not null,
    programme    uuid not null,
    primary key (organisation, volunteer, programme),
    foreign key (organisation, volunteer) references volunteer on delete cascade,
    foreign key (organisation, programme) references programme
);
create index on volunteer_programme (organisation, programme);
call guard('volunteer_programme');
