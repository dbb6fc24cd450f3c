/** Who may look at what others do (domain brief §3.16, columns ST and AUD). Pure. */
import type { Actor, Role } from '#kernel/actor.ts';
import type { CommandRules } from '#kernel/command-rule.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';

export type OversightAction =
  | 'read-permissions'
  | 'read-trail'
  | 'export-trail'
  | 'verify-chain'
  | 'read-levels';

/** `head`: only in the post of the organisation's head. */
type Scope = Readonly<Partial<Record<Role, 'any' | 'head'>>>;

const TRAIL_READERS: Scope = { RC: 'head', GB: 'head', AUD: 'any' };

export const OVERSIGHT_PERMISSIONS: Readonly<Record<OversightAction, Scope>> = {
  'read-permissions': {
    BL: 'any',
    VOL: 'any',
    RC: 'any',
    GB: 'any',
    OC: 'any',
    PC: 'any',
    HO: 'any',
    AG: 'any',
    POL: 'any',
    ST: 'any',
    AUD: 'any',
  },
  'read-trail': TRAIL_READERS,
  'export-trail': TRAIL_READERS,
  'verify-chain': TRAIL_READERS,
  'read-levels': { ST: 'any', AUD: 'any' },
};

/** Who may start each command: file name in commands/ → action. */
export const COMMAND_RULES: CommandRules<OversightAction> = {
  'export-trail': 'export-trail',
  'record-verification': 'verify-chain',
};

/** Whether the actor may look at it. */
export function mayOversee(actor: Actor, action: OversightAction): Result<void> {
  const scope = actor.post ? OVERSIGHT_PERMISSIONS[action][actor.role] : undefined;
  const granted = scope === 'any' || (scope === 'head' && actor.post?.isHead === true);
  return granted ? ok() : refuse('oversight.not-yours-to-read', { source: 'DOMAIN §3.16' });
}
