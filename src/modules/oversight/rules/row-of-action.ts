/** Which row of the table each action of each module belongs to. A new action without a row fails a test. Pure. */
import type { RowName } from './skeleton.ts';

/** Actions by module, then row. */
const ACTIONS_OF_ROWS: Readonly<Record<string, Readonly<Partial<Record<RowName, readonly string[]>>>>> = {
  registry: {
    'keep-register': [
      'found-neighborhood',
      'add-estate',
      'add-organisation',
      'add-post',
      'appoint',
      'end-appointment',
      'form-team',
      'keep-term',
      'import-register',
    ],
    'keep-homes': [
      'add-person',
      'correct-person',
      'hold-unit',
      'keep-team',
      'end-holding',
      'transfer-unit',
      'choose-representative',
      'add-place',
      'correct-place',
      'remove-place',
    ],
    'see-register-phone': ['reveal-phone'],
    'draw-plan': ['draw-site-plan'],
    membership: ['keep-membership'],
    sign: ['accept-hand-over'],
  },
  access: {
    'let-residents-in': ['make-cards', 'decide-request', 'record-proxy'],
    'live-here': ['join-home', 'end-own-proxy'],
    'let-staff-in': [
      'see-staff-access',
      'invite-staff',
      'revoke-invitation',
      'reset-second-factor',
      'set-up-neighborhood',
    ],
  },
  redaction: {
    'publish-notice': [
      'change',
      'dismiss',
      'cover',
      'hand-over',
      'publish-alone',
      'take-down',
      'approve',
      'send-back',
      'publish',
      'look-afterwards',
    ],
  },
  notices: { 'publish-notice': ['publish', 'replace'] },
  matters: {
    raise: ['WEB', 'PHONE', 'DESK', 'PAPER', 'PATROL', 'ORGANISATION', 'HOTLINE', 'endorse'],
    'see-reporter': ['see-reporter'],
    triage: ['accept', 'decline', 'merge', 'reclassify', 'assign'],
    rule: ['rule-on-return', 'decide-extension', 'decide-parking', 'rule-on-redo', 'propose-explanation'],
    'follow-up': ['take-follow-up', 'record-follow-up', 'confirm-explanation', 'decide-withdrawal'],
    'handle-matter': [
      'accept-assignment',
      'return-assignment',
      'record-contact',
      'add-note',
      'record-visit',
      'open-tracks',
      'update-track',
      'close-track',
      'set-roles',
      'add-co-handler',
      'wait-for-requester',
      'wait-for-external',
      'resume',
      'request-extension',
      'request-parking',
      'end-parking',
      'supervise',
      'flag-chronic',
      'escalate',
      'report-done',
      'link-external',
      'hide-text',
    ],
    'speak-for-own': [
      'appeal-decline',
      'change-consent',
      'reply',
      'answer-follow-up',
      'reopen',
      'ask-withdrawal',
      'urge',
      'add-photo',
    ],
    'correct-entry': ['correct-entry'],
    'keep-calendar': ['keep-calendar'],
    'publish-notice': ['show-photo'],
  },
  agreements: {
    convene: [
      'draft-rules',
      'consult-rules',
      'withdraw-rules',
      'draft-agreement',
      'consult-agreement',
      'open-signing',
      'withdraw-agreement',
      'review-agreement',
    ],
    sign: [
      'adopt-rules',
      'sign-agreement',
      'leave-agreement',
      'keep-agreement',
      'end-agreement',
      'take-commitment',
    ],
    'keep-promises': ['evidence-commitment', 'judge-commitment'],
  },
  resolutions: {
    convene: ['record-resolution'],
    'handle-matter': [
      'accept-action',
      'contest-action',
      'submit-action',
      'transfer-action',
      'ask-later',
      'block-action',
      'unblock-action',
      'reopen-action',
    ],
    rule: ['settle-contest', 'grant-later', 'refuse-later'],
    'follow-up': ['strike-off', 'return-action'],
  },
  meetings: {
    convene: [
      'announce-hearing',
      'seat-participants',
      'set-hearing',
      'postpone-hearing',
      'cancel-hearing',
      'enter-opinion',
      'hold-hearing',
      'publish-answers',
      'plan-appraisal',
      'open-scoring',
      'enter-slip',
      'count-slips',
      'list-rectification',
      'publish-appraisal',
      'cancel-appraisal',
    ],
    raise: ['sign-up', 'sign-up-for-others', 'withdraw-sign-up', 'cast-slip'],
    'handle-matter': ['answer-opinion', 'report-on-self'],
  },
  privacy: {
    'own-data': ['ask-about-own-data', 'see-own-data', 'help-with-own-data'],
    'look-after-data': ['answer-requests', 'see-retention'],
    'decide-on-data': ['decide-retention', 'hold'],
  },
  oversight: {
    'read-rules': ['read-permissions'],
    'read-trail': ['read-trail', 'export-trail', 'verify-chain'],
    'read-levels': ['read-levels'],
  },
};

/** The row of a module's action, or null when nobody has given it one. */
export function rowOfAction(module: string, action: string): RowName | null {
  const rows = Object.entries(ACTIONS_OF_ROWS[module] ?? {}) as [RowName, readonly string[]][];
  return rows.find(([, actions]) => actions.includes(action))?.[0] ?? null;
}

/** Every action that has a row, for the test that each still exists. */
export function actionsWithRows(): { readonly module: string; readonly action: string }[] {
  return Object.entries(ACTIONS_OF_ROWS).flatMap(([module, rows]) =>
    Object.values(rows).flatMap((actions) => (actions ?? []).map((action) => ({ module, action }))),
  );
}
