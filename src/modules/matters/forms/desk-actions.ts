/**
 * What each action asks for, as data: the one page for actions draws its form from here. Labels are words
 * under `desk.field.<words or name>`; an action's own under `desk.action.<action>`.
 */
import type { MatterAction } from '../contract.ts';

/** Where the choices of a field come from. */
export type Source =
  | 'organisations'
  | 'posts'
  | 'own-posts'
  | 'decline-reasons'
  | 'kinds'
  | 'categories'
  | 'levels'
  | 'parking-causes'
  | 'contact-channels'
  | 'contact-results'
  | 'open-tracks'
  | 'matter-roles'
  | 'visit-states'
  | 'visits'
  | 'steps'
  | 'visibilities'
  | 'yes-no'
  | 'approval'
  | 'true-false'
  | 'satisfaction'
  | 'outcomes'
  | 'supervision'
  | 'likely-same'
  | 'consent-purposes'
  | 'consent-states'
  | 'consent-ways';

export type ActionField = {
  readonly name: string;
  readonly input: 'line' | 'text' | 'day' | 'moment' | 'number' | 'select' | 'choice' | 'many' | 'tick';
  readonly source?: Source;
  readonly optional?: boolean;
  readonly max?: number;
  /** Label, when the name of the field says too little. */
  readonly words?: string;
  /** What stands there at first, taken from the matter or given. */
  readonly prefill?: string;
  /** Typed as people say it, looked up before the command: a matter's code, a dwelling. */
  readonly lookUp?: { readonly as: 'matter' | 'unit'; readonly into: string };
};

export type ActionForm = {
  readonly fields: readonly ActionField[];
  /** Ends something or cannot be taken back. */
  readonly danger?: boolean;
};

const line = (name: string, max: number, more: Partial<ActionField> = {}): ActionField => ({
  name,
  input: 'line',
  max,
  ...more,
});
const text = (name: string, max: number, more: Partial<ActionField> = {}): ActionField => ({
  name,
  input: 'text',
  max,
  ...more,
});
const pick = (name: string, source: Source, more: Partial<ActionField> = {}): ActionField => ({
  name,
  input: 'select',
  source,
  ...more,
});
const choice = (name: string, source: Source, more: Partial<ActionField> = {}): ActionField => ({
  ...pick(name, source, more),
  input: 'choice',
});
const day = (name: string, more: Partial<ActionField> = {}): ActionField => ({ name, input: 'day', ...more });
const optional = { optional: true } as const;

const decision: ActionForm = {
  fields: [choice('approve', 'approval'), text('note', 500, { ...optional, words: 'decision-note' })],
};
const lead = [
  pick('leadOrgId', 'organisations'),
  pick('leadPostId', 'posts', { ...optional, words: 'lead-post' }),
];
const nothing: ActionForm = { fields: [] };
const reason = (max = 500): ActionForm => ({ fields: [text('reason', max)] });

