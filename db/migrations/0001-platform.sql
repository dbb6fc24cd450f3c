-- The ground every module stands on: accounts and sessions, the work calendar, events, files.
-- Tables without neighborhood_id are reference tables (docs/decisions/0002); all others are walled by row-level security.
create schema if not exists platform;
grant usage on schema platform to xieshou_app;

create table platform.neighborhood_address (
  neighborhood_id uuid primary key,
  slug text not null unique,
  host text unique,
  is_default boolean not null default false,
  is_demo boolean not null default false,
  -- When the demo's clock began to run; null elsewhere.
  demo_started_at timestamptz
);

create table platform.account (
  id uuid primary key,
  login_name text unique,
  password_hash text,
  phone_index text unique,
  created_at timestamptz not null,
  disabled_at timestamptz,
  check (login_name is not null or phone_index is not null)
);

-- Which person of which neighborhood an account is. One account may be people in several neighborhoods.
create table platform.account_person (
  account_id uuid not null references platform.account (id),
  neighborhood_id uuid not null,
  person_id uuid not null,
  primary key (neighborhood_id, person_id),
  unique (account_id, neighborhood_id)
);

create table platform.session (
  token_hash text primary key,
  public_id uuid not null unique,
  account_id uuid not null references platform.account (id),
  neighborhood_id uuid not null,
  person_id uuid not null,
  acting_post_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  device text not null default ''
);
create index session_account on platform.session (account_id) where ended_at is null;

create table platform.one_time_code (
  id uuid primary key,
  phone_index text not null,
  code_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz
);
create index one_time_code_phone on platform.one_time_code (phone_index, created_at desc);

create table platform.rate_limit (
  key text not null,
  window_start timestamptz not null,
  hits integer not null,
  primary key (key, window_start)
);

-- The work calendar: exceptions to Monday–Friday, by year. A year that is not listed is unknown (docs/decisions/0007).
create table platform.work_calendar_year (
  year integer primary key,
  source text not null,
  entered_at timestamptz not null,
  entered_by uuid
);
create table platform.work_calendar_day (
  day date primary key,
  year integer not null references platform.work_calendar_year (year),
  kind text not null check (kind in ('WORK', 'REST')),
  name_zh text not null,
  name_en text not null
);
create table platform.work_hours (
  from_minute integer primary key check (from_minute between 0 and 1439),
  to_minute integer not null check (to_minute between 1 and 1440),
  check (from_minute < to_minute)
);
insert into platform.work_hours values (510, 690), (780, 1020);

-- One line per change, in the order of commit, chained by hash within a neighborhood.
create table platform.event_head (
  neighborhood_id uuid primary key,
  seq bigint not null,
  hash text not null
);
create table platform.event (
  neighborhood_id uuid not null,
  seq bigint not null,
  id uuid not null,
  at timestamptz not null,
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null,
  from_state text,
  to_state text,
  role text not null,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  on_behalf_of uuid,
  reason text,
  data jsonb not null,
  prev_hash text not null,
  hash text not null,
  primary key (neighborhood_id, seq)
);
create index event_subject on platform.event (neighborhood_id, subject_kind, subject_id, seq);

create table platform.subscription_cursor (
  neighborhood_id uuid not null,
  subscriber text not null,
  seq bigint not null,
  primary key (neighborhood_id, subscriber)
);

-- A request that a phone may send twice is answered twice and done once.
create table platform.request_key (
  neighborhood_id uuid not null,
  key uuid not null,
  command text not null,
  at timestamptz not null,
  answer jsonb not null,
  primary key (neighborhood_id, key)
);

create table platform.file (
  neighborhood_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  thumbnail bytea not null,
  sha256 text not null,
  added_at timestamptz not null,
  added_by uuid,
  primary key (neighborhood_id, id)
);
create index file_subject on platform.file (neighborhood_id, subject_kind, subject_id);

create table platform.contact_read (
  neighborhood_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  reader_person_id uuid,
  reader_post_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  reason text not null,
  primary key (neighborhood_id, id)
);
create index contact_read_subject on platform.contact_read (neighborhood_id, subject_kind, subject_id, at);

-- Walls every table of a schema that carries neighborhood_id, and opens the schema to the program's role.
create procedure platform.wall_schema(wanted text) language plpgsql as $$
declare item record;
begin
  execute format('grant usage on schema %I to xieshou_app', wanted);
  for item in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = wanted and c.relkind = 'r' and not c.relrowsecurity
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'neighborhood_id')
       and (wanted <> 'platform' or c.relname not in ('neighborhood_address', 'account_person', 'session'))
  loop
    execute format('alter table %I.%I enable row level security', wanted, item.relname);
    execute format(
      'create policy own_neighborhood on %I.%I to xieshou_app
         using (neighborhood_id = nullif(current_setting(''xieshou.neighborhood'', true), '''')::uuid)
         with check (neighborhood_id = nullif(current_setting(''xieshou.neighborhood'', true), '''')::uuid)',
      wanted, item.relname);
  end loop;
end $$;
call platform.wall_schema('platform');

grant select on all tables in schema platform to xieshou_app;
grant insert on platform.event, platform.contact_read, platform.file, platform.request_key to xieshou_app;
grant insert, update on platform.neighborhood_address, platform.account, platform.account_person, platform.session,
  platform.one_time_code, platform.rate_limit, platform.work_calendar_year, platform.work_calendar_day,
  platform.event_head, platform.subscription_cursor to xieshou_app;
grant delete on platform.rate_limit, platform.one_time_code, platform.work_calendar_day, platform.work_calendar_year, platform.session to xieshou_app;
