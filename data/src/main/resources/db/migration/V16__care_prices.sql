-- What care costs a municipality: the price of a product in a year, with who says so.

create table care_price (
    organisation uuid not null references organisation,
    municipality text not null references municipality,
    category     text not null check (category ~ '^[0-9]{2}$'),
    code         text not null check (code <> ''),
    price_year   smallint not null check (price_year between 2000 and 2100),
    origin       text not null check (origin in ('CONTRACT', 'PUBLISHED')),
    name         text not null check (name <> ''),
    payer        text not null check (payer in ('JEUGDWET', 'WMO', 'ZVW', 'PARTICIPATIEWET', 'OTHER')),
    unit         text not null check (unit in ('MINUTE', 'HOUR', 'DAY_PART', 'DAY', 'FULL_DAY', 'WEEK', 'MONTH', 'YEAR',
                     'PIECE')),
    low_cents    bigint not null check (low_cents > 0),
    high_cents   bigint not null check (high_cents >= low_cents),
    source       text not null check (source <> ''),
    primary key (organisation, municipality, category, code, price_year, origin)
);
call guard('care_price');

-- Levels of prices by year, to state a price of one year in the euros of another.
create table price_level (
    organisation uuid not null references organisation,
    year         smallint not null check (year between 2000 and 2100),
    level        numeric(9, 3) not null check (level > 0),
    source       text not null check (source <> ''),
    primary key (organisation, year)
);
call guard('price_level');
