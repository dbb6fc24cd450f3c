-- Residents are let in: by the card of their household, because the register knows them, or by the desk; and
-- somebody may act for an elder who agreed (domain brief §3.12, §7).
create schema if not exists access;

-- A code for one unit; only a keyed hash of it is kept. The printed sheet is the only copy.
create table access.household_card (
  neighborhood_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  code_hash text not null,
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  closed_at timestamptz,
  closed_because text check (closed_because in ('REPLACED', 'CLOSED')),
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code_hash)
);
create index household_card_unit on access.household_card (neighborhood_id, unit_id, made_at desc);

create table access.card_use (
  neighborhood_id uuid not null,
  card_id uuid not null,
  person_id uuid not null,
  at timestamptz not null,
  primary key (neighborhood_id, card_id, person_id),
  foreign key (neighborhood_id, card_id) references access.household_card
);

create table access.join_request (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  relation text not null check (relation in ('OWNER', 'TENANT', 'HOUSEHOLD_MEMBER')),
  -- What the register says of the name and phone given, for whoever decides.
  finding text not null check (finding in ('NAME_AND_PHONE_DIFFER', 'PHONE_DIFFERS', 'NAME_UNKNOWN', 'NOBODY_REGISTERED')),
  name text not null,
  note text not null default '',
  state text not null check (state in ('REQUESTED', 'ADMITTED', 'REFUSED', 'WITHDRAWN')),
  asked_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  decided_in_post uuid,
  refused_because text check (refused_because in ('NOT_IN_REGISTER', 'WRONG_UNIT', 'NOT_REACHED', 'OWNER_SAYS_NO', 'OTHER')),
  refused_text text,
  primary key (neighborhood_id, id)
);
create index join_request_open on access.join_request (neighborhood_id, asked_at) where state = 'REQUESTED';
create index join_request_person on access.join_request (neighborhood_id, person_id, asked_at desc);

create table access.proxy (
  neighborhood_id uuid not null,
  id uuid not null,
  -- Who agreed, and who may act for them.
  principal_id uuid not null,
  proxy_id uuid not null,
  consent_kind text not null check (consent_kind in ('PAPER', 'SPOKEN')),
  consent_words text not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  recorded_in_post uuid,
  reviewed_at timestamptz not null,
  review_due date not null,
  ended_at timestamptz,
  ended_by text check (ended_by in ('PRINCIPAL', 'PROXY', 'STAFF')),
  ended_by_person_id uuid,
  primary key (neighborhood_id, id),
  check (principal_id <> proxy_id)
);
create unique index proxy_in_force on access.proxy (neighborhood_id, principal_id, proxy_id) where ended_at is null;
create index proxy_of on access.proxy (neighborhood_id, proxy_id) where ended_at is null;

call platform.wall_schema('access');
grant select, insert, update on access.household_card, access.join_request, access.proxy to xieshou_app;
grant select, insert on access.card_use to xieshou_app;

-- Whom the person of a session acts for just now.
alter table platform.session add column acting_for_person_id uuid;
