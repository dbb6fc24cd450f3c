import type { Tx } from '#platform/db/database.ts';
import type { PublicNoticeView } from '../../contract/public.ts';
import { publicNotices } from './public-notices.ts';

/** What is out now and should be read first: emergencies, then what ends soonest. */
export async function noticesToRead(tx: Tx, most: number): Promise<PublicNoticeView[]> {
  const open = await publicNotices(tx, { isOver: false });
  return open
    .filter((one) => one.state === 'LIVE')
    .sort((a, b) => Number(b.emergency) - Number(a.emergency) || a.endsAt.getTime() - b.endsAt.getTime())
    .slice(0, most);
}
