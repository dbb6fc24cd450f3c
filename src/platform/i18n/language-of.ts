/**
 * The language of what a person wrote, for the `lang` of its element: on an English page a screen reader and the
 * browser's fonts must know that a quotation is Chinese (WCAG 2.2, 3.1.2). Undefined: the page's own will do.
 */
export function languageOf(text: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
}
