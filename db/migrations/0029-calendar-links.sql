-- A private calendar: one link a person, known by the hash of its token alone. Taken back, the row is gone.
create table meetings.calendar_link (
  neighborhood_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  made_at timestamptz not null,
  primary key (neighborhood_id, person_id),
  unique (neighborhood_id, token_hash)
);

call platform.wall_schema('meetings');
grant select, insert, update, delete on meetings.calendar_link to xieshou_app;
