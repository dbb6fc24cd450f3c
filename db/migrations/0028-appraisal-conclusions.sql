-- What an appraisal comes to, and the resolution under which its list is followed like any other action (§4.3, §4.4).
alter table meetings.appraisal
  add column conclusion text,
  add column resolution_id uuid,
  add column resolution_code text,
  add check ((resolution_id is null) = (resolution_code is null));
