import type { Tx } from '#platform/db/database.ts';
import { pictureBytes } from '#platform/files/stored-pictures.ts';
import { sheetsOf } from '../store/attendance.ts';
import { meetingFile } from './meeting-file.ts';

/** The photo of a signed attendance list, for those who sit in the meeting; null: not there, or not for the reader. */
export async function attendanceSheet(tx: Tx, meetingId: string, sheetId: string) {
  const file = await meetingFile(tx, meetingId);
  if (!file?.isInside) return null;
  const sheet = (await sheetsOf(tx, meetingId)).find(({ id }) => id === sheetId);
  return sheet ? pictureBytes(tx, sheet.file_id, 'FULL') : null;
}
