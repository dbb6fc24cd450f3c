-- Import of the register from spreadsheets: what was uploaded waits here, encrypted, until it is committed or discarded.

create table registry.import_batch (
  neighborhood_id uuid not null references registry.neighborhood,
  id uuid not null,
  kind text not null check (kind in ('UNITS', 'POSTS')),
  state text not null check (state in
    ('MAPPING', 'READING', 'PREVIEWED', 'COMMITTING', 'COMMITTED', 'UNDOING', 'UNDONE', 'DISCARDED')),
  file_name text not null,
  sheet_name text not null default '',
  other_sheets integer not null default 0,
  -- Rows at the top that are no data; the headings of the columns; the field of each column.
  head_rows integer not null default 0,
  headings jsonb not null default '[]',
  mapping jsonb not null default '[]',
  -- What holds for every row: estate where none is named, source of areas, first day of new holdings.
  settings jsonb not null default '{}',
  -- Estates, buildings and entrances the rows need that are not there yet, with the ids they will have.
  plan jsonb not null default '{}',
  total_rows integer not null default 0,
  done_rows integer not null default 0,
  new_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  rejected_rows integer not null default 0,
  -- Why the last step stopped, as a refusal.
  refusal jsonb,
  uploaded_at timestamptz not null,
  uploaded_by uuid,
  committed_at timestamptz,
  committed_by uuid,
  ended_at timestamptz,
  primary key (neighborhood_id, id)
);
create index import_batch_working on registry.import_batch (neighborhood_id, uploaded_at)
  where state in ('READING', 'COMMITTING', 'UNDOING');

-- The rows of the sheet as they were uploaded, some hundred at a time, encrypted. Gone after commit or discard.
create table registry.import_piece (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  piece integer not null,
  rows integer not null,
  cipher text not null,
  primary key (neighborhood_id, batch_id, piece),
  foreign key (neighborhood_id, batch_id) references registry.import_batch
);

-- What one row would change, encrypted; of a rejected row its cells, so that it can be given back.
create table registry.import_row (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  outcome text not null check (outcome in ('NEW', 'CHANGED', 'UNCHANGED', 'REJECTED')),
  -- The unit or post it is about, so that a second row about the same is found.
  natural_key text,
  applied boolean not null default false,
  cipher text,
  primary key (neighborhood_id, batch_id, number),
  foreign key (neighborhood_id, batch_id) references registry.import_batch
);
create index import_row_outcome on registry.import_row (neighborhood_id, batch_id, outcome, number);
create index import_row_key on registry.import_row (neighborhood_id, batch_id, natural_key);

-- What a commit did, in order, so that it can be taken back; encrypted because it holds what was before.
create table registry.import_effect (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  step integer not null,
  cipher text not null,
  primary key (neighborhood_id, batch_id, step),
  foreign key (neighborhood_id, batch_id) references registry.import_batch
);

-- The columns of a sheet as somebody here understood them, by its headings.
create table registry.import_mapping (
  neighborhood_id uuid not null references registry.neighborhood,
  fingerprint text not null,
  kind text not null check (kind in ('UNITS', 'POSTS')),
  mapping jsonb not null,
  used_at timestamptz not null,
  primary key (neighborhood_id, fingerprint)
);

call platform.wall_schema('registry');
grant select, insert, update, delete on registry.import_batch, registry.import_piece, registry.import_row,
  registry.import_effect, registry.import_mapping to xieshou_app;
-- Taking an import back removes what it alone has made.
grant delete on registry.unit_holder, registry.unit, registry.stairwell, registry.building, registry.management_area,
  registry.estate, registry.person, registry.appointment, registry.post, registry.organisation,
  registry.organisation_estate to xieshou_app;
