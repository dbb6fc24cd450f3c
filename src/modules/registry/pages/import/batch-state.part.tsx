import { usePage } from '#web/page/use-page.tsx';
import { StateChip, type Tone } from '#web/ui/state-chip.tsx';
import type { ImportBatch } from '../../queries/import/import-batches.ts';

const TONES: Readonly<Record<ImportBatch['state'], Tone>> = {
  MAPPING: 'due',
  READING: 'ongoing',
  PREVIEWED: 'due',
  COMMITTING: 'ongoing',
  COMMITTED: 'done',
  UNDOING: 'ongoing',
  UNDONE: 'done',
  DISCARDED: 'done',
};

/** Where an import stands. */
export function BatchState({ batch }: { batch: Pick<ImportBatch, 'state'> }) {
  const { t } = usePage();
  return <StateChip tone={TONES[batch.state]}>{t(`registry.import.state.${batch.state}`)}</StateChip>;
}
