import { describe, expect, it } from 'vitest';
import { type Actor, ORG_KINDS, type OrgKind, ROLES, type Role, roleOfOrg } from '#kernel/actor.ts';
import {
  LETTING_IN_ACTIONS,
  mayLetIn,
  mayLookAfterStaff,
  STAFF_ACCESS_ACTIONS,
} from '#modules/access/permissions.ts';
import { AGREEMENT_ACTIONS } from '#modules/agreements/contract/agreement.ts';
import { RULES_ACTIONS } from '#modules/agreements/contract/rules-of-procedure.ts';
import { mayAgree, mayKeepRules } from '#modules/agreements/permissions.ts';
import {
  ESCALATION_STEPS,
  type EscalationFacts,
  WHISTLE_STEPS,
  type WhistleFacts,
} from '#modules/escalations/contract.ts';
import { mayStep as mayEscalate, mayPropose, mayWhistle } from '#modules/escalations/permissions.ts';
import { MATTER_ACTIONS, type MatterFacts } from '#modules/matters/contract.ts';
import { mayEver, mayReadContact, reporterView } from '#modules/matters/permissions.ts';
import { APPRAISAL_ACTIONS } from '#modules/meetings/contract/appraisal.ts';
import { BODY_KINDS } from '#modules/meetings/contract/bodies.ts';
import { HEARING_ACTIONS } from '#modules/meetings/contract/hearing.ts';
import { MEETING_ACTIONS, type MeetingFacts } from '#modules/meetings/contract/meetings.ts';
import { mayAppraise, mayConstitute, mayHear, standsFor } from '#modules/meetings/permissions.ts';
import { mayAnnounce, mayDoPublic, mayPublish, mayReplace } from '#modules/notices/permissions.ts';
import { mayNotify } from '#modules/notifications/permissions.ts';
import { mayOversee, OVERSIGHT_PERMISSIONS, type OversightAction } from '#modules/oversight/permissions.ts';
import { mayLookAfterData, PRIVACY_ACTIONS } from '#modules/privacy/permissions.ts';
import { PIECE_ACTIONS, PIECE_STATES } from '#modules/redaction/contract.ts';
import { mayDo } from '#modules/redaction/permissions.ts';
import { leadsTo } from '#modules/redaction/rules/lifecycle.ts';
import {
  mayAcceptHandOver,
  mayKeep,
  mayKeepMembers,
  mayReadMembers,
  REGISTRY_ACTIONS,
} from '#modules/registry/permissions.ts';
import { ACTION_STEPS } from '#modules/resolutions/contract.ts';
import { mayRecord, mayStep } from '#modules/resolutions/permissions.ts';

// Who may do what, asked of the guards themselves: every action of every module, every role, every way to stand to
// the thing. The answers are one table beside this file that people can read (domain brief §3.16); a change of a
// guard shows in it. Rows of another neighborhood never come before these guards: tests/hostile/foreign-ids.test.ts
// and tests/database/walls prove that. An ended appointment gives no role: tests/database/signing-in/leaving.test.ts.

const OWN_ORG = 'own';
const OTHER_ORG = 'other';
const ME = 'me';

const ORG_OF: Readonly<Partial<Record<Role, OrgKind>>> = Object.fromEntries(
  [...ORG_KINDS].reverse().map((kind) => [roleOfOrg(kind), kind]),
);

function actor(role: Role, isHead = false): Actor {
  const orgKind = role === 'AUD' ? 'SUBDISTRICT_PARTY_COMMITTEE' : ORG_OF[role];
  return {
    neighborhoodId: 'here',
    role,
    personId: role === 'ANON' || role === 'SYS' ? null : ME,
    post: orgKind ? { postId: 'post', orgId: OWN_ORG, orgKind, isHead } : null,
    householdUnitIds: [],
    onBehalfOf: null,
  };
}

/** Ways to stand to something, each with a letter of its own in the table. */
type Standing = readonly [letter: string, granted: (role: Role) => boolean];
type Row = readonly [action: string, standings: readonly Standing[]];

const ok = (answer: { readonly ok: boolean }) => answer.ok;

/** Nobody in particular, or the head of whatever organisation it is. */
const byHead = (name: string, may: (actor: Actor) => boolean): Row => [
  name,
  [
    ['m', (role) => may(actor(role))],
    ['h', (role) => may(actor(role, true))],
  ],
];

