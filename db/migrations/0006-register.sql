-- Keeping the register: shares of co-owners, why a holding ended, and versions, so that two clerks do not write
-- over one another.
alter table registry.unit_holder
  add column share_numerator integer,
  add column share_denominator integer,
  add column ended_because text check (ended_because in ('SOLD', 'MOVED_OUT', 'WRONG_ENTRY', 'DEATH', 'OTHER')),
  add constraint unit_holder_share check (
    (share_numerator is null) = (share_denominator is null)
    and (share_numerator is null or (share_numerator between 1 and share_denominator and share_denominator <= 10000)));

alter table registry.person add column version integer not null default 1;
create index person_name on registry.person (neighborhood_id, name text_pattern_ops, id);

alter table registry.estate add column version integer not null default 1;
alter table registry.management_area add column version integer not null default 1;
alter table registry.building add column version integer not null default 1;
alter table registry.stairwell add column version integer not null default 1;
alter table registry.unit add column version integer not null default 1;
alter table registry.common_part add column version integer not null default 1;

create index unit_building on registry.unit (neighborhood_id, building_id, code);
create index unit_estate on registry.unit (neighborhood_id, estate_id, kind, code);
create index stairwell_building on registry.stairwell (neighborhood_id, building_id, number);
create index common_part_place on registry.common_part (neighborhood_id, building_id, stairwell_id) where building_id is not null;


-- What is no longer there is hidden, never deleted: matters and minutes still speak of it.
alter table registry.building add column removed_at timestamptz;
alter table registry.stairwell add column removed_at timestamptz;
alter table registry.unit add column removed_at timestamptz;
alter table registry.common_part add column removed_at timestamptz;
