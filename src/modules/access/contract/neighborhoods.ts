/** What the guided page of a new neighborhood asks, step by step. Pure. */
import { normalisePhone } from '#kernel/contact.ts';
import { type Result, refuse } from '#kernel/result.ts';
import {
  mayBeNamed,
  mayBeReached,
  mayKeepFirst,
  tidyNeighborhood,
} from '../rules/neighborhoods/new-neighborhood.ts';

export type SetupStep = 'names' | 'keeper' | 'address';

/** The field of the form in which the code letters stand; `code` is a secret there and never shown again. */
const LETTERS = 'letters';

/** Whether one step of the guided page is filled in well. Whether an address is taken shows at the end. */
export function checkSetupStep(step: SetupStep, values: Readonly<Record<string, string>>): Result<void> {
  const text = tidyNeighborhood({
    nameZh: values.nameZh ?? '',
    nameEn: values.nameEn ?? '',
    code: values[LETTERS] ?? '',
    slug: values.slug ?? '',
    host: values.host || null,
    keeperName: values.keeperName ?? '',
  });
  if (step === 'names') return mayBeNamed(text);
  if (step === 'address') return mayBeReached(text, { slugs: new Set(), hosts: new Set() });
  const phone = values.keeperPhone?.trim() ?? '';
  if (phone !== '' && normalisePhone(phone) === null) {
    return refuse('access.phone-unreadable', { field: 'keeperPhone' });
  }
  return mayKeepFirst(text);
}
