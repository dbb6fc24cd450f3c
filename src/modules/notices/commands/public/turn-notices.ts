import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import { publicLeadsTo, turnOf } from '../../rules/public/public-lifecycle.ts';
import { objectionsTo } from '../../store/objections.ts';
import { type PublicRow, publicToTurn, updatePublic } from '../../store/public-notices.ts';

const KINDS = {
  'go-live': PUBLIC_NOTICE_EVENTS.wentLive,
  'end-period': PUBLIC_NOTICE_EVENTS.periodEnded,
  conclude: PUBLIC_NOTICE_EVENTS.concluded,
  archive: PUBLIC_NOTICE_EVENTS.archived,
} as const;

/** Moves the notices whose time has come: out, to their objections, to their end, into the archive. */
export async function turnNotices(tx: Tx): Promise<number> {
  let n = 0;
  for (const notice of await publicToTurn(tx, 20)) {
    const open = (await objectionsTo(tx, notice.id)).filter((one) => one.published_at === null).length;
    if (await turn(tx, notice, open)) n += 1;
  }
  if (n > 0) await tx.publicPagesChanged();
  return n;
}

/** Takes one notice, which is locked, a step further when its time has come; whether it was. */
export async function turn(tx: Tx, notice: PublicRow, open: number): Promise<boolean> {
  const facts = {
    state: notice.state,
    startsAt: notice.starts_at,
    endsAt: notice.ends_at,
    concludedAt: notice.concluded_at,
    open,
  };
  const step = turnOf(facts, tx.now);
  const to = step ? publicLeadsTo(step, notice.state) : null;
  if (step === null || to === null) return false;
  const concluded = step === 'conclude' ? { concluded_at: tx.now } : {};
  const archived = step === 'archive' ? { archived_at: tx.now } : {};
  await updatePublic(tx, notice.id, { state: to, ...concluded, ...archived });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: KINDS[step],
    from: notice.state,
    to,
    data: { number: notice.number, kind: notice.kind, estateIds: notice.estate_ids, open },
  });
  return true;
}
