/** Names, texts and published numbers as they are typed. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { TwoNames } from '../../contract.ts';

const LONGEST_NAME = 40;
const LONGEST_WORK = 300;

/** A Chinese name and an optional English one, which is the Chinese one where it is missing. */
export function soundNames(typed: TwoNames): Result<TwoNames> {
  const nameZh = typed.nameZh.trim();
  const nameEn = typed.nameEn.trim() || nameZh;
  if (nameZh === '') return refuse('registry.name-missing', { field: 'nameZh' });
  if (nameZh.length > LONGEST_NAME) return tooLong('nameZh', LONGEST_NAME);
  // English names of the same office are longer.
  if (nameEn.length > 2 * LONGEST_NAME) return tooLong('nameEn', 2 * LONGEST_NAME);
  return ok({ nameZh, nameEn });
}

/** A text that may be empty. */
export function soundText(text: string, field: string): Result<string> {
  const trimmed = text.trim();
  return trimmed.length > LONGEST_WORK ? tooLong(field, LONGEST_WORK) : ok(trimmed);
}

/** A published office number: digits with what stands between them; null when empty. */
export function soundPhone(text: string): Result<string | null> {
  const trimmed = text.trim();
  if (trimmed === '') return ok(null);
  return /^[+\d][\d\s()-]{2,24}$/.test(trimmed)
    ? ok(trimmed)
    : refuse('registry.duty-phone-unreadable', { field: 'dutyPhone' });
}

function tooLong(field: string, most: number) {
  return refuse('registry.name-too-long', { field, params: { most } });
}
