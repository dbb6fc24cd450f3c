/** Who looks after personal data (domain brief §3.12, §3.16). Read by the guard, the pages and the tests. Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';

export const PRIVACY_ACTIONS = [
  'ask-about-own-data',
  'see-own-data',
  'help-with-own-data',
  'answer-requests',
  'see-retention',
  'decide-retention',
  'hold',
] as const;
export type PrivacyAction = (typeof PRIVACY_ACTIONS)[number];

/** `self`: signed in, for oneself, never on somebody's behalf · `head`: in the post of the organisation's head. */
type Grant = 'any' | 'head' | 'self';
type Grants = Readonly<Partial<Record<Role, Grant>>>;

const EVERYBODY: Grants = {
  RES: 'self',
  OWN: 'self',
  BL: 'self',
  VOL: 'self',
  RC: 'self',
  GB: 'self',
  OC: 'self',
  PC: 'self',
  HO: 'self',
  AG: 'self',
  POL: 'self',
  ST: 'self',
  AUD: 'self',
};
const COORDINATORS: Grants = { RC: 'any', GB: 'any' };
const HEADS: Grants = { RC: 'head', GB: 'head' };

export const PRIVACY_PERMISSIONS: Readonly<Record<PrivacyAction, Grants>> = {
  'ask-about-own-data': EVERYBODY,
  'see-own-data': EVERYBODY,
  'help-with-own-data': COORDINATORS,
  'answer-requests': COORDINATORS,
  'see-retention': { ...COORDINATORS, AUD: 'any' },
  'decide-retention': HEADS,
  hold: HEADS,
};

/** Whether the actor may do this. */
export function mayLookAfterData(actor: Actor, action: PrivacyAction): Result<void> {
  const grant = PRIVACY_PERMISSIONS[action][actor.role];
  // A proxy reports for somebody; what is held about a person is for that person alone.
  if (grant === 'self' && actor.onBehalfOf !== null)
    return refuse('privacy.not-by-proxy', { source: 'PIPL art. 45' });
  const granted =
    (grant === 'self' && actor.personId !== null) ||
    (grant === 'any' && actor.post !== null) ||
    (grant === 'head' && actor.post?.isHead === true);
  return granted ? ok() : refuse('privacy.not-yours', { source: 'DOMAIN §3.16' });
}

/** Which permission guards each command. */
export const COMMAND_RULES: CommandRules<PrivacyAction> = {
  'ask-request': 'ask-about-own-data',
  'withdraw-request': 'ask-about-own-data',
  'answer-request': 'answer-requests',
  'change-my-consent': 'ask-about-own-data',
  'print-own-data': 'help-with-own-data',
  'set-hold': 'hold',
  'lift-hold': 'hold',
  'set-period': 'decide-retention',
  'decide-retention': 'decide-retention',
  'carry-out-retention': 'PROGRAM',
  'list-past': 'PART',
};
