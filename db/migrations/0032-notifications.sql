-- What people are told, each once, with how it reached them; and what is told on paper, by telephone and at the door (tier 10).
create schema notifications;

-- Ids only: the sentence is made when it is read, in the reader's language.
create table notifications.notification (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The event it tells of; an event is told to a person once.
  event_seq bigint not null,
  -- What the sentence is: words `notifications.news.<message>`.
  message text not null,
  topic text not null check (topic in ('MY_MATTERS', 'WORK', 'ACTIONS', 'MEETINGS', 'NOTICES')),
  urgency text not null check (urgency in ('NORMAL', 'URGENT', 'EMERGENCY')),
  way text not null check (way in ('BELL', 'DIGEST')),
  subject_id uuid not null,
  made_at timestamptz not null,
  -- Rings then: quiet hours and the daily digest put it off.
  due_at timestamptz not null,
  read_at timestamptz,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, person_id, event_seq),
  check (due_at >= made_at)
);
create index notification_unread on notifications.notification (neighborhood_id, person_id, due_at) where read_at is null;
create index notification_own on notifications.notification (neighborhood_id, person_id, due_at desc);

-- A poster to put up, a call to make, a door to knock at. The target is a person, or of a poster a building.
create table notifications.errand (
  neighborhood_id uuid not null,
  id uuid not null,
  event_seq bigint not null,
  channel text not null check (channel in ('POSTER', 'CALL', 'KNOCK')),
  target_id uuid not null,
  message text not null,
  urgency text not null check (urgency in ('NORMAL', 'URGENT', 'EMERGENCY')),
  subject_id uuid not null,
  made_at timestamptz not null,
  outcome text check (outcome in ('REACHED', 'NOT_REACHED')),
  done_at timestamptz,
  done_by_post_id uuid,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, event_seq, channel, target_id),
  check ((outcome is null) = (done_at is null)),
  check ((outcome is null) = (done_by_post_id is null))
);
create index errand_open on notifications.errand (neighborhood_id, made_at) where done_at is null;

create table notifications.preference (
  neighborhood_id uuid not null,
  person_id uuid not null,
  topic text not null check (topic in ('MY_MATTERS', 'WORK', 'ACTIONS', 'MEETINGS', 'NOTICES')),
  way text not null check (way in ('BELL', 'DIGEST', 'OFF')),
  primary key (neighborhood_id, person_id, topic)
);

-- Minutes of the day in Asia/Shanghai. A neighborhood without a row keeps 21:00–07:00 and a digest at 18:00.
create table notifications.hours (
  neighborhood_id uuid not null,
  quiet_from integer not null check (quiet_from between 0 and 1439),
  quiet_to integer not null check (quiet_to between 0 and 1439),
  digest_at integer not null check (digest_at between 0 and 1439),
  primary key (neighborhood_id)
);

call platform.wall_schema('notifications');
grant select, insert, update on all tables in schema notifications to xieshou_app;
