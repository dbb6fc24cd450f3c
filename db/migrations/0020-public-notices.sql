-- Announcements and public notices with an objection period, what was objected, and their paper twin (tier 2).
create table notices.public_notice (
  neighborhood_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null check (state in ('SCHEDULED', 'LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED', 'ARCHIVED', 'SUPERSEDED')),
  kind text not null,
  title text not null,
  body text not null,
  basis text not null,
  -- Empty: the whole neighborhood.
  estate_ids uuid[] not null default '{}',
  building_ids uuid[] not null default '{}',
  days integer not null check (days > 0),
  takes_objections boolean not null,
  starts_at timestamptz not null,
  -- The first moment after the period; later than at the beginning only after an outage.
  ends_at timestamptz not null check (starts_at < ends_at),
  emergency_reason text,
  contact_phone text not null,
  -- Where objections on paper are taken.
  desk text not null,
  issuer_org_id uuid not null,
  issuer_post_id uuid not null,
  approved_at timestamptz not null,
  concluded_at timestamptz,
  archived_at timestamptz,
  supersedes_id uuid,
  superseded_by_id uuid,
  superseded_reason text,
  -- What was approved, word for word, and its SHA-256.
  sealed_text text not null,
  content_hash text not null,
  search tsvector not null,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, number),
  check (state <> 'SUPERSEDED' or (superseded_by_id is not null and superseded_reason is not null))
);
create index public_notice_search on notices.public_notice using gin (search);
create index public_notice_time on notices.public_notice (neighborhood_id, starts_at desc);
create index public_notice_turning on notices.public_notice (neighborhood_id, ends_at)
  where state in ('SCHEDULED', 'LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED');

-- Somebody in scope objects. Their name is for the receiver only.
create table notices.objection (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  -- First, second, third of its notice.
  n integer not null,
  person_id uuid,
  name_cipher text,
  channel text not null check (channel in ('WEB', 'DESK', 'PHONE', 'PAPER')),
  objection text not null,
  made_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by_post_id uuid,
  -- Null while the working days of that year are not known.
  due_at timestamptz,
  outcome text check (outcome in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED')),
  answer text,
  answered_at timestamptz,
  answered_by_post_id uuid,
  public_objection text,
  public_answer text,
  published_at timestamptz,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, notice_id, n),
  foreign key (neighborhood_id, notice_id) references notices.public_notice,
  check ((person_id is null) <> (name_cipher is null)),
  check ((answered_at is null) = (answer is null)),
  check ((published_at is null) = (public_answer is null)),
  check (published_at is null or answered_at is not null)
);
create index objection_person on notices.objection (neighborhood_id, person_id) where person_id is not null;

-- A stretch in which a notice could not be read; its days are added at the end.
create table notices.outage (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  from_at timestamptz not null,
  to_at timestamptz not null check (from_at < to_at),
  reason text not null,
  days integer not null check (days > 0),
  recorded_at timestamptz not null,
  recorded_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, notice_id) references notices.public_notice
);

-- The paper twin: where a sheet hangs, who hung it up, and when it was taken down.
create table notices.posting (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  place text not null,
  hung_at timestamptz not null,
  hung_by_post_id uuid not null,
  -- The check mark printed on the sheet, and whether it is the one of this notice.
  check_mark text not null,
  is_right boolean not null,
  taken_down_at timestamptz,
  taken_down_by_post_id uuid,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, notice_id) references notices.public_notice,
  check ((taken_down_at is null) = (taken_down_by_post_id is null))
);
create index posting_notice on notices.posting (neighborhood_id, notice_id);

call platform.wall_schema('notices');
grant select, insert, update on notices.public_notice, notices.objection, notices.posting to xieshou_app;
grant select, insert on notices.outage to xieshou_app;
