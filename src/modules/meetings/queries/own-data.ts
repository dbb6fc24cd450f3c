import type { OwnDataPart } from '#kernel/own-data.ts';
import type { Tx } from '#platform/db/database.ts';
import { calendarLinkOf } from '../store/calendar-links.ts';
import { ownSignUps } from './hearing/own-sign-ups.ts';

/** What meetings hold about a person: the hearings they signed up for, and the link to their calendar. */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const link = await calendarLinkOf(tx, personId);
  return [
    await ownSignUps(tx, personId),
    { kind: 'calendar', rows: link ? [{ issuedAt: link.made_at }] : [] },
  ];
}
