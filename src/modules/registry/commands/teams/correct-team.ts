import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { ORGANISATION_EVENTS, ORGANISATION_SUBJECTS } from '../../contract/organisations.ts';
import type { TwoNames } from '../../contract.ts';
import { mayKeep } from '../../permissions.ts';
import { soundNames, soundText } from '../../rules/organisations/typed.ts';
import { keptTeam, updateTeam } from '../../store/organisations/kept-teams.ts';

export type CorrectTeam = TwoNames & {
  readonly teamId: string;
  readonly version: number;
  /** When it meets, in words. */
  readonly scheduleZh: string;
  readonly scheduleEn: string;
};

/**
 * Puts a team's names or times right.
 *
 * @returns refusals `registry.not-a-keeper`, `registry.team-unknown`, `registry.changed-meanwhile`,
 *   `registry.name-missing`, `registry.name-too-long`.
 */
export async function correctTeam(tx: Tx, given: CorrectTeam): Promise<Result<void>> {
  const may = mayKeep(tx.actor, 'keep-team');
  if (!may.ok) return may;
  const team = isUuid(given.teamId) ? await keptTeam(tx, given.teamId, true) : null;
  if (!team) return refuse('registry.team-unknown');
  if (team.version !== given.version) return refuse('registry.changed-meanwhile');
  const names = soundNames(given);
  if (!names.ok) return names;
  const zh = soundText(given.scheduleZh, 'scheduleZh');
  if (!zh.ok) return zh;
  const en = soundText(given.scheduleEn, 'scheduleEn');
  if (!en.ok) return en;
  await updateTeam(tx, team.id, {
    name_zh: names.value.nameZh,
    name_en: names.value.nameEn,
    schedule_zh: zh.value,
    schedule_en: en.value || zh.value,
  });
  await appendEvent(tx, {
    subjectKind: ORGANISATION_SUBJECTS.team,
    subjectId: team.id,
    kind: ORGANISATION_EVENTS.teamCorrected,
    data: { before: { nameZh: team.nameZh, scheduleZh: team.scheduleZh } },
  });
  return ok();
}
