-- The gate before anything is published: what is to be seen by everybody, who wrote it, who looked at it (tier 2).
create schema if not exists redaction;

create table redaction.piece (
  neighborhood_id uuid not null,
  id uuid not null,
  -- What it is the words or the picture of: a works notice, a matter's public line, a photo.
  subject_kind text not null,
  subject_id uuid not null,
  state text not null check (state in ('DRAFT', 'CHECKED', 'SENT_BACK', 'APPROVED', 'PUBLISHED', 'SUPERSEDED')),
  org_id uuid not null,
  opened_in_post uuid not null,
  opened_at timestamptz not null,
  -- Everybody who wrote or changed something of it: none of them can be its second person.
  author_ids uuid[] not null,
  -- Texts with their fields, facts in words, and what the module needs to publish it.
  content jsonb not null,
  -- Over the content and the pictures; what is published has the hash that was approved.
  content_hash text not null,
  approved_hash text,
  emergency boolean not null default false,
  checked_at timestamptz,
  second_person_id uuid,
  second_in_post uuid,
  second_at timestamptz,
  sent_back_reason text,
  published_at timestamptz,
  -- Published by one person in an emergency: when a second one must have looked at the latest.
  review_due_at timestamptz,
  ended_at timestamptz,
  ended_reason text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  check ((state in ('APPROVED', 'PUBLISHED')) <= (approved_hash is not null))
);
create index piece_subject on redaction.piece (neighborhood_id, subject_kind, subject_id, opened_at desc);
create index piece_waiting on redaction.piece (neighborhood_id, checked_at) where state = 'CHECKED';
create index piece_review on redaction.piece (neighborhood_id, review_due_at)
  where state = 'PUBLISHED' and second_person_id is null;
create index piece_org on redaction.piece (neighborhood_id, org_id, opened_at desc);

-- Somebody says: this looks like personal data and is none. Kept for ever, one by one, with the reason.
create table redaction.dismissal (
  neighborhood_id uuid not null,
  id uuid not null,
  piece_id uuid not null,
  field text not null,
  kind text not null,
  found text not null,
  reason text not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamptz not null,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, piece_id, field, kind, found),
  foreign key (neighborhood_id, piece_id) references redaction.piece
);

-- A photo that is to be shown, and the new picture made of it with black boxes; the original is never touched.
create table redaction.piece_picture (
  neighborhood_id uuid not null,
  piece_id uuid not null,
  file_id uuid not null,
  -- Per mille of the picture: [{x, y, w, h}].
  boxes jsonb not null default '[]',
  covered_file_id uuid,
  covered_sha256 text,
  looked_by uuid,
  looked_at timestamptz,
  primary key (neighborhood_id, piece_id, file_id),
  foreign key (neighborhood_id, piece_id) references redaction.piece
);

call platform.wall_schema('redaction');
grant select, insert on all tables in schema redaction to xieshou_app;
grant update on redaction.piece, redaction.piece_picture to xieshou_app;

-- The register is asked which of the words of a text are names.
create index if not exists person_by_name on registry.person (neighborhood_id, name);
create index if not exists person_by_name_en on registry.person (neighborhood_id, name_en) where name_en is not null;

-- The picture that everybody may see instead of a photo, once a second person has approved it.
alter table matters.photo add column public_file_id uuid;