/** Of another organisation or of the one whose thing it is, each as member and as head. */
const byOrg = (name: string, may: (actor: Actor, ownerOrgId: string) => boolean): Row => [
  name,
  [
    ['x', (role) => may(actor(role), OTHER_ORG)],
    ['o', (role) => may(actor(role), OWN_ORG)],
    ['O', (role) => may(actor(role, true), OWN_ORG)],
  ],
];

type Facts = MatterFacts & { readonly revealReporter: boolean };

const MATTER: Facts = {
  status: 'IN_PROGRESS',
  leadOrgId: OTHER_ORG,
  coHandlerOrgIds: [],
  reporterOrgId: null,
  reporterPersonId: 'somebody',
  complainedOrgId: null,
  enteredByPersonId: 'somebody',
  returnCount: 0,
  awaitsReturnRuling: false,
  awaitsRedoRuling: false,
  explanationProposedBy: 'somebody',
  deskOrgIds: [],
  provenByPin: false,
  anonymous: false,
  revealReporter: false,
};

/** Each way to stand to a matter alone; `c` is complained about although it leads and has the desk. */
const TO_MATTER: readonly (readonly [string, Partial<MatterFacts>])[] = [
  ['n', {}],
  ['l', { leadOrgId: OWN_ORG }],
  ['k', { coHandlerOrgIds: [OWN_ORG] }],
  ['d', { deskOrgIds: [OWN_ORG] }],
  ['c', { complainedOrgId: OWN_ORG, deskOrgIds: [OWN_ORG] }],
  ['C', { complainedOrgId: OWN_ORG, leadOrgId: OWN_ORG }],
  ['r', { reporterPersonId: ME }],
  ['p', { provenByPin: true }],
  ['R', { reporterOrgId: OWN_ORG }],
  ['e', { enteredByPersonId: ME }],
  ['s', { explanationProposedBy: ME }],
];

const byMatter = (name: string, may: (actor: Actor, facts: Facts) => boolean): Row => [
  name,
  TO_MATTER.map(([letter, facts]) => [letter, (role) => may(actor(role), { ...MATTER, ...facts })]),
];

const ACTION = { state: 'SUBMITTED', isRequester: false, flags: new Set<never>() } as const;
const CLIMBED: EscalationFacts = {
  state: 'PROPOSED',
  leadOrgId: OTHER_ORG,
  reporterOrgId: null,
  whistledOrgIds: [],
  flags: new Set(),
};
const WHISTLE: WhistleFacts = { state: 'SENT', orgId: OTHER_ORG, isStreet: true, climbed: true };
const MEETING: MeetingFacts = {
  state: 'PLANNED',
  convenerOrgId: OTHER_ORG,
  secretaryPostId: 'another post',
  seatOrgIds: [OTHER_ORG],
};

/** Of no organisation concerned, of one with a seat, its head, the secretary, of the convener, its head. */
const byMeeting = (name: string, may: (actor: Actor, facts: MeetingFacts) => boolean): Row => [
  name,
  [
    ['n', (role) => may(actor(role), MEETING)],
    ['s', (role) => may(actor(role), { ...MEETING, seatOrgIds: [OWN_ORG] })],
    ['S', (role) => may(actor(role, true), { ...MEETING, seatOrgIds: [OWN_ORG] })],
    ['w', (role) => may(actor(role), { ...MEETING, secretaryPostId: actor(role).post?.postId ?? '' })],
    ['c', (role) => may(actor(role), { ...MEETING, convenerOrgId: OWN_ORG })],
    ['C', (role) => may(actor(role, true), { ...MEETING, convenerOrgId: OWN_ORG })],
  ],
];

const PIECE = { authorIds: ['somebody'], emergency: true, reviewOpen: true };

const PUBLIC_ACTIONS = [
  'supersede',
  'extend-period',
  'object',
  'record-objection',
  'answer-objection',
  'hang-up',
  'take-down',
] as const;

