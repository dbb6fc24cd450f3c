-- Agreement: who was heard before it was signed, exactly what was signed, who answers for what, what is counted.

-- A meeting that was asked about the draft: the enlarged meeting, owners' committees, the companies' heads, residents'
-- representatives. One that was not held says why.
create table agreements.forum (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null check (kind in ('ENLARGED', 'OWNERS', 'COMPANIES', 'RESIDENTS')),
  held_on date,
  attended integer check (attended > 0),
  why_not text,
  noted_at timestamptz not null,
  noted_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, agreement_id) references agreements.agreement,
  check ((held_on is null) = (attended is null)),
  check ((held_on is null) = (why_not is not null))
);
create index forum_agreement on agreements.forum (neighborhood_id, agreement_id);

-- What was said there, by nobody's name, and what became of it.
create table agreements.forum_opinion (
  neighborhood_id uuid not null,
  id uuid not null,
  forum_id uuid not null,
  said text not null,
  answer text check (answer in ('TAKEN', 'PARTLY', 'NOT_TAKEN')),
  reason text,
  noted_at timestamptz not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, forum_id) references agreements.forum,
  check (answer is null or answer = 'TAKEN' or reason is not null)
);
create index forum_opinion_forum on agreements.forum_opinion (neighborhood_id, forum_id);

-- Which post answers for which duty (a line of the party's duties); the post may change while the text stays.
create table agreements.responsibility (
  neighborhood_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  -- The first line is 1.
  duty_line integer not null check (duty_line > 0),
  post_id uuid not null,
  named_at timestamptz not null,
  named_by_post_id uuid not null,
  primary key (neighborhood_id, agreement_id, organisation_id, duty_line),
  foreign key (neighborhood_id, agreement_id, organisation_id) references agreements.party
);

-- Exactly what was signed, as it was hashed; null for what was signed before this was kept.
alter table agreements.signature add column signed_text text;
-- Signed on paper: the picture of the sheet, and who laid it before the program.
alter table agreements.signature add column scan_file_id uuid;
alter table agreements.signature add column recorded_by_post_id uuid;
alter table agreements.signature
  add constraint signature_paper check ((scan_file_id is null) = (recorded_by_post_id is null));

-- Counted by the program from matters, and the share that is enough.
alter table agreements.commitment add column measured_by text
  check (measured_by in ('CONTACT_IN_TIME', 'REPAIR_IN_TIME'));
alter table agreements.commitment add column enough_percent integer check (enough_percent between 1 and 100);
alter table agreements.commitment
  add constraint commitment_measured check ((measured_by is null) = (enough_percent is null));
alter table agreements.commitment
  add constraint commitment_counted_by_period check (measured_by is null or period is not null);

call platform.wall_schema('agreements');
grant select, insert on agreements.forum to xieshou_app;
grant select, insert, update on agreements.forum_opinion, agreements.responsibility to xieshou_app;
