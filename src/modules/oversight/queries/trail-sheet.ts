import type { Actor } from '#kernel/actor.ts';
import type { Result } from '#kernel/result.ts';
import { eventsAbout } from '#platform/audit/read-events.ts';
import type { TrailCursor } from '#platform/audit/trail.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import { OVERSIGHT_SUBJECTS } from '../contract.ts';
import { mayOversee } from '../permissions.ts';
import { type TrailQuestion, trailQuestion } from '../rules/trail-question.ts';
import { type TrailPage, trailList } from './trail-list.ts';
import type { TrailLine } from './trail-names.ts';

/** A sheet holds at most this many lines; who wants earlier ones narrows the days. */
export const MOST_LINES = 100_000;
const BATCH = 1_000;
/** How long after the reason was written down the sheet may be fetched. */
const FETCH_MS = 15 * 60_000;

/** What an export that was written down asks for; null when it is not the reader's, too old or unknown. */
export async function exportedQuestion(tx: Tx, exportId: string): Promise<TrailQuestion | null> {
  if (!mayOversee(tx.actor, 'export-trail').ok) return null;
  const [event] = await eventsAbout(tx, OVERSIGHT_SUBJECTS.export, exportId);
  if (!event || event.person_id !== tx.actor.personId) return null;
  if (tx.now.getTime() - event.at.getTime() > FETCH_MS) return null;
  const fields = new URLSearchParams((event.data as { readonly question: string }).question);
  return trailQuestion((name) => fields.get(name));
}

/** All lines of a question, newest first, a thousand a transaction, so that none stays open while a browser is slow. */
export async function* trailLines(
  database: Database,
  actor: Actor,
  question: TrailQuestion,
): AsyncGenerator<TrailLine> {
  let from: TrailCursor | null = null;
  for (let done = 0; done < MOST_LINES; done += BATCH) {
    const after: TrailCursor | null = from;
    const page: Result<TrailPage> = await database.inTransaction(actor, (tx) =>
      trailList(tx, question, after, BATCH),
    );
    if (!page.ok) return;
    yield* page.value.lines;
    if (!page.value.nextCursor) return;
    from = page.value.nextCursor;
  }
}
