import { DICTIONARIES } from '../words.ts';

/** A page that needs neither database nor style, for when they cannot be had. Says it in both languages. */
export function lastResort(status: 404 | 500, requestId: string): Response {
  const key = status === 404 ? 'error.no-neighborhood' : 'error.500';
  const said = (['zh-CN', 'en'] as const).map((locale) => {
    const words = DICTIONARIES[locale];
    return `<section lang="${locale}"><h1>${words[`${key}.title`]}</h1><p>${words[`${key}.text`]}</p></section>`;
  });
  const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${status}</title>${said.join('')}<p>110 · 119 · 120</p><p>${requestId}</p></html>`;
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
}
