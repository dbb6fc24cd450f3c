-- Pre-stages of 三会, items handed on from one body to another, options of an item, and signatures of an owners' committee (tier 7).
alter table meetings.body drop constraint body_kind_check;
alter table meetings.body add constraint body_kind_check check (kind in ('JOINT_MEETING', 'ENLARGED_MEETING',
  'OWNERS_COMMITTEE', 'PROPERTY_FORUM', 'RESIDENTS_FORUM', 'COORDINATION', 'TOPIC_SOLICITATION', 'DEMOCRATIC_TALK',
  'SUPERVISION_REVIEW'));

alter table meetings.agenda_item drop constraint agenda_item_outcome_check;
alter table meetings.agenda_item add constraint agenda_item_outcome_check check (outcome in ('NOTED', 'CONSENSUS',
  'BROAD_CONSENSUS', 'TO_STREET', 'TO_OWNERS', 'TO_COORDINATION', 'TO_PARENT'));
alter table meetings.agenda_item
  -- Ways it could be settled, one a line.
  add column options text not null default '',
  -- Members of an owners' committee who signed the decision.
  add column signed_seat_ids uuid[] not null default '{}';

-- The attendance list people signed on paper, photographed.
create table meetings.attendance_sheet (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  kept_at timestamptz not null,
  kept_by_post_id uuid not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, meeting_id) references meetings.meeting
);
create index attendance_sheet_of on meetings.attendance_sheet (neighborhood_id, meeting_id);
call platform.wall_schema('meetings');
grant select, insert on meetings.attendance_sheet to xieshou_app;
