/** An official paper 公文 as plain data: what stands in it, in order; a PDF and a Word file are made from the same. Pure. */

/** How deep a heading is: 一、, （一）, 1. */
export type Level = 1 | 2 | 3;

export type Block =
  /** A heading that is numbered by itself; `text` may be a whole sentence at the third level. */
  | { readonly kind: 'heading'; readonly level: Level; readonly text: string }
  /** Paragraphs, one a line of the text, the first line of each two characters in. `lead` stands before in bold. */
  | { readonly kind: 'text'; readonly text: string; readonly lead?: string }
  /** Whom it is addressed to: a line that begins at the margin. */
  | { readonly kind: 'address'; readonly text: string }
  /** A label with what it names, whose further lines begin below its first: 出席：…… */
  | { readonly kind: 'labelled'; readonly label: string; readonly text: string }
  /** A table with a head row that comes again on every page. `shares` are parts of the width. */
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly shares: readonly number[];
      readonly rows: readonly (readonly string[])[];
      /** In points: room to write by hand. */
      readonly rowHeight?: number;
    }
  /** Who issued it and when, at the right, kept together. */
  | { readonly kind: 'signature'; readonly lines: readonly string[] }
  /** Small print below. */
  | { readonly kind: 'note'; readonly text: string }
  /** Another sheet with a title of its own, in the same file. */
  | { readonly kind: 'sheet'; readonly title: readonly string[] };

export type OfficialPaper = {
  /** Of its file, without the ending. */
  readonly fileName: string;
  /** Lines of the title, centred. */
  readonly title: readonly string[];
  /** The paper's number below the title: 〔2026〕4号. */
  readonly number: string | null;
  /** Who it is for, above the title at the left; null: everybody. */
  readonly mark: string | null;
  /** Written across every page of a paper that is not in force; null once it is. */
  readonly draft: string | null;
  readonly blocks: readonly Block[];
};

/**
 * Sizes in points. A4 with 22 lines of 28 characters in a type area of 156 × 225 mm; the margin above is 37 mm, the
 * one at the binding 28 mm.
 *
 * @source GB/T 9704-2012 5.1, 5.2.1, 7.1–7.5
 */
export const SHEET = {
  margins: { left: 79.4, top: 104.9, right: 73.7, bottom: 99.2 },
  width: 442.2,
  line: 28.9,
  /** 二号, 三号, 四号, 小四 */
  title: 22,
  body: 16,
  page: 14,
  table: 12,
  /** Draws 28 characters of 16 points together to the width of the type area. */
  spacing: -0.21,
} as const;

/** What one may read: no control characters, lines without blanks at their ends, no empty ones. */
export function linesOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/\r?\n/)
    .map((line) =>
      line.replace(/[\p{Cc}\p{Cn}\p{Co}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '').trim(),
    )
    .filter((line) => line !== '');
}

/** One line of the same. */
export function oneLine(text: string): string {
  return linesOf(text).join(' ');
}
