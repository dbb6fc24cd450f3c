/** Who may do what with a hearing (domain brief §3.6, §3.16 "convene 三会"), as data. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { type Refusal, refuse } from '#kernel/result.ts';
import type { HearingAction } from '../../contract/hearing.ts';

/** `any` post · `self` for oneself · `decider` of the organisation that decides afterwards. */
type Grant = { readonly roles: readonly Role[]; readonly as: 'any' | 'self' | 'decider' };

/** The residents' committee convenes the three kinds of meetings; its hearing group stands under its director. */
const CONVENER: readonly Grant[] = [{ roles: ['RC'], as: 'any' }];
/** Residents, with or without an account. */
const RESIDENTS: readonly Role[] = ['ANON', 'RES', 'OWN', 'BL', 'VOL'];

export const HEARING_PERMISSIONS: Readonly<Record<HearingAction, readonly Grant[]>> = {
  'announce-hearing': CONVENER,
  'sign-up': [{ roles: RESIDENTS, as: 'self' }],
  'sign-up-for-others': [{ roles: ['RC', 'GB', 'BL'], as: 'any' }],
  'withdraw-sign-up': [
    { roles: ['RES', 'OWN', 'BL', 'VOL'], as: 'self' },
    { roles: ['RC'], as: 'any' },
  ],
  'seat-participants': CONVENER,
  'set-hearing': CONVENER,
  'postpone-hearing': CONVENER,
  'cancel-hearing': CONVENER,
  'enter-opinion': CONVENER,
  'hold-hearing': CONVENER,
  'answer-opinion': [
    { roles: ['RC'], as: 'any' },
    { roles: ['GB', 'OC', 'PC', 'HO', 'AG'], as: 'decider' },
  ],
  'publish-answers': CONVENER,
};

/** Who may start each command of a hearing: file name in commands/ → action. */
export const HEARING_COMMANDS: CommandRules<HearingAction> = {
  'announce-hearing': 'announce-hearing',
  'publish-approved-announcement': 'announce-hearing',
  'sign-up': ['sign-up', 'sign-up-for-others'],
  'withdraw-sign-up': 'withdraw-sign-up',
  'seat-participants': 'seat-participants',
  'reveal-sign-up-phone': 'seat-participants',
  'move-round': ['set-hearing', 'postpone-hearing', 'cancel-hearing', 'hold-hearing'],
  'enter-opinion': 'enter-opinion',
  'answer-opinion': 'answer-opinion',
  'publish-answers': 'publish-answers',
  'publish-approved-answers': 'publish-answers',
  'plain-words.part': 'PART',
};

/** Who somebody is to a hearing. */
export type HearingRelation = { readonly deciderOrgId?: string; readonly signUpPersonId?: string | null };

/** Why the actor may never take this step with this hearing, or null. Says nothing of its state. */
export function mayHear(actor: Actor, action: HearingAction, to: HearingRelation = {}): Refusal | null {
  const granted = HEARING_PERMISSIONS[action].some(({ roles, as }) => {
    if (!roles.includes(actor.role)) return false;
    if (as === 'any') return actor.post !== null;
    if (as === 'decider') return actor.post !== null && actor.post.orgId === to.deciderOrgId;
    return action === 'sign-up' || (actor.personId !== null && actor.personId === to.signUpPersonId);
  });
  return granted ? null : refuse('meetings.hearing-not-yours', { source: 'DOMAIN §3.16' }).refusal;
}
