-- Bodies that meet, their seats, and a meeting from its plan to its archived minutes (tier 7).
create schema meetings;

create table meetings.body (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('JOINT_MEETING', 'ENLARGED_MEETING', 'OWNERS_COMMITTEE', 'PROPERTY_FORUM',
    'RESIDENTS_FORUM', 'COORDINATION')),
  name_zh text not null,
  name_en text not null,
  -- Calls and chairs its meetings.
  convener_org_id uuid not null,
  parent_body_id uuid,
  constituted_on date not null,
  dissolved_on date,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, name_zh),
  foreign key (neighborhood_id, parent_body_id) references meetings.body,
  check (dissolved_on >= constituted_on)
);

-- A seat belongs to a post of an organisation; who holds the post sits in it, else somebody in an alternate post.
create table meetings.seat (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  org_id uuid not null,
  post_id uuid not null,
  alternate_post_ids uuid[] not null default '{}',
  position integer not null,
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, body_id) references meetings.body,
  check (to_day >= from_day)
);
create unique index seat_once on meetings.seat (neighborhood_id, body_id, post_id) where to_day is null;

create table meetings.meeting (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  -- `2026-04`: the year and the number within it; stands in its address.
  code text not null,
  -- Called at short notice, and why.
  is_ad_hoc boolean not null,
  ad_hoc_reason text,
  starts_at timestamptz not null,
  minutes integer not null check (minutes between 10 and 600),
  place text not null,
  state text not null check (state in ('PLANNED', 'AGENDA_OPEN', 'AGENDA_FIXED', 'NOTICED', 'IN_SESSION', 'MINUTES_DRAFT',
    'MINUTES_REVIEW', 'SIGNED', 'PUBLISHED', 'ARCHIVED', 'POSTPONED', 'CANCELLED', 'INQUORATE')),
  -- The rules of procedure in force on its day; frozen when it opens.
  rules_version_id uuid not null,
  secretary_post_id uuid not null,
  -- In the code of the room's poster; who reads it in the room says "I am here".
  room_key text not null,
  -- Why it was postponed or cancelled.
  reason text,
  noticed_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  -- 会议强调 and whatever belongs to no item.
  remarks text not null default '',
  review_until timestamptz,
  signed_at timestamptz,
  signed_by_post_id uuid,
  -- The minutes as they were signed, and their SHA-256.
  minutes_text jsonb,
  sealed text,
  -- What everybody may read, as the second person approved it.
  public_text jsonb,
  published_at timestamptz,
  -- Goes up with every change people have in their calendars.
  sequence integer not null default 0,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  foreign key (neighborhood_id, body_id) references meetings.body,
  check (is_ad_hoc = (ad_hoc_reason is not null)),
  check ((signed_at is null) = (minutes_text is null)),
  check ((published_at is null) = (public_text is null))
);
create index meeting_by_day on meetings.meeting (neighborhood_id, starts_at);

create table meetings.agenda_item (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position integer not null,
  -- Empty for what every meeting begins with: what came of earlier resolutions.
  title text not null,
  -- What is to be decided.
  question text not null,
  background text not null,
  -- Figures on the one-page brief: [{"label": "被占车位", "value": "86 个"}].
  facts jsonb not null default '[]',
  minutes integer not null check (minutes between 1 and 240),
  source text not null check (source in ('EARLIER_DECISIONS', 'ESCALATION', 'MATTER', 'ACTION', 'COMMITMENT', 'TOPIC',
    'LEFT_OVER', 'CHAIR')),
  -- What it came from; null for what the chair puts on it.
  source_id uuid,
  -- Proposed to lead; an item is not decided in its absence.
  lead_org_id uuid,
  guests text not null default '',
  -- Put on it after the agenda had closed, and why.
  late_reason text,
  state text not null check (state in ('WAITING', 'IN_DISCUSSION', 'CONCLUDED', 'DEFERRED', 'NOT_REACHED', 'DROPPED')),
  outcome text check (outcome in ('NOTED', 'CONSENSUS', 'BROAD_CONSENSUS', 'TO_STREET', 'TO_OWNERS', 'TO_COORDINATION')),
  outcome_text text,
  reason text,
  -- What the owners' committee is asked to bring before the owners; never a resolution.
  proposed_to_org_id uuid,
  opened_at timestamptz,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, meeting_id) references meetings.meeting,
  check ((state = 'CONCLUDED') = (outcome is not null)),
  check ((outcome = 'TO_OWNERS') = (proposed_to_org_id is not null)),
  check (state not in ('DEFERRED', 'DROPPED') or reason is not null)
);
create index agenda_item_of on meetings.agenda_item (neighborhood_id, meeting_id, position);
-- A thing stands on one coming agenda at most.
create unique index agenda_item_once on meetings.agenda_item (neighborhood_id, source, source_id)
  where source_id is not null and state in ('WAITING', 'IN_DISCUSSION');

