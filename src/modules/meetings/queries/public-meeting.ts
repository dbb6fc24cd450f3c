import type { Tx } from '#platform/db/database.ts';
import type { Minutes } from '../contract/minutes.ts';
import { bodyById } from '../store/bodies.ts';
import { meetingByCode } from '../store/meetings.ts';

/** A meeting by its number as everybody may read it: the minutes as the second person approved them. Null: none. */
export async function publicMeeting(tx: Tx, code: string) {
  const meeting = await meetingByCode(tx, code);
  const body = meeting && (await bodyById(tx, meeting.body_id));
  if (!meeting || !body) return null;
  return {
    code: meeting.code,
    body: { nameZh: body.name_zh, nameEn: body.name_en },
    isAdHoc: meeting.is_ad_hoc,
    startsAt: meeting.starts_at,
    place: meeting.place,
    state: meeting.state,
    minutes: meeting.public_text as unknown as Minutes | null,
    publishedAt: meeting.published_at,
    signedAt: meeting.published_at ? meeting.signed_at : null,
    signedByPostId: meeting.published_at ? meeting.signed_by_post_id : null,
    sealed: meeting.published_at ? meeting.sealed : null,
  };
}
