import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays, dateKey, type WorkCalendar } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { RESOLUTION_EVENTS, RESOLUTION_SUBJECTS } from '../contract.ts';
import type { RecordResolution } from '../forms/resolutions.ts';
import { mayRecord } from '../permissions.ts';
import { readDueDay } from '../rules/lights.ts';
import { insertResolution, nextNumber } from '../store/resolutions.ts';

export type Recorded = { readonly id: string; readonly code: string };

/**
 * Records what a joint meeting resolved, with every action on a post of an organisation, a working day and a
 * measure of success; each organisation is then asked to take its actions on. It is kept under the rules of
 * procedure in force on the day of the meeting.
 *
 * @returns refusals: not the general branch; no rules in force on that day; a meeting to come; a post that is not
 *   there; 「尽快」 or another due day that is none, has gone by or is no working day.
 * @source seed S13 「落实到有关部门和责任人」; domain brief §4.4, fixture 9
 */
export async function recordResolution(tx: Tx, input: RecordResolution): Promise<Result<Recorded>> {
  const refusal = mayRecord(tx.actor);
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('resolutions.not-yours-to-record');
  const today = dateKey(tx.now);
  if (input.resolvedOn > today) return refuse('resolutions.meeting-to-come', { field: 'resolvedOn' });
  const rules = await rulesInForce(tx, input.resolvedOn);
  if (!rules) return refuse('resolutions.no-rules', { field: 'resolvedOn', source: 'DOMAIN §4.5' });
  const calendar = await loadCalendar(tx);
  const acceptBy = addWorkdays(calendar, tx.now, rules.numbers.acceptWorkdays);
  const actions = await actionsOf(tx, input, calendar);
  if (!actions.ok) return actions;
  const year = input.resolvedOn.slice(0, 4);
  const code = `R-${year}-${String(await nextNumber(tx, year)).padStart(2, '0')}`;
  await insertResolution(
    tx,
    {
      id: input.id,
      code,
      meeting: input.meeting,
      resolved_on: input.resolvedOn,
      text: input.text,
      rules_version_id: rules.id,
      recorded_at: tx.now,
      recorded_by_post_id: post.postId,
    },
    actions.value.map((action) => ({
      ...action,
      accept_due_at: acceptBy.known ? acceptBy.value : null,
    })),
  );
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.resolution,
    subjectId: input.id,
    kind: RESOLUTION_EVENTS.recorded,
    to: 'IN_EFFECT',
    data: {
      code,
      actions: actions.value.map(({ id, lead_org_id, post_id }) => ({ id, lead_org_id, post_id })),
    },
  });
  return ok({ id: input.id, code });
}

/** The rows of the actions, each with the organisation of its post and the day read. */
async function actionsOf(tx: Tx, input: RecordResolution, calendar: WorkCalendar) {
  const posts = await postsByIds(
    tx,
    input.actions.map((action) => action.postId),
  );
  const rows = [];
  for (const [at, action] of input.actions.entries()) {
    const n = at + 1;
    const post = posts.get(action.postId);
    if (!post) return refuse('resolutions.no-such-post', { field: `post${n}` });
    const due = readDueDay(action.due, dateKey(tx.now), calendar, `due${n}`);
    if (!due.ok) return due;
    rows.push({
      id: action.id ?? tx.newId(),
      resolution_id: input.id,
      number: n,
      task: action.task,
      measure: action.measure,
      lead_org_id: post.orgId,
      post_id: post.id,
      due_on: due.value,
      first_due_on: due.value,
      state: 'PROPOSED' as const,
    });
  }
  return ok(rows);
}
