import { addWorkdays } from '#kernel/work-calendar.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { type ObjectionChannel, PUBLIC_NOTICE_EVENTS, PUBLIC_NOTICE_SUBJECT } from '../../contract/public.ts';
import { insertObjection, objectionsTo } from '../../store/objections.ts';
import { type PublicRow, updatePublic } from '../../store/public-notices.ts';

/** Working days within which an objection is answered (domain brief §4.13). */
const ANSWER_WORKDAYS = 5;

export type Objected = { readonly id: string; readonly n: number };

type Kept = {
  readonly channel: ObjectionChannel;
  readonly objection: string;
  readonly madeAt: Date;
  readonly personId: string | null;
  /** The real name of somebody who is not in the register, or whom nobody looked up; kept encrypted. */
  readonly name: string | null;
};

/** Keeps an objection to a notice that is locked, with the day by which it must be answered. */
export async function keepObjection(
  tx: Tx,
  notice: PublicRow,
  to: PublicRow['state'],
  kept: Kept,
): Promise<Objected> {
  const id = tx.newId();
  const n = (await objectionsTo(tx, notice.id)).length + 1;
  const due = addWorkdays(await loadCalendar(tx), kept.madeAt, ANSWER_WORKDAYS);
  await insertObjection(tx, {
    id,
    notice_id: notice.id,
    n,
    person_id: kept.personId,
    name_cipher: kept.name === null ? null : tx.vault.encrypt(kept.name),
    channel: kept.channel,
    objection: kept.objection,
    made_at: kept.madeAt,
    recorded_at: tx.now,
    recorded_by_post_id: kept.channel === 'WEB' ? null : (tx.actor.post?.postId ?? null),
    due_at: due.known ? due.value : null,
  });
  if (to !== notice.state) await updatePublic(tx, notice.id, { state: to, concluded_at: null });
  await appendEvent(tx, {
    subjectKind: PUBLIC_NOTICE_SUBJECT,
    subjectId: notice.id,
    kind: PUBLIC_NOTICE_EVENTS.objected,
    from: notice.state,
    to,
    data: {
      number: notice.number,
      n,
      objectionId: id,
      channel: kept.channel,
      issuerOrgId: notice.issuer_org_id,
    },
  });
  if (to !== notice.state) await tx.publicPagesChanged();
  return { id, n };
}
