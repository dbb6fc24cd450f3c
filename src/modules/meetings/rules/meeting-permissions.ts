/** Who may do what with bodies and meetings (domain brief §3.16, rows "convene" and "sign"; §4.3), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { BodyKind } from '../contract/bodies.ts';
import { MEETING_STEPS, type MeetingAction, type MeetingFacts } from '../contract/meetings.ts';

/**
 * `convener` somebody of the organisation that calls the meeting · `convener-head` its head · `secretary` the
 * meeting's secretary or the convener · `seat` somebody of an organisation with a seat · `seat-head` its head.
 */
type Relation = 'convener' | 'convener-head' | 'secretary' | 'seat' | 'seat-head';
type Grant = { readonly roles: readonly Role[]; readonly as: Relation };

const PARTIES: readonly Role[] = ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'VOL'];
const asConvener: readonly Grant[] = [{ roles: ['GB', 'RC', 'OC'], as: 'convener' }];
const asConvenerHead: readonly Grant[] = [{ roles: ['GB', 'RC', 'OC'], as: 'convener-head' }];
/** A clerk of the residents' committee may write for the general branch. */
const asSecretary: readonly Grant[] = [{ roles: ['GB', 'RC', 'OC'], as: 'secretary' }];
const asSeat: readonly Grant[] = [{ roles: PARTIES, as: 'seat' }];
const asSeatHead: readonly Grant[] = [{ roles: PARTIES, as: 'seat-head' }];

/**
 * Who constitutes and convenes each kind of body: the joint meeting and the pre-stages the general branch, 三会 the
 * residents' committee (domain brief §3.6).
 */
export const CONVENING_ROLES: Readonly<Record<BodyKind, Role>> = {
  JOINT_MEETING: 'GB',
  ENLARGED_MEETING: 'GB',
  PROPERTY_FORUM: 'GB',
  RESIDENTS_FORUM: 'RC',
  COORDINATION: 'RC',
  OWNERS_COMMITTEE: 'OC',
  TOPIC_SOLICITATION: 'GB',
  DEMOCRATIC_TALK: 'GB',
  SUPERVISION_REVIEW: 'GB',
};

export const MEETING_PERMISSIONS: Readonly<Record<MeetingAction, readonly Grant[]>> = {
  'constitute-body': asConvener,
  'seat-body': asConvener,
  'plan-meeting': asConvener,
  'open-agenda': asSecretary,
  'fix-agenda': asSecretary,
  'reopen-agenda': asSecretary,
  'send-notice': asConvener,
  'open-session': asSecretary,
  'close-session': asSecretary,
  'close-inquorate': asSecretary,
  'send-minutes': asSecretary,
  'redraft-minutes': asSecretary,
  'sign-minutes': asConvenerHead,
  'publish-minutes': asSecretary,
  'archive-meeting': asConvener,
  'postpone-meeting': asConvener,
  'set-new-day': asConvener,
  'cancel-meeting': asConvener,
  'ask-topic': asSeat,
  'settle-topic': asSecretary,
  'put-on-agenda': asSecretary,
  'change-agenda': asSecretary,
  'reply-invitation': asSeat,
  'record-attendance': asSecretary,
  'keep-attendance-sheet': asSecretary,
  'say-here': asSeat,
  'write-item': asSecretary,
  'write-position': asSeat,
  recuse: asSeat,
  'take-item': asSecretary,
  'conclude-item': asSecretary,
  'resolve-item': asSecretary,
  'defer-item': asSecretary,
  'write-remarks': asSecretary,
  'review-minutes': asSeatHead,
  'add-addendum': asSecretary,
};

/** Who may start each command: file name in commands/ → action. */
export const MEETING_COMMANDS: CommandRules<MeetingAction> = {
  'constitute-body': 'constitute-body',
  'seat-body': 'seat-body',
  'plan-meeting': 'plan-meeting',
  'plan-series': 'plan-meeting',
  'move-meeting': MEETING_STEPS,
  'move-patch.part': 'PART',
  'gather-meeting.part': 'PART',
  'tell-escalation.part': 'PART',
  'minutes-text.part': 'PART',
  'offer-minutes.part': 'PART',
  'ask-topic': 'ask-topic',
  'settle-topic': 'settle-topic',
  'put-on-agenda': 'put-on-agenda',
  'change-agenda': 'change-agenda',
  'reply-invitation': 'reply-invitation',
  'record-attendance': 'record-attendance',
  'keep-attendance-sheet': 'keep-attendance-sheet',
  'say-here': 'say-here',
  'write-item': 'write-item',
  'write-position': 'write-position',
  recuse: 'recuse',
  'take-item': 'take-item',
  'conclude-item': 'conclude-item',
  'resolve-item': 'resolve-item',
  'defer-item': 'defer-item',
  'write-remarks': 'write-remarks',
  'review-minutes': 'review-minutes',
  'add-addendum': 'add-addendum',
  'publish-approved-minutes': 'publish-minutes',
  'fire-timers': 'PROGRAM',
  // Everybody their own calendar's link, and nobody else's.
  'make-calendar-link': 'ANYBODY',
  'revoke-calendar-link': 'ANYBODY',
};

function stands(as: Relation, actor: Actor, facts: MeetingFacts): boolean {
  const { post } = actor;
  if (!post) return false;
  const isConvener = post.orgId === facts.convenerOrgId;
  if (as === 'convener') return isConvener;
  if (as === 'convener-head') return isConvener && post.isHead;
  if (as === 'secretary') return isConvener || post.postId === facts.secretaryPostId;
  return facts.seatOrgIds.includes(post.orgId) && (as === 'seat' || post.isHead);
}

/** Whether the actor stands where the action asks for. Says nothing of the meeting's state. */
export function standsFor(actor: Actor, action: MeetingAction, facts: MeetingFacts): boolean {
  return MEETING_PERMISSIONS[action].some(
    (grant) => grant.roles.includes(actor.role) && stands(grant.as, actor, facts),
  );
}

/** Why the actor may never do this with the meeting, or null. */
export function mayMeet(actor: Actor, action: MeetingAction, facts: MeetingFacts): Refusal | null {
  if (standsFor(actor, action, facts)) return null;
  return refuse('meetings.not-yours', { source: 'DOMAIN §3.16' }).refusal;
}

/** Whether the actor may constitute a body of a kind, for their own organisation as its convener. */
export function mayConstitute(actor: Actor, kind: BodyKind): Refusal | null {
  if (actor.post && actor.role === CONVENING_ROLES[kind]) return null;
  return refuse('meetings.not-yours-to-convene', { field: 'kind', source: 'DOMAIN §3.16' }).refusal;
}

/** Whether the actor reads the desk's pages of meetings: every party, street and auditor. */
export function readsMeetings(actor: Actor): boolean {
  return actor.post !== null && ([...PARTIES, 'ST', 'AUD'] as Role[]).includes(actor.role);
}
