-- Rules of procedure in versions (tier 5): a text, and the numbers in it that the program keeps to.
create schema agreements;

create table agreements.rules_version (
  neighborhood_id uuid not null,
  id uuid not null,
  -- `v1.0`, as people call it.
  label text not null,
  state text not null check (state in ('DRAFT', 'CONSULTING', 'ADOPTED', 'WITHDRAWN')),
  body text not null,
  -- {"noticeWorkdays": {"value": 3, "clause": "第八条"}, …}
  parameters jsonb not null,
  drafted_at timestamptz not null,
  drafted_by_post_id uuid not null,
  consulted_from date,
  consulted_until date,
  adopted_on date,
  -- Who adopted it where, in words.
  adopted_by text,
  effective_from date,
  -- SHA-256 of text and numbers as adopted, in hexadecimal.
  sealed text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, label),
  check (consulted_from <= consulted_until),
  check ((state = 'ADOPTED') = (sealed is not null)),
  check (state <> 'ADOPTED' or (adopted_on is not null and effective_from is not null))
);
create unique index rules_version_day on agreements.rules_version (neighborhood_id, effective_from) where state = 'ADOPTED';

call platform.wall_schema('agreements');
grant select, insert, update on all tables in schema agreements to xieshou_app;
