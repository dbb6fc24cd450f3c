-- Organisations, posts, terms of owners' committees and teams as they change; who belongs to a party branch.
alter table registry.organisation add column version integer not null default 1;

alter table registry.organisation_estate
  -- The organisation whose service ended the day before, and when the others were told.
  add column took_over_from uuid,
  add column told_at timestamptz,
  add constraint organisation_estate_days check (to_day is null or to_day >= from_day),
  add foreign key (neighborhood_id, took_over_from) references registry.organisation;
create index organisation_estate_untold on registry.organisation_estate (neighborhood_id, from_day)
  where took_over_from is not null and told_at is null;

alter table registry.post
  add column version integer not null default 1,
  -- What the post does, in words.
  add column work_zh text not null default '',
  add column work_en text not null default '',
  -- Its last day, when it was given up.
  add column closed_on date;

alter table registry.team
  add column version integer not null default 1,
  add column closed_on date;
-- Somebody may leave a team and come back, or lead it for a while.
alter table registry.team_member drop constraint team_member_pkey;
alter table registry.team_member add primary key (neighborhood_id, team_id, person_id, from_day);

-- A term of an owners' committee, from its first day to its hand-over.
create table registry.committee_term (
  neighborhood_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  number integer not null check (number > 0),
  from_day date not null,
  to_day date not null,
  members integer not null check (members > 0),
  state text not null check (state in ('RUNNING', 'HANDING_OVER', 'HANDED_OVER')),
  -- When the committee reported that its term ends soon.
  reported_on date,
  -- The day it really ended: to_day, or earlier with a reason.
  ended_on date,
  end_reason text not null default '',
  -- What the new committee took over: kinds and codes, no names.
  taken_over jsonb,
  accepted_at timestamptz,
  accepted_by_person_id uuid,
  accepted_by_post_id uuid,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, organisation_id, number),
  foreign key (neighborhood_id, organisation_id) references registry.organisation,
  check (to_day >= from_day),
  check ((state = 'RUNNING') = (ended_on is null)),
  check ((state = 'HANDED_OVER') = (accepted_at is not null))
);

-- What a neighborhood laid down about its owners' committees, with the basis; the last number is in force.
create table registry.committee_rules (
  neighborhood_id uuid not null references registry.neighborhood,
  number integer not null check (number > 0),
  least_years integer not null,
  most_years integer not null,
  least_members integer not null,
  small_estate_members integer not null,
  -- In 0.01 m².
  small_estate_area bigint not null,
  report_months integer not null,
  company_conflict text not null check (company_conflict in ('REFUSE', 'WARN', 'ALLOW')),
  basis text not null,
  since timestamptz not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid,
  primary key (neighborhood_id, number)
);

-- Who belongs to which party branch. Read by the party organisations concerned and by the person, by nobody else.
create table registry.party_membership (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  -- DUAL: takes part here while the primary branch is elsewhere.
  kind text not null check (kind in ('PRIMARY', 'DUAL')),
  home_unit text not null default '',
  contact text not null default '',
  -- How the person agreed that it is kept here.
  agreed text not null check (agreed in ('PAPER', 'SPOKEN')),
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, person_id) references registry.person,
  foreign key (neighborhood_id, organisation_id) references registry.organisation,
  check (kind = 'PRIMARY' or home_unit <> ''),
  check (to_day is null or to_day >= from_day)
);
create index party_membership_branch on registry.party_membership (neighborhood_id, organisation_id, from_day);
create index party_membership_person on registry.party_membership (neighborhood_id, person_id);

call platform.wall_schema('registry');
grant select, insert, update on registry.committee_term, registry.party_membership to xieshou_app;
grant select, insert on registry.committee_rules to xieshou_app;
