import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { addWorkdays, dateKey, type WorkCalendar } from '#kernel/work-calendar.ts';
import type { RulesInForce } from '#modules/agreements/contract/rules-of-procedure.ts';
import { DECISION_EVENTS } from '#modules/matters/contract.ts';
import { tellDecision } from '#modules/matters/facade.server.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { RESOLUTION_EVENTS, RESOLUTION_SUBJECTS, type RecordedData } from '../contract.ts';
import type { RecordResolution } from '../forms/resolutions.ts';
import { readDueDay } from '../rules/lights.ts';
import { insertMatters, insertWait } from '../store/linked.ts';
import { insertResolution, nextNumber } from '../store/resolutions.ts';
import { holderOf } from './steps/known-action.ts';

export type Recorded = { readonly id: string; readonly code: string };

/**
 * Writes a resolution that may be recorded, for a command that has asked its own permission: a meeting that is in
 * session and quorate. The matters it came from get a line on their timeline, which their reporters read.
 *
 * @param rules the version it is resolved under; its numbers hold for it whatever is adopted later
 * @returns refusals: a phone or the like in what everybody reads; a post that is not there or has nobody; 「尽快」 or
 *   another due day that is none, has gone by or is no working day.
 * @source domain brief §4.4, fixture 9
 */
export async function adoptResolution(
  tx: Tx,
  input: RecordResolution,
  rules: RulesInForce,
): Promise<Result<Recorded>> {
  const { post } = tx.actor;
  if (!post) return refuse('resolutions.not-yours-to-record');
  const calendar = await loadCalendar(tx);
  const acceptBy = addWorkdays(calendar, tx.now, rules.numbers.acceptWorkdays);
  const personal = saysTooMuch(input);
  if (personal) return personal;
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
      meeting_id: input.meetingId ?? null,
      agenda_item_id: input.agendaItemId ?? null,
      rules_version_id: rules.id,
      recorded_at: tx.now,
      recorded_by_post_id: post.postId,
    },
    actions.value.map((action) => ({
      ...action,
      accept_due_at: acceptBy.known ? acceptBy.value : null,
    })),
  );
  await ordered(tx, input, actions.value);
  await tx.publicPagesChanged();
  const news = { decision: code, text: input.text };
  const matterIds = await tellDecision(tx, input.matterIds, DECISION_EVENTS.made, news);
  await insertMatters(tx, input.id, matterIds);
  const data: RecordedData = {
    code,
    meetingId: input.meetingId ?? null,
    matterIds,
    actions: actions.value.map(({ id, lead_org_id, post_id }) => ({
      id,
      leadOrgId: lead_org_id,
      postId: post_id,
    })),
  };
  await appendEvent(tx, {
    subjectKind: RESOLUTION_SUBJECTS.resolution,
    subjectId: input.id,
    kind: RESOLUTION_EVENTS.recorded,
    to: 'ADOPTED',
    data,
  });
  return ok({ id: input.id, code });
}

/** What was resolved is read by everybody: no phone, plate or room stands in it. */
function saysTooMuch({ text, actions }: RecordResolution): Result<never> | null {
  const fields: [string, string][] = [
    ['text', text],
    ...actions.flatMap(({ task, measure }, at): [string, string][] => [
      [`task${at + 1}`, task],
      [`measure${at + 1}`, measure],
    ]),
  ];
  const found = fields.find(([, said]) => findPersonalData(said).length > 0);
  return found ? refuse('resolutions.personal-data', { field: found[0], source: 'fixture 10' }) : null;
}

/** Which action waits for which. */
async function ordered(tx: Tx, input: RecordResolution, rows: readonly { readonly id: string }[]) {
  for (const [at, { after }] of input.actions.entries()) {
    const waiter = rows[at];
    const awaited = after === undefined ? undefined : rows[after - 1];
    if (waiter && awaited) await insertWait(tx, waiter.id, awaited.id);
  }
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
    if ((await holderOf(tx, post.id)) === null)
      return refuse('resolutions.post-vacant', { field: `post${n}`, source: 'fixture 9' });
    if (action.after !== undefined && action.after >= n)
      return refuse('resolutions.no-such-action', { field: `after${n}` });
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
