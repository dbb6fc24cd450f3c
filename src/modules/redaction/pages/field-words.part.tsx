import type { Translate } from '#platform/i18n/translate.ts';

/**
 * What a field is called; one of several of its kind says which: `answer-3` is the answer to the third opinion,
 * `resolution-R-2026-09` that resolution.
 */
export function fieldWords(t: Translate, field: string): string {
  const [, kind, n] = /^([A-Za-z]+)-(.+)$/.exec(field) ?? [];
  return kind && n ? t(`redaction.field.${kind}`, { n }) : t(`redaction.field.${field}`);
}
