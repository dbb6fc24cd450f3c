import { type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayKeep } from '../../permissions.ts';
import { batchById, type ImportBatch, latestBatches } from '../../store/import/batches.ts';
import { effectSteps, stagedRows } from '../../store/import/staging.ts';
import { estateRows } from '../../store/places/places.ts';

/** The latest imports of the neighborhood; refusal `registry.not-a-keeper`. */
export async function importBatches(tx: Tx): Promise<Result<readonly ImportBatch[]>> {
  const may = mayKeep(tx.actor, 'import-register');
  return may.ok ? { ok: true, value: await latestBatches(tx, 20) } : may;
}

export type ImportView = {
  readonly batch: ImportBatch;
  /** Of each column the first texts under its heading, to see what it holds. */
  readonly samples: readonly (readonly string[])[];
  readonly estates: readonly { readonly id: string; readonly nameZh: string; readonly nameEn: string }[];
  /** What was before a commit is still kept. */
  readonly canBeUndone: boolean;
};

const SAMPLES = 3;

/** One import as its page shows it; refusals `registry.not-a-keeper`, `registry.import-unknown`. */
export async function importView(tx: Tx, id: string): Promise<Result<ImportView>> {
  const may = mayKeep(tx.actor, 'import-register');
  if (!may.ok) return may;
  const batch = await batchById(tx, id);
  if (!batch) return refuse('registry.import-unknown');
  const shows = batch.state === 'MAPPING' || batch.state === 'PREVIEWED';
  const staged = shows ? await stagedRows(tx, id, 0, 1) : [];
  return {
    ok: true,
    value: {
      batch,
      samples: batch.headings.map((_, at) => {
        const texts = staged.filter((row) => row.number > batch.headRows).map((row) => row.cells[at] ?? '');
        return [...new Set(texts.filter((text) => text.trim() !== ''))].slice(0, SAMPLES);
      }),
      estates: await estateRows(tx),
      canBeUndone: batch.state === 'COMMITTED' && (await effectSteps(tx, id)) > 0,
    },
  };
}

export type { ImportBatch };
