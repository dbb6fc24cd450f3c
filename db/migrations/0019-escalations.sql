-- Matters that climb: to a joint meeting, the street, the owners or mediation (tier 7).
create schema escalations;

create table escalations.escalation (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  state text not null check (state in ('PROPOSED', 'TRIAGED', 'SCHEDULED', 'AD_HOC', 'WHISTLED', 'TO_BALLOT',
    'TO_MEDIATION', 'REJECTED', 'DECIDED', 'TRACKING', 'RESOLVED')),
  proposed_at timestamptz not null,
  -- Null: the work calendar of that year is not there yet.
  triage_due_at timestamptz,
  triaged_at timestamptz,
  assessment text,
  forum text check (forum in ('JOINT', 'COORDINATION', 'HEARING')),
  ad_hoc_due_at timestamptz,
  -- The meeting whose agenda it is on (module meetings).
  meeting_id uuid,
  -- The last thing that was said: why this way, why not, what came of it.
  reason text,
  -- The original deadline of the matter, whose clock keeps running.
  interim_due_at timestamptz,
  interim_text text,
  interim_at timestamptz,
  -- What was told once its time was over.
  told text[] not null default '{}',
  ended_at timestamptz,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  check ((state in ('REJECTED', 'RESOLVED')) = (ended_at is not null))
);
-- A matter climbs once at a time; further triggers join the one that is open.
create unique index escalation_open on escalations.escalation (neighborhood_id, matter_id) where ended_at is null;
create index escalation_of_matter on escalations.escalation (neighborhood_id, matter_id);

create table escalations.trigger (
  neighborhood_id uuid not null,
  escalation_id uuid not null,
  trigger text not null check (trigger in ('SECOND_REDO', 'SECOND_RETURN', 'LEAD_DISPUTE', 'OVERDUE_RED', 'ENDORSED',
    'CHRONIC', 'HELP_ASKED', 'SAFETY')),
  -- The matter's round: the same trigger is not raised twice in one.
  round integer not null,
  at timestamptz not null,
  -- Said by whoever proposed it; null: the program noticed.
  said text,
  primary key (neighborhood_id, escalation_id, trigger, round),
  foreign key (neighborhood_id, escalation_id) references escalations.escalation
);

create table escalations.whistle (
  neighborhood_id uuid not null,
  id uuid not null,
  escalation_id uuid not null,
  org_id uuid not null,
  -- The whistle the street passed on with this one.
  passed_from_id uuid,
  state text not null check (state in ('SENT', 'ACKNOWLEDGED', 'ANSWERED', 'PASSED_ON', 'WITHDRAWN')),
  ask text not null,
  sent_at timestamptz not null,
  acknowledge_due_at timestamptz,
  acknowledged_at timestamptz,
  answer text,
  answered_at timestamptz,
  -- Rungs of the ladder that were climbed since nobody answered.
  rung integer not null default 0 check (rung between 0 and 3),
  next_rung_at timestamptz,
  street_said text,
  street_said_at timestamptz,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, escalation_id) references escalations.escalation,
  foreign key (neighborhood_id, passed_from_id) references escalations.whistle
);
create index whistle_of_escalation on escalations.whistle (neighborhood_id, escalation_id);
create index whistle_next_rung on escalations.whistle (neighborhood_id, next_rung_at) where next_rung_at is not null;

-- What was decided, one line a decision; a resolution is open until it is fulfilled or falls.
create table escalations.decision (
  neighborhood_id uuid not null,
  id uuid not null,
  escalation_id uuid not null,
  -- `R-2026-09`, the resolution of the meeting (module resolutions); null: decided otherwise.
  code text,
  text text not null,
  decided_at timestamptz not null,
  ended_at timestamptz,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, escalation_id) references escalations.escalation
);
create index decision_of_escalation on escalations.decision (neighborhood_id, escalation_id);
create index decision_by_code on escalations.decision (neighborhood_id, code) where code is not null;

-- Bodies that have to act one after the other: meeting, then ballot, then audit of the fund, then works.
create table escalations.procedure (
  neighborhood_id uuid not null,
  escalation_id uuid not null,
  position integer not null check (position >= 1),
  kind text not null check (kind in ('MEETING', 'HEARING', 'MEDIATION', 'STREET', 'OWNERS_BALLOT', 'FUND_AUDIT',
    'WORKS')),
  began_at timestamptz,
  outcome text,
  ended_at timestamptz,
  primary key (neighborhood_id, escalation_id, position),
  foreign key (neighborhood_id, escalation_id) references escalations.escalation,
  check (ended_at is null or began_at is not null)
);

call platform.wall_schema('escalations');
grant select, insert, update on escalations.escalation, escalations.whistle, escalations.decision,
  escalations.procedure to xieshou_app;
grant select, insert on escalations.trigger to xieshou_app;
