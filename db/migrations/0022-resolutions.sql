-- What a joint meeting resolved, and every action followed until it is struck off (tier 6).
create schema resolutions;

create table resolutions.resolution (
  neighborhood_id uuid not null,
  id uuid not null,
  -- `R-2026-09`: the year and the number within it.
  code text not null,
  -- Resolved where, as people say it: "4 月 16 日临时联席会议".
  meeting text not null,
  resolved_on date not null,
  text text not null,
  -- The rules of procedure it was resolved under; its numbers hold for it whatever is adopted later.
  rules_version_id uuid not null,
  recorded_at timestamptz not null,
  recorded_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code)
);

create table resolutions.action_item (
  neighborhood_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  number integer not null check (number >= 1),
  task text not null,
  measure text not null,
  lead_org_id uuid not null,
  post_id uuid not null,
  -- Who held the post when the organisation took it on; shown to nobody but the parties.
  person_id uuid,
  due_on date not null,
  first_due_on date not null,
  state text not null check (state in ('PROPOSED', 'CONTESTED', 'IN_PROGRESS', 'BLOCKED', 'SUBMITTED', 'STRUCK_OFF')),
  accept_due_at timestamptz,
  -- Why it is contested, blocked or was returned; the last one said.
  reason text,
  wanted_due_on date,
  wanted_because text,
  evidence text,
  submitted_at timestamptz,
  verified_by_post_id uuid,
  struck_off_at timestamptz,
  reopened_times integer not null default 0,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, resolution_id, number),
  foreign key (neighborhood_id, resolution_id) references resolutions.resolution,
  check ((state = 'STRUCK_OFF') = (struck_off_at is not null)),
  check ((wanted_due_on is null) = (wanted_because is null))
);
create index action_item_open on resolutions.action_item (neighborhood_id, due_on) where state <> 'STRUCK_OFF';

call platform.wall_schema('resolutions');
grant select, insert, update on all tables in schema resolutions to xieshou_app;