const TABLE: readonly Row[] = [
  ...STAFF_ACCESS_ACTIONS.map((one) => byHead(`access.${one}`, (who) => ok(mayLookAfterStaff(who, one)))),
  ...LETTING_IN_ACTIONS.map((one) => byHead(`access.${one}`, (who) => ok(mayLetIn(who, one)))),
  ...RULES_ACTIONS.map((one) => byHead(`agreements.${one}`, (who) => ok(mayKeepRules(who, one)))),
  ...AGREEMENT_ACTIONS.map((one) => byHead(`agreements.${one}`, (who) => ok(mayAgree(who, one)))),
  byHead('escalations.propose-escalation', (who) => !mayPropose(who)),
  ...ESCALATION_STEPS.map((one) =>
    byOrg(`escalations.${one}`, (who, leadOrgId) => !mayEscalate(who, one, { ...CLIMBED, leadOrgId })),
  ),
  ...WHISTLE_STEPS.map((one) =>
    byOrg(`escalations.${one}`, (who, orgId) => !mayWhistle(who, one, { ...WHISTLE, orgId })),
  ),
  ...MATTER_ACTIONS.map((one) => byMatter(`matters.${one}`, (who, facts) => !mayEver(who, one, facts))),
  byMatter('matters.see-reporter', (who, facts) => reporterView(who, facts) === 'FULL'),
  byMatter('matters.read-contact', (who, facts) => mayReadContact(who, facts)),
  ...BODY_KINDS.map((kind) => byHead(`meetings.constitute-body ${kind}`, (who) => !mayConstitute(who, kind))),
  ...MEETING_ACTIONS.map((one) => byMeeting(`meetings.${one}`, (who, facts) => standsFor(who, one, facts))),
  ...HEARING_ACTIONS.map((one) =>
    byOrg(`meetings.${one}`, (who, deciderOrgId) => !mayHear(who, one, { deciderOrgId, signUpPersonId: ME })),
  ),
  ...APPRAISAL_ACTIONS.map((one) =>
    byOrg(`meetings.${one}`, (who, orgId) => !mayAppraise(who, one, { orgId, isOfCommittee: false })),
  ),
  byOrg('notices.publish', (who, org) => !mayPublish(who, 'estate', org === OWN_ORG ? ['estate'] : [])),
  byOrg('notices.replace', (who, org) => !mayReplace(who, org)),
  byOrg('notices.announce', (who, org) => !mayAnnounce(who, ['estate'], org === OWN_ORG ? ['estate'] : [])),
  ...PUBLIC_ACTIONS.map((one) =>
    byOrg(
      `notices.${one}`,
      (who, issuerOrgId) => !mayDoPublic(who, one, { issuerOrgId, isInScope: issuerOrgId === OWN_ORG }),
    ),
  ),
  byHead('notifications.do-errand', (who) => !mayNotify(who, 'do-errand')),
  byHead('notifications.set-hours', (who) => !mayNotify(who, 'set-hours')),
  ...(Object.keys(OVERSIGHT_PERMISSIONS) as OversightAction[]).map((one) =>
    byHead(`oversight.${one}`, (who) => ok(mayOversee(who, one))),
  ),
  ...PRIVACY_ACTIONS.map((one) => byHead(`privacy.${one}`, (who) => ok(mayLookAfterData(who, one)))),
  ...PIECE_ACTIONS.map((one) => {
    const state = PIECE_STATES.find((from) => leadsTo(one, from) !== null) ?? 'DRAFT';
    return byOrg(`redaction.${one}`, (who, orgId) => !mayDo(who, one, { ...PIECE, state, orgId }));
  }),
  ...REGISTRY_ACTIONS.map((one) => byHead(`registry.${one}`, (who) => ok(mayKeep(who, one)))),
  byHead('resolutions.record-resolution', (who) => !mayRecord(who)),
  byHead('resolutions.end-resolution', (who) => !mayRecord(who, 'end-resolution')),
  // Who did not ask for it answers for nobody; the row below is of those who did.
  ...ACTION_STEPS.filter((one) => one !== 'answer-as-requester').map((one) =>
    byOrg(`resolutions.${one}`, (who, leadOrgId) => !mayStep(who, one, { ...ACTION, leadOrgId })),
  ),
  byOrg(
    'resolutions.answer-as-requester',
    (who, leadOrgId) => !mayStep(who, 'answer-as-requester', { ...ACTION, leadOrgId, isRequester: true }),
  ),
  byHead('registry.keep-membership', (who) => ok(mayKeepMembers(who))),
  byOrg('registry.accept-hand-over', (who, org) => ok(mayAcceptHandOver(who, org))),
  byOrg('registry.read-members', (who, org) => mayReadMembers(who, org)),
];

