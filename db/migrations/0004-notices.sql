-- Works notices: what is being done where, from when to when, in words for residents (tier 2).
create schema notices;

create table notices.works_notice (
  neighborhood_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null check (state in ('LIVE', 'SUPERSEDED', 'WITHDRAWN')),
  kind text not null check (kind in ('WATER', 'POWER', 'GAS', 'LIFT', 'PARKING', 'ACCESS', 'NOISE', 'OTHER')),
  title text not null,
  body text not null,
  estate_id uuid not null,
  building_ids uuid[] not null default '{}',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  emergency boolean not null default false,
  contact_phone text not null,
  issuer_org_id uuid not null,
  issuer_post_id uuid not null,
  published_at timestamptz not null,
  superseded_by_id uuid,
  superseded_reason text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, number),
  check (starts_at < ends_at)
);
create index works_notice_time on notices.works_notice (neighborhood_id, ends_at desc) where state = 'LIVE';

call platform.wall_schema('notices');
grant select, insert, update on all tables in schema notices to xieshou_app;
