import type { OwnDataPart } from '#kernel/own-data.ts';
import { matterIdsOf } from '#modules/matters/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { answersAboutMatters } from '../store/linked.ts';

/** What resolutions hold about a person: how they said that what they had reported was done. */
export async function personalDataOf(tx: Tx, personId: string): Promise<OwnDataPart[]> {
  const rows = await answersAboutMatters(tx, await matterIdsOf(tx, personId));
  return [
    {
      kind: 'action-answers',
      rows: rows.map(({ answer, said, answered_at, task, code }) => ({
        at: answered_at,
        code,
        title: task,
        answer: { code: answer, words: `resolutions.answer.${answer}` },
        text: said,
      })),
    },
  ];
}
