import { findPersonalData } from '#kernel/personal-data.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { knownNames } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { possibleNames } from '../rules/appraisal/object.ts';

/**
 * Whether short words that everybody will read at once (a place, a reason, a criterion) name nobody: no phone, room or
 * plate, and nobody of the register.
 *
 * @param field the field of the form that is named in the refusal.
 * @source PIPL art. 25; domain brief §3.12
 */
export async function namesNobody(tx: Tx, texts: readonly string[], field: string): Promise<Result<void>> {
  const isPersonal = texts.some((text) => findPersonalData(text).length > 0);
  const known = isPersonal ? [] : await knownNames(tx, possibleNames(texts));
  return isPersonal || known.length > 0
    ? refuse('meetings.names-somebody', { field, source: 'PIPL art. 25' })
    : ok();
}
