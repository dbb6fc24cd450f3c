-- Who looks after what others do: posts of auditors, and indexes to read the trail by.

-- A post whose holder reads everything and changes nothing, in whichever organisation it stands.
alter table registry.post drop constraint post_duty_check;
alter table registry.post add constraint post_duty_check
  check (duty in ('HEAD', 'DEPUTY', 'DESK', 'HANDLER', 'MEDIATOR', 'GUARD', 'LEADER', 'MEMBER', 'AUDITOR'));

-- The audit page shows what happened newest first, by whom, in which post, for whom, of which kind, about what.
create index event_at on platform.event (neighborhood_id, at, id);
create index event_person_at on platform.event (neighborhood_id, person_id, at, id);
create index event_post_at on platform.event (neighborhood_id, post_id, at, id);
create index event_org_at on platform.event (neighborhood_id, org_id, at, id);
create index event_kind_at on platform.event (neighborhood_id, kind, at, id);
create index event_subject_at on platform.event (neighborhood_id, subject_id, at, id);
create index event_on_behalf_at on platform.event (neighborhood_id, at, id) where on_behalf_of is not null;
create index contact_read_at on platform.contact_read (neighborhood_id, at, id);
create index contact_read_reader_at on platform.contact_read (neighborhood_id, reader_person_id, at, id);
create index contact_read_post_at on platform.contact_read (neighborhood_id, reader_post_id, at, id);
create index contact_read_subject_at on platform.contact_read (neighborhood_id, subject_id, at, id);
