-- Co-building agreement (tier 5): what the parties promise one another, who signed it, and what became of it.
create table agreements.agreement (
  neighborhood_id uuid not null,
  id uuid not null,
  -- `v1`, as people call it.
  label text not null,
  state text not null check (state in ('DRAFTING', 'CONSULTING', 'SIGNING', 'EFFECTIVE', 'UNDER_REVIEW',
    'RENEWED', 'AMENDED', 'TERMINATED', 'WITHDRAWN')),
  -- The agreement it is to follow.
  follows_id uuid,
  aims text not null,
  -- How the parties meet, and what they make public.
  meeting_rules text not null,
  disclosure text not null,
  -- That it replaces neither the service contract nor the owners' decisions.
  statement text not null,
  starts_on date not null,
  ends_on date not null,
  exit_days integer not null check (exit_days > 0),
  drafted_at timestamptz not null,
  drafted_by_post_id uuid not null,
  consulted_from date,
  consulted_until date,
  -- What was said to the draft and what became of it; published.
  explanation text,
  -- SHA-256 of the text, the parties' parts and commitments, taken when signing opened.
  sealed text,
  reviewed_on date,
  review_note text,
  ended_on date,
  end_reason text,
  -- The first day of the agreement that follows it.
  followed_from date,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, label),
  foreign key (neighborhood_id, follows_id) references agreements.agreement,
  check (ends_on > starts_on),
  check (state in ('DRAFTING', 'CONSULTING', 'WITHDRAWN') or (sealed is not null and explanation is not null)),
  check ((state in ('RENEWED', 'AMENDED')) = (followed_from is not null)),
  check ((state = 'TERMINATED') = (ended_on is not null and end_reason is not null))
);

create table agreements.party (
  neighborhood_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  position integer not null,
  goals text not null,
  duties text not null,
  requirements text not null,
  interests text not null,
  -- The company whose service this one took over; it signs for itself, nothing passes on by itself.
  instead_of_id uuid,
  -- Since when a signature is awaited once more: a new committee confirms what the one before it signed.
  asked_at timestamptz,
  -- Its last day in the agreement, and why.
  last_day date,
  left_reason text,
  primary key (neighborhood_id, agreement_id, organisation_id),
  foreign key (neighborhood_id, agreement_id) references agreements.agreement,
  check ((last_day is null) = (left_reason is null))
);

-- Who put what under the agreement: never changed, never taken away.
create table agreements.signature (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  signed_at timestamptz not null,
  person_id uuid not null,
  post_id uuid not null,
  -- SHA-256 of exactly what was signed, the annex included.
  sealed text not null,
  -- The annex: to which clause the party does not agree, and why; empty when to none.
  reservation text not null,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, agreement_id, organisation_id) references agreements.party
);
create index signature_party on agreements.signature (neighborhood_id, agreement_id, organisation_id);

create table agreements.commitment (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  post_id uuid not null,
  -- What is done, and by what anybody can tell that it was.
  promise text not null,
  measure text not null,
  -- Once, by a day; or in every period from the agreement's first day to its last.
  period text check (period in ('MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR')),
  due_on date,
  state text not null check (state in ('DRAFT', 'ACTIVE', 'REVISED', 'LAPSED')),
  taken_at timestamptz not null,
  -- The commitment that took its place.
  revised_into_id uuid,
  primary key (neighborhood_id, id),
  foreign key (neighborhood_id, agreement_id, organisation_id) references agreements.party,
  foreign key (neighborhood_id, revised_into_id) references agreements.commitment,
  check ((period is null) <> (due_on is null)),
  check ((state = 'REVISED') = (revised_into_id is not null))
);
create index commitment_party on agreements.commitment (neighborhood_id, agreement_id, organisation_id);

create table agreements.commitment_instance (
  neighborhood_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  from_day date not null,
  due_on date not null,
  state text not null check (state in ('ACTIVE', 'EVIDENCED', 'CONFIRMED', 'DROPPED')),
  evidence text,
  evidenced_on date,
  evidenced_by_post_id uuid,
  -- Which other organisation looked, when, and what it says.
  judged_at timestamptz,
  judged_by_org_id uuid,
  judged_by_post_id uuid,
  judged_note text,
  version integer not null default 1,
  primary key (neighborhood_id, id),
  unique (neighborhood_id, commitment_id, due_on),
  foreign key (neighborhood_id, commitment_id) references agreements.commitment,
  check (from_day <= due_on),
  check (state not in ('EVIDENCED', 'CONFIRMED') or (evidence is not null and evidenced_on is not null)),
  check (state <> 'CONFIRMED' or judged_by_org_id is not null)
);

call platform.wall_schema('agreements');
grant select, insert, update on agreements.agreement, agreements.commitment_instance to xieshou_app;
-- What is still a draft may be crossed out.
grant select, insert, update, delete on agreements.party, agreements.commitment to xieshou_app;
grant select, insert on agreements.signature to xieshou_app;
