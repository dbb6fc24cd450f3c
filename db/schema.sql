-- What the migrations make, written out of the catalogue by scripts/db-types.ts; not edited by hand.
schema access; -- used by xieshou_app
schema agreements; -- used by xieshou_app
schema consents; -- used by xieshou_app
schema escalations; -- used by xieshou_app
schema matters; -- used by xieshou_app
schema meetings; -- used by xieshou_app
schema notices; -- used by xieshou_app
schema notifications; -- used by xieshou_app
schema platform; -- used by xieshou_app
schema privacy; -- used by xieshou_app
schema redaction; -- used by xieshou_app
schema registry; -- used by xieshou_app
schema resolutions; -- used by xieshou_app

table access.card_use (
  neighborhood_id uuid not null,
  card_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint card_use_pkey PRIMARY KEY (neighborhood_id, card_id, person_id),
  constraint card_use_neighborhood_id_card_id_fkey FOREIGN KEY (neighborhood_id, card_id) REFERENCES access.household_card(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table access.household_card (
  neighborhood_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  expires_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_because text,
  constraint household_card_pkey PRIMARY KEY (neighborhood_id, id),
  constraint household_card_neighborhood_id_code_hash_key UNIQUE (neighborhood_id, code_hash),
  constraint household_card_closed_because_check CHECK ((closed_because = ANY (ARRAY['REPLACED'::text, 'CLOSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX household_card_unit ON access.household_card USING btree (neighborhood_id, unit_id, made_at DESC);
grant insert, select, update to xieshou_app;

table access.join_request (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  relation text not null,
  finding text not null,
  name text not null,
  note text not null default ''::text,
  state text not null,
  asked_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_in_post uuid,
  refused_because text,
  refused_text text,
  constraint join_request_pkey PRIMARY KEY (neighborhood_id, id),
  constraint join_request_finding_check CHECK ((finding = ANY (ARRAY['NAME_AND_PHONE_DIFFER'::text, 'PHONE_DIFFERS'::text, 'NAME_UNKNOWN'::text, 'NOBODY_REGISTERED'::text]))),
  constraint join_request_refused_because_check CHECK ((refused_because = ANY (ARRAY['NOT_IN_REGISTER'::text, 'WRONG_UNIT'::text, 'NOT_REACHED'::text, 'OWNER_SAYS_NO'::text, 'OTHER'::text]))),
  constraint join_request_relation_check CHECK ((relation = ANY (ARRAY['OWNER'::text, 'TENANT'::text, 'HOUSEHOLD_MEMBER'::text]))),
  constraint join_request_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'ADMITTED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX join_request_open ON access.join_request USING btree (neighborhood_id, asked_at) WHERE (state = 'REQUESTED'::text);
CREATE INDEX join_request_person ON access.join_request USING btree (neighborhood_id, person_id, asked_at DESC);
grant insert, select, update to xieshou_app;

table access.proxy (
  neighborhood_id uuid not null,
  id uuid not null,
  principal_id uuid not null,
  proxy_id uuid not null,
  consent_kind text not null,
  consent_words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  recorded_in_post uuid,
  reviewed_at timestamp with time zone not null,
  review_due date not null,
  ended_at timestamp with time zone,
  ended_by text,
  ended_by_person_id uuid,
  constraint proxy_pkey PRIMARY KEY (neighborhood_id, id),
  constraint proxy_check CHECK ((principal_id <> proxy_id)),
  constraint proxy_consent_kind_check CHECK ((consent_kind = ANY (ARRAY['PAPER'::text, 'SPOKEN'::text]))),
  constraint proxy_ended_by_check CHECK ((ended_by = ANY (ARRAY['PRINCIPAL'::text, 'PROXY'::text, 'STAFF'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX proxy_of ON access.proxy USING btree (neighborhood_id, proxy_id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX proxy_in_force ON access.proxy USING btree (neighborhood_id, principal_id, proxy_id) WHERE (ended_at IS NULL);
grant insert, select, update to xieshou_app;

table access.staff_invitation (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  post_id uuid not null,
  purpose text not null,
  token_hash text not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  issued_by uuid,
  issued_in_post uuid,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint staff_invitation_pkey PRIMARY KEY (neighborhood_id, id),
  constraint staff_invitation_neighborhood_id_token_hash_key UNIQUE (neighborhood_id, token_hash),
  constraint staff_invitation_purpose_check CHECK ((purpose = ANY (ARRAY['ENTER'::text, 'NEW_PASSWORD'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX staff_invitation_person ON access.staff_invitation USING btree (neighborhood_id, person_id, issued_at DESC);
grant insert, select, update to xieshou_app;

table agreements.agreement (
  neighborhood_id uuid not null,
  id uuid not null,
  label text not null,
  state text not null,
  follows_id uuid,
  aims text not null,
  meeting_rules text not null,
  disclosure text not null,
  statement text not null,
  starts_on date not null,
  ends_on date not null,
  exit_days integer not null,
  drafted_at timestamp with time zone not null,
  drafted_by_post_id uuid not null,
  consulted_from date,
  consulted_until date,
  explanation text,
  sealed text,
  reviewed_on date,
  review_note text,
  ended_on date,
  end_reason text,
  followed_from date,
  version integer not null default 1,
  constraint agreement_pkey PRIMARY KEY (neighborhood_id, id),
  constraint agreement_neighborhood_id_label_key UNIQUE (neighborhood_id, label),
  constraint agreement_neighborhood_id_follows_id_fkey FOREIGN KEY (neighborhood_id, follows_id) REFERENCES agreements.agreement(neighborhood_id, id),
  constraint agreement_check CHECK ((ends_on > starts_on)),
  constraint agreement_check1 CHECK (((state = ANY (ARRAY['DRAFTING'::text, 'CONSULTING'::text, 'WITHDRAWN'::text])) OR ((sealed IS NOT NULL) AND (explanation IS NOT NULL)))),
  constraint agreement_check2 CHECK (((state = ANY (ARRAY['RENEWED'::text, 'AMENDED'::text])) = (followed_from IS NOT NULL))),
  constraint agreement_check3 CHECK (((state = 'TERMINATED'::text) = ((ended_on IS NOT NULL) AND (end_reason IS NOT NULL)))),
  constraint agreement_exit_days_check CHECK ((exit_days > 0)),
  constraint agreement_state_check CHECK ((state = ANY (ARRAY['DRAFTING'::text, 'CONSULTING'::text, 'SIGNING'::text, 'EFFECTIVE'::text, 'UNDER_REVIEW'::text, 'RENEWED'::text, 'AMENDED'::text, 'TERMINATED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table agreements.commitment (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  post_id uuid not null,
  promise text not null,
  measure text not null,
  period text,
  due_on date,
  state text not null,
  taken_at timestamp with time zone not null,
  revised_into_id uuid,
  measured_by text,
  enough_percent integer,
  constraint commitment_pkey PRIMARY KEY (neighborhood_id, id),
  constraint commitment_neighborhood_id_agreement_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, agreement_id, organisation_id) REFERENCES agreements.party(neighborhood_id, agreement_id, organisation_id),
  constraint commitment_neighborhood_id_revised_into_id_fkey FOREIGN KEY (neighborhood_id, revised_into_id) REFERENCES agreements.commitment(neighborhood_id, id),
  constraint commitment_check CHECK (((period IS NULL) <> (due_on IS NULL))),
  constraint commitment_check1 CHECK (((state = 'REVISED'::text) = (revised_into_id IS NOT NULL))),
  constraint commitment_counted_by_period CHECK (((measured_by IS NULL) OR (period IS NOT NULL))),
  constraint commitment_enough_percent_check CHECK (((enough_percent >= 1) AND (enough_percent <= 100))),
  constraint commitment_measured CHECK (((measured_by IS NULL) = (enough_percent IS NULL))),
  constraint commitment_measured_by_check CHECK ((measured_by = ANY (ARRAY['CONTACT_IN_TIME'::text, 'REPAIR_IN_TIME'::text]))),
  constraint commitment_period_check CHECK ((period = ANY (ARRAY['MONTH'::text, 'QUARTER'::text, 'HALF_YEAR'::text, 'YEAR'::text]))),
  constraint commitment_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'ACTIVE'::text, 'REVISED'::text, 'LAPSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX commitment_party ON agreements.commitment USING btree (neighborhood_id, agreement_id, organisation_id);
grant delete, insert, select, update to xieshou_app;

table agreements.commitment_instance (
  neighborhood_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  from_day date not null,
  due_on date not null,
  state text not null,
  evidence text,
  evidenced_on date,
  evidenced_by_post_id uuid,
  judged_at timestamp with time zone,
  judged_by_org_id uuid,
  judged_by_post_id uuid,
  judged_note text,
  version integer not null default 1,
  constraint commitment_instance_pkey PRIMARY KEY (neighborhood_id, id),
  constraint commitment_instance_neighborhood_id_commitment_id_due_on_key UNIQUE (neighborhood_id, commitment_id, due_on),
  constraint commitment_instance_neighborhood_id_commitment_id_fkey FOREIGN KEY (neighborhood_id, commitment_id) REFERENCES agreements.commitment(neighborhood_id, id),
  constraint commitment_instance_check CHECK ((from_day <= due_on)),
  constraint commitment_instance_check1 CHECK (((state <> ALL (ARRAY['EVIDENCED'::text, 'CONFIRMED'::text])) OR ((evidence IS NOT NULL) AND (evidenced_on IS NOT NULL)))),
  constraint commitment_instance_check2 CHECK (((state <> 'CONFIRMED'::text) OR (judged_by_org_id IS NOT NULL))),
  constraint commitment_instance_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'EVIDENCED'::text, 'CONFIRMED'::text, 'DROPPED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table agreements.forum (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  kind text not null,
  held_on date,
  attended integer,
  why_not text,
  noted_at timestamp with time zone not null,
  noted_by_post_id uuid not null,
  constraint forum_pkey PRIMARY KEY (neighborhood_id, id),
  constraint forum_neighborhood_id_agreement_id_fkey FOREIGN KEY (neighborhood_id, agreement_id) REFERENCES agreements.agreement(neighborhood_id, id),
  constraint forum_attended_check CHECK ((attended > 0)),
  constraint forum_check CHECK (((held_on IS NULL) = (attended IS NULL))),
  constraint forum_check1 CHECK (((held_on IS NULL) = (why_not IS NOT NULL))),
  constraint forum_kind_check CHECK ((kind = ANY (ARRAY['ENLARGED'::text, 'OWNERS'::text, 'COMPANIES'::text, 'RESIDENTS'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX forum_agreement ON agreements.forum USING btree (neighborhood_id, agreement_id);
grant insert, select to xieshou_app;

table agreements.forum_opinion (
  neighborhood_id uuid not null,
  id uuid not null,
  forum_id uuid not null,
  said text not null,
  answer text,
  reason text,
  noted_at timestamp with time zone not null,
  constraint forum_opinion_pkey PRIMARY KEY (neighborhood_id, id),
  constraint forum_opinion_neighborhood_id_forum_id_fkey FOREIGN KEY (neighborhood_id, forum_id) REFERENCES agreements.forum(neighborhood_id, id),
  constraint forum_opinion_answer_check CHECK ((answer = ANY (ARRAY['TAKEN'::text, 'PARTLY'::text, 'NOT_TAKEN'::text]))),
  constraint forum_opinion_check CHECK (((answer IS NULL) OR (answer = 'TAKEN'::text) OR (reason IS NOT NULL)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX forum_opinion_forum ON agreements.forum_opinion USING btree (neighborhood_id, forum_id);
grant insert, select, update to xieshou_app;

table agreements.party (
  neighborhood_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  "position" integer not null,
  goals text not null,
  duties text not null,
  requirements text not null,
  interests text not null,
  instead_of_id uuid,
  asked_at timestamp with time zone,
  last_day date,
  left_reason text,
  constraint party_pkey PRIMARY KEY (neighborhood_id, agreement_id, organisation_id),
  constraint party_neighborhood_id_agreement_id_fkey FOREIGN KEY (neighborhood_id, agreement_id) REFERENCES agreements.agreement(neighborhood_id, id),
  constraint party_check CHECK (((last_day IS NULL) = (left_reason IS NULL)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table agreements.responsibility (
  neighborhood_id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  duty_line integer not null,
  post_id uuid not null,
  named_at timestamp with time zone not null,
  named_by_post_id uuid not null,
  constraint responsibility_pkey PRIMARY KEY (neighborhood_id, agreement_id, organisation_id, duty_line),
  constraint responsibility_neighborhood_id_agreement_id_organisation_i_fkey FOREIGN KEY (neighborhood_id, agreement_id, organisation_id) REFERENCES agreements.party(neighborhood_id, agreement_id, organisation_id),
  constraint responsibility_duty_line_check CHECK ((duty_line > 0))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table agreements.rules_version (
  neighborhood_id uuid not null,
  id uuid not null,
  label text not null,
  state text not null,
  body text not null,
  parameters jsonb not null,
  drafted_at timestamp with time zone not null,
  drafted_by_post_id uuid not null,
  consulted_from date,
  consulted_until date,
  adopted_on date,
  adopted_by text,
  effective_from date,
  sealed text,
  version integer not null default 1,
  constraint rules_version_pkey PRIMARY KEY (neighborhood_id, id),
  constraint rules_version_neighborhood_id_label_key UNIQUE (neighborhood_id, label),
  constraint rules_version_check CHECK ((consulted_from <= consulted_until)),
  constraint rules_version_check1 CHECK (((state = 'ADOPTED'::text) = (sealed IS NOT NULL))),
  constraint rules_version_check2 CHECK (((state <> 'ADOPTED'::text) OR ((adopted_on IS NOT NULL) AND (effective_from IS NOT NULL)))),
  constraint rules_version_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'CONSULTING'::text, 'ADOPTED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE UNIQUE INDEX rules_version_day ON agreements.rules_version USING btree (neighborhood_id, effective_from) WHERE (state = 'ADOPTED'::text);
grant insert, select, update to xieshou_app;

table agreements.signature (
  neighborhood_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  organisation_id uuid not null,
  signed_at timestamp with time zone not null,
  person_id uuid not null,
  post_id uuid not null,
  sealed text not null,
  reservation text not null,
  signed_text text,
  scan_file_id uuid,
  recorded_by_post_id uuid,
  constraint signature_pkey PRIMARY KEY (neighborhood_id, id),
  constraint signature_neighborhood_id_agreement_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, agreement_id, organisation_id) REFERENCES agreements.party(neighborhood_id, agreement_id, organisation_id),
  constraint signature_paper CHECK (((scan_file_id IS NULL) = (recorded_by_post_id IS NULL)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX signature_party ON agreements.signature USING btree (neighborhood_id, agreement_id, organisation_id);
grant insert, select to xieshou_app;

table consents.consent (
  neighborhood_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  number integer not null,
  id uuid not null,
  state text not null,
  at timestamp with time zone not null,
  person_id uuid,
  how text not null,
  receiver_org_id uuid,
  wording integer not null,
  recorded_by_person_id uuid,
  recorded_by_post_id uuid,
  witness_post_id uuid,
  constraint consent_pkey PRIMARY KEY (neighborhood_id, subject_kind, subject_id, purpose, number),
  constraint consent_check CHECK (((how = ANY (ARRAY['SPOKEN'::text, 'PAPER'::text])) = (recorded_by_post_id IS NOT NULL))),
  constraint consent_how_check CHECK ((how = ANY (ARRAY['SELF'::text, 'CODE'::text, 'SPOKEN'::text, 'PAPER'::text]))),
  constraint consent_number_check CHECK ((number > 0)),
  constraint consent_state_check CHECK ((state = ANY (ARRAY['GIVEN'::text, 'WITHDRAWN'::text, 'LAPSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX consent_person ON consents.consent USING btree (neighborhood_id, person_id, at DESC);
grant insert, select to xieshou_app;

table escalations.decision (
  neighborhood_id uuid not null,
  id uuid not null,
  escalation_id uuid not null,
  code text,
  text text not null,
  decided_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint decision_pkey PRIMARY KEY (neighborhood_id, id),
  constraint decision_neighborhood_id_escalation_id_fkey FOREIGN KEY (neighborhood_id, escalation_id) REFERENCES escalations.escalation(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX decision_by_code ON escalations.decision USING btree (neighborhood_id, code) WHERE (code IS NOT NULL);
CREATE INDEX decision_of_escalation ON escalations.decision USING btree (neighborhood_id, escalation_id);
grant insert, select, update to xieshou_app;

table escalations.escalation (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  state text not null,
  proposed_at timestamp with time zone not null,
  triage_due_at timestamp with time zone,
  triaged_at timestamp with time zone,
  assessment text,
  forum text,
  ad_hoc_due_at timestamp with time zone,
  meeting_id uuid,
  reason text,
  interim_due_at timestamp with time zone,
  interim_text text,
  interim_at timestamp with time zone,
  told text[] not null default '{}'::text[],
  ended_at timestamp with time zone,
  version integer not null default 1,
  constraint escalation_pkey PRIMARY KEY (neighborhood_id, id),
  constraint escalation_check CHECK (((state = ANY (ARRAY['REJECTED'::text, 'RESOLVED'::text])) = (ended_at IS NOT NULL))),
  constraint escalation_forum_check CHECK ((forum = ANY (ARRAY['JOINT'::text, 'COORDINATION'::text, 'HEARING'::text]))),
  constraint escalation_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'TRIAGED'::text, 'SCHEDULED'::text, 'AD_HOC'::text, 'WHISTLED'::text, 'TO_BALLOT'::text, 'TO_MEDIATION'::text, 'REJECTED'::text, 'DECIDED'::text, 'TRACKING'::text, 'RESOLVED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX escalation_of_matter ON escalations.escalation USING btree (neighborhood_id, matter_id);
CREATE UNIQUE INDEX escalation_open ON escalations.escalation USING btree (neighborhood_id, matter_id) WHERE (ended_at IS NULL);
grant insert, select, update to xieshou_app;

table escalations.procedure (
  neighborhood_id uuid not null,
  escalation_id uuid not null,
  "position" integer not null,
  kind text not null,
  began_at timestamp with time zone,
  outcome text,
  ended_at timestamp with time zone,
  constraint procedure_pkey PRIMARY KEY (neighborhood_id, escalation_id, "position"),
  constraint procedure_neighborhood_id_escalation_id_fkey FOREIGN KEY (neighborhood_id, escalation_id) REFERENCES escalations.escalation(neighborhood_id, id),
  constraint procedure_check CHECK (((ended_at IS NULL) OR (began_at IS NOT NULL))),
  constraint procedure_kind_check CHECK ((kind = ANY (ARRAY['MEETING'::text, 'HEARING'::text, 'MEDIATION'::text, 'STREET'::text, 'OWNERS_BALLOT'::text, 'FUND_AUDIT'::text, 'WORKS'::text]))),
  constraint procedure_position_check CHECK (("position" >= 1))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table escalations.trigger (
  neighborhood_id uuid not null,
  escalation_id uuid not null,
  trigger text not null,
  round integer not null,
  at timestamp with time zone not null,
  said text,
  constraint trigger_pkey PRIMARY KEY (neighborhood_id, escalation_id, trigger, round),
  constraint trigger_neighborhood_id_escalation_id_fkey FOREIGN KEY (neighborhood_id, escalation_id) REFERENCES escalations.escalation(neighborhood_id, id),
  constraint trigger_trigger_check CHECK ((trigger = ANY (ARRAY['SECOND_REDO'::text, 'SECOND_RETURN'::text, 'LEAD_DISPUTE'::text, 'OVERDUE_RED'::text, 'ENDORSED'::text, 'CHRONIC'::text, 'HELP_ASKED'::text, 'SAFETY'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table escalations.whistle (
  neighborhood_id uuid not null,
  id uuid not null,
  escalation_id uuid not null,
  org_id uuid not null,
  passed_from_id uuid,
  state text not null,
  ask text not null,
  sent_at timestamp with time zone not null,
  acknowledge_due_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  answer text,
  answered_at timestamp with time zone,
  rung integer not null default 0,
  next_rung_at timestamp with time zone,
  street_said text,
  street_said_at timestamp with time zone,
  version integer not null default 1,
  constraint whistle_pkey PRIMARY KEY (neighborhood_id, id),
  constraint whistle_neighborhood_id_escalation_id_fkey FOREIGN KEY (neighborhood_id, escalation_id) REFERENCES escalations.escalation(neighborhood_id, id),
  constraint whistle_neighborhood_id_passed_from_id_fkey FOREIGN KEY (neighborhood_id, passed_from_id) REFERENCES escalations.whistle(neighborhood_id, id),
  constraint whistle_rung_check CHECK (((rung >= 0) AND (rung <= 3))),
  constraint whistle_state_check CHECK ((state = ANY (ARRAY['SENT'::text, 'ACKNOWLEDGED'::text, 'ANSWERED'::text, 'PASSED_ON'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX whistle_next_rung ON escalations.whistle USING btree (neighborhood_id, next_rung_at) WHERE (next_rung_at IS NOT NULL);
CREATE INDEX whistle_of_escalation ON escalations.whistle USING btree (neighborhood_id, escalation_id);
grant insert, select, update to xieshou_app;

table matters.co_handler (
  neighborhood_id uuid not null,
  matter_id uuid not null,
  org_id uuid not null,
  post_id uuid,
  added_at timestamp with time zone not null,
  constraint co_handler_pkey PRIMARY KEY (neighborhood_id, matter_id, org_id),
  constraint co_handler_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX co_handler_org ON matters.co_handler USING btree (neighborhood_id, org_id, matter_id);
grant delete, insert, select, update to xieshou_app;

table matters.code_counter (
  neighborhood_id uuid not null,
  prefix text not null,
  last integer not null,
  constraint code_counter_pkey PRIMARY KEY (neighborhood_id, prefix)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.contact (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  purpose text not null,
  channel text not null,
  result text not null,
  note text not null default ''::text,
  constraint contact_pkey PRIMARY KEY (neighborhood_id, id),
  constraint contact_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint contact_channel_check CHECK ((channel = ANY (ARRAY['PHONE'::text, 'VISIT'::text, 'MESSAGE'::text, 'DESK'::text]))),
  constraint contact_purpose_check CHECK ((purpose = ANY (ARRAY['FIRST_CONTACT'::text, 'PROGRESS'::text, 'FOLLOW_UP'::text, 'WITHDRAWAL'::text]))),
  constraint contact_result_check CHECK ((result = ANY (ARRAY['REACHED'::text, 'NO_ANSWER'::text, 'WRONG_NUMBER'::text, 'DECLINED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX contact_matter ON matters.contact USING btree (neighborhood_id, matter_id, at);
grant insert, select, update to xieshou_app;

table matters.endorsement (
  neighborhood_id uuid not null,
  matter_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  at timestamp with time zone not null,
  constraint endorsement_pkey PRIMARY KEY (neighborhood_id, matter_id, unit_id),
  constraint endorsement_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.explanation (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  text text not null,
  remedies text not null,
  proposed_at timestamp with time zone not null,
  proposed_by_person_id uuid not null,
  proposed_by_post_id uuid not null,
  confirmed_at timestamp with time zone,
  confirmed_by_person_id uuid,
  confirmed_by_post_id uuid,
  refused_at timestamp with time zone,
  constraint explanation_pkey PRIMARY KEY (neighborhood_id, id),
  constraint explanation_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.extension (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  state text not null,
  reason text not null,
  new_due_on date not null,
  requested_at timestamp with time zone not null,
  requested_by_post_id uuid,
  decided_at timestamp with time zone,
  decided_by_post_id uuid,
  decision_note text,
  constraint extension_pkey PRIMARY KEY (neighborhood_id, id),
  constraint extension_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint extension_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'APPROVED'::text, 'REFUSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX extension_matter ON matters.extension USING btree (neighborhood_id, matter_id);
grant insert, select, update to xieshou_app;

table matters.follow_up (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  round integer not null,
  at timestamp with time zone not null,
  by text not null,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  outcome text not null,
  resolved boolean,
  satisfaction integer,
  text text not null default ''::text,
  constraint follow_up_pkey PRIMARY KEY (neighborhood_id, id),
  constraint follow_up_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint follow_up_by_check CHECK ((by = ANY (ARRAY['SELF'::text, 'STAFF'::text]))),
  constraint follow_up_check CHECK (((outcome = 'NO_ANSWER'::text) OR ((resolved IS NOT NULL) AND (satisfaction IS NOT NULL)))),
  constraint follow_up_outcome_check CHECK ((outcome = ANY (ARRAY['ANSWERED'::text, 'NO_ANSWER'::text]))),
  constraint follow_up_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX follow_up_matter ON matters.follow_up USING btree (neighborhood_id, matter_id, at);
grant insert, select, update to xieshou_app;

table matters.home_visit (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  state text not null,
  planned_for timestamp with time zone not null,
  done_at timestamp with time zone,
  visitors text not null,
  unit_id uuid,
  households integer not null default 1,
  needs text not null default ''::text,
  views text not null default ''::text,
  added_by_post_id uuid,
  added_at timestamp with time zone not null,
  constraint home_visit_pkey PRIMARY KEY (neighborhood_id, id),
  constraint home_visit_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint home_visit_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'DONE'::text, 'NOT_HOME'::text, 'DECLINED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX home_visit_matter ON matters.home_visit USING btree (neighborhood_id, matter_id);
grant insert, select, update to xieshou_app;

table matters.matter (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  kind text not null,
  category text not null,
  level text not null,
  level_reasons text[] not null default '{}'::text[],
  status text not null,
  title text not null,
  description text not null,
  text_hidden boolean not null default false,
  channel text not null,
  external_no text,
  external_due_at timestamp with time zone,
  entered_by_person_id uuid,
  entered_by_post_id uuid,
  entry_seconds integer,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  unit_id uuid,
  common_part_id uuid,
  place_note text not null default ''::text,
  reporter_kind text not null,
  reporter_person_id uuid,
  reporter_org_id uuid,
  reporter_post_id uuid,
  reporter_name text,
  reporter_phone_cipher text,
  reporter_phone_index text,
  reporter_phone_tail_index text,
  household_unit_id uuid,
  complained_org_id uuid,
  reveal_reporter boolean not null default false,
  publish_consent boolean not null default false,
  conflict_on_site boolean not null default false,
  org_request boolean not null default false,
  proactive boolean not null default false,
  chronic boolean not null default false,
  lead_org_id uuid,
  lead_post_id uuid,
  first_receiver_org_id uuid,
  responsibility_opinion text,
  two_track boolean not null default false,
  round integer not null default 1,
  redo_count integer not null default 0,
  return_count integer not null default 0,
  urge_count integer not null default 0,
  endorsement_count integer not null default 0,
  merged_count integer not null default 0,
  merged_into_id uuid,
  supervision_level integer not null default 0,
  escalation_reason text,
  follow_up_attempts integer not null default 0,
  last_attempt_at timestamp with time zone,
  submitted_at timestamp with time zone not null,
  accept_due_at timestamp with time zone,
  accepted_at timestamp with time zone,
  assigned_at timestamp with time zone,
  lead_accept_due_at timestamp with time zone,
  lead_accepted_at timestamp with time zone,
  first_action_due_at timestamp with time zone,
  first_action_at timestamp with time zone,
  contact_due_at timestamp with time zone,
  first_contact_at timestamp with time zone,
  handle_due_at timestamp with time zone,
  original_handle_due_at timestamp with time zone,
  extended boolean not null default false,
  waiting_since timestamp with time zone,
  paused_work_minutes integer not null default 0,
  parked_review_on date,
  last_progress_at timestamp with time zone,
  done_at timestamp with time zone,
  follow_up_due_at timestamp with time zone,
  follow_up_post_id uuid,
  closed_at timestamp with time zone,
  unknown_calendar_year integer,
  result_summary text,
  public_line text,
  resolved boolean,
  satisfaction integer,
  decline_reason text,
  decline_where text,
  search tsvector not null,
  version integer not null default 1,
  next_due_at timestamp with time zone not null generated always as COALESCE(
CASE
    WHEN (status = 'SUBMITTED'::text) THEN accept_due_at
    WHEN (status = ANY (ARRAY['ACCEPTED'::text, 'ASSIGNED'::text, 'IN_PROGRESS'::text, 'WAITING_EXTERNAL'::text, 'ESCALATED'::text])) THEN LEAST(
    CASE
        WHEN (status = 'ASSIGNED'::text) THEN lead_accept_due_at
        ELSE NULL::timestamp with time zone
    END,
    CASE
        WHEN ((first_contact_at IS NULL) AND (reporter_kind <> 'ANONYMOUS'::text)) THEN contact_due_at
        ELSE NULL::timestamp with time zone
    END,
    CASE
        WHEN (first_action_at IS NULL) THEN first_action_due_at
        ELSE NULL::timestamp with time zone
    END, handle_due_at)
    WHEN (status = 'PARKED'::text) THEN ((parked_review_on + '09:00:00'::time without time zone) AT TIME ZONE 'Asia/Shanghai'::text)
    WHEN (status = ANY (ARRAY['DONE_BY_HANDLER'::text, 'FOLLOW_UP'::text])) THEN follow_up_due_at
    ELSE NULL::timestamp with time zone
END, 'infinity'::timestamp with time zone) stored,
  calm boolean not null generated always as ((level <> 'P0'::text) OR (status <> ALL (ARRAY['SUBMITTED'::text, 'ACCEPTED'::text, 'ASSIGNED'::text, 'IN_PROGRESS'::text, 'WAITING_EXTERNAL'::text, 'ESCALATED'::text]))) stored,
  pseudonymised_at timestamp with time zone,
  publish_withdrawn boolean not null default false,
  constraint matter_pkey PRIMARY KEY (neighborhood_id, id),
  constraint matter_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint matter_neighborhood_id_merged_into_id_fkey FOREIGN KEY (neighborhood_id, merged_into_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint matter_reporter_kind_check CHECK ((reporter_kind = ANY (ARRAY['PERSON'::text, 'ORGANISATION'::text, 'ANONYMOUS'::text]))),
  constraint matter_satisfaction_check CHECK (((satisfaction >= 1) AND (satisfaction <= 5)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX matter_closed ON matters.matter USING btree (neighborhood_id, closed_at DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX matter_estate ON matters.matter USING btree (neighborhood_id, estate_id, category, submitted_at DESC);
CREATE INDEX matter_lead ON matters.matter USING btree (neighborhood_id, lead_org_id, submitted_at DESC);
CREATE INDEX matter_merged ON matters.matter USING btree (neighborhood_id, merged_into_id) WHERE (merged_into_id IS NOT NULL);
CREATE INDEX matter_open ON matters.matter USING btree (neighborhood_id, handle_due_at, id) WHERE (status <> ALL (ARRAY['CLOSED_CONFIRMED'::text, 'CLOSED_UNCONFIRMED'::text, 'CLOSED_EXPLAINED'::text, 'DECLINED'::text, 'MERGED'::text, 'WITHDRAWN'::text]));
CREATE INDEX matter_phone_tail ON matters.matter USING btree (neighborhood_id, reporter_phone_tail_index);
CREATE INDEX matter_pressing ON matters.matter USING btree (neighborhood_id, calm, next_due_at, id) WHERE (status <> ALL (ARRAY['CLOSED_CONFIRMED'::text, 'CLOSED_UNCONFIRMED'::text, 'CLOSED_EXPLAINED'::text, 'DECLINED'::text, 'MERGED'::text, 'WITHDRAWN'::text]));
CREATE INDEX matter_reporter ON matters.matter USING btree (neighborhood_id, reporter_person_id, submitted_at DESC);
CREATE INDEX matter_reporter_phone ON matters.matter USING btree (neighborhood_id, reporter_phone_index, submitted_at DESC);
CREATE INDEX matter_search ON matters.matter USING gin (search);
CREATE INDEX matter_submitted ON matters.matter USING btree (neighborhood_id, submitted_at DESC, id);
grant insert, select, update to xieshou_app;

table matters.matter_role (
  neighborhood_id uuid not null,
  matter_id uuid not null,
  role text not null,
  post_id uuid not null,
  added_at timestamp with time zone not null,
  constraint matter_role_pkey PRIMARY KEY (neighborhood_id, matter_id, role),
  constraint matter_role_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint matter_role_role_check CHECK ((role = ANY (ARRAY['COORDINATOR'::text, 'MEDIATOR'::text, 'LIAISON'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.note (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamp with time zone not null,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  visibility text not null,
  text text not null,
  constraint note_pkey PRIMARY KEY (neighborhood_id, id),
  constraint note_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint note_visibility_check CHECK ((visibility = ANY (ARRAY['PUBLIC'::text, 'INTERNAL'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX note_matter ON matters.note USING btree (neighborhood_id, matter_id, at);
grant insert, select, update to xieshou_app;

table matters.parking (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  state text not null,
  cause text not null,
  reason text not null,
  unlock_condition text not null,
  owner_org_id uuid not null,
  interim_measure text not null,
  review_on date not null,
  requested_at timestamp with time zone not null,
  requested_by_post_id uuid,
  decided_at timestamp with time zone,
  decided_by_post_id uuid,
  ended_at timestamp with time zone,
  constraint parking_pkey PRIMARY KEY (neighborhood_id, id),
  constraint parking_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint parking_cause_check CHECK ((cause = ANY (ARRAY['PLANNING'::text, 'FUNDS'::text, 'LAW'::text, 'SEASON'::text, 'THIRD_PARTY'::text]))),
  constraint parking_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'ACTIVE'::text, 'REFUSED'::text, 'ENDED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX parking_matter ON matters.parking USING btree (neighborhood_id, matter_id);
grant insert, select, update to xieshou_app;

table matters.photo (
  neighborhood_id uuid not null,
  matter_id uuid not null,
  file_id uuid not null,
  "position" integer not null,
  public_file_id uuid,
  constraint photo_pkey PRIMARY KEY (neighborhood_id, matter_id, file_id),
  constraint photo_neighborhood_id_file_id_fkey FOREIGN KEY (neighborhood_id, file_id) REFERENCES platform.file(neighborhood_id, id),
  constraint photo_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.returned (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamp with time zone not null,
  org_id uuid not null,
  post_id uuid,
  basis text not null,
  suggested_org_id uuid,
  ruled_at timestamp with time zone,
  ruled_by_post_id uuid,
  ruling_org_id uuid,
  ruling text,
  constraint returned_pkey PRIMARY KEY (neighborhood_id, id),
  constraint returned_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX returned_matter ON matters.returned USING btree (neighborhood_id, matter_id);
grant insert, select, update to xieshou_app;

table matters.saved_filter (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  query text not null,
  "position" integer not null,
  constraint saved_filter_pkey PRIMARY KEY (neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table matters.timer (
  neighborhood_id uuid not null,
  matter_id uuid not null,
  kind text not null,
  due_at timestamp with time zone not null,
  fired_at timestamp with time zone,
  constraint timer_pkey PRIMARY KEY (neighborhood_id, matter_id, kind),
  constraint timer_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX timer_due ON matters.timer USING btree (neighborhood_id, due_at) WHERE (fired_at IS NULL);
grant delete, insert, select, update to xieshou_app;

table matters.track (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  kind text not null,
  post_id uuid not null,
  due_on date not null,
  state text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  summary text,
  constraint track_pkey PRIMARY KEY (neighborhood_id, id),
  constraint track_neighborhood_id_matter_id_kind_key UNIQUE (neighborhood_id, matter_id, kind),
  constraint track_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint track_kind_check CHECK ((kind = ANY (ARRAY['RESIDENT'::text, 'COORDINATION'::text]))),
  constraint track_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'CLOSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.track_step (
  neighborhood_id uuid not null,
  id uuid not null,
  track_id uuid not null,
  matter_id uuid not null,
  text text not null,
  "position" integer not null,
  done_at timestamp with time zone,
  constraint track_step_pkey PRIMARY KEY (neighborhood_id, id),
  constraint track_step_neighborhood_id_track_id_fkey FOREIGN KEY (neighborhood_id, track_id) REFERENCES matters.track(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX track_step_matter ON matters.track_step USING btree (neighborhood_id, matter_id);
grant insert, select, update to xieshou_app;

table matters.urge (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  at timestamp with time zone not null,
  text text not null default ''::text,
  constraint urge_pkey PRIMARY KEY (neighborhood_id, id),
  constraint urge_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table matters.withdrawal (
  neighborhood_id uuid not null,
  id uuid not null,
  matter_id uuid not null,
  asked_at timestamp with time zone not null,
  reason text not null default ''::text,
  asked_from text not null,
  state text not null,
  decided_at timestamp with time zone,
  decided_by_post_id uuid,
  note text not null default ''::text,
  constraint withdrawal_pkey PRIMARY KEY (neighborhood_id, id),
  constraint withdrawal_neighborhood_id_matter_id_fkey FOREIGN KEY (neighborhood_id, matter_id) REFERENCES matters.matter(neighborhood_id, id),
  constraint withdrawal_state_check CHECK ((state = ANY (ARRAY['ASKED'::text, 'CONFIRMED'::text, 'KEPT'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.addendum (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  text text not null,
  added_at timestamp with time zone not null,
  added_by_post_id uuid not null,
  constraint addendum_pkey PRIMARY KEY (neighborhood_id, id),
  constraint addendum_neighborhood_id_meeting_id_number_key UNIQUE (neighborhood_id, meeting_id, number),
  constraint addendum_neighborhood_id_meeting_id_fkey FOREIGN KEY (neighborhood_id, meeting_id) REFERENCES meetings.meeting(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table meetings.agenda_item (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  "position" integer not null,
  title text not null,
  question text not null,
  background text not null,
  facts jsonb not null default '[]'::jsonb,
  minutes integer not null,
  source text not null,
  source_id uuid,
  lead_org_id uuid,
  guests text not null default ''::text,
  late_reason text,
  state text not null,
  outcome text,
  outcome_text text,
  reason text,
  proposed_to_org_id uuid,
  opened_at timestamp with time zone,
  version integer not null default 1,
  options text not null default ''::text,
  signed_seat_ids uuid[] not null default '{}'::uuid[],
  constraint agenda_item_pkey PRIMARY KEY (neighborhood_id, id),
  constraint agenda_item_neighborhood_id_meeting_id_fkey FOREIGN KEY (neighborhood_id, meeting_id) REFERENCES meetings.meeting(neighborhood_id, id),
  constraint agenda_item_check CHECK (((state = 'CONCLUDED'::text) = (outcome IS NOT NULL))),
  constraint agenda_item_check1 CHECK (((outcome = 'TO_OWNERS'::text) = (proposed_to_org_id IS NOT NULL))),
  constraint agenda_item_check2 CHECK (((state <> ALL (ARRAY['DEFERRED'::text, 'DROPPED'::text])) OR (reason IS NOT NULL))),
  constraint agenda_item_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240))),
  constraint agenda_item_outcome_check CHECK ((outcome = ANY (ARRAY['NOTED'::text, 'CONSENSUS'::text, 'BROAD_CONSENSUS'::text, 'TO_STREET'::text, 'TO_OWNERS'::text, 'TO_COORDINATION'::text, 'TO_PARENT'::text]))),
  constraint agenda_item_source_check CHECK ((source = ANY (ARRAY['EARLIER_DECISIONS'::text, 'ESCALATION'::text, 'MATTER'::text, 'ACTION'::text, 'COMMITMENT'::text, 'TOPIC'::text, 'LEFT_OVER'::text, 'CHAIR'::text]))),
  constraint agenda_item_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'IN_DISCUSSION'::text, 'CONCLUDED'::text, 'DEFERRED'::text, 'NOT_REACHED'::text, 'DROPPED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX agenda_item_of ON meetings.agenda_item USING btree (neighborhood_id, meeting_id, "position");
CREATE UNIQUE INDEX agenda_item_once ON meetings.agenda_item USING btree (neighborhood_id, source, source_id) WHERE ((source_id IS NOT NULL) AND (state = ANY (ARRAY['WAITING'::text, 'IN_DISCUSSION'::text])));
grant insert, select, update to xieshou_app;

table meetings.appraisal (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  state text not null,
  object_kind text not null,
  org_id uuid not null,
  title text not null,
  finished_on date,
  estate_id uuid,
  criteria jsonb not null,
  starts_at timestamp with time zone not null,
  place text not null,
  planned_at timestamp with time zone not null,
  planned_by_org_id uuid not null,
  planned_by_post_id uuid not null,
  self_report text,
  self_report_by_post_id uuid,
  questions text,
  published jsonb,
  slips_out integer not null default 0,
  slips_void integer not null default 0,
  opened_at timestamp with time zone,
  counted_at timestamp with time zone,
  published_at timestamp with time zone,
  reason text,
  version integer not null default 1,
  conclusion text,
  resolution_id uuid,
  resolution_code text,
  constraint appraisal_pkey PRIMARY KEY (neighborhood_id, id),
  constraint appraisal_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint appraisal_check CHECK (((object_kind = 'PROJECT'::text) = (finished_on IS NOT NULL))),
  constraint appraisal_check1 CHECK (((self_report IS NULL) = (self_report_by_post_id IS NULL))),
  constraint appraisal_check2 CHECK (((state <> 'CANCELLED'::text) OR (reason IS NOT NULL))),
  constraint appraisal_check3 CHECK (((state = 'PUBLISHED'::text) = (published_at IS NOT NULL))),
  constraint appraisal_check4 CHECK (((resolution_id IS NULL) = (resolution_code IS NULL))),
  constraint appraisal_object_kind_check CHECK ((object_kind = ANY (ARRAY['ORGANISATION'::text, 'PROJECT'::text]))),
  constraint appraisal_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'OPEN'::text, 'COUNTED'::text, 'PUBLISHED'::text, 'CANCELLED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.appraisal_code (
  neighborhood_id uuid not null,
  appraisal_id uuid not null,
  code_hash text not null,
  constraint appraisal_code_pkey PRIMARY KEY (neighborhood_id, appraisal_id, code_hash),
  constraint appraisal_code_neighborhood_id_appraisal_id_fkey FOREIGN KEY (neighborhood_id, appraisal_id) REFERENCES meetings.appraisal(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select to xieshou_app;

table meetings.appraisal_slip (
  neighborhood_id uuid not null,
  id uuid not null default gen_random_uuid(),
  appraisal_id uuid not null,
  scores jsonb not null,
  constraint appraisal_slip_pkey PRIMARY KEY (neighborhood_id, id),
  constraint appraisal_slip_neighborhood_id_appraisal_id_fkey FOREIGN KEY (neighborhood_id, appraisal_id) REFERENCES meetings.appraisal(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX appraisal_slip_of ON meetings.appraisal_slip USING btree (neighborhood_id, appraisal_id);
grant insert, select to xieshou_app;

table meetings.attendance (
  neighborhood_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid not null,
  reply text,
  reply_note text,
  replied_at timestamp with time zone,
  presence text,
  recorded_how text,
  recorded_at timestamp with time zone,
  constraint attendance_pkey PRIMARY KEY (neighborhood_id, meeting_id, seat_id),
  constraint attendance_neighborhood_id_meeting_id_fkey FOREIGN KEY (neighborhood_id, meeting_id) REFERENCES meetings.meeting(neighborhood_id, id),
  constraint attendance_neighborhood_id_seat_id_fkey FOREIGN KEY (neighborhood_id, seat_id) REFERENCES meetings.seat(neighborhood_id, id),
  constraint attendance_presence_check CHECK ((presence = ANY (ARRAY['PRESENT'::text, 'ALTERNATE'::text, 'ONLINE'::text, 'EXCUSED'::text, 'ABSENT'::text]))),
  constraint attendance_recorded_how_check CHECK ((recorded_how = ANY (ARRAY['HAND'::text, 'ROOM'::text]))),
  constraint attendance_reply_check CHECK ((reply = ANY (ARRAY['COMING'::text, 'ALTERNATE'::text, 'NOT_COMING'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.attendance_sheet (
  neighborhood_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  file_id uuid not null,
  kept_at timestamp with time zone not null,
  kept_by_post_id uuid not null,
  constraint attendance_sheet_pkey PRIMARY KEY (neighborhood_id, id),
  constraint attendance_sheet_neighborhood_id_meeting_id_fkey FOREIGN KEY (neighborhood_id, meeting_id) REFERENCES meetings.meeting(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX attendance_sheet_of ON meetings.attendance_sheet USING btree (neighborhood_id, meeting_id);
grant insert, select to xieshou_app;

table meetings.body (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  convener_org_id uuid not null,
  parent_body_id uuid,
  constituted_on date not null,
  dissolved_on date,
  version integer not null default 1,
  constraint body_pkey PRIMARY KEY (neighborhood_id, id),
  constraint body_neighborhood_id_name_zh_key UNIQUE (neighborhood_id, name_zh),
  constraint body_neighborhood_id_parent_body_id_fkey FOREIGN KEY (neighborhood_id, parent_body_id) REFERENCES meetings.body(neighborhood_id, id),
  constraint body_check CHECK ((dissolved_on >= constituted_on)),
  constraint body_kind_check CHECK ((kind = ANY (ARRAY['JOINT_MEETING'::text, 'ENLARGED_MEETING'::text, 'OWNERS_COMMITTEE'::text, 'PROPERTY_FORUM'::text, 'RESIDENTS_FORUM'::text, 'COORDINATION'::text, 'TOPIC_SOLICITATION'::text, 'DEMOCRATIC_TALK'::text, 'SUPERVISION_REVIEW'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.calendar_link (
  neighborhood_id uuid not null,
  person_id uuid not null,
  token_hash text not null,
  made_at timestamp with time zone not null,
  constraint calendar_link_pkey PRIMARY KEY (neighborhood_id, person_id),
  constraint calendar_link_neighborhood_id_token_hash_key UNIQUE (neighborhood_id, token_hash)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table meetings.hearing (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  title text not null,
  affected_text text not null,
  estate_id uuid,
  decider_org_id uuid not null,
  announced_at timestamp with time zone not null,
  announced_by_org_id uuid not null,
  announced_by_post_id uuid not null,
  constraint hearing_pkey PRIMARY KEY (neighborhood_id, id),
  constraint hearing_neighborhood_id_code_key UNIQUE (neighborhood_id, code)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.hearing_opinion (
  neighborhood_id uuid not null,
  id uuid not null,
  hearing_id uuid not null,
  round_id uuid not null,
  number integer not null,
  stance text not null,
  text text not null,
  source text not null,
  entered_at timestamp with time zone not null,
  verdict text,
  answer text,
  answered_by_post_id uuid,
  public_text text,
  public_answer text,
  version integer not null default 1,
  constraint hearing_opinion_pkey PRIMARY KEY (neighborhood_id, id),
  constraint hearing_opinion_neighborhood_id_hearing_id_number_key UNIQUE (neighborhood_id, hearing_id, number),
  constraint hearing_opinion_neighborhood_id_hearing_id_fkey FOREIGN KEY (neighborhood_id, hearing_id) REFERENCES meetings.hearing(neighborhood_id, id),
  constraint hearing_opinion_neighborhood_id_round_id_fkey FOREIGN KEY (neighborhood_id, round_id) REFERENCES meetings.hearing_round(neighborhood_id, id),
  constraint hearing_opinion_check CHECK (((verdict IS NULL) = (answer IS NULL))),
  constraint hearing_opinion_check1 CHECK (((public_text IS NULL) = (public_answer IS NULL))),
  constraint hearing_opinion_check2 CHECK (((public_answer IS NULL) OR (verdict IS NOT NULL))),
  constraint hearing_opinion_number_check CHECK ((number >= 1)),
  constraint hearing_opinion_source_check CHECK ((source = ANY (ARRAY['SIGN_UP'::text, 'IN_WRITING'::text, 'AT_HEARING'::text]))),
  constraint hearing_opinion_stance_check CHECK ((stance = ANY (ARRAY['SUPPORT'::text, 'OPPOSE'::text, 'CONDITION'::text]))),
  constraint hearing_opinion_verdict_check CHECK ((verdict = ANY (ARRAY['ADOPTED'::text, 'PARTLY'::text, 'NOT_ADOPTED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX hearing_opinion_round ON meetings.hearing_opinion USING btree (neighborhood_id, round_id);
grant insert, select, update to xieshou_app;

table meetings.hearing_round (
  neighborhood_id uuid not null,
  id uuid not null,
  hearing_id uuid not null,
  number integer not null,
  stage text not null,
  question text not null,
  background text not null,
  state text not null,
  rules_version_id uuid not null,
  announced_on date not null,
  recruits_until date not null,
  starts_at timestamp with time zone not null,
  place text not null,
  balance_reason text,
  set_at timestamp with time zone,
  held_at timestamp with time zone,
  record text,
  public_record text,
  answer_due_at timestamp with time zone,
  answered_at timestamp with time zone,
  reason text,
  version integer not null default 1,
  constraint hearing_round_pkey PRIMARY KEY (neighborhood_id, id),
  constraint hearing_round_neighborhood_id_hearing_id_number_key UNIQUE (neighborhood_id, hearing_id, number),
  constraint hearing_round_neighborhood_id_hearing_id_fkey FOREIGN KEY (neighborhood_id, hearing_id) REFERENCES meetings.hearing(neighborhood_id, id),
  constraint hearing_round_check CHECK (((state <> 'SET'::text) OR (set_at IS NOT NULL))),
  constraint hearing_round_check1 CHECK (((state = ANY (ARRAY['HELD'::text, 'ANSWERED'::text])) = (held_at IS NOT NULL))),
  constraint hearing_round_check2 CHECK (((state = 'ANSWERED'::text) = (answered_at IS NOT NULL))),
  constraint hearing_round_check3 CHECK (((state <> 'CANCELLED'::text) OR (reason IS NOT NULL))),
  constraint hearing_round_number_check CHECK ((number >= 1)),
  constraint hearing_round_stage_check CHECK ((stage = ANY (ARRAY['BEFORE'::text, 'DURING'::text]))),
  constraint hearing_round_state_check CHECK ((state = ANY (ARRAY['RECRUITING'::text, 'SET'::text, 'HELD'::text, 'ANSWERED'::text, 'CANCELLED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.hearing_sign_up (
  neighborhood_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  person_id uuid,
  name text,
  phone_cipher text,
  phone_index text,
  affected boolean not null,
  stance text not null,
  elder boolean not null,
  state text not null,
  came text,
  signed_up_at timestamp with time zone not null,
  entered_by_post_id uuid,
  constraint hearing_sign_up_pkey PRIMARY KEY (neighborhood_id, id),
  constraint hearing_sign_up_neighborhood_id_round_id_fkey FOREIGN KEY (neighborhood_id, round_id) REFERENCES meetings.hearing_round(neighborhood_id, id),
  constraint hearing_sign_up_came_check CHECK ((came = ANY (ARRAY['ROOM'::text, 'REMOTE'::text]))),
  constraint hearing_sign_up_stance_check CHECK ((stance = ANY (ARRAY['SUPPORT'::text, 'OPPOSE'::text, 'CONDITION'::text, 'OPEN'::text]))),
  constraint hearing_sign_up_state_check CHECK ((state = ANY (ARRAY['WAITING'::text, 'SEATED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE UNIQUE INDEX hearing_sign_up_person ON meetings.hearing_sign_up USING btree (neighborhood_id, round_id, person_id) WHERE ((state <> 'WITHDRAWN'::text) AND (person_id IS NOT NULL));
CREATE UNIQUE INDEX hearing_sign_up_phone ON meetings.hearing_sign_up USING btree (neighborhood_id, round_id, phone_index, name) WHERE ((state <> 'WITHDRAWN'::text) AND (phone_index IS NOT NULL));
grant insert, select, update to xieshou_app;

table meetings.item_text (
  neighborhood_id uuid not null,
  item_id uuid not null,
  field text not null,
  text text not null,
  written_at timestamp with time zone not null,
  written_by_post_id uuid not null,
  version integer not null default 1,
  constraint item_text_pkey PRIMARY KEY (neighborhood_id, item_id, field),
  constraint item_text_neighborhood_id_item_id_fkey FOREIGN KEY (neighborhood_id, item_id) REFERENCES meetings.agenda_item(neighborhood_id, id),
  constraint item_text_field_check CHECK ((field = ANY (ARRAY['SITUATION'::text, 'OPINION'::text, 'REQUIREMENT'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.meeting (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  code text not null,
  is_ad_hoc boolean not null,
  ad_hoc_reason text,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  place text not null,
  state text not null,
  rules_version_id uuid not null,
  secretary_post_id uuid not null,
  room_key text not null,
  reason text,
  noticed_at timestamp with time zone,
  opened_at timestamp with time zone,
  closed_at timestamp with time zone,
  remarks text not null default ''::text,
  review_until timestamp with time zone,
  signed_at timestamp with time zone,
  signed_by_post_id uuid,
  minutes_text jsonb,
  sealed text,
  public_text jsonb,
  published_at timestamp with time zone,
  sequence integer not null default 0,
  version integer not null default 1,
  constraint meeting_pkey PRIMARY KEY (neighborhood_id, id),
  constraint meeting_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint meeting_neighborhood_id_body_id_fkey FOREIGN KEY (neighborhood_id, body_id) REFERENCES meetings.body(neighborhood_id, id),
  constraint meeting_check CHECK ((is_ad_hoc = (ad_hoc_reason IS NOT NULL))),
  constraint meeting_check1 CHECK (((signed_at IS NULL) = (minutes_text IS NULL))),
  constraint meeting_check2 CHECK (((published_at IS NULL) = (public_text IS NULL))),
  constraint meeting_minutes_check CHECK (((minutes >= 10) AND (minutes <= 600))),
  constraint meeting_state_check CHECK ((state = ANY (ARRAY['PLANNED'::text, 'AGENDA_OPEN'::text, 'AGENDA_FIXED'::text, 'NOTICED'::text, 'IN_SESSION'::text, 'MINUTES_DRAFT'::text, 'MINUTES_REVIEW'::text, 'SIGNED'::text, 'PUBLISHED'::text, 'ARCHIVED'::text, 'POSTPONED'::text, 'CANCELLED'::text, 'INQUORATE'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX meeting_by_day ON meetings.meeting USING btree (neighborhood_id, starts_at);
grant insert, select, update to xieshou_app;

table meetings.minutes_review (
  neighborhood_id uuid not null,
  meeting_id uuid not null,
  org_id uuid not null,
  agrees boolean not null,
  text text not null default ''::text,
  at timestamp with time zone not null,
  by_post_id uuid not null,
  constraint minutes_review_pkey PRIMARY KEY (neighborhood_id, meeting_id, org_id),
  constraint minutes_review_neighborhood_id_meeting_id_fkey FOREIGN KEY (neighborhood_id, meeting_id) REFERENCES meetings.meeting(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table meetings.position (
  neighborhood_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  text text not null,
  is_reservation boolean not null default false,
  is_named boolean not null default false,
  written_at timestamp with time zone not null,
  written_by_post_id uuid not null,
  version integer not null default 1,
  constraint position_pkey PRIMARY KEY (neighborhood_id, item_id, org_id),
  constraint position_neighborhood_id_item_id_fkey FOREIGN KEY (neighborhood_id, item_id) REFERENCES meetings.agenda_item(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table meetings.rectification (
  neighborhood_id uuid not null,
  id uuid not null,
  appraisal_id uuid not null,
  number integer not null,
  task text not null,
  measure text not null,
  org_id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  due_on date not null,
  constraint rectification_pkey PRIMARY KEY (neighborhood_id, id),
  constraint rectification_neighborhood_id_appraisal_id_number_key UNIQUE (neighborhood_id, appraisal_id, number),
  constraint rectification_neighborhood_id_appraisal_id_fkey FOREIGN KEY (neighborhood_id, appraisal_id) REFERENCES meetings.appraisal(neighborhood_id, id),
  constraint rectification_number_check CHECK ((number >= 1))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select to xieshou_app;

table meetings.recusal (
  neighborhood_id uuid not null,
  item_id uuid not null,
  org_id uuid not null,
  reason text not null,
  at timestamp with time zone not null,
  by_post_id uuid not null,
  constraint recusal_pkey PRIMARY KEY (neighborhood_id, item_id, org_id),
  constraint recusal_neighborhood_id_item_id_fkey FOREIGN KEY (neighborhood_id, item_id) REFERENCES meetings.agenda_item(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table meetings.seat (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  org_id uuid not null,
  post_id uuid not null,
  alternate_post_ids uuid[] not null default '{}'::uuid[],
  "position" integer not null,
  from_day date not null,
  to_day date,
  constraint seat_pkey PRIMARY KEY (neighborhood_id, id),
  constraint seat_neighborhood_id_body_id_fkey FOREIGN KEY (neighborhood_id, body_id) REFERENCES meetings.body(neighborhood_id, id),
  constraint seat_check CHECK ((to_day >= from_day))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE UNIQUE INDEX seat_once ON meetings.seat USING btree (neighborhood_id, body_id, post_id) WHERE (to_day IS NULL);
grant insert, select, update to xieshou_app;

table meetings.topic (
  neighborhood_id uuid not null,
  id uuid not null,
  body_id uuid not null,
  org_id uuid not null,
  title text not null,
  question text not null,
  background text not null,
  state text not null,
  reason text,
  asked_at timestamp with time zone not null,
  asked_by_post_id uuid not null,
  version integer not null default 1,
  constraint topic_pkey PRIMARY KEY (neighborhood_id, id),
  constraint topic_neighborhood_id_body_id_fkey FOREIGN KEY (neighborhood_id, body_id) REFERENCES meetings.body(neighborhood_id, id),
  constraint topic_check CHECK (((state = 'DECLINED'::text) = (reason IS NOT NULL))),
  constraint topic_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ON_AGENDA'::text, 'SETTLED'::text, 'WITHDRAWN'::text, 'DECLINED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table notices.objection (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  n integer not null,
  person_id uuid,
  name_cipher text,
  channel text not null,
  objection text not null,
  made_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by_post_id uuid,
  due_at timestamp with time zone,
  outcome text,
  answer text,
  answered_at timestamp with time zone,
  answered_by_post_id uuid,
  public_objection text,
  public_answer text,
  published_at timestamp with time zone,
  constraint objection_pkey PRIMARY KEY (neighborhood_id, id),
  constraint objection_neighborhood_id_notice_id_n_key UNIQUE (neighborhood_id, notice_id, n),
  constraint objection_neighborhood_id_notice_id_fkey FOREIGN KEY (neighborhood_id, notice_id) REFERENCES notices.public_notice(neighborhood_id, id),
  constraint objection_channel_check CHECK ((channel = ANY (ARRAY['WEB'::text, 'DESK'::text, 'PHONE'::text, 'PAPER'::text]))),
  constraint objection_check CHECK (((person_id IS NULL) <> (name_cipher IS NULL))),
  constraint objection_check1 CHECK (((answered_at IS NULL) = (answer IS NULL))),
  constraint objection_check2 CHECK (((published_at IS NULL) = (public_answer IS NULL))),
  constraint objection_check3 CHECK (((published_at IS NULL) OR (answered_at IS NOT NULL))),
  constraint objection_outcome_check CHECK ((outcome = ANY (ARRAY['ADOPTED'::text, 'PARTLY'::text, 'NOT_ADOPTED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX objection_person ON notices.objection USING btree (neighborhood_id, person_id) WHERE (person_id IS NOT NULL);
grant insert, select, update to xieshou_app;

table notices.outage (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone not null,
  reason text not null,
  days integer not null,
  recorded_at timestamp with time zone not null,
  recorded_by_post_id uuid not null,
  constraint outage_pkey PRIMARY KEY (neighborhood_id, id),
  constraint outage_neighborhood_id_notice_id_fkey FOREIGN KEY (neighborhood_id, notice_id) REFERENCES notices.public_notice(neighborhood_id, id),
  constraint outage_check CHECK ((from_at < to_at)),
  constraint outage_days_check CHECK ((days > 0))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table notices.posting (
  neighborhood_id uuid not null,
  id uuid not null,
  notice_id uuid not null,
  place text not null,
  hung_at timestamp with time zone not null,
  hung_by_post_id uuid not null,
  check_mark text not null,
  is_right boolean not null,
  taken_down_at timestamp with time zone,
  taken_down_by_post_id uuid,
  constraint posting_pkey PRIMARY KEY (neighborhood_id, id),
  constraint posting_neighborhood_id_notice_id_fkey FOREIGN KEY (neighborhood_id, notice_id) REFERENCES notices.public_notice(neighborhood_id, id),
  constraint posting_check CHECK (((taken_down_at IS NULL) = (taken_down_by_post_id IS NULL)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX posting_notice ON notices.posting USING btree (neighborhood_id, notice_id);
grant insert, select, update to xieshou_app;

table notices.public_notice (
  neighborhood_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null,
  kind text not null,
  title text not null,
  body text not null,
  basis text not null,
  estate_ids uuid[] not null default '{}'::uuid[],
  building_ids uuid[] not null default '{}'::uuid[],
  days integer not null,
  takes_objections boolean not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  emergency_reason text,
  contact_phone text not null,
  desk text not null,
  issuer_org_id uuid not null,
  issuer_post_id uuid not null,
  approved_at timestamp with time zone not null,
  concluded_at timestamp with time zone,
  archived_at timestamp with time zone,
  supersedes_id uuid,
  superseded_by_id uuid,
  superseded_reason text,
  sealed_text text not null,
  content_hash text not null,
  search tsvector not null,
  version integer not null default 1,
  constraint public_notice_pkey PRIMARY KEY (neighborhood_id, id),
  constraint public_notice_neighborhood_id_number_key UNIQUE (neighborhood_id, number),
  constraint public_notice_check CHECK ((starts_at < ends_at)),
  constraint public_notice_check1 CHECK (((state <> 'SUPERSEDED'::text) OR ((superseded_by_id IS NOT NULL) AND (superseded_reason IS NOT NULL)))),
  constraint public_notice_days_check CHECK ((days > 0)),
  constraint public_notice_state_check CHECK ((state = ANY (ARRAY['SCHEDULED'::text, 'LIVE'::text, 'OBJECTIONS_HANDLING'::text, 'CONCLUDED'::text, 'ARCHIVED'::text, 'SUPERSEDED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX public_notice_search ON notices.public_notice USING gin (search);
CREATE INDEX public_notice_time ON notices.public_notice USING btree (neighborhood_id, starts_at DESC);
CREATE INDEX public_notice_turning ON notices.public_notice USING btree (neighborhood_id, ends_at) WHERE (state = ANY (ARRAY['SCHEDULED'::text, 'LIVE'::text, 'OBJECTIONS_HANDLING'::text, 'CONCLUDED'::text]));
grant insert, select, update to xieshou_app;

table notices.works_notice (
  neighborhood_id uuid not null,
  id uuid not null,
  number text not null,
  state text not null,
  kind text not null,
  title text not null,
  body text not null,
  estate_id uuid not null,
  building_ids uuid[] not null default '{}'::uuid[],
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  emergency boolean not null default false,
  contact_phone text not null,
  issuer_org_id uuid not null,
  issuer_post_id uuid not null,
  published_at timestamp with time zone not null,
  superseded_by_id uuid,
  superseded_reason text,
  version integer not null default 1,
  constraint works_notice_pkey PRIMARY KEY (neighborhood_id, id),
  constraint works_notice_neighborhood_id_number_key UNIQUE (neighborhood_id, number),
  constraint works_notice_check CHECK ((starts_at < ends_at)),
  constraint works_notice_kind_check CHECK ((kind = ANY (ARRAY['WATER'::text, 'POWER'::text, 'GAS'::text, 'LIFT'::text, 'PARKING'::text, 'ACCESS'::text, 'NOISE'::text, 'OTHER'::text]))),
  constraint works_notice_state_check CHECK ((state = ANY (ARRAY['LIVE'::text, 'SUPERSEDED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX works_notice_time ON notices.works_notice USING btree (neighborhood_id, ends_at DESC) WHERE (state = 'LIVE'::text);
grant insert, select, update to xieshou_app;

table notifications.errand (
  neighborhood_id uuid not null,
  id uuid not null,
  event_seq bigint not null,
  channel text not null,
  target_id uuid not null,
  message text not null,
  urgency text not null,
  subject_id uuid not null,
  made_at timestamp with time zone not null,
  outcome text,
  done_at timestamp with time zone,
  done_by_post_id uuid,
  constraint errand_pkey PRIMARY KEY (neighborhood_id, id),
  constraint errand_neighborhood_id_event_seq_channel_target_id_key UNIQUE (neighborhood_id, event_seq, channel, target_id),
  constraint errand_channel_check CHECK ((channel = ANY (ARRAY['POSTER'::text, 'CALL'::text, 'KNOCK'::text]))),
  constraint errand_check CHECK (((outcome IS NULL) = (done_at IS NULL))),
  constraint errand_check1 CHECK (((outcome IS NULL) = (done_by_post_id IS NULL))),
  constraint errand_outcome_check CHECK ((outcome = ANY (ARRAY['REACHED'::text, 'NOT_REACHED'::text]))),
  constraint errand_urgency_check CHECK ((urgency = ANY (ARRAY['NORMAL'::text, 'URGENT'::text, 'EMERGENCY'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX errand_open ON notifications.errand USING btree (neighborhood_id, made_at) WHERE (done_at IS NULL);
grant insert, select, update to xieshou_app;

table notifications.hours (
  neighborhood_id uuid not null,
  quiet_from integer not null,
  quiet_to integer not null,
  digest_at integer not null,
  constraint hours_pkey PRIMARY KEY (neighborhood_id),
  constraint hours_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439))),
  constraint hours_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint hours_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 1439)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table notifications.notification (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  event_seq bigint not null,
  message text not null,
  topic text not null,
  urgency text not null,
  way text not null,
  subject_id uuid not null,
  made_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notification_pkey PRIMARY KEY (neighborhood_id, id),
  constraint notification_neighborhood_id_person_id_event_seq_key UNIQUE (neighborhood_id, person_id, event_seq),
  constraint notification_check CHECK ((due_at >= made_at)),
  constraint notification_topic_check CHECK ((topic = ANY (ARRAY['MY_MATTERS'::text, 'WORK'::text, 'ACTIONS'::text, 'MEETINGS'::text, 'NOTICES'::text]))),
  constraint notification_urgency_check CHECK ((urgency = ANY (ARRAY['NORMAL'::text, 'URGENT'::text, 'EMERGENCY'::text]))),
  constraint notification_way_check CHECK ((way = ANY (ARRAY['BELL'::text, 'DIGEST'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX notification_own ON notifications.notification USING btree (neighborhood_id, person_id, due_at DESC);
CREATE INDEX notification_unread ON notifications.notification USING btree (neighborhood_id, person_id, due_at) WHERE (read_at IS NULL);
grant insert, select, update to xieshou_app;

table notifications.preference (
  neighborhood_id uuid not null,
  person_id uuid not null,
  topic text not null,
  way text not null,
  constraint preference_pkey PRIMARY KEY (neighborhood_id, person_id, topic),
  constraint preference_topic_check CHECK ((topic = ANY (ARRAY['MY_MATTERS'::text, 'WORK'::text, 'ACTIONS'::text, 'MEETINGS'::text, 'NOTICES'::text]))),
  constraint preference_way_check CHECK ((way = ANY (ARRAY['BELL'::text, 'DIGEST'::text, 'OFF'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table platform.account (
  id uuid not null,
  login_name text,
  password_hash text,
  phone_index text,
  created_at timestamp with time zone not null,
  disabled_at timestamp with time zone,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_login_name_key UNIQUE (login_name),
  constraint account_phone_index_key UNIQUE (phone_index),
  constraint account_check CHECK (((login_name IS NOT NULL) OR (phone_index IS NOT NULL)))
);
grant insert, select, update to xieshou_app;

table platform.account_identity (
  provider text not null,
  subject_index text not null,
  account_id uuid not null,
  connected_at timestamp with time zone not null,
  constraint account_identity_pkey PRIMARY KEY (provider, subject_index),
  constraint account_identity_account_id_provider_key UNIQUE (account_id, provider),
  constraint account_identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
grant delete, insert, select, update to xieshou_app;

table platform.account_news (
  account_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  data jsonb not null,
  seen_at timestamp with time zone,
  constraint account_news_pkey PRIMARY KEY (account_id, id),
  constraint account_news_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
grant delete, insert, select, update to xieshou_app;

table platform.account_person (
  account_id uuid not null,
  neighborhood_id uuid not null,
  person_id uuid not null,
  constraint account_person_pkey PRIMARY KEY (neighborhood_id, person_id),
  constraint account_person_account_id_neighborhood_id_key UNIQUE (account_id, neighborhood_id),
  constraint account_person_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
grant insert, select, update to xieshou_app;

table platform.contact_read (
  neighborhood_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  reader_person_id uuid,
  reader_post_id uuid,
  subject_kind text not null,
  subject_id uuid not null,
  reason text not null,
  constraint contact_read_pkey PRIMARY KEY (neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX contact_read_at ON platform.contact_read USING btree (neighborhood_id, at, id);
CREATE INDEX contact_read_post_at ON platform.contact_read USING btree (neighborhood_id, reader_post_id, at, id);
CREATE INDEX contact_read_reader_at ON platform.contact_read USING btree (neighborhood_id, reader_person_id, at, id);
CREATE INDEX contact_read_subject ON platform.contact_read USING btree (neighborhood_id, subject_kind, subject_id, at);
CREATE INDEX contact_read_subject_at ON platform.contact_read USING btree (neighborhood_id, subject_id, at, id);
grant insert, select to xieshou_app;

table platform.event (
  neighborhood_id uuid not null,
  seq bigint not null,
  id uuid not null,
  at timestamp with time zone not null,
  subject_kind text not null,
  subject_id uuid not null,
  kind text not null,
  from_state text,
  to_state text,
  role text not null,
  person_id uuid,
  post_id uuid,
  org_id uuid,
  on_behalf_of uuid,
  reason text,
  data jsonb not null,
  prev_hash text not null,
  hash text not null,
  constraint event_pkey PRIMARY KEY (neighborhood_id, seq)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX event_at ON platform.event USING btree (neighborhood_id, at, id);
CREATE INDEX event_kind_at ON platform.event USING btree (neighborhood_id, kind, at, id);
CREATE INDEX event_on_behalf_at ON platform.event USING btree (neighborhood_id, at, id) WHERE (on_behalf_of IS NOT NULL);
CREATE INDEX event_org_at ON platform.event USING btree (neighborhood_id, org_id, at, id);
CREATE INDEX event_person_at ON platform.event USING btree (neighborhood_id, person_id, at, id);
CREATE INDEX event_post_at ON platform.event USING btree (neighborhood_id, post_id, at, id);
CREATE INDEX event_subject ON platform.event USING btree (neighborhood_id, subject_kind, subject_id, seq);
CREATE INDEX event_subject_at ON platform.event USING btree (neighborhood_id, subject_id, at, id);
grant insert, select to xieshou_app;

table platform.event_head (
  neighborhood_id uuid not null,
  seq bigint not null,
  hash text not null,
  constraint event_head_pkey PRIMARY KEY (neighborhood_id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table platform.file (
  neighborhood_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  content_type text not null,
  width integer not null,
  height integer not null,
  bytes bytea not null,
  thumbnail bytea not null,
  sha256 text not null,
  added_at timestamp with time zone not null,
  added_by uuid,
  constraint file_pkey PRIMARY KEY (neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX file_subject ON platform.file USING btree (neighborhood_id, subject_kind, subject_id);
grant insert, select to xieshou_app;

table platform.handover_ticket (
  ticket_hash text not null,
  account_id uuid not null,
  to_neighborhood uuid not null,
  second_factor_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint handover_ticket_pkey PRIMARY KEY (ticket_hash),
  constraint handover_ticket_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
grant delete, insert, select, update to xieshou_app;

table platform.migration (
  name text not null,
  sha256 text not null,
  done_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (name)
);
grant select to xieshou_app;

table platform.neighborhood_address (
  neighborhood_id uuid not null,
  slug text not null,
  host text,
  is_default boolean not null default false,
  is_demo boolean not null default false,
  demo_started_at timestamp with time zone,
  constraint neighborhood_address_pkey PRIMARY KEY (neighborhood_id),
  constraint neighborhood_address_host_key UNIQUE (host),
  constraint neighborhood_address_slug_key UNIQUE (slug)
);
grant insert, select, update to xieshou_app;

table platform.one_time_code (
  id uuid not null,
  phone_index text not null,
  code_hash text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  tries integer not null default 0,
  used_at timestamp with time zone,
  constraint one_time_code_pkey PRIMARY KEY (id)
);
CREATE INDEX one_time_code_phone ON platform.one_time_code USING btree (phone_index, created_at DESC);
grant delete, insert, select, update to xieshou_app;

table platform.rate_limit (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint rate_limit_pkey PRIMARY KEY (key, window_start)
);
grant delete, insert, select, update to xieshou_app;

table platform.recovery_code (
  account_id uuid not null,
  code_hash text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (account_id, code_hash),
  constraint recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
grant delete, insert, select, update to xieshou_app;

table platform.request_key (
  neighborhood_id uuid not null,
  key uuid not null,
  command text not null,
  at timestamp with time zone not null,
  answer jsonb not null,
  constraint request_key_pkey PRIMARY KEY (neighborhood_id, key)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table platform.second_factor (
  account_id uuid not null,
  secret_cipher text,
  confirmed_at timestamp with time zone,
  last_step bigint not null default 0,
  pending_cipher text,
  pending_at timestamp with time zone,
  pending_in uuid,
  constraint second_factor_pkey PRIMARY KEY (account_id),
  constraint second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
  constraint second_factor_check CHECK (((secret_cipher IS NULL) = (confirmed_at IS NULL)))
);
grant delete, insert, select, update to xieshou_app;

table platform.session (
  token_hash text not null,
  public_id uuid not null,
  account_id uuid not null,
  neighborhood_id uuid not null,
  person_id uuid not null,
  acting_post_id uuid,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  device text not null default ''::text,
  acting_for_person_id uuid,
  second_factor_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (token_hash),
  constraint session_public_id_key UNIQUE (public_id),
  constraint session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id)
);
CREATE INDEX session_account ON platform.session USING btree (account_id) WHERE (ended_at IS NULL);
grant delete, insert, select, update to xieshou_app;

table platform.setup_code (
  code_hash text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_code_pkey PRIMARY KEY (code_hash)
);
grant delete, insert, select, update to xieshou_app;

table platform.subscription_cursor (
  neighborhood_id uuid not null,
  subscriber text not null,
  seq bigint not null,
  constraint subscription_cursor_pkey PRIMARY KEY (neighborhood_id, subscriber)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table platform.work_calendar_day (
  day date not null,
  year integer not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  constraint work_calendar_day_pkey PRIMARY KEY (day),
  constraint work_calendar_day_year_fkey FOREIGN KEY (year) REFERENCES platform.work_calendar_year(year),
  constraint work_calendar_day_kind_check CHECK ((kind = ANY (ARRAY['WORK'::text, 'REST'::text])))
);
grant delete, insert, select, update to xieshou_app;

table platform.work_calendar_year (
  year integer not null,
  source text not null,
  entered_at timestamp with time zone not null,
  entered_by uuid,
  constraint work_calendar_year_pkey PRIMARY KEY (year)
);
grant delete, insert, select, update to xieshou_app;

table platform.work_hours (
  from_minute integer not null,
  to_minute integer not null,
  constraint work_hours_pkey PRIMARY KEY (from_minute),
  constraint work_hours_check CHECK ((from_minute < to_minute)),
  constraint work_hours_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint work_hours_to_minute_check CHECK (((to_minute >= 1) AND (to_minute <= 1440)))
);
grant select to xieshou_app;

table privacy.data_request (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  state text not null,
  text text not null,
  asked_at timestamp with time zone not null,
  taken_by_post_id uuid,
  due_on date not null,
  answer text,
  answered_at timestamp with time zone,
  answered_by_person_id uuid,
  answered_by_post_id uuid,
  version integer not null default 1,
  constraint data_request_pkey PRIMARY KEY (neighborhood_id, id),
  constraint data_request_kind_check CHECK ((kind = ANY (ARRAY['CORRECT'::text, 'DELETE'::text, 'EXPLAIN'::text]))),
  constraint data_request_state_check CHECK ((state = ANY (ARRAY['ASKED'::text, 'DONE'::text, 'PARTLY'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX data_request_open ON privacy.data_request USING btree (neighborhood_id, due_on) WHERE (state = 'ASKED'::text);
CREATE INDEX data_request_person ON privacy.data_request USING btree (neighborhood_id, person_id, asked_at DESC);
grant insert, select, update to xieshou_app;

table privacy.legal_hold (
  neighborhood_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid,
  reason text not null,
  set_at timestamp with time zone not null,
  set_by_person_id uuid,
  set_by_post_id uuid not null,
  until date not null,
  lifted_at timestamp with time zone,
  lifted_by_post_id uuid,
  constraint legal_hold_pkey PRIMARY KEY (neighborhood_id, id),
  constraint legal_hold_check CHECK (((subject_kind = 'everything'::text) = (subject_id IS NULL))),
  constraint legal_hold_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['person'::text, 'matter'::text, 'everything'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table privacy.retention_period (
  neighborhood_id uuid not null,
  kind text not null,
  number integer not null,
  months integer not null,
  reason text not null,
  since timestamp with time zone not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid,
  constraint retention_period_pkey PRIMARY KEY (neighborhood_id, kind, number),
  constraint retention_period_months_check CHECK ((months > 0)),
  constraint retention_period_number_check CHECK ((number > 0))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table privacy.retention_run (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  before timestamp with time zone not null,
  decided_at timestamp with time zone not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid not null,
  listed integer not null,
  done integer not null default 0,
  finished_at timestamp with time zone,
  constraint retention_run_pkey PRIMARY KEY (neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX retention_run_open ON privacy.retention_run USING btree (neighborhood_id, decided_at) WHERE (finished_at IS NULL);
grant insert, select, update to xieshou_app;

table redaction.dismissal (
  neighborhood_id uuid not null,
  id uuid not null,
  piece_id uuid not null,
  field text not null,
  kind text not null,
  found text not null,
  reason text not null,
  person_id uuid not null,
  post_id uuid not null,
  at timestamp with time zone not null,
  constraint dismissal_pkey PRIMARY KEY (neighborhood_id, id),
  constraint dismissal_neighborhood_id_piece_id_field_kind_found_key UNIQUE (neighborhood_id, piece_id, field, kind, found),
  constraint dismissal_neighborhood_id_piece_id_fkey FOREIGN KEY (neighborhood_id, piece_id) REFERENCES redaction.piece(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table redaction.piece (
  neighborhood_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  state text not null,
  org_id uuid not null,
  opened_in_post uuid not null,
  opened_at timestamp with time zone not null,
  author_ids uuid[] not null,
  content jsonb not null,
  content_hash text not null,
  approved_hash text,
  emergency boolean not null default false,
  checked_at timestamp with time zone,
  second_person_id uuid,
  second_in_post uuid,
  second_at timestamp with time zone,
  sent_back_reason text,
  published_at timestamp with time zone,
  review_due_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_reason text,
  version integer not null default 1,
  constraint piece_pkey PRIMARY KEY (neighborhood_id, id),
  constraint piece_check CHECK (((state = ANY (ARRAY['APPROVED'::text, 'PUBLISHED'::text])) <= (approved_hash IS NOT NULL))),
  constraint piece_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'CHECKED'::text, 'SENT_BACK'::text, 'APPROVED'::text, 'PUBLISHED'::text, 'SUPERSEDED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX piece_org ON redaction.piece USING btree (neighborhood_id, org_id, opened_at DESC);
CREATE INDEX piece_review ON redaction.piece USING btree (neighborhood_id, review_due_at) WHERE ((state = 'PUBLISHED'::text) AND (second_person_id IS NULL));
CREATE INDEX piece_subject ON redaction.piece USING btree (neighborhood_id, subject_kind, subject_id, opened_at DESC);
CREATE INDEX piece_waiting ON redaction.piece USING btree (neighborhood_id, checked_at) WHERE (state = 'CHECKED'::text);
grant insert, select, update to xieshou_app;

table redaction.piece_picture (
  neighborhood_id uuid not null,
  piece_id uuid not null,
  file_id uuid not null,
  boxes jsonb not null default '[]'::jsonb,
  covered_file_id uuid,
  covered_sha256 text,
  looked_by uuid,
  looked_at timestamp with time zone,
  constraint piece_picture_pkey PRIMARY KEY (neighborhood_id, piece_id, file_id),
  constraint piece_picture_neighborhood_id_piece_id_fkey FOREIGN KEY (neighborhood_id, piece_id) REFERENCES redaction.piece(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table registry.appointment (
  neighborhood_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null,
  from_day date not null,
  to_day date,
  left_at timestamp with time zone,
  constraint appointment_pkey PRIMARY KEY (neighborhood_id, id),
  constraint appointment_neighborhood_id_person_id_fkey FOREIGN KEY (neighborhood_id, person_id) REFERENCES registry.person(neighborhood_id, id),
  constraint appointment_neighborhood_id_post_id_fkey FOREIGN KEY (neighborhood_id, post_id) REFERENCES registry.post(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX appointment_person ON registry.appointment USING btree (neighborhood_id, person_id);
CREATE INDEX appointment_post ON registry.appointment USING btree (neighborhood_id, post_id, from_day DESC);
grant delete, insert, select, update to xieshou_app;

table registry.building (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  management_area_id uuid not null,
  code text not null,
  number integer not null,
  version integer not null default 1,
  removed_at timestamp with time zone,
  constraint building_pkey PRIMARY KEY (neighborhood_id, id),
  constraint building_neighborhood_id_estate_id_code_key UNIQUE (neighborhood_id, estate_id, code),
  constraint building_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id),
  constraint building_neighborhood_id_management_area_id_fkey FOREIGN KEY (neighborhood_id, management_area_id) REFERENCES registry.management_area(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.committee_rules (
  neighborhood_id uuid not null,
  number integer not null,
  least_years integer not null,
  most_years integer not null,
  least_members integer not null,
  small_estate_members integer not null,
  small_estate_area bigint not null,
  report_months integer not null,
  company_conflict text not null,
  basis text not null,
  since timestamp with time zone not null,
  decided_by_person_id uuid,
  decided_by_post_id uuid,
  constraint committee_rules_pkey PRIMARY KEY (neighborhood_id, number),
  constraint committee_rules_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id),
  constraint committee_rules_company_conflict_check CHECK ((company_conflict = ANY (ARRAY['REFUSE'::text, 'WARN'::text, 'ALLOW'::text]))),
  constraint committee_rules_number_check CHECK ((number > 0))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select to xieshou_app;

table registry.committee_term (
  neighborhood_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  number integer not null,
  from_day date not null,
  to_day date not null,
  members integer not null,
  state text not null,
  reported_on date,
  ended_on date,
  end_reason text not null default ''::text,
  taken_over jsonb,
  accepted_at timestamp with time zone,
  accepted_by_person_id uuid,
  accepted_by_post_id uuid,
  version integer not null default 1,
  constraint committee_term_pkey PRIMARY KEY (neighborhood_id, id),
  constraint committee_term_neighborhood_id_organisation_id_number_key UNIQUE (neighborhood_id, organisation_id, number),
  constraint committee_term_neighborhood_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, organisation_id) REFERENCES registry.organisation(neighborhood_id, id),
  constraint committee_term_check CHECK ((to_day >= from_day)),
  constraint committee_term_check1 CHECK (((state = 'RUNNING'::text) = (ended_on IS NULL))),
  constraint committee_term_check2 CHECK (((state = 'HANDED_OVER'::text) = (accepted_at IS NOT NULL))),
  constraint committee_term_members_check CHECK ((members > 0)),
  constraint committee_term_number_check CHECK ((number > 0)),
  constraint committee_term_state_check CHECK ((state = ANY (ARRAY['RUNNING'::text, 'HANDING_OVER'::text, 'HANDED_OVER'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table registry.common_part (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  code text not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  area integer,
  version integer not null default 1,
  removed_at timestamp with time zone,
  constraint common_part_pkey PRIMARY KEY (neighborhood_id, id),
  constraint common_part_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint common_part_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id),
  constraint common_part_kind_check CHECK ((kind = ANY (ARRAY['GATE'::text, 'LIFT'::text, 'PUMP_ROOM'::text, 'WASTE_STATION'::text, 'STREET_LAMP'::text, 'PLAYGROUND'::text, 'PARKING_PLACE'::text, 'BASEMENT_ROOM'::text, 'GREEN'::text, 'OTHER'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX common_part_estate ON registry.common_part USING btree (neighborhood_id, estate_id, kind, code);
CREATE INDEX common_part_place ON registry.common_part USING btree (neighborhood_id, building_id, stairwell_id) WHERE (building_id IS NOT NULL);
grant insert, select, update to xieshou_app;

table registry.estate (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  lane_zh text not null default ''::text,
  "position" integer not null,
  version integer not null default 1,
  constraint estate_pkey PRIMARY KEY (neighborhood_id, id),
  constraint estate_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint estate_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.import_batch (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  state text not null,
  file_name text not null,
  sheet_name text not null default ''::text,
  other_sheets integer not null default 0,
  head_rows integer not null default 0,
  headings jsonb not null default '[]'::jsonb,
  mapping jsonb not null default '[]'::jsonb,
  settings jsonb not null default '{}'::jsonb,
  plan jsonb not null default '{}'::jsonb,
  total_rows integer not null default 0,
  done_rows integer not null default 0,
  new_rows integer not null default 0,
  changed_rows integer not null default 0,
  unchanged_rows integer not null default 0,
  rejected_rows integer not null default 0,
  refusal jsonb,
  uploaded_at timestamp with time zone not null,
  uploaded_by uuid,
  committed_at timestamp with time zone,
  committed_by uuid,
  ended_at timestamp with time zone,
  constraint import_batch_pkey PRIMARY KEY (neighborhood_id, id),
  constraint import_batch_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id),
  constraint import_batch_kind_check CHECK ((kind = ANY (ARRAY['UNITS'::text, 'POSTS'::text]))),
  constraint import_batch_state_check CHECK ((state = ANY (ARRAY['MAPPING'::text, 'READING'::text, 'PREVIEWED'::text, 'COMMITTING'::text, 'COMMITTED'::text, 'UNDOING'::text, 'UNDONE'::text, 'DISCARDED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX import_batch_working ON registry.import_batch USING btree (neighborhood_id, uploaded_at) WHERE (state = ANY (ARRAY['READING'::text, 'COMMITTING'::text, 'UNDOING'::text]));
grant delete, insert, select, update to xieshou_app;

table registry.import_effect (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  step integer not null,
  effect_cipher text not null,
  constraint import_effect_pkey PRIMARY KEY (neighborhood_id, batch_id, step),
  constraint import_effect_neighborhood_id_batch_id_fkey FOREIGN KEY (neighborhood_id, batch_id) REFERENCES registry.import_batch(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.import_mapping (
  neighborhood_id uuid not null,
  fingerprint text not null,
  kind text not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (neighborhood_id, fingerprint),
  constraint import_mapping_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id),
  constraint import_mapping_kind_check CHECK ((kind = ANY (ARRAY['UNITS'::text, 'POSTS'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.import_piece (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  piece integer not null,
  rows integer not null,
  rows_cipher text not null,
  constraint import_piece_pkey PRIMARY KEY (neighborhood_id, batch_id, piece),
  constraint import_piece_neighborhood_id_batch_id_fkey FOREIGN KEY (neighborhood_id, batch_id) REFERENCES registry.import_batch(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.import_row (
  neighborhood_id uuid not null,
  batch_id uuid not null,
  number integer not null,
  outcome text not null,
  natural_key text,
  detail_cipher text,
  constraint import_row_pkey PRIMARY KEY (neighborhood_id, batch_id, number),
  constraint import_row_neighborhood_id_batch_id_fkey FOREIGN KEY (neighborhood_id, batch_id) REFERENCES registry.import_batch(neighborhood_id, id),
  constraint import_row_outcome_check CHECK ((outcome = ANY (ARRAY['NEW'::text, 'CHANGED'::text, 'UNCHANGED'::text, 'REJECTED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX import_row_key ON registry.import_row USING btree (neighborhood_id, batch_id, natural_key);
CREATE INDEX import_row_outcome ON registry.import_row USING btree (neighborhood_id, batch_id, outcome, number);
grant delete, insert, select, update to xieshou_app;

table registry.management_area (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  name_zh text not null,
  version integer not null default 1,
  constraint management_area_pkey PRIMARY KEY (neighborhood_id, id),
  constraint management_area_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.neighborhood (
  neighborhood_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  stated_population text not null default ''::text,
  stated_party_members text not null default ''::text,
  stated_source text not null default ''::text,
  constraint neighborhood_pkey PRIMARY KEY (neighborhood_id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table registry.organisation (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  agency_kind text,
  name_zh text not null,
  name_en text not null,
  duty_phone text,
  parent_id uuid,
  "position" integer not null default 0,
  version integer not null default 1,
  constraint organisation_pkey PRIMARY KEY (neighborhood_id, id),
  constraint organisation_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id),
  constraint organisation_neighborhood_id_parent_id_fkey FOREIGN KEY (neighborhood_id, parent_id) REFERENCES registry.organisation(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.organisation_estate (
  neighborhood_id uuid not null,
  organisation_id uuid not null,
  estate_id uuid not null,
  from_day date not null,
  to_day date,
  took_over_from uuid,
  told_at timestamp with time zone,
  constraint organisation_estate_pkey PRIMARY KEY (neighborhood_id, organisation_id, estate_id, from_day),
  constraint organisation_estate_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id),
  constraint organisation_estate_neighborhood_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, organisation_id) REFERENCES registry.organisation(neighborhood_id, id),
  constraint organisation_estate_neighborhood_id_took_over_from_fkey FOREIGN KEY (neighborhood_id, took_over_from) REFERENCES registry.organisation(neighborhood_id, id),
  constraint organisation_estate_days CHECK (((to_day IS NULL) OR (to_day >= from_day)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX organisation_estate_untold ON registry.organisation_estate USING btree (neighborhood_id, from_day) WHERE ((took_over_from IS NOT NULL) AND (told_at IS NULL));
grant delete, insert, select, update to xieshou_app;

table registry.party_membership (
  neighborhood_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  home_unit text not null default ''::text,
  contact text not null default ''::text,
  agreed text not null,
  from_day date not null,
  to_day date,
  constraint party_membership_pkey PRIMARY KEY (neighborhood_id, id),
  constraint party_membership_neighborhood_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, organisation_id) REFERENCES registry.organisation(neighborhood_id, id),
  constraint party_membership_neighborhood_id_person_id_fkey FOREIGN KEY (neighborhood_id, person_id) REFERENCES registry.person(neighborhood_id, id),
  constraint party_membership_agreed_check CHECK ((agreed = ANY (ARRAY['PAPER'::text, 'SPOKEN'::text]))),
  constraint party_membership_check CHECK (((kind = 'PRIMARY'::text) OR (home_unit <> ''::text))),
  constraint party_membership_check1 CHECK (((to_day IS NULL) OR (to_day >= from_day))),
  constraint party_membership_kind_check CHECK ((kind = ANY (ARRAY['PRIMARY'::text, 'DUAL'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX party_membership_branch ON registry.party_membership USING btree (neighborhood_id, organisation_id, from_day);
CREATE INDEX party_membership_person ON registry.party_membership USING btree (neighborhood_id, person_id);
grant insert, select, update to xieshou_app;

table registry.person (
  neighborhood_id uuid not null,
  id uuid not null,
  name text not null,
  name_en text,
  phone_cipher text,
  phone_index text,
  phone_tail_index text,
  version integer not null default 1,
  constraint person_pkey PRIMARY KEY (neighborhood_id, id),
  constraint person_neighborhood_id_fkey FOREIGN KEY (neighborhood_id) REFERENCES registry.neighborhood(neighborhood_id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX person_by_name ON registry.person USING btree (neighborhood_id, name);
CREATE INDEX person_by_name_en ON registry.person USING btree (neighborhood_id, name_en) WHERE (name_en IS NOT NULL);
CREATE INDEX person_name ON registry.person USING btree (neighborhood_id, name text_pattern_ops, id);
CREATE INDEX person_phone ON registry.person USING btree (neighborhood_id, phone_index);
CREATE INDEX person_phone_tail ON registry.person USING btree (neighborhood_id, phone_tail_index);
grant delete, insert, select, update to xieshou_app;

table registry.plan_shape (
  neighborhood_id uuid not null,
  plan_id uuid not null,
  id uuid not null,
  building_id uuid,
  common_part_id uuid,
  points integer[] not null,
  constraint plan_shape_pkey PRIMARY KEY (neighborhood_id, id),
  constraint plan_shape_neighborhood_id_building_id_fkey FOREIGN KEY (neighborhood_id, building_id) REFERENCES registry.building(neighborhood_id, id),
  constraint plan_shape_neighborhood_id_common_part_id_fkey FOREIGN KEY (neighborhood_id, common_part_id) REFERENCES registry.common_part(neighborhood_id, id),
  constraint plan_shape_neighborhood_id_plan_id_fkey FOREIGN KEY (neighborhood_id, plan_id) REFERENCES registry.site_plan(neighborhood_id, id),
  constraint plan_shape_check CHECK (((building_id IS NULL) <> (common_part_id IS NULL))),
  constraint plan_shape_points_check CHECK ((((cardinality(points) >= 2) AND (cardinality(points) <= 120)) AND ((cardinality(points) % 2) = 0)))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE UNIQUE INDEX plan_shape_building ON registry.plan_shape USING btree (neighborhood_id, plan_id, building_id) WHERE (building_id IS NOT NULL);
CREATE UNIQUE INDEX plan_shape_part ON registry.plan_shape USING btree (neighborhood_id, plan_id, common_part_id) WHERE (common_part_id IS NOT NULL);
grant delete, insert, select, update to xieshou_app;

table registry.post (
  neighborhood_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  is_head boolean not null default false,
  duty text not null,
  estate_id uuid,
  stairwell_id uuid,
  "position" integer not null default 0,
  version integer not null default 1,
  work_zh text not null default ''::text,
  work_en text not null default ''::text,
  closed_on date,
  constraint post_pkey PRIMARY KEY (neighborhood_id, id),
  constraint post_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint post_neighborhood_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, organisation_id) REFERENCES registry.organisation(neighborhood_id, id),
  constraint post_duty_check CHECK ((duty = ANY (ARRAY['HEAD'::text, 'DEPUTY'::text, 'DESK'::text, 'HANDLER'::text, 'MEDIATOR'::text, 'GUARD'::text, 'LEADER'::text, 'MEMBER'::text, 'AUDITOR'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select, update to xieshou_app;

table registry.site_plan (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  file_id uuid not null,
  width integer not null,
  height integer not null,
  added_at timestamp with time zone not null,
  replaced_at timestamp with time zone,
  constraint site_plan_pkey PRIMARY KEY (neighborhood_id, id),
  constraint site_plan_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id),
  constraint site_plan_height_check CHECK ((height > 0)),
  constraint site_plan_width_check CHECK ((width > 0))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE UNIQUE INDEX site_plan_current ON registry.site_plan USING btree (neighborhood_id, estate_id) WHERE (replaced_at IS NULL);
grant insert, select, update to xieshou_app;

table registry.stairwell (
  neighborhood_id uuid not null,
  id uuid not null,
  building_id uuid not null,
  estate_id uuid not null,
  code text not null,
  number integer not null,
  version integer not null default 1,
  removed_at timestamp with time zone,
  constraint stairwell_pkey PRIMARY KEY (neighborhood_id, id),
  constraint stairwell_neighborhood_id_estate_id_code_key UNIQUE (neighborhood_id, estate_id, code),
  constraint stairwell_neighborhood_id_building_id_fkey FOREIGN KEY (neighborhood_id, building_id) REFERENCES registry.building(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX stairwell_building ON registry.stairwell USING btree (neighborhood_id, building_id, number);
grant delete, insert, select, update to xieshou_app;

table registry.team (
  neighborhood_id uuid not null,
  id uuid not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  schedule_zh text not null default ''::text,
  schedule_en text not null default ''::text,
  organisation_id uuid,
  version integer not null default 1,
  closed_on date,
  constraint team_pkey PRIMARY KEY (neighborhood_id, id),
  constraint team_kind_check CHECK ((kind = ANY (ARRAY['WOODPECKER'::text, 'SECURITY'::text, 'ACTIVITY_GROUP'::text, 'VOLUNTEERS'::text, 'MEDIATION'::text, 'BLOCK_LEADERS'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table registry.team_member (
  neighborhood_id uuid not null,
  team_id uuid not null,
  person_id uuid not null,
  estate_id uuid,
  is_leader boolean not null default false,
  from_day date not null,
  to_day date,
  constraint team_member_pkey PRIMARY KEY (neighborhood_id, team_id, person_id, from_day),
  constraint team_member_neighborhood_id_person_id_fkey FOREIGN KEY (neighborhood_id, person_id) REFERENCES registry.person(neighborhood_id, id),
  constraint team_member_neighborhood_id_team_id_fkey FOREIGN KEY (neighborhood_id, team_id) REFERENCES registry.team(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant insert, select, update to xieshou_app;

table registry.unit (
  neighborhood_id uuid not null,
  id uuid not null,
  estate_id uuid not null,
  building_id uuid,
  stairwell_id uuid,
  code text not null,
  room text not null,
  kind text not null,
  area integer not null,
  area_source text not null,
  version integer not null default 1,
  removed_at timestamp with time zone,
  constraint unit_pkey PRIMARY KEY (neighborhood_id, id),
  constraint unit_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint unit_neighborhood_id_building_id_fkey FOREIGN KEY (neighborhood_id, building_id) REFERENCES registry.building(neighborhood_id, id),
  constraint unit_neighborhood_id_estate_id_fkey FOREIGN KEY (neighborhood_id, estate_id) REFERENCES registry.estate(neighborhood_id, id),
  constraint unit_neighborhood_id_stairwell_id_fkey FOREIGN KEY (neighborhood_id, stairwell_id) REFERENCES registry.stairwell(neighborhood_id, id),
  constraint unit_area_check CHECK ((area > 0)),
  constraint unit_area_source_check CHECK ((area_source = ANY (ARRAY['REGISTRY'::text, 'SURVEY'::text, 'CONTRACT'::text]))),
  constraint unit_kind_check CHECK ((kind = ANY (ARRAY['DWELLING'::text, 'SHOP'::text, 'PARKING'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX unit_building ON registry.unit USING btree (neighborhood_id, building_id, code);
CREATE INDEX unit_estate ON registry.unit USING btree (neighborhood_id, estate_id, kind, code);
CREATE INDEX unit_stairwell ON registry.unit USING btree (neighborhood_id, stairwell_id, room);
grant delete, insert, select, update to xieshou_app;

table registry.unit_holder (
  neighborhood_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  organisation_id uuid,
  relation text not null,
  is_representative boolean not null default false,
  from_day date not null,
  to_day date,
  share_numerator integer,
  share_denominator integer,
  ended_because text,
  constraint unit_holder_pkey PRIMARY KEY (neighborhood_id, id),
  constraint unit_holder_neighborhood_id_organisation_id_fkey FOREIGN KEY (neighborhood_id, organisation_id) REFERENCES registry.organisation(neighborhood_id, id),
  constraint unit_holder_neighborhood_id_person_id_fkey FOREIGN KEY (neighborhood_id, person_id) REFERENCES registry.person(neighborhood_id, id),
  constraint unit_holder_neighborhood_id_unit_id_fkey FOREIGN KEY (neighborhood_id, unit_id) REFERENCES registry.unit(neighborhood_id, id),
  constraint unit_holder_check CHECK (((person_id IS NULL) <> (organisation_id IS NULL))),
  constraint unit_holder_ended_because_check CHECK ((ended_because = ANY (ARRAY['SOLD'::text, 'MOVED_OUT'::text, 'WRONG_ENTRY'::text, 'DEATH'::text, 'OTHER'::text]))),
  constraint unit_holder_relation_check CHECK ((relation = ANY (ARRAY['OWNER'::text, 'CO_OWNER'::text, 'TENANT'::text, 'HOUSEHOLD_MEMBER'::text, 'DEVELOPER_UNSOLD'::text, 'DEVELOPER_UNDELIVERED'::text]))),
  constraint unit_holder_share CHECK ((((share_numerator IS NULL) = (share_denominator IS NULL)) AND ((share_numerator IS NULL) OR (((share_numerator >= 1) AND (share_numerator <= share_denominator)) AND (share_denominator <= 10000)))))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX unit_holder_person ON registry.unit_holder USING btree (neighborhood_id, person_id);
CREATE INDEX unit_holder_unit ON registry.unit_holder USING btree (neighborhood_id, unit_id);
grant delete, insert, select, update to xieshou_app;

table resolutions.action_item (
  neighborhood_id uuid not null,
  id uuid not null,
  resolution_id uuid not null,
  number integer not null,
  task text not null,
  measure text not null,
  lead_org_id uuid not null,
  post_id uuid not null,
  person_id uuid,
  due_on date not null,
  first_due_on date not null,
  state text not null,
  accept_due_at timestamp with time zone,
  reason text,
  wanted_due_on date,
  wanted_because text,
  evidence text,
  submitted_at timestamp with time zone,
  verified_by_post_id uuid,
  struck_off_at timestamp with time zone,
  reopened_times integer not null default 0,
  version integer not null default 1,
  split_from_id uuid,
  submitted_times integer not null default 0,
  check_how text,
  check_said text,
  checked_by_org_id uuid,
  light_told text,
  lights_read_on date,
  accept_overdue_told boolean not null default false,
  street_said text,
  street_said_at timestamp with time zone,
  constraint action_item_pkey PRIMARY KEY (neighborhood_id, id),
  constraint action_item_neighborhood_id_resolution_id_number_key UNIQUE (neighborhood_id, resolution_id, number),
  constraint action_item_neighborhood_id_resolution_id_fkey FOREIGN KEY (neighborhood_id, resolution_id) REFERENCES resolutions.resolution(neighborhood_id, id),
  constraint action_item_split_from FOREIGN KEY (neighborhood_id, split_from_id) REFERENCES resolutions.action_item(neighborhood_id, id),
  constraint action_item_check CHECK (((state = 'STRUCK_OFF'::text) = (struck_off_at IS NOT NULL))),
  constraint action_item_check1 CHECK (((wanted_due_on IS NULL) = (wanted_because IS NULL))),
  constraint action_item_check_how_check CHECK ((check_how = ANY (ARRAY['ON_SITE'::text, 'RECORDS'::text]))),
  constraint action_item_light_told_check CHECK ((light_told = ANY (ARRAY['YELLOW'::text, 'ORANGE'::text, 'RED'::text]))),
  constraint action_item_number_check CHECK ((number >= 1)),
  constraint action_item_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'CONTESTED'::text, 'IN_PROGRESS'::text, 'BLOCKED'::text, 'SUBMITTED'::text, 'VERIFYING'::text, 'STRUCK_OFF'::text, 'DROPPED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX action_item_open ON resolutions.action_item USING btree (neighborhood_id, due_on) WHERE (state <> 'STRUCK_OFF'::text);
grant insert, select, update to xieshou_app;

table resolutions.action_waits (
  neighborhood_id uuid not null,
  action_id uuid not null,
  waits_for_id uuid not null,
  constraint action_waits_pkey PRIMARY KEY (neighborhood_id, action_id, waits_for_id),
  constraint action_waits_neighborhood_id_action_id_fkey FOREIGN KEY (neighborhood_id, action_id) REFERENCES resolutions.action_item(neighborhood_id, id),
  constraint action_waits_neighborhood_id_waits_for_id_fkey FOREIGN KEY (neighborhood_id, waits_for_id) REFERENCES resolutions.action_item(neighborhood_id, id),
  constraint action_waits_check CHECK ((action_id <> waits_for_id))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
grant delete, insert, select to xieshou_app;

table resolutions.requester_answer (
  neighborhood_id uuid not null,
  id uuid not null,
  action_id uuid not null,
  report integer not null,
  answer text not null,
  how text not null,
  said text,
  answered_at timestamp with time zone not null,
  matter_id uuid,
  by_post_id uuid,
  constraint requester_answer_pkey PRIMARY KEY (neighborhood_id, id),
  constraint requester_answer_neighborhood_id_action_id_fkey FOREIGN KEY (neighborhood_id, action_id) REFERENCES resolutions.action_item(neighborhood_id, id),
  constraint requester_answer_answer_check CHECK ((answer = ANY (ARRAY['AGREES'::text, 'DISAGREES'::text, 'NO_ANSWER'::text]))),
  constraint requester_answer_check CHECK (((how = 'SELF'::text) = (by_post_id IS NULL))),
  constraint requester_answer_check1 CHECK (((how <> 'SELF'::text) OR (matter_id IS NOT NULL))),
  constraint requester_answer_how_check CHECK ((how = ANY (ARRAY['SELF'::text, 'PHONE'::text, 'VISIT'::text, 'MEETING'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX requester_answer_action ON resolutions.requester_answer USING btree (neighborhood_id, action_id);
grant insert, select to xieshou_app;

table resolutions.resolution (
  neighborhood_id uuid not null,
  id uuid not null,
  code text not null,
  meeting text not null,
  resolved_on date not null,
  text text not null,
  rules_version_id uuid not null,
  recorded_at timestamp with time zone not null,
  recorded_by_post_id uuid not null,
  state text not null default 'ADOPTED'::text,
  meeting_id uuid,
  agenda_item_id uuid,
  ended_at timestamp with time zone,
  ended_because text,
  amended_by_id uuid,
  constraint resolution_pkey PRIMARY KEY (neighborhood_id, id),
  constraint resolution_neighborhood_id_code_key UNIQUE (neighborhood_id, code),
  constraint resolution_amended_by FOREIGN KEY (neighborhood_id, amended_by_id) REFERENCES resolutions.resolution(neighborhood_id, id),
  constraint resolution_ends CHECK (((state = ANY (ARRAY['AMENDED'::text, 'RESCINDED'::text, 'LAPSED'::text])) = (ended_at IS NOT NULL))),
  constraint resolution_state_check CHECK ((state = ANY (ARRAY['ADOPTED'::text, 'IN_EFFECT'::text, 'FULFILLED'::text, 'AMENDED'::text, 'RESCINDED'::text, 'LAPSED'::text])))
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX resolution_meeting ON resolutions.resolution USING btree (neighborhood_id, meeting_id) WHERE (meeting_id IS NOT NULL);
grant insert, select, update to xieshou_app;

table resolutions.resolution_matter (
  neighborhood_id uuid not null,
  resolution_id uuid not null,
  matter_id uuid not null,
  constraint resolution_matter_pkey PRIMARY KEY (neighborhood_id, resolution_id, matter_id),
  constraint resolution_matter_neighborhood_id_resolution_id_fkey FOREIGN KEY (neighborhood_id, resolution_id) REFERENCES resolutions.resolution(neighborhood_id, id)
);
row level security;
policy own_neighborhood for all to xieshou_app using ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid)) with check ((neighborhood_id = (NULLIF(current_setting('xieshou.neighborhood'::text, true), ''::text))::uuid));
CREATE INDEX resolution_of_matter ON resolutions.resolution_matter USING btree (neighborhood_id, matter_id);
grant insert, select to xieshou_app;

CREATE OR REPLACE PROCEDURE platform.wall_schema(IN wanted text)
 LANGUAGE plpgsql
AS $procedure$
declare item record;
begin
  execute format('grant usage on schema %I to xieshou_app', wanted);
  for item in
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = wanted and c.relkind = 'r' and not c.relrowsecurity
       and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'neighborhood_id')
       and (wanted <> 'platform' or c.relname not in ('neighborhood_address', 'account_person', 'session'))
  loop
    execute format('alter table %I.%I enable row level security', wanted, item.relname);
    execute format(
      'create policy own_neighborhood on %I.%I to xieshou_app
         using (neighborhood_id = nullif(current_setting(''xieshou.neighborhood'', true), '''')::uuid)
         with check (neighborhood_id = nullif(current_setting(''xieshou.neighborhood'', true), '''')::uuid)',
      wanted, item.relname);
  end loop;
end $procedure$;
