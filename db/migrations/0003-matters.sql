-- Matters: from the first word to a result the resident confirms (tier 2; domain brief §4.1).
create schema matters;

create table matters.code_counter (
  neighborhood_id uuid not null,
  prefix text not null,
  last integer not null,
  primary key (neighborhood_id, prefix)
);

create table matters.matter (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  kind text not null,
  category text not null,
  level text not null,
  level_reasons text[] not null default '{}',
  status text not null,
  title text not null,
  description text not null,
  text_hidden boolean not null default false,
  channel text not null,
  external_no text,
  external_due_at timestamptz,
  entered_by_person_id uuid,
  entered_by_post_id uuid,
  entry_seconds integer,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  unit_id uuid,
  common_part_id uuid,
  place_note text not null default '',
  -- The reporter as they were that day; later changes of the register do not rewrite it.
  reporter_kind text not null check (reporter_kind in ('PERSON', 'ORGANISATION', 'ANONYMOUS')),
  reporter_person_id uuid,
  reporter_org_id uuid,
  reporter_post_id uuid,
  reporter_name text,
  reporter_phone_cipher text,
  reporter_phone_index text,
  reporter_phone_tail_index text,
  household_unit_id uuid,
  complained_org_id uuid,
  reveal_reporter boolean not null default false,
  publish_consent boolean not null default false,
  conflict_on_site boolean not null default false,
  org_request boolean not null default false,
  proactive boolean not null default false,
  chronic boolean not null default false,
  lead_org_id uuid,
  lead_post_id uuid,
  first_receiver_org_id uuid,
  responsibility_opinion text,
  two_track boolean not null default false,
  round integer not null default 1,
  redo_count integer not null default 0,
  return_count integer not null default 0,
  urge_count integer not null default 0,
  endorsement_count integer not null default 0,
  merged_count integer not null default 0,
  merged_into_id uuid,
  supervision_level integer not null default 0,
  -- Why it waits for the general branch; set while ESCALATED.
  escalation_reason text,
  follow_up_attempts integer not null default 0,
  last_attempt_at timestamptz,
  submitted_at timestamptz not null,
  accept_due_at timestamptz,
  accepted_at timestamptz,
  assigned_at timestamptz,
  lead_accept_due_at timestamptz,
  lead_accepted_at timestamptz,
  first_action_due_at timestamptz,
  first_action_at timestamptz,
  contact_due_at timestamptz,
  first_contact_at timestamptz,
  handle_due_at timestamptz,
  original_handle_due_at timestamptz,
  extended boolean not null default false,
  waiting_since timestamptz,
  paused_work_minutes integer not null default 0,
  parked_review_on date,
  last_progress_at timestamptz,
  done_at timestamptz,
  follow_up_due_at timestamptz,
  follow_up_post_id uuid,
  closed_at timestamptz,
  -- Null: the calendar knew every year a deadline needed; else the year that has no data yet.
  unknown_calendar_year integer,
  result_summary text,
  public_line text,
  resolved boolean,
  satisfaction integer check (satisfaction between 1 and 5),
  decline_reason text,
  decline_where text,
  search tsvector not null,
  version integer not null default 1,
  -- The deadline that counts now, and whether danger is at hand: lists sort by what hurts first.
  next_due_at timestamptz not null generated always as (coalesce(case
    when status = 'SUBMITTED' then accept_due_at
    when status in ('ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL', 'ESCALATED') then least(
      case when status = 'ASSIGNED' then lead_accept_due_at end,
      case when first_contact_at is null and reporter_kind <> 'ANONYMOUS' then contact_due_at end,
      case when first_action_at is null then first_action_due_at end,
      handle_due_at)
    when status = 'PARKED' then (parked_review_on + time '09:00') at time zone 'Asia/Shanghai'
    when status in ('DONE_BY_HANDLER', 'FOLLOW_UP') then follow_up_due_at
  end, 'infinity')) stored,
  calm boolean not null generated always as (
    level <> 'P0' or status not in ('SUBMITTED', 'ACCEPTED', 'ASSIGNED', 'IN_PROGRESS', 'WAITING_EXTERNAL', 'ESCALATED')) stored,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  foreign key (neighborhood_id, merged_into_id) references matters.matter
);
create index matter_submitted on matters.matter (neighborhood_id, submitted_at desc, id);
create index matter_open on matters.matter (neighborhood_id, handle_due_at, id)
  where status not in ('CLOSED_CONFIRMED', 'CLOSED_UNCONFIRMED', 'CLOSED_EXPLAINED', 'DECLINED', 'MERGED', 'WITHDRAWN');
