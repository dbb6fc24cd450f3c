import { ok, type Result } from '#kernel/result.ts';
import { addDays } from '#kernel/work-calendar.ts';
import { matterIdByCode } from '#modules/matters/facade.server.ts';
import { noticeIdByNumber, publicNoticeIdByNumber } from '#modules/notices/facade.server.ts';
import { postsOf } from '#modules/registry/facade.server.ts';
import { type TrailCursor, type TrailFilter, trailEntries } from '#platform/audit/trail.ts';
import type { Tx } from '#platform/db/database.ts';
import { momentOf } from '#platform/i18n/dates.ts';
import { mayOversee } from '../permissions.ts';
import { cursorText, type TrailQuestion } from '../rules/trail-question.ts';
import { namedLines, type TrailLine } from './trail-names.ts';

export type TrailPage = {
  readonly lines: readonly TrailLine[];
  /** Where the next page begins; null on the last one. */
  readonly next: string | null;
  readonly nextCursor: TrailCursor | null;
};

/** What happened, newest first, one page; a refusal for whoever may not read the trail. */
export async function trailList(
  tx: Tx,
  question: TrailQuestion,
  after: TrailCursor | null,
  limit: number,
): Promise<Result<TrailPage>> {
  const may = mayOversee(tx.actor, 'read-trail');
  if (!may.ok) return may;
  const filter = await filterOf(tx, question);
  if (filter === null) return ok({ lines: [], next: null, nextCursor: null });
  const found = await trailEntries(tx, filter, after, limit + 1);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? (shown.at(-1) ?? null) : null;
  return ok({
    lines: await namedLines(tx, shown),
    next: last && cursorText(last),
    nextCursor: last && { at: last.at, id: last.id },
  });
}

/** What to ask the database for; null when a code is nobody's, so that nothing is found. */
async function filterOf(tx: Tx, question: TrailQuestion): Promise<TrailFilter | null> {
  const { code, org } = question;
  const subjectId = code
    ? ((await matterIdByCode(tx, code)) ??
      (await noticeIdByNumber(tx, code)) ??
      (await publicNoticeIdByNumber(tx, code)))
    : null;
  if (code && subjectId === null) return null;
  return {
    personId: question.person,
    postId: question.post,
    orgId: org,
    orgPostIds: org ? (await postsOf(tx, [org])).map(({ id }) => id) : [],
    kind: question.kind,
    subjectId,
    from: question.from ? momentOf(question.from) : null,
    until: question.until ? momentOf(addDays(question.until, 1)) : null,
    contactsOnly: question.contacts,
    onBehalfOnly: question.behalf,
  };
}
