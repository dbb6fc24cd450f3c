-- Resolutions know where they came from and how they end; actions are split, wait for one another, are checked by
-- another organisation and by who asked for them, and tell when their light changes.
alter table resolutions.resolution
  add column state text not null default 'ADOPTED'
    check (state in ('ADOPTED', 'IN_EFFECT', 'FULFILLED', 'AMENDED', 'RESCINDED', 'LAPSED')),
  -- The meeting and the item of its agenda (module meetings); null: recorded from paper.
  add column meeting_id uuid,
  add column agenda_item_id uuid,
  add column ended_at timestamptz,
  add column ended_because text,
  -- The resolution that stands in its place.
  add column amended_by_id uuid,
  add constraint resolution_amended_by foreign key (neighborhood_id, amended_by_id) references resolutions.resolution,
  add constraint resolution_ends check ((state in ('AMENDED', 'RESCINDED', 'LAPSED')) = (ended_at is not null));
create index resolution_meeting on resolutions.resolution (neighborhood_id, meeting_id) where meeting_id is not null;

-- The matters a resolution came from; what is decided flows back to them.
create table resolutions.resolution_matter (
  neighborhood_id uuid not null,
  resolution_id uuid not null,
  matter_id uuid not null,
  primary key (neighborhood_id, resolution_id, matter_id),
  foreign key (neighborhood_id, resolution_id) references resolutions.resolution
);
create index resolution_of_matter on resolutions.resolution_matter (neighborhood_id, matter_id);

alter table resolutions.action_item drop constraint action_item_state_check;
alter table resolutions.action_item
  add constraint action_item_state_check check (state in
    ('PROPOSED', 'CONTESTED', 'IN_PROGRESS', 'BLOCKED', 'SUBMITTED', 'VERIFYING', 'STRUCK_OFF', 'DROPPED')),
  add column split_from_id uuid,
  add constraint action_item_split_from foreign key (neighborhood_id, split_from_id) references resolutions.action_item,
  -- How often it was reported done: answers and checks belong to one report.
  add column submitted_times integer not null default 0,
  add column check_how text check (check_how in ('ON_SITE', 'RECORDS')),
  add column check_said text,
  add column checked_by_org_id uuid,
  -- The worst light that was told for its day.
  add column light_told text check (light_told in ('YELLOW', 'ORANGE', 'RED')),
  add column lights_read_on date,
  add column accept_overdue_told boolean not null default false,
  -- What the street said when it was red.
  add column street_said text,
  add column street_said_at timestamptz;
update resolutions.action_item set submitted_times = 1 where submitted_at is not null;

-- An action that cannot be reported done before another is struck off.
create table resolutions.action_waits (
  neighborhood_id uuid not null,
  action_id uuid not null,
  waits_for_id uuid not null,
  primary key (neighborhood_id, action_id, waits_for_id),
  foreign key (neighborhood_id, action_id) references resolutions.action_item,
  foreign key (neighborhood_id, waits_for_id) references resolutions.action_item,
  check (action_id <> waits_for_id)
);

-- What those who asked for it said of a report, by themselves or to who asked them.
create table resolutions.requester_answer (
  neighborhood_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  -- submitted_times of the action when it was said.
  report integer not null,
  answer text not null check (answer in ('AGREES', 'DISAGREES', 'NO_ANSWER')),
  how text not null check (how in ('SELF', 'PHONE', 'VISIT', 'MEETING')),
  said text,
  answered_at timestamptz not null,
  -- The matter whose reporter said so; null when it is not known which one.
  matter_id uuid,
  -- Who asked and wrote it down; null when they said so themselves.
  by_post_id uuid,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, action_id) references resolutions.action_item,
  check ((how = 'SELF') = (by_post_id is null)),
  check (how <> 'SELF' or matter_id is not null)
);
create index requester_answer_action on resolutions.requester_answer (neighborhood_id, action_id);

update resolutions.resolution r set state = case
  when not exists (select from resolutions.action_item a where a.neighborhood_id = r.neighborhood_id
    and a.resolution_id = r.id and a.state <> 'STRUCK_OFF') then 'FULFILLED'
  when exists (select from resolutions.action_item a where a.neighborhood_id = r.neighborhood_id
    and a.resolution_id = r.id and a.state in ('PROPOSED', 'CONTESTED')) then 'ADOPTED'
  else 'IN_EFFECT' end;

call platform.wall_schema('resolutions');
grant select, insert, update on resolutions.resolution, resolutions.action_item to xieshou_app;
grant select, insert on resolutions.resolution_matter, resolutions.requester_answer to xieshou_app;
grant select, insert, delete on resolutions.action_waits to xieshou_app;
