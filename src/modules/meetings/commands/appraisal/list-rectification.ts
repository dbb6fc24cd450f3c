import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey, isWorkday } from '#kernel/work-calendar.ts';
import { holdersOf, postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { ListRectification } from '../../forms/appraisal.ts';
import { replaceRectifications, updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { appraisalFor } from './appraisal-for.part.ts';

/**
 * Lists what is to be put right: each with an organisation, the person who holds the post that answers for it, a
 * working day and a measure, under what the appraisal comes to. It may be listed anew until it is published.
 *
 * @returns refusals: not theirs, or their own work; not counted yet, or published; changed meanwhile; a post that is
 *   not there or that nobody holds; nothing said of what it comes to; a day gone by, or no working day.
 * @source domain brief §4.3 "rectification list → 4.4"; seed S13
 */
export async function listRectification(tx: Tx, input: ListRectification): Promise<Result<void>> {
  const found = await appraisalFor(tx, 'list-rectification', input.id, input.version);
  if (!found.ok) return found;
  if (input.items.length > 0 && input.conclusion.length < 4)
    return refuse('meetings.conclusion-missing', { field: 'conclusion', source: 'DOMAIN §4.3' });
  const rows = await rowsOf(tx, input);
  if (!rows.ok) return rows;
  await replaceRectifications(tx, input.id, rows.value);
  await updateAppraisal(tx, input.id, { conclusion: input.conclusion });
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: input.id,
    kind: APPRAISAL_EVENTS.rectificationListed,
    data: { items: rows.value.length },
  });
  return ok();
}

async function rowsOf(tx: Tx, { items }: ListRectification) {
  const today = dateKey(tx.now);
  const calendar = await loadCalendar(tx);
  const postIds = items.map((item) => item.postId);
  const posts = await postsByIds(tx, postIds);
  const holders = await holdersOf(tx, postIds, today);
  const rows = [];
  for (const [at, { task, measure, postId, dueOn }] of items.entries()) {
    const number = at + 1;
    const post = posts.get(postId);
    if (!post) return refuse('meetings.no-such-post', { field: `post${number}` });
    const holder = holders.get(postId);
    if (holder?.as !== 'HOLDER')
      return refuse('meetings.nobody-in-post', { field: `post${number}`, source: 'seed S13' });
    const workday = isWorkday(calendar, dueOn);
    if (dueOn <= today || !workday.known || !workday.value)
      return refuse('meetings.due-no-workday', { field: `due${number}`, source: 'DOMAIN §4.4' });
    const named = { org_id: post.orgId, post_id: postId, person_id: holder.personId };
    rows.push({ ...named, id: tx.newId(), number, task, measure, due_on: dueOn });
  }
  return ok(rows);
}
