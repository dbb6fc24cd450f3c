-- Consents by purpose, requests about one's own data, how long data is kept, and what must not be deleted.
create schema if not exists consents;

-- Append-only: the last number of a purpose and subject is how it stands.
create table consents.consent (
  neighborhood_id uuid not null,
  -- What the consent is about: `matter`.
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  number integer not null check (number > 0),
  id uuid not null,
  state text not null check (state in ('GIVEN', 'WITHDRAWN', 'LAPSED')),
  at timestamptz not null,
  -- Whose consent; null for somebody who is not registered and proved it with the code and PIN.
  person_id uuid,
  -- SELF signed in or on the form · CODE with code and PIN · SPOKEN or PAPER, recorded by staff.
  how text not null check (how in ('SELF', 'CODE', 'SPOKEN', 'PAPER')),
  -- The organisation that may know, for purposes that name one (PIPL art. 23).
  receiver_org_id uuid,
  -- Which wording of the purpose was agreed to.
  wording integer not null,
  recorded_by_person_id uuid,
  recorded_by_post_id uuid,
  -- The post of the second person who was there.
  witness_post_id uuid,
  primary key (neighborhood_id, subject_kind, subject_id, purpose, number),
  check ((how in ('SPOKEN', 'PAPER')) = (recorded_by_post_id is not null))
);
create index consent_person on consents.consent (neighborhood_id, person_id, at desc);

call platform.wall_schema('consents');
grant select, insert on consents.consent to xieshou_app;

-- What reporters agreed to on the form until today.
insert into consents.consent
  (neighborhood_id, subject_kind, subject_id, purpose, number, id, state, at, person_id, how, receiver_org_id, wording,
   recorded_by_person_id, recorded_by_post_id)
select neighborhood_id, 'matter', id, purpose, 1, gen_random_uuid(), 'GIVEN', submitted_at, reporter_person_id,
       case when entered_by_post_id is null then 'SELF' when channel = 'PAPER' then 'PAPER' else 'SPOKEN' end,
       case when purpose = 'REVEAL_REPORTER' then complained_org_id end, 1, entered_by_person_id, entered_by_post_id
  from matters.matter, unnest(array['PUBLISH_MATTER', 'REVEAL_REPORTER']) purpose
 where (purpose = 'PUBLISH_MATTER' and publish_consent)
    or (purpose = 'REVEAL_REPORTER' and reveal_reporter and complained_org_id is not null);

-- When the reporter was taken out of a matter, by the period or on request.
alter table matters.matter add column pseudonymised_at timestamptz;

create schema if not exists privacy;

-- A person's request about their own data (PIPL art. 44-50).
create table privacy.data_request (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('CORRECT', 'DELETE', 'EXPLAIN')),
  state text not null check (state in ('ASKED', 'DONE', 'PARTLY', 'REFUSED', 'WITHDRAWN')),
  text text not null,
  asked_at timestamptz not null,
  -- Taken down at the desk for somebody; null when asked by oneself.
  taken_by_post_id uuid,
  due_on date not null,
  answer text,
  answered_at timestamptz,
  answered_by_person_id uuid,
  answered_by_post_id uuid,
  version integer not null default 1,
  primary key (neighborhood_id, id)
);
create index data_request_person on privacy.data_request (neighborhood_id, person_id, asked_at desc);
create index data_request_open on privacy.data_request (neighborhood_id, due_on) where state = 'ASKED';

-- A neighborhood's own period for a kind of data; the last number is in force. Kinds without a row keep the program's.
create table privacy.retention_period (
  neighborhood_id uuid not null,
  kind text not null,
  number integer not null check (number > 0),
  months integer not null check (months > 0),
  reason text not null,
  since timestamptz not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid,
  primary key (neighborhood_id, kind, number)
);

-- What must not be deleted or pseudonymised meanwhile: a dispute, a court, an audit.
create table privacy.legal_hold (
  neighborhood_id uuid not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('person', 'matter', 'everything')),
  subject_id uuid,
  reason text not null,
  set_at timestamptz not null,
  set_by_person_id uuid,
  set_by_post_id uuid not null,
  until date not null,
  lifted_at timestamptz,
  lifted_by_post_id uuid,
  primary key (neighborhood_id, id),
  check ((subject_kind = 'everything') = (subject_id is null))
);

-- A decision to carry out what the dry run listed.
create table privacy.retention_run (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  -- Rows whose period ended before this moment.
  before timestamptz not null,
  decided_at timestamptz not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid not null,
  listed integer not null,
  done integer not null default 0,
  finished_at timestamptz,
  primary key (neighborhood_id, id)
);
create index retention_run_open on privacy.retention_run (neighborhood_id, decided_at) where finished_at is null;

call platform.wall_schema('privacy');
grant select, insert, update on privacy.data_request, privacy.legal_hold, privacy.retention_run to xieshou_app;
grant select, insert on privacy.retention_period to xieshou_app;
