import type { Role } from '#kernel/actor.ts';

/** Whether acting in a role needs a second factor, and why. The words of a reason: `second-factor.why.<reason>`. */
export type SecondFactorDemand = { readonly demanded: boolean; readonly reason: string };

const SEES_CONTACTS: SecondFactorDemand = { demanded: true, reason: 'contacts' };
const SEES_NOBODY: SecondFactorDemand = { demanded: false, reason: 'nobody' };

/**
 * Who must sign in with two steps: whoever acts in a role that may see how to reach somebody, who owns what,
 * or who belongs to the party (domain brief §3.13: grade protection level 2; the permission table of §3.16).
 * Others may.
 */
export const SECOND_FACTOR_DEMANDS: Readonly<Record<Role, SecondFactorDemand>> = {
  RC: SEES_CONTACTS,
  GB: { demanded: true, reason: 'members' },
  OC: { demanded: true, reason: 'owners' },
  PC: { demanded: true, reason: 'leads' },
  HO: { demanded: true, reason: 'leads' },
  AG: { demanded: true, reason: 'leads' },
  POL: { demanded: true, reason: 'leads' },
  ST: { demanded: true, reason: 'oversight' },
  AUD: { demanded: true, reason: 'oversight' },
  BL: SEES_NOBODY,
  VOL: SEES_NOBODY,
  OWN: SEES_NOBODY,
  RES: SEES_NOBODY,
  ANON: SEES_NOBODY,
  SYS: SEES_NOBODY,
};

/** Whether acting in this role needs a second factor. */
export function needsSecondFactor(role: Role): boolean {
  return SECOND_FACTOR_DEMANDS[role].demanded;
}