-- What was written on an item, field by field, so that two people at two fields never overwrite each other.
create table meetings.item_text (
  neighborhood_id uuid not null,
  item_id uuid not null,
  field text not null check (field in ('SITUATION', 'OPINION', 'REQUIREMENT')),
  text text not null,
  written_at timestamptz not null,
  written_by_post_id uuid not null,
  version integer not null default 1,
  primary key (neighborhood_id, item_id, field),
  foreign key (neighborhood_id, item_id) references meetings.agenda_item
);

-- What each organisation says to an item, written by itself alone.
create table meetings.position (
  neighborhood_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  text text not null,
  is_reservation boolean not null default false,
  -- Whether readers of the minutes may know whose reservation it is.
  is_named boolean not null default false,
  written_at timestamptz not null,
  written_by_post_id uuid not null,
  version integer not null default 1,
  primary key (neighborhood_id, item_id, org_id),
  foreign key (neighborhood_id, item_id) references meetings.agenda_item
);

-- An organisation that steps back from an item because it has an interest in it.
create table meetings.recusal (
  neighborhood_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by_post_id uuid not null,
  primary key (neighborhood_id, item_id, org_id),
  foreign key (neighborhood_id, item_id) references meetings.agenda_item
);

create table meetings.attendance (
  neighborhood_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  reply text check (reply in ('COMING', 'ALTERNATE', 'NOT_COMING')),
  reply_note text,
  replied_at timestamptz,
  presence text check (presence in ('PRESENT', 'ALTERNATE', 'ONLINE', 'EXCUSED', 'ABSENT')),
  -- `HAND` by the secretary, `ROOM` by the code in the room.
  recorded_how text check (recorded_how in ('HAND', 'ROOM')),
  recorded_at timestamptz,
  primary key (neighborhood_id, meeting_id, seat_id),
  foreign key (neighborhood_id, meeting_id) references meetings.meeting,
  foreign key (neighborhood_id, seat_id) references meetings.seat
);

-- What an organisation wants to have talked about at the next meeting of a body.
create table meetings.topic (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  org_id uuid not null,
  title text not null,
  question text not null,
  background text not null,
  state text not null check (state in ('OPEN', 'ON_AGENDA', 'SETTLED', 'WITHDRAWN', 'DECLINED')),
  reason text,
  asked_at timestamptz not null,
  asked_by_post_id uuid not null,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, body_id) references meetings.body,
  check ((state = 'DECLINED') = (reason is not null))
);

create table meetings.minutes_review (
  neighborhood_id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  agrees boolean not null,
  text text not null default '',
  at timestamptz not null,
  by_post_id uuid not null,
  primary key (neighborhood_id, meeting_id, org_id),
  foreign key (neighborhood_id, meeting_id) references meetings.meeting
);

-- What was found to be wrong in signed minutes; the minutes themselves stay as they were signed.
create table meetings.addendum (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  text text not null,
  added_at timestamptz not null,
  added_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, meeting_id, number),
  foreign key (neighborhood_id, meeting_id) references meetings.meeting
);

call platform.wall_schema('meetings');
grant select, insert, update on all tables in schema meetings to xieshou_app;
grant delete on meetings.minutes_review to xieshou_app;
revoke update on meetings.addendum, meetings.recusal from xieshou_app;
