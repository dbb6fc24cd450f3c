/** Who may start each command of this module; part of the permission table, see permissions.ts. Pure. */
import type { CommandRules } from '#kernel/command-rule.ts';
import { CHANNELS, type Channel, type MatterAction } from '../contract.ts';

/** What is no step of a matter: the work calendar, seeing how to reach a reporter, showing a photo to everybody. */
export type OtherAction = 'keep-calendar' | 'see-reporter' | 'show-photo';

const RAISE: readonly Channel[] = CHANNELS;

/** File name in commands/ → actions: steps of a matter, ways in, and what is beside them. */
export const COMMAND_RULES: CommandRules<MatterAction | Channel | OtherAction> = {
  // Taking in.
  'submit-matter': RAISE,
  'submit-with-photos': RAISE,
  'take-call': RAISE,
  'add-photos': 'add-photo',
  place: 'PART',
  reporter: 'PART',
  classify: 'PART',
  'daily-limit': 'PART',
  'due-columns': 'PART',
  // At the desk.
  'accept-matter': 'accept',
  'decline-matter': ['decline', 'appeal-decline'],
  'merge-matter': 'merge',
  'reclassify-matter': 'reclassify',
  'assign-matter': ['assign', 'accept-assignment', 'return-assignment', 'rule-on-return'],
  'people-on-matter': ['set-roles', 'add-co-handler', 'supervise', 'flag-chronic', 'escalate'],
  'recompute-deadlines': 'keep-calendar',
  'take-over-matters': 'PROGRAM',
  // Called by the modules that decide, in the name of whoever decided.
  'tell-decision': 'PART',
  'tell-climb': 'PART',
  // Handling.
  'record-contact': 'record-contact',
  'add-note': ['add-note', 'link-external', 'hide-text', 'correct-entry'],
  'record-visit': 'record-visit',
  'report-done': 'report-done',
  'read-contact': 'see-reporter',
  'two-tracks': ['open-tracks', 'update-track', 'close-track'],
  waiting: ['wait-for-requester', 'wait-for-external', 'resume'],
  extension: ['request-extension', 'decide-extension'],
  parking: ['request-parking', 'decide-parking', 'end-parking'],
  // Closing, and what residents say.
  'follow-up': ['take-follow-up', 'record-follow-up', 'answer-follow-up'],
  rulings: ['rule-on-redo', 'propose-explanation', 'confirm-explanation'],
  reopen: 'reopen',
  urge: ['urge', 'reply', 'endorse'],
  'change-consent': 'change-consent',
  pseudonymise: 'PROGRAM',
  withdrawal: ['ask-withdrawal', 'decide-withdrawal'],
  // What everybody sees of it; the gate calls the publisher in the name of the second person.
  'offer-line': 'PART',
  'offer-photo': 'show-photo',
  'publish-approved': 'PART',
  // Around it.
  'keep-calendar': 'keep-calendar',
  // One's own list of filters on one's own screen.
  'save-filter': 'ANYBODY',
  'fire-timers': 'PROGRAM',
  'change-matter': 'PART',
  'desk-actions': 'PART',
  people: 'PART',
};
