/**
 * Every column of the database that names a person, and where its owner finds it in "my data". A test reads the
 * catalogue: a new column without a line here fails. Pure.
 */
const TRAIL = 'trail';
/** What somebody did in a post belongs to the record of the matter; the person sees their acts counted. */
const DONE_IN_POST = TRAIL;

export const PERSON_COLUMNS: Readonly<Record<string, string>> = {
  'registry.person.id': 'person',
  'registry.unit_holder.person_id': 'homes',
  'registry.appointment.person_id': 'posts',
  'registry.team_member.person_id': 'teams',
  'access.staff_invitation.person_id': 'invitations',
  'registry.party_membership.person_id': 'memberships',
  'registry.committee_term.accepted_by_person_id': DONE_IN_POST,
  'registry.committee_rules.decided_by_person_id': DONE_IN_POST,
  'access.card_use.person_id': 'cards',
  'access.join_request.person_id': 'joins',
  'access.proxy.ended_by_person_id': 'proxies',
  'platform.session.acting_for_person_id': 'proxies',
  'redaction.piece.second_person_id': DONE_IN_POST,
  'redaction.dismissal.person_id': DONE_IN_POST,
  'consents.consent.person_id': 'consents',
  'consents.consent.recorded_by_person_id': DONE_IN_POST,
  'notices.objection.person_id': 'objections',
  'matters.matter.reporter_person_id': 'matters',
  'matters.matter.entered_by_person_id': DONE_IN_POST,
  'matters.endorsement.person_id': 'endorsements',
  'matters.saved_filter.person_id': 'filters',
  'matters.contact.person_id': DONE_IN_POST,
  'matters.follow_up.person_id': DONE_IN_POST,
  'matters.note.person_id': DONE_IN_POST,
  'matters.explanation.proposed_by_person_id': DONE_IN_POST,
  'matters.explanation.confirmed_by_person_id': DONE_IN_POST,
  'resolutions.action_item.person_id': DONE_IN_POST,
  'meetings.hearing_sign_up.person_id': 'hearings',
  'meetings.calendar_link.person_id': 'calendar',
  'meetings.rectification.person_id': DONE_IN_POST,
  'agreements.signature.person_id': DONE_IN_POST,
  'notifications.notification.person_id': 'notifications',
  'notifications.preference.person_id': 'notification-ways',
  'platform.account_person.person_id': 'account',
  'platform.session.person_id': 'sessions',
  'platform.event.person_id': TRAIL,
  'platform.contact_read.reader_person_id': 'reads-by-me',
  'privacy.data_request.person_id': 'requests',
  'privacy.data_request.answered_by_person_id': DONE_IN_POST,
  'privacy.legal_hold.set_by_person_id': DONE_IN_POST,
  'privacy.retention_period.decided_by_person_id': DONE_IN_POST,
  'privacy.retention_run.decided_by_person_id': DONE_IN_POST,
};
