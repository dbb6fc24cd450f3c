-- Places, people, organisations, posts and teams of a neighborhood (tier 1).
create schema registry;

create table registry.neighborhood (
  neighborhood_id uuid primary key,
  code text not null,
  name_zh text not null,
  name_en text not null,
  -- Figures as stated by the neighborhood itself, with their source; nothing is computed from them.
  stated_population text not null default '',
  stated_party_members text not null default '',
  stated_source text not null default ''
);

create table registry.estate (
  neighborhood_id uuid not null references registry.neighborhood,
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  lane_zh text not null default '',
  position integer not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code)
);

create table registry.management_area (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  name_zh text not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, estate_id) references registry.estate
);

create table registry.building (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  management_area_id uuid not null,
  code text not null,
  number integer not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, estate_id, code),
  foreign key (neighborhood_id, estate_id) references registry.estate,
  foreign key (neighborhood_id, management_area_id) references registry.management_area
);

create table registry.stairwell (
  neighborhood_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  estate_id uuid not null,
  code text not null,
  number integer not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, estate_id, code),
  foreign key (neighborhood_id, building_id) references registry.building
);

create table registry.unit (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  code text not null,
  room text not null,
  kind text not null check (kind in ('DWELLING', 'SHOP', 'PARKING')),
  -- 0.01 m²
  area integer not null check (area > 0),
  area_source text not null check (area_source in ('REGISTRY', 'SURVEY', 'CONTRACT')),
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  foreign key (neighborhood_id, estate_id) references registry.estate,
  foreign key (neighborhood_id, building_id) references registry.building,
  foreign key (neighborhood_id, stairwell_id) references registry.stairwell
);
create index unit_stairwell on registry.unit (neighborhood_id, stairwell_id, room);

create table registry.common_part (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  code text not null,
  kind text not null check (kind in ('GATE', 'LIFT', 'PUMP_ROOM', 'WASTE_STATION', 'STREET_LAMP', 'PLAYGROUND', 'PARKING_PLACE', 'BASEMENT_ROOM', 'GREEN', 'OTHER')),
  name_zh text not null,
  name_en text not null,
  -- 0.01 m², where it is known and matters
  area integer,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  foreign key (neighborhood_id, estate_id) references registry.estate
);
create index common_part_estate on registry.common_part (neighborhood_id, estate_id, kind, code);

create table registry.organisation (
  neighborhood_id uuid not null references registry.neighborhood,
  id uuid not null,
  kind text not null,
  agency_kind text,
  name_zh text not null,
  name_en text not null,
  -- A published office or duty number, never a private one.
  duty_phone text,
  parent_id uuid,
  position integer not null default 0,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, parent_id) references registry.organisation
);

create table registry.organisation_estate (
  neighborhood_id uuid not null,
  organisation_id uuid not null,
  estate_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, organisation_id, estate_id, from_day),
  foreign key (neighborhood_id, organisation_id) references registry.organisation,
  foreign key (neighborhood_id, estate_id) references registry.estate
);

create table registry.post (
  neighborhood_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  is_head boolean not null default false,
  duty text not null check (duty in ('HEAD', 'DEPUTY', 'DESK', 'HANDLER', 'MEDIATOR', 'GUARD', 'LEADER', 'MEMBER')),
  estate_id uuid,
  stairwell_id uuid,
  position integer not null default 0,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, code),
  foreign key (neighborhood_id, organisation_id) references registry.organisation
);

create table registry.person (
  neighborhood_id uuid not null references registry.neighborhood,
  id uuid not null,
  name text not null,
  name_en text,
  phone_cipher text,
  phone_index text,
  phone_tail_index text,
  primary key (neighborhood_id, id)
);
create index person_phone on registry.person (neighborhood_id, phone_index);
create index person_phone_tail on registry.person (neighborhood_id, phone_tail_index);

create table registry.appointment (
  neighborhood_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, post_id) references registry.post,
  foreign key (neighborhood_id, person_id) references registry.person
);
create index appointment_post on registry.appointment (neighborhood_id, post_id, from_day desc);
create index appointment_person on registry.appointment (neighborhood_id, person_id);

-- Who holds or lives in a unit, from when to when; a person or an organisation.
create table registry.unit_holder (
  neighborhood_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  relation text not null check (relation in ('OWNER', 'CO_OWNER', 'TENANT', 'HOUSEHOLD_MEMBER', 'DEVELOPER_UNSOLD', 'DEVELOPER_UNDELIVERED')),
  is_representative boolean not null default false,
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, id),
  check ((person_id is null) <> (organisation_id is null)),
  foreign key (neighborhood_id, unit_id) references registry.unit,
  foreign key (neighborhood_id, person_id) references registry.person,
  foreign key (neighborhood_id, organisation_id) references registry.organisation
);
create index unit_holder_unit on registry.unit_holder (neighborhood_id, unit_id);
create index unit_holder_person on registry.unit_holder (neighborhood_id, person_id);

create table registry.team (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('WOODPECKER', 'SECURITY', 'ACTIVITY_GROUP', 'VOLUNTEERS', 'MEDIATION', 'BLOCK_LEADERS')),
  name_zh text not null,
  name_en text not null,
  schedule_zh text not null default '',
  schedule_en text not null default '',
  organisation_id uuid,
  primary key (neighborhood_id, id)
);
create table registry.team_member (
  neighborhood_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  estate_id uuid,
  is_leader boolean not null default false,
  from_day date not null,
  to_day date,
  primary key (neighborhood_id, team_id, person_id),
  foreign key (neighborhood_id, team_id) references registry.team,
  foreign key (neighborhood_id, person_id) references registry.person
);

call platform.wall_schema('registry');
grant select, insert, update on all tables in schema registry to xieshou_app;