/** The letters of the standings in which a role may do it; `·` when in none. */
const cell = ([, standings]: Row, role: Role): string =>
  standings
    .filter(([, granted]) => granted(role))
    .map(([letter]) => letter)
    .join('') || '·';

const LEGEND = `Who may do what, by how they stand to the thing. Written by src/web/who-may-what.test.ts.
m member of an organisation  h its head
x another organisation's  o one's own organisation's  O the same, as its head
matters: n nothing to do with it  l leads  k co-handler  d desk of the estate  c complained about, has the desk
         C complained about, leads  r the reporter  p proved by code and PIN  R raised by one's organisation
         e typed it in  s proposed the explanation
`;

function printed(): string {
  const columns = ROLES.map((role) => Math.max(role.length, ...TABLE.map((row) => cell(row, role).length)));
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(32)} ${cells.map((text, at) => text.padEnd(columns[at]!)).join(' ')}`.trimEnd();
  return [
    LEGEND,
    line('', ROLES),
    ...TABLE.map((row) =>
      line(
        row[0],
        ROLES.map((role) => cell(row, role)),
      ),
    ),
    '',
  ].join('\n');
}

describe('role × action × relation', () => {
  it('is the table beside this file', async () => {
    expect(TABLE.length).toBeGreaterThan(100);
    await expect(printed()).toMatchFileSnapshot('./who-may-what.txt');
  });

  it('lets the street and the auditor change nothing of others: what they report themselves is theirs to see', () => {
    const allowed = (role: Role) => TABLE.filter((row) => cell(row, role) !== '·').map(([name]) => name);
    expect(allowed('ST')).toEqual([
      // Asked to come, it answers for itself, passes on, and presses whoever does not answer (brief §4.2).
      'escalations.acknowledge-whistle',
      'escalations.answer-whistle',
      'escalations.pass-whistle-on',
      'escalations.press-whistle',
      'matters.see-reporter',
      'matters.read-contact',
      'oversight.read-permissions',
      'oversight.read-levels',
      'privacy.ask-about-own-data',
      'privacy.see-own-data',
      // What is red is told to the street, which says what has to happen (brief §3.7).
      'resolutions.supervise-action',
    ]);
    expect(allowed('AUD')).toEqual([
      'matters.see-reporter',
      'matters.read-contact',
      'oversight.read-permissions',
      'oversight.read-trail',
      'oversight.export-trail',
      'oversight.verify-chain',
      'oversight.read-levels',
      'privacy.ask-about-own-data',
      'privacy.see-own-data',
      'privacy.see-retention',
    ]);
  });

  it('never shows the reporter to the organisation complained about, and never lets it ask whether it helped', () => {
    const complained = /[cC]/;
    for (const name of [
      'see-reporter',
      'read-contact',
      'take-follow-up',
      'record-follow-up',
      'decide-withdrawal',
    ]) {
      const row = TABLE.find(([action]) => action === `matters.${name}`)!;
      for (const role of ['PC', 'OC', 'HO', 'AG', 'POL'] as const)
        expect([name, role, complained.test(cell(row, role))]).toEqual([name, role, false]);
    }
  });

  it('gives a resident nothing at the desk', () => {
    // Signing up for a hearing, objecting to a notice, scoring with a slip and saying how what one asked for was done are theirs, too.
    const own =
      /^(meetings\.(sign-up|withdraw-sign-up|cast-slip)$|resolutions\.answer-as-requester|notices\.object$|access\.(join-home|end-own-proxy)|matters\.|privacy\.(ask|see)-)/;
    for (const role of ['RES', 'OWN', 'ANON'] as const) {
      const beyond = TABLE.filter((row) => cell(row, role) !== '·' && !own.test(row[0]));
      expect([role, beyond.map(([name]) => name)]).toEqual([role, []]);
    }
    for (const role of ['RES', 'OWN'] as const) {
      const ofOthers = TABLE.filter((row) => row[0].startsWith('matters.') && cell(row, role).includes('n'));
      expect(ofOthers.map(([name]) => name)).toEqual(['matters.endorse']);
    }
  });
});
