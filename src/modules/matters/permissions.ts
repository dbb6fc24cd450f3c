/** Who may do what to a matter (domain brief §3.16), as data read by guard, buttons and exhaustive test. Pure. */
import { type Actor, personConcerned, type Role } from '#kernel/actor.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { Channel, MatterAction, MatterFacts } from './contract.ts';
import type { OtherAction } from './rules/command-rules.ts';
import { mayStart } from './rules/lifecycle.ts';

export { COMMAND_RULES } from './rules/command-rules.ts';

/**
 * How somebody must stand to a matter:
 * `any` no condition · `reporter` the one who raised it (signed in, or code and PIN) · `lead` the lead
 * organisation · `handler` lead or co-handler · `desk` the desk that may take it up, unless complained
 * about · `outside` not the handlers' organisations (follow-up is never by the doer) · `entered` who
 * typed it in · `own-org` the organisation that raised it · `second-person` not the one who proposed.
 */
export type Relation =
  | 'any'
  | 'reporter'
  | 'lead'
  | 'handler'
  | 'desk'
  | 'outside'
  | 'entered'
  | 'own-org'
  | 'second-person';

export type Grant = { readonly roles: readonly Role[]; readonly relation: Relation };

const RESIDENT: readonly Role[] = ['ANON', 'RES', 'OWN'];
const HANDLERS: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'];
const OWN_DESKS: readonly Role[] = ['OC', 'PC', 'HO', 'AG', 'POL'];

const asLead: Grant = { roles: HANDLERS, relation: 'lead' };
const asHandler: Grant = { roles: HANDLERS, relation: 'handler' };
const asCoordinator: Grant = { roles: ['RC', 'GB'], relation: 'any' };
const asBranch: Grant = { roles: ['GB'], relation: 'any' };
const asReporter: Grant = { roles: [...RESIDENT, 'BL', 'VOL', ...HANDLERS], relation: 'reporter' };
const asRaisingOrg: Grant = { roles: HANDLERS, relation: 'own-org' };
const atDesk: Grant = { roles: OWN_DESKS, relation: 'desk' };

export const MATTER_PERMISSIONS: Readonly<Record<MatterAction, readonly Grant[]>> = {
  accept: [asCoordinator, atDesk],
  decline: [asCoordinator, atDesk],
  'appeal-decline': [asReporter, asRaisingOrg],
  merge: [asCoordinator, atDesk],
  reclassify: [asCoordinator, atDesk, asLead],
  assign: [asCoordinator, atDesk],
  'accept-assignment': [asLead],
  'return-assignment': [asLead],
  'rule-on-return': [asBranch],
  'record-contact': [asCoordinator, asHandler],
  'add-note': [asCoordinator, asHandler],
  'record-visit': [asCoordinator, asHandler],
  'open-tracks': [asCoordinator],
  'update-track': [asCoordinator, asHandler],
  'close-track': [asCoordinator, asHandler],
  'set-roles': [asCoordinator],
  'add-co-handler': [asCoordinator],
  'wait-for-requester': [asLead],
  'wait-for-external': [asLead],
  resume: [asLead, asCoordinator],
  reply: [asReporter, asRaisingOrg, asCoordinator],
  'request-extension': [asLead],
  'decide-extension': [asBranch],
  'request-parking': [asLead],
  'decide-parking': [asBranch],
  'end-parking': [asBranch, asLead],
  supervise: [asCoordinator],
  'flag-chronic': [asCoordinator],
  escalate: [asCoordinator, asLead],
  'report-done': [asLead],
  'take-follow-up': [{ roles: ['RC', 'GB'], relation: 'outside' }],
  'record-follow-up': [{ roles: ['RC', 'GB'], relation: 'outside' }],
  'answer-follow-up': [asReporter, asRaisingOrg],
  'rule-on-redo': [asBranch],
  'propose-explanation': [asBranch],
  'confirm-explanation': [{ roles: ['RC', 'GB'], relation: 'second-person' }],
  reopen: [asReporter, asRaisingOrg, asCoordinator],
  'ask-withdrawal': [asReporter, asRaisingOrg, asCoordinator],
  'decide-withdrawal': [
    { roles: ['RC'], relation: 'outside' },
    { roles: ['GB'], relation: 'outside' },
  ],
  urge: [asReporter, asRaisingOrg, asCoordinator],
  endorse: [{ roles: ['RES', 'OWN', 'BL', 'VOL', 'RC'], relation: 'any' }],
  'link-external': [asCoordinator, asLead],
  'hide-text': [asCoordinator],
  'change-consent': [asReporter, asCoordinator],
  'add-photo': [asReporter, asRaisingOrg, asCoordinator, asHandler],
  'correct-entry': [asCoordinator, { roles: ['BL', 'VOL'], relation: 'entered' }],
};

