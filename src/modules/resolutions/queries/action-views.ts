import { dateKey } from '#kernel/work-calendar.ts';
import { rulesVersion } from '#modules/agreements/facade.server.ts';
import { organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { PublicAction } from '../contract.ts';
import { lightOf } from '../rules/lights.ts';
import { stillOpen, waitsOf } from '../store/linked.ts';
import type { ActionWithResolution } from '../store/resolutions.ts';

const NOBODY = { nameZh: '—', nameEn: '—' };

/** Actions as everybody may read them, each with its light by the rules it was resolved under. */
export async function publicActions(tx: Tx, rows: readonly ActionWithResolution[]): Promise<PublicAction[]> {
  const calendar = await loadCalendar(tx);
  const orgs = await organisationsByIds(tx, [...new Set(rows.map((row) => row.lead_org_id))]);
  const posts = await postsByIds(tx, [...new Set(rows.map((row) => row.post_id))]);
  const days = await lightDays(tx, rows);
  const waits = stillOpen(
    await waitsOf(
      tx,
      rows.map((row) => row.id),
    ),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.number,
    task: row.task,
    measure: row.measure,
    meeting: row.meeting,
    resolvedOn: row.resolved_on,
    lead: { id: row.lead_org_id, ...(orgs.get(row.lead_org_id) ?? NOBODY) },
    post: posts.get(row.post_id) ?? NOBODY,
    postId: row.post_id,
    dueOn: row.due_on,
    state: row.state,
    light: lightOf(
      {
        state: row.state,
        dueOn: row.due_on,
        reportedOn: row.submitted_at && dateKey(row.submitted_at),
      },
      dateKey(tx.now),
      calendar,
      days.get(row.rules_version_id) ?? { warn: 0, red: 0 },
    ),
    struckOffOn: row.struck_off_at && dateKey(row.struck_off_at),
    reopenedTimes: row.reopened_times,
    waitsFor: waits.filter((one) => one.action_id === row.id).map(({ code, number }) => `${code}/${number}`),
  }));
}

async function lightDays(tx: Tx, rows: readonly ActionWithResolution[]) {
  const days = new Map<string, { warn: number; red: number }>();
  for (const id of new Set(rows.map((row) => row.rules_version_id))) {
    const rules = await rulesVersion(tx, id);
    if (rules) days.set(id, { warn: rules.numbers.warnWorkdays, red: rules.numbers.redWorkdays });
  }
  return days;
}
