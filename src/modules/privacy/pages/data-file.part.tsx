import type { OwnValue } from '#kernel/own-data.ts';
import type { PageView } from '#web/page/page-context.ts';
import type { MyData } from '../queries/my-data.ts';
import { valueText } from './value-text.part.tsx';

const plain = (value: OwnValue) =>
  value !== null && typeof value === 'object' && !(value instanceof Date) ? value.code : value;

/** The data for a program to read: codes as they are, moments in ISO. */
export function dataAsJson({ parts, reads }: MyData, now: Date): string {
  const kinds = parts.map(({ kind, rows }) => [
    kind,
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)]))),
  ]);
  return JSON.stringify({ madeAt: now, ...Object.fromEntries(kinds), contactReadings: reads }, null, 2);
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The same data as one page that opens in any browser, without anything from elsewhere. */
export function dataAsHtml(data: MyData, page: PageView): string {
  const { t, locale, dates, now } = page;
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
    `<table><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr>${rows
      .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
      .join('')}</table>`;
  const named = (names: { nameZh: string; nameEn: string } | null) =>
    (names && (locale === 'en' ? names.nameEn : names.nameZh)) ?? '';
  const sections = data.parts.map(({ kind, rows }) => {
    const names = Object.keys(rows[0] ?? {});
    const cells = rows.map((row) => names.map((name) => valueText(row[name] ?? null, { t, dates })));
    return `<h2>${escaped(t(`privacy.kind.${kind}`))}</h2>${table(
      names.map((name) => t(`privacy.field.${name}`)),
      cells,
    )}`;
  });
  const reads = data.reads.map((read) => [
    dates.moment(read.at),
    [named(read.org), named(read.post), read.name ?? ''].join(' '),
    t(`privacy.about.${read.about}`),
    read.reason,
  ]);
  const title = escaped(t('privacy.mine.title'));
  return `<!doctype html><html lang="${locale}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>body{font:16px/1.6 sans-serif;max-width:60rem;margin:auto;padding:1rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid;padding:.3rem;text-align:start;vertical-align:top}</style><h1>${title}</h1><p>${escaped(dates.moment(now))}</p><h2>${escaped(t('privacy.reads.title'))}</h2>${table(
    ['at', 'who', 'about', 'reason'].map((name) => t(`privacy.field.${name}`)),
    reads,
  )}${sections.join('')}</html>`;
}