function isHandler(actor: Actor, facts: MatterFacts): boolean {
  const org = actor.post?.orgId;
  return org !== undefined && (org === facts.leadOrgId || facts.coHandlerOrgIds.includes(org));
}

function isReporter(actor: Actor, facts: MatterFacts): boolean {
  if (facts.provenByPin) return true;
  const person = personConcerned(actor);
  return person !== null && person === facts.reporterPersonId;
}

/** Whether the actor stands in a relation to the matter. */
export function stands(relation: Relation, actor: Actor, facts: MatterFacts): boolean {
  const org = actor.post?.orgId ?? null;
  switch (relation) {
    case 'any':
      return true;
    case 'reporter':
      return isReporter(actor, facts);
    case 'lead':
      return org !== null && org === facts.leadOrgId;
    case 'handler':
      return isHandler(actor, facts);
    case 'desk':
      return org !== null && facts.deskOrgIds.includes(org) && org !== facts.complainedOrgId;
    case 'outside':
      return (
        org !== null &&
        !isHandler(actor, facts) &&
        org !== facts.complainedOrgId &&
        org !== facts.reporterOrgId
      );
    case 'entered':
      return actor.personId !== null && actor.personId === facts.enteredByPersonId;
    case 'own-org':
      return org !== null && org === facts.reporterOrgId;
    case 'second-person':
      return facts.explanationProposedBy !== null && actor.personId !== facts.explanationProposedBy;
  }
}

/** Why the actor may not do it, or null when they may. Says nothing of the state; see {@link mayNow}. */
export function mayEver(actor: Actor, action: MatterAction, facts: MatterFacts): Refusal | null {
  const grants = MATTER_PERMISSIONS[action];
  if (grants.some((g) => g.roles.includes(actor.role) && stands(g.relation, actor, facts))) return null;
  const follows =
    action === 'take-follow-up' || action === 'record-follow-up' || action === 'decide-withdrawal';
  if (follows && grants.some((g) => g.roles.includes(actor.role))) {
    return refuse('matters.follow-up-by-own-organisation', { source: 'DOMAIN §4.1' }).refusal;
  }
  if (
    action === 'confirm-explanation' &&
    facts.explanationProposedBy !== null &&
    actor.personId === facts.explanationProposedBy
  ) {
    return refuse('matters.explanation-needs-second-person', { source: 'DOMAIN §4.1' }).refusal;
  }
  return refuse('matters.not-yours-to-do', { source: 'DOMAIN §3.16' }).refusal;
}

/** Why the actor may not do it now: permission first, then the state, then what the state alone does not say. */
export function mayNow(actor: Actor, action: MatterAction, facts: MatterFacts): Refusal | null {
  const never = mayEver(actor, action, facts);
  if (never) return never;
  if (!mayStart(action, facts.status)) {
    return refuse('matters.not-in-this-state', { source: 'DOMAIN §4.1' }).refusal;
  }
  return ruling(action, facts);
}

/** Escalated matters wait for one particular ruling; the others are refused until it is given. */
function ruling(action: MatterAction, facts: MatterFacts): Refusal | null {
  if (action === 'rule-on-return' && !facts.awaitsReturnRuling)
    return refuse('matters.no-return-to-rule-on').refusal;
  if (action === 'rule-on-redo' && !facts.awaitsRedoRuling)
    return refuse('matters.no-redo-to-rule-on').refusal;
  if (action === 'return-assignment' && facts.returnCount >= 2) {
    return refuse('matters.no-third-return', { source: 'DOMAIN §3.8' }).refusal;
  }
  if (action === 'confirm-explanation' && facts.explanationProposedBy === null) {
    return refuse('matters.no-explanation-proposed').refusal;
  }
  return null;
}

/** Rows somebody may list and search. `everything` is still one neighborhood, by row-level security. */
export type MatterScope =
  | { readonly kind: 'everything' }
  | {
      readonly kind: 'organisation';
      readonly orgId: string;
      readonly personId: string | null;
      readonly desk: boolean;
    }
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'nothing' };