create index matter_pressing on matters.matter (neighborhood_id, calm, next_due_at, id)
  where status not in ('CLOSED_CONFIRMED', 'CLOSED_UNCONFIRMED', 'CLOSED_EXPLAINED', 'DECLINED', 'MERGED', 'WITHDRAWN');
create index matter_lead on matters.matter (neighborhood_id, lead_org_id, submitted_at desc);
create index matter_estate on matters.matter (neighborhood_id, estate_id, category, submitted_at desc);
create index matter_closed on matters.matter (neighborhood_id, closed_at desc) where closed_at is not null;
create index matter_reporter on matters.matter (neighborhood_id, reporter_person_id, submitted_at desc);
create index matter_reporter_phone on matters.matter (neighborhood_id, reporter_phone_index, submitted_at desc);
create index matter_phone_tail on matters.matter (neighborhood_id, reporter_phone_tail_index);
create index matter_merged on matters.matter (neighborhood_id, merged_into_id) where merged_into_id is not null;
create index matter_search on matters.matter using gin (search);

create table matters.co_handler (
  neighborhood_id uuid not null, matter_id uuid not null, org_id uuid not null, post_id uuid, added_at timestamptz not null,
  primary key (neighborhood_id, matter_id, org_id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index co_handler_org on matters.co_handler (neighborhood_id, org_id, matter_id);
create table matters.matter_role (
  neighborhood_id uuid not null, matter_id uuid not null,
  role text not null check (role in ('COORDINATOR', 'MEDIATOR', 'LIAISON')), post_id uuid not null, added_at timestamptz not null,
  primary key (neighborhood_id, matter_id, role),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create table matters.note (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null, at timestamptz not null,
  person_id uuid, post_id uuid, org_id uuid,
  visibility text not null check (visibility in ('PUBLIC', 'INTERNAL')), text text not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index note_matter on matters.note (neighborhood_id, matter_id, at);
create table matters.contact (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null, at timestamptz not null,
  person_id uuid, post_id uuid, org_id uuid,
  purpose text not null check (purpose in ('FIRST_CONTACT', 'PROGRESS', 'FOLLOW_UP', 'WITHDRAWAL')),
  channel text not null check (channel in ('PHONE', 'VISIT', 'MESSAGE', 'DESK')),
  result text not null check (result in ('REACHED', 'NO_ANSWER', 'WRONG_NUMBER', 'DECLINED')), note text not null default '',
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index contact_matter on matters.contact (neighborhood_id, matter_id, at);
create table matters.home_visit (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  state text not null check (state in ('PLANNED', 'DONE', 'NOT_HOME', 'DECLINED')),
  planned_for timestamptz not null, done_at timestamptz, visitors text not null, unit_id uuid, households integer not null default 1,
  needs text not null default '', views text not null default '', added_by_post_id uuid, added_at timestamptz not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index home_visit_matter on matters.home_visit (neighborhood_id, matter_id);
create table matters.track (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  kind text not null check (kind in ('RESIDENT', 'COORDINATION')), post_id uuid not null, due_on date not null,
  state text not null check (state in ('OPEN', 'CLOSED')), opened_at timestamptz not null, closed_at timestamptz, summary text,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, matter_id, kind),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create table matters.track_step (
  neighborhood_id uuid not null, id uuid not null, track_id uuid not null, matter_id uuid not null,
  text text not null, position integer not null, done_at timestamptz,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, track_id) references matters.track
);
create index track_step_matter on matters.track_step (neighborhood_id, matter_id);
create table matters.extension (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED')), reason text not null, new_due_on date not null,
  requested_at timestamptz not null, requested_by_post_id uuid, decided_at timestamptz, decided_by_post_id uuid, decision_note text,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index extension_matter on matters.extension (neighborhood_id, matter_id);
create table matters.parking (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  state text not null check (state in ('REQUESTED', 'ACTIVE', 'REFUSED', 'ENDED')),
  cause text not null check (cause in ('PLANNING', 'FUNDS', 'LAW', 'SEASON', 'THIRD_PARTY')),
  reason text not null, unlock_condition text not null, owner_org_id uuid not null, interim_measure text not null, review_on date not null,
  requested_at timestamptz not null, requested_by_post_id uuid, decided_at timestamptz, decided_by_post_id uuid, ended_at timestamptz,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index parking_matter on matters.parking (neighborhood_id, matter_id);
create table matters.returned (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null, at timestamptz not null,
  org_id uuid not null, post_id uuid, basis text not null, suggested_org_id uuid,
  ruled_at timestamptz, ruled_by_post_id uuid, ruling_org_id uuid, ruling text,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index returned_matter on matters.returned (neighborhood_id, matter_id);
create table matters.follow_up (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null, round integer not null, at timestamptz not null,
  by text not null check (by in ('SELF', 'STAFF')), person_id uuid, post_id uuid, org_id uuid,
  outcome text not null check (outcome in ('ANSWERED', 'NO_ANSWER')),
  resolved boolean, satisfaction integer check (satisfaction between 1 and 5), text text not null default '',
  primary key (neighborhood_id, id),
  check (outcome = 'NO_ANSWER' or (resolved is not null and satisfaction is not null)),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index follow_up_matter on matters.follow_up (neighborhood_id, matter_id, at);
create table matters.explanation (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  text text not null, remedies text not null, proposed_at timestamptz not null, proposed_by_person_id uuid not null, proposed_by_post_id uuid not null,
  confirmed_at timestamptz, confirmed_by_person_id uuid, confirmed_by_post_id uuid, refused_at timestamptz,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create table matters.withdrawal (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null,
  asked_at timestamptz not null, reason text not null default '', asked_from text not null,
  state text not null check (state in ('ASKED', 'CONFIRMED', 'KEPT')), decided_at timestamptz, decided_by_post_id uuid, note text not null default '',
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create table matters.urge (
  neighborhood_id uuid not null, id uuid not null, matter_id uuid not null, at timestamptz not null, text text not null default '',
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
-- Me-too, one per household.
create table matters.endorsement (
  neighborhood_id uuid not null, matter_id uuid not null, unit_id uuid not null, person_id uuid, at timestamptz not null,
  primary key (neighborhood_id, matter_id, unit_id),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create table matters.photo (
  neighborhood_id uuid not null, matter_id uuid not null, file_id uuid not null, position integer not null,
  primary key (neighborhood_id, matter_id, file_id),
  foreign key (neighborhood_id, matter_id) references matters.matter,
  foreign key (neighborhood_id, file_id) references platform.file
);
create table matters.timer (
  neighborhood_id uuid not null, matter_id uuid not null, kind text not null, due_at timestamptz not null, fired_at timestamptz,
  primary key (neighborhood_id, matter_id, kind),
  foreign key (neighborhood_id, matter_id) references matters.matter
);
create index timer_due on matters.timer (neighborhood_id, due_at) where fired_at is null;
create table matters.saved_filter (
  neighborhood_id uuid not null, id uuid not null, person_id uuid not null, name text not null, query text not null, position integer not null,
  primary key (neighborhood_id, id)
);

call platform.wall_schema('matters');
grant select, insert, update on all tables in schema matters to xieshou_app;
grant delete on matters.timer, matters.saved_filter, matters.co_handler to xieshou_app;

