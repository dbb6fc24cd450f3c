import type { Actor } from '#kernel/actor.ts';
import { ok, type Result } from '#kernel/result.ts';
import { draftPublicNotice } from '#modules/notices/commands/public/draft-public-notice.ts';
import { publicNoticeForm } from '#modules/notices/forms/public.ts';
import { approves, DUTY_PHONE } from '../redaction/second-look.ts';
import { does, type SmallNeighborhood } from '../small-neighborhood.ts';
import type { TestDatabase } from '../test-database.ts';

/** A moment in Shanghai: `2026-11-16 09:00`. */
export const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+08:00`);

/** A ballot roll for the test's estate, with whatever the test wants otherwise. */
export const notice = (n: SmallNeighborhood, more: object = {}) => ({
  kind: 'BALLOT_ROLL',
  title: '维修资金使用方案和表决名册',
  body: '使用方案和表决名册放在居委会，请核对户数和面积。',
  basis: '物业管理条例',
  estateIds: [n.estateId],
  days: 7,
  contactPhone: DUTY_PHONE,
  desk: '居委会一楼接待台',
  ...more,
});

/** One person drafts it, another approves it: its id and number. */
export async function announcedPublicly(
  t: TestDatabase,
  by: Actor,
  second: Actor,
  typed: object,
): Promise<Result<{ readonly id: string; readonly number: string; readonly pieceId: string }>> {
  const drafted = await does(t, by, (tx) => draftPublicNotice(tx, publicNoticeForm.parse(typed)));
  if (!drafted.ok) return drafted;
  const { pieceId, number } = drafted.value;
  if (number === null) {
    const approved = await approves(t, second, pieceId);
    if (!approved.ok) return approved;
  }
  const { rows } = await t.ownerPool.query(
    'select n.id, n.number from notices.public_notice n join redaction.piece p on p.subject_id = n.id where p.id = $1',
    [pieceId],
  );
  return ok({ ...(rows[0] as { id: string; number: string }), pieceId });
}
