-- Staff sign in with a second factor, come in by invitation or through an identity provider, and leave at once;
-- one installation serves several neighborhoods. Accounts belong to no neighborhood: reference tables.

alter table platform.session
  -- When the second step was given in this session; null when it was not.
  add column second_factor_at timestamptz,
  -- When the person last proved who they are; sensitive steps ask again after a while.
  add column confirmed_at timestamptz;
update platform.session set confirmed_at = created_at;

-- The key of somebody's authenticator app, encrypted. A key that is being set up waits beside the one in use.
create table platform.second_factor (
  account_id uuid primary key references platform.account (id),
  secret_cipher text,
  confirmed_at timestamptz,
  -- The last step of 30 seconds whose code was used: no code is taken twice.
  last_step bigint not null default 0,
  pending_cipher text,
  pending_at timestamptz,
  pending_in uuid,
  check ((secret_cipher is null) = (confirmed_at is null))
);

create table platform.recovery_code (
  account_id uuid not null references platform.account (id),
  code_hash text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);

-- What happened to an account, for its owner to see.
create table platform.account_news (
  account_id uuid not null references platform.account (id),
  id uuid not null,
  at timestamptz not null,
  kind text not null,
  data jsonb not null,
  seen_at timestamptz,
  primary key (account_id, id)
);

-- Who somebody is at an identity provider; only a keyed hash of the name there.
create table platform.account_identity (
  provider text not null,
  subject_index text not null,
  account_id uuid not null references platform.account (id),
  connected_at timestamptz not null,
  primary key (provider, subject_index),
  unique (account_id, provider)
);

-- Carries somebody signed in from one neighborhood's address to another's; used once, within a minute.
create table platform.handover_ticket (
  ticket_hash text primary key,
  account_id uuid not null references platform.account (id),
  to_neighborhood uuid not null,
  second_factor_at timestamptz,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Lets somebody set up a neighborhood by the guided page.
create table platform.setup_code (
  code_hash text primary key,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update on platform.second_factor, platform.recovery_code, platform.account_news,
  platform.account_identity, platform.handover_ticket, platform.setup_code to xieshou_app;
grant delete on platform.second_factor, platform.recovery_code, platform.account_news, platform.account_identity,
  platform.handover_ticket, platform.setup_code to xieshou_app;

-- Somebody who left during a day is out from that moment on, although the day still belongs to the appointment.
alter table registry.appointment add column left_at timestamptz;

-- Invitations of staff: a link that works once, for one person. Only the hash of the link is kept.
create schema if not exists access;
create table access.staff_invitation (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  purpose text not null check (purpose in ('ENTER', 'NEW_PASSWORD')),
  token_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Null when the program itself invited: the first keeper of a new neighborhood.
  issued_by uuid,
  issued_in_post uuid,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, token_hash)
);
create index staff_invitation_person on access.staff_invitation (neighborhood_id, person_id, issued_at desc);
call platform.wall_schema('access');
grant select, insert, update on access.staff_invitation to xieshou_app;
