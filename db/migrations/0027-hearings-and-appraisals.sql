-- Hearings 听证会 and appraisals 评议会 (tier 7, beside the joint meeting).
create schema if not exists meetings;

create table meetings.hearing (
  neighborhood_id uuid not null,
  id uuid not null,
  -- `H-2026-03`: the year and the number within it.
  code text not null,
  title text not null,
  -- Who counts as directly affected.
  affected_text text not null,
  estate_id uuid,
  -- Who decides afterwards, and therefore has to answer.
  decider_org_id uuid not null,
  announced_at timestamptz not null,
  announced_by_org_id uuid not null,
  announced_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code)
);

create table meetings.hearing_round (
  neighborhood_id uuid not null,
  id uuid not null,
  hearing_id uuid not null,
  number integer not null check (number >= 1),
  -- Before anything is decided, or while it is being carried out.
  stage text not null check (stage in ('BEFORE', 'DURING')),
  -- What is to be decided now, and what has been known so far.
  question text not null,
  background text not null,
  state text not null check (state in ('RECRUITING', 'SET', 'HELD', 'ANSWERED', 'CANCELLED')),
  -- The rules of procedure it is held under, whatever is adopted later.
  rules_version_id uuid not null,
  announced_on date not null,
  recruits_until date not null,
  starts_at timestamptz not null,
  place text not null,
  -- Why not half are affected, nobody objects or nobody is old; empty when all three are there.
  balance_reason text,
  set_at timestamptz,
  held_at timestamptz,
  record text,
  public_record text,
  answer_due_at timestamptz,
  answered_at timestamptz,
  -- Why it was put off the last time, or cancelled.
  reason text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, hearing_id, number),
  foreign key (neighborhood_id, hearing_id) references meetings.hearing,
  check (state <> 'SET' or set_at is not null),
  check ((state in ('HELD', 'ANSWERED')) = (held_at is not null)),
  check ((state = 'ANSWERED') = (answered_at is not null)),
  check (state <> 'CANCELLED' or reason is not null)
);

-- Who wants to take part, with or without an account. Nobody but the residents' committee reads it.
create table meetings.hearing_sign_up (
  neighborhood_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  -- The person who signed in; null for somebody without an account.
  person_id uuid,
  -- Taken away with the phone once the answers are out.
  name text,
  phone_cipher text,
  phone_index text,
  affected boolean not null,
  stance text not null check (stance in ('SUPPORT', 'OPPOSE', 'CONDITION', 'OPEN')),
  elder boolean not null,
  state text not null check (state in ('WAITING', 'SEATED', 'WITHDRAWN')),
  came text check (came in ('ROOM', 'REMOTE')),
  signed_up_at timestamptz not null,
  -- The post that wrote it down for somebody; null when they did it themselves.
  entered_by_post_id uuid,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, round_id) references meetings.hearing_round
);
create unique index hearing_sign_up_person on meetings.hearing_sign_up (neighborhood_id, round_id, person_id)
  where state <> 'WITHDRAWN' and person_id is not null;
create unique index hearing_sign_up_phone on meetings.hearing_sign_up (neighborhood_id, round_id, phone_index, name)
  where state <> 'WITHDRAWN' and phone_index is not null;

-- The opinion register. It names nobody; what is published of it has passed the gate.
create table meetings.hearing_opinion (
  neighborhood_id uuid not null,
  id uuid not null,
  hearing_id uuid not null,
  round_id uuid not null,
  -- Counted through all rounds of the hearing.
  number integer not null check (number >= 1),
  stance text not null check (stance in ('SUPPORT', 'OPPOSE', 'CONDITION')),
  text text not null,
  source text not null check (source in ('SIGN_UP', 'IN_WRITING', 'AT_HEARING')),
  entered_at timestamptz not null,
  verdict text check (verdict in ('ADOPTED', 'PARTLY', 'NOT_ADOPTED')),
  answer text,
  answered_by_post_id uuid,
  public_text text,
  public_answer text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, hearing_id, number),
  foreign key (neighborhood_id, hearing_id) references meetings.hearing,
  foreign key (neighborhood_id, round_id) references meetings.hearing_round,
  check ((verdict is null) = (answer is null)),
  check ((public_text is null) = (public_answer is null)),
  check (public_answer is null or verdict is not null)
);
create index hearing_opinion_round on meetings.hearing_opinion (neighborhood_id, round_id);

create table meetings.appraisal (
  neighborhood_id uuid not null,
  id uuid not null,
  -- `A-2026-02`.
  code text not null,
  state text not null check (state in ('PLANNED', 'OPEN', 'COUNTED', 'PUBLISHED', 'CANCELLED')),
  -- An organisation's work or a finished project; there is no third kind, and never a person.
  object_kind text not null check (object_kind in ('ORGANISATION', 'PROJECT')),
  -- The organisation appraised, or the one that answers for the project.
  org_id uuid not null,
  title text not null,
  finished_on date,
  estate_id uuid,
  -- ["设施维修", …]
  criteria jsonb not null,
  starts_at timestamptz not null,
  place text not null,
  planned_at timestamptz not null,
  planned_by_org_id uuid not null,
  planned_by_post_id uuid not null,
  -- What the organisation says of its own work; nobody else writes it.
  self_report text,
  self_report_by_post_id uuid,
  -- What was asked and answered in the room, in short.
  questions text,
  -- What passed the gate, word by word: {"selfReport": …, "questions": …, "tasks": {"1": …}, "measures": {"1": …}}.
  published jsonb,
  slips_out integer not null default 0,
  slips_void integer not null default 0,
  opened_at timestamptz,
  counted_at timestamptz,
  published_at timestamptz,
  reason text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  check ((object_kind = 'PROJECT') = (finished_on is not null)),
  check ((self_report is null) = (self_report_by_post_id is null)),
  check (state <> 'CANCELLED' or reason is not null),
  check ((state = 'PUBLISHED') = (published_at is not null))
);

-- Codes of slips that were handed out and have not come back. A code that was used is gone: nothing is left that could
-- say which slip came in under it, and who drew which code was never written down.
create table meetings.appraisal_code (
  neighborhood_id uuid not null,
  appraisal_id uuid not null,
  code_hash text not null,
  primary key (neighborhood_id, appraisal_id, code_hash),
  foreign key (neighborhood_id, appraisal_id) references meetings.appraisal
);

-- What stands on the slips: scores in the order of the criteria, null where nothing was ticked. No person, no moment,
-- no code; the id is random, so that it tells no order either.
create table meetings.appraisal_slip (
  neighborhood_id uuid not null,
  id uuid not null default gen_random_uuid(),
  appraisal_id uuid not null,
  scores jsonb not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, appraisal_id) references meetings.appraisal
);
create index appraisal_slip_of on meetings.appraisal_slip (neighborhood_id, appraisal_id);

-- What is to be put right, by whom and by when.
create table meetings.rectification (
  neighborhood_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  number integer not null check (number >= 1),
  task text not null,
  measure text not null,
  org_id uuid not null,
  post_id uuid not null,
  -- Who holds the post that answers for it; the public reads the post.
  person_id uuid not null,
  due_on date not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, appraisal_id, number),
  foreign key (neighborhood_id, appraisal_id) references meetings.appraisal
);

call platform.wall_schema('meetings');
grant select, insert, update on meetings.hearing, meetings.hearing_round, meetings.hearing_sign_up,
  meetings.hearing_opinion, meetings.appraisal to xieshou_app;
grant select, insert, delete on meetings.appraisal_code, meetings.rectification to xieshou_app;
-- A slip that came in changes no more.
grant select, insert on meetings.appraisal_slip to xieshou_app;
