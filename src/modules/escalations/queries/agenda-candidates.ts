import { type ClimbingMatter, climbingMatters } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Forum, Trigger } from '../contract.ts';
import {
  awaitingMeeting,
  escalationById,
  escalationsByIds,
  mattersUnderWay,
  triggersOfAll,
} from '../store/escalations.ts';

/** An escalation that waits for a meeting, with the facts of its one-page brief. */
export type AgendaEscalation = {
  readonly id: string;
  readonly forum: Forum;
  /** Within days (§4.2): by when; null: a regular meeting. */
  readonly adHocBy: Date | null;
  readonly isAdHoc: boolean;
  readonly triggers: readonly Trigger[];
  /** The general branch's assessment, or why it goes to a meeting. */
  readonly background: string;
  /** The agenda it stands on already. */
  readonly meetingId: string | null;
  readonly matter: ClimbingMatter;
};

/** Escalations that wait for a meeting, ad hoc ones first. For the meeting, which asks its own permission. */
export async function agendaCandidates(tx: Tx): Promise<AgendaEscalation[]> {
  const rows = await awaitingMeeting(tx);
  const ids = rows.map((row) => row.id);
  const matters = await climbingMatters(
    tx,
    rows.map((row) => row.matter_id),
  );
  const triggers = Map.groupBy(await triggersOfAll(tx, ids), (one) => one.escalation_id);
  return rows.flatMap((row) => {
    const matter = matters.get(row.matter_id);
    if (!matter) return [];
    const { id, forum, ad_hoc_due_at: adHocBy, meeting_id: meetingId } = row;
    const why = [...new Set((triggers.get(id) ?? []).map(({ trigger }) => trigger))];
    const background = row.assessment ?? row.reason ?? '';
    const isAdHoc = row.state === 'AD_HOC';
    return [{ id, forum: forum ?? 'JOINT', adHocBy, isAdHoc, triggers: why, background, meetingId, matter }];
  });
}

/** The matter an escalation is about; null: not there. */
export async function matterOfEscalation(tx: Tx, id: string): Promise<string | null> {
  return (await escalationById(tx, id))?.matter_id ?? null;
}

/** The matter each escalation is about; unknown ids are left out. */
export async function mattersOfEscalations(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await escalationsByIds(tx, ids);
  return new Map(rows.map((row) => [row.id, row.matter_id]));
}

/** Matters for which a way was chosen and is being gone: no agenda has to be filled with them again. */
export async function mattersTakenUp(tx: Tx): Promise<Set<string>> {
  return new Set(await mattersUnderWay(tx));
}