/** What the actor may list (domain brief §3.16, §4.1): the filter that goes into the query. */
export function visibleTo(actor: Actor): MatterScope {
  const person = personConcerned(actor);
  switch (actor.role) {
    case 'RC':
    case 'GB':
    case 'ST':
    case 'AUD':
    case 'SYS':
      return { kind: 'everything' };
    case 'OC':
    case 'PC':
    case 'HO':
    case 'AG':
    case 'POL':
      if (!actor.post) return { kind: 'nothing' };
      return {
        kind: 'organisation',
        orgId: actor.post.orgId,
        personId: actor.personId,
        desk: actor.role === 'PC' || actor.role === 'OC',
      };
    default:
      return person ? { kind: 'person', personId: person } : { kind: 'nothing' };
  }
}

/** How much of the reporter the actor sees. */
export type ReporterView = 'FULL' | 'MASKED' | 'HIDDEN';

/**
 * What is beside the steps of a matter. `see-reporter` is the row "see reporter contact" of domain brief
 * §3.16: `self` the reporter only · `full` · `lead-not-complained` while one's organisation leads · `masked` ·
 * `reason` masked, and in full for a reason that is written down. `head` holds the organisation's head post.
 */
export const OTHER_PERMISSIONS = {
  'keep-calendar': { RC: 'head', GB: 'head', SYS: 'any' },
  'show-photo': { RC: 'any', GB: 'any' },
  'see-reporter': {
    ANON: 'self',
    RES: 'self',
    OWN: 'self',
    BL: 'self',
    VOL: 'self',
    RC: 'full',
    GB: 'full',
    OC: 'lead-not-complained',
    PC: 'lead-not-complained',
    HO: 'lead-not-complained',
    AG: 'lead-not-complained',
    POL: 'lead-not-complained',
    ST: 'masked',
    AUD: 'reason',
  },
} as const satisfies Record<OtherAction, Partial<Record<Role, string>>>;

/** Whether the actor may bring a photo before everybody, or take it off. */
export function mayOfferPhoto({ role, post }: Actor): boolean {
  return post !== null && role in OTHER_PERMISSIONS['show-photo'];
}

/** Why the actor may not keep the work calendar, or null. */
export function mayKeepCalendar({ role, post }: Actor): Refusal | null {
  const keeps = role === 'SYS' || (role in OTHER_PERMISSIONS['keep-calendar'] && post?.isHead);
  return keeps ? null : refuse('matters.calendar-not-yours').refusal;
}

/**
 * How much of the reporter the actor sees: the table above; besides, the reporter sees themselves, and the
 * party complained about never sees them, unless the reporter agreed (§3.12).
 */
export function reporterView(
  actor: Actor,
  facts: MatterFacts & { readonly revealReporter: boolean },
): ReporterView {
  if (isReporter(actor, facts)) return 'FULL';
  const org = actor.post?.orgId ?? null;
  if (org !== null && org === facts.complainedOrgId && !facts.revealReporter) return 'HIDDEN';
  const views: Partial<Record<Role, string>> = OTHER_PERMISSIONS['see-reporter'];
  const view = views[actor.role];
  if (view === 'full') return 'FULL';
  if (view === 'masked' || view === 'reason') return 'MASKED';
  return view === 'lead-not-complained' && org !== null && org === facts.leadOrgId ? 'FULL' : 'HIDDEN';
}

/** Whether the actor may be shown the reporter's phone for a reason that is written down. */
export function mayReadContact(
  actor: Actor,
  facts: MatterFacts & { readonly revealReporter: boolean },
): boolean {
  const view = reporterView(actor, facts);
  return view === 'FULL' || (view === 'MASKED' && actor.role === 'AUD');
}

/** Ways in, and who may use them (§3.16, "raise matter"): street and auditor raise nothing. */
export const INTAKE_PERMISSIONS: Readonly<Record<Channel, readonly Role[]>> = {
  WEB: ['ANON', 'RES', 'OWN', 'BL', 'VOL', 'RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL'],
  PHONE: ['RC', 'GB', 'PC'],
  DESK: ['RC', 'GB', 'PC', 'OC'],
  PAPER: ['RC', 'GB', 'BL', 'VOL'],
  PATROL: ['BL', 'VOL', 'RC', 'GB', 'SYS'],
  ORGANISATION: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'VOL', 'BL'],
  HOTLINE: ['RC', 'GB', 'PC'],
};

/** Why the actor may not raise a matter this way, or null. */
export function mayRaise(actor: Actor, channel: Channel): Refusal | null {
  if (INTAKE_PERMISSIONS[channel].includes(actor.role)) return null;
  return refuse('matters.not-yours-to-raise', { source: 'DOMAIN §3.16' }).refusal;
}
