/** What has to be known of an escalation before anybody may touch it, from what hangs on it. Pure. */
import type { EscalationFacts, EscalationFlag, EscalationState, WhistleState } from '../contract.ts';

export type Around = {
  readonly whistles: readonly { readonly org_id: string; readonly state: WhistleState }[];
  readonly decisions: readonly { readonly ended_at: Date | null }[];
  readonly procedures: readonly { readonly ended_at: Date | null }[];
};

export function factsFrom(
  state: EscalationState,
  matter: { readonly leadOrgId: string | null; readonly reporterOrgId: string | null },
  around: Around,
): EscalationFacts {
  const holds: Readonly<Record<EscalationFlag, boolean>> = {
    procedureOpen: around.procedures.some((one) => one.ended_at === null),
    decisionOpen: around.decisions.some((one) => one.ended_at === null),
    whistleOpen: around.whistles.some((one) => one.state === 'SENT' || one.state === 'ACKNOWLEDGED'),
  };
  return {
    state,
    leadOrgId: matter.leadOrgId,
    reporterOrgId: matter.reporterOrgId,
    whistledOrgIds: around.whistles.map((one) => one.org_id),
    flags: new Set((Object.keys(holds) as EscalationFlag[]).filter((flag) => holds[flag])),
  };
}
