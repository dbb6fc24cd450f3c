-- Site plans: a picture of each estate, with its buildings and common parts drawn on it.
create table registry.site_plan (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  file_id uuid not null,
  -- Of the kept picture, in pixels.
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  added_at timestamptz not null,
  replaced_at timestamptz,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, estate_id) references registry.estate
);
create unique index site_plan_current on registry.site_plan (neighborhood_id, estate_id) where replaced_at is null;

create table registry.plan_shape (
  neighborhood_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  building_id uuid,
  common_part_id uuid,
  -- x1, y1, x2, y2 … in ten-thousandths of the picture's width and height; one point is a pin.
  points integer[] not null check (cardinality(points) between 2 and 120 and cardinality(points) % 2 = 0),
  primary key (neighborhood_id, id),
  check ((building_id is null) <> (common_part_id is null)),
  foreign key (neighborhood_id, plan_id) references registry.site_plan,
  foreign key (neighborhood_id, building_id) references registry.building,
  foreign key (neighborhood_id, common_part_id) references registry.common_part
);
create unique index plan_shape_building on registry.plan_shape (neighborhood_id, plan_id, building_id) where building_id is not null;
create unique index plan_shape_part on registry.plan_shape (neighborhood_id, plan_id, common_part_id) where common_part_id is not null;

call platform.wall_schema('registry');
grant select, insert, update on registry.site_plan to xieshou_app;
grant select, insert, update, delete on registry.plan_shape to xieshou_app;