/** Every action that somebody at the desk may do. Photos are added on the reporter's page. */
export const ACTION_FORMS: Readonly<Record<Exclude<MatterAction, 'add-photo'>, ActionForm>> = {
  accept: nothing,
  decline: {
    fields: [
      choice('reason', 'decline-reasons', { words: 'decline-reason' }),
      text('explanation', 500),
      line('whereToTurn', 200, optional),
    ],
    danger: true,
  },
  'appeal-decline': { fields: [text('text', 500, { words: 'appeal' })] },
  merge: {
    fields: [
      choice('intoId', 'likely-same', optional),
      line('intoCode', 20, { ...optional, lookUp: { as: 'matter', into: 'intoId' } }),
    ],
  },
  reclassify: {
    fields: [
      pick('kind', 'kinds', { prefill: 'kind' }),
      pick('category', 'categories', { prefill: 'category' }),
      pick('level', 'levels', { prefill: 'level' }),
      pick('complainedOrgId', 'organisations', { ...optional, prefill: 'complainedOrgId' }),
      line('reason', 200),
    ],
  },
  assign: {
    fields: [
      ...lead,
      { name: 'coHandlerOrgIds', input: 'many', source: 'organisations', optional: true },
      text('note', 500, { ...optional, words: 'assign-note' }),
    ],
  },
  'accept-assignment': {
    fields: [pick('postId', 'own-posts', { words: 'named-post', prefill: 'leadPostId' })],
  },
  'return-assignment': {
    fields: [text('basis', 500), pick('suggestedOrgId', 'organisations', optional)],
  },
  'rule-on-return': { fields: [...lead, text('ruling', 500)] },
  'record-contact': {
    fields: [
      choice('channel', 'contact-channels', { words: 'contact-channel', prefill: '=PHONE' }),
      choice('result', 'contact-results', { words: 'contact-result' }),
      text('note', 500, { ...optional, words: 'contact-note' }),
    ],
  },
  'add-note': {
    fields: [
      text('text', 1000, { words: 'note' }),
      choice('visibility', 'visibilities', { prefill: '=INTERNAL' }),
    ],
  },
  'record-visit': {
    fields: [
      pick('visitId', 'visits', optional),
      choice('state', 'visit-states', { words: 'visit-state' }),
      { name: 'plannedFor', input: 'moment' },
      line('visitors', 100),
      { name: 'households', input: 'number', prefill: '=1' },
      text('needs', 1000, optional),
      text('views', 1000, optional),
    ],
  },
  'open-tracks': {
    fields: [
      pick('residentPostId', 'posts'),
      day('residentDueOn'),
      pick('coordinationPostId', 'posts'),
      day('coordinationDueOn'),
    ],
  },
  'update-track': {
    fields: [
      choice('track', 'open-tracks'),
      pick('stepId', 'steps', optional),
      line('text', 200, { ...optional, words: 'step' }),
      { name: 'done', input: 'tick', optional: true, words: 'step-done' },
    ],
  },
  'close-track': {
    fields: [choice('track', 'open-tracks'), text('summary', 500, { words: 'track-summary' })],
  },
  'set-roles': {
    fields: [choice('role', 'matter-roles', { words: 'matter-role' }), pick('postId', 'posts')],
  },
  'add-co-handler': {
    fields: [
      {
        name: 'orgIds',
        input: 'many',
        source: 'organisations',
        optional: true,
        words: 'coHandlerOrgIds',
        prefill: 'coHandlerOrgIds',
      },
    ],
  },
  'wait-for-requester': { fields: [text('reason', 300, { words: 'wait-requester' })] },
  'wait-for-external': { fields: [text('reason', 300, { words: 'wait-external' })] },
  resume: reason(300),
  'request-extension': { fields: [day('newDueOn'), text('reason', 500)] },
  'decide-extension': decision,
  'request-parking': {
    fields: [
      choice('cause', 'parking-causes', { words: 'parking-cause' }),
      text('reason', 500),
      line('unlockCondition', 300),
      pick('ownerOrgId', 'organisations'),
      line('interimMeasure', 300),
      day('reviewOn'),
    ],
  },
  'decide-parking': decision,
  'end-parking': reason(300),
  supervise: { fields: [choice('level', 'supervision', { words: 'supervision' }), text('reason', 300)] },
  'flag-chronic': reason(),
  escalate: reason(),
  'report-done': {
    fields: [
      text('summary', 1000, { words: 'done-summary' }),
      line('publicLine', 120, { ...optional, words: 'public-line' }),
    ],
  },
  'take-follow-up': nothing,
  'record-follow-up': {
    fields: [
      choice('outcome', 'outcomes', { prefill: '=ANSWERED' }),
      choice('resolved', 'yes-no', optional),
      choice('satisfaction', 'satisfaction', optional),
      text('text', 1000, { ...optional, words: 'reporter-said' }),
    ],
  },
  'answer-follow-up': {
    fields: [
      choice('resolved', 'yes-no'),
      choice('satisfaction', 'satisfaction'),
      text('text', 1000, { ...optional, words: 'reporter-said' }),
    ],
  },
  'rule-on-redo': {
    fields: [
      pick('leadOrgId', 'organisations', { prefill: 'leadOrgId' }),
      pick('leadPostId', 'posts', { ...optional, words: 'lead-post' }),
      { name: 'days', input: 'number', prefill: '=3', words: 'redo-days' },
      text('ruling', 500),
    ],
  },
  'propose-explanation': {
    fields: [text('text', 2000, { words: 'explanation-text' }), text('remedies', 1000)],
  },
  'confirm-explanation': decision,
  reopen: reason(),
  'ask-withdrawal': { fields: [text('reason', 300, optional)] },
  'decide-withdrawal': {
    fields: [
      choice('reached', 'contact-results', { words: 'contact-result' }),
      choice('freeWill', 'true-false', { words: 'free-will' }),
      { name: 'keepOpen', input: 'tick', optional: true, words: 'keep-open' },
      text('note', 500, { ...optional, words: 'decision-note' }),
    ],
  },
  reply: { fields: [line('text', 500, { words: 'reporter-said' })] },
  urge: { fields: [line('text', 200, { ...optional, words: 'reporter-said' })] },
  endorse: {
    fields: [line('household', 40, { lookUp: { as: 'unit', into: 'unitId' } })],
  },
  'link-external': {
    fields: [line('externalNo', 40), { name: 'externalDueAt', input: 'moment', optional: true }],
  },
  'hide-text': { ...reason(), danger: true },
  'change-consent': {
    fields: [
      choice('purpose', 'consent-purposes', { words: 'consent-purpose' }),
      choice('state', 'consent-states', { words: 'consent-state' }),
      choice('how', 'consent-ways', { words: 'consent-way' }),
      pick('witnessPostId', 'posts', { ...optional, words: 'consent-witness' }),
    ],
  },
  'correct-entry': {
    fields: [
      line('title', 60, { prefill: 'title' }),
      text('description', 2000, { prefill: 'description' }),
      line('reason', 200),
    ],
  },
};

export type DeskAction = keyof typeof ACTION_FORMS;

/** Whether a part of an address names an action of the desk. */
export function isDeskAction(name: string): name is DeskAction {
  return Object.hasOwn(ACTION_FORMS, name);
}
