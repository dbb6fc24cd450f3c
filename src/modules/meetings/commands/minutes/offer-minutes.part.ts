import { ok, type Result, refuse } from '#kernel/result.ts';
import { openPiece } from '#modules/redaction/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { MINUTES_SUBJECT } from '../../contract/meetings.ts';
import type { Minutes } from '../../contract/minutes.ts';
import { publicMinutes, typedTexts } from '../../rules/public-minutes.ts';
import type { Gathered } from '../gather-meeting.part.ts';

/** Most characters the gate lets a text of the minutes grow to. */
const MOST = 2000;

/**
 * Hands the public version of signed minutes to the gate; nothing is published until a second person has approved it.
 *
 * @source domain brief §4.3, fixture 10
 */
export async function offerMinutes(
  tx: Tx,
  { meeting, body }: Gathered,
): Promise<Result<Record<string, never>>> {
  if (!meeting.minutes_text) return refuse('meetings.not-in-this-state');
  const minutes = publicMinutes(meeting.minutes_text as unknown as Minutes);
  const opened = await openPiece(tx, {
    subject: { kind: MINUTES_SUBJECT, id: meeting.id },
    orgId: body.convener_org_id,
    content: {
      texts: typedTexts(minutes).map((part) => ({ ...part, most: MOST })),
      facts: [
        { key: 'meeting', zh: `${meeting.code} ${body.name_zh}`, en: `${meeting.code} ${body.name_en}` },
        { key: 'from', at: meeting.starts_at.toISOString() },
      ],
      payload: { meetingId: meeting.id },
    },
  });
  return opened.ok ? ok({}) : opened;
}
