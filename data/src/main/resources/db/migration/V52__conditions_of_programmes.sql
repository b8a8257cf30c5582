-- What a programme asks of a family besides area and ages: who is in the household, and answers of the intake. Kept as the
-- matching reads them; the file itself has the questions.

alter table programme
    add column households text[] not null default '{}'
        check (households <@ array ['SINGLE_PARENT', 'COUPLE', 'OTHER']),
    add column conditions jsonb not null default '[]' check (jsonb_typeof(conditions) = 'array');
comment on column programme.households is 'empty: any';
comment on column programme.conditions is 'for each a question of the intake in both languages, and the answers that meet it';
