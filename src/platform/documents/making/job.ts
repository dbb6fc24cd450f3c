import type { OfficialPaper } from '../official/paper.ts';
import type { PdfContent } from '../pdf-layout.ts';

/** What is to be made. Content of a PDF is plain data here: it crosses to another process. */
export type PaperJob =
  | { readonly what: 'pdf'; readonly content: PdfContent }
  | { readonly what: 'official-pdf' | 'official-word'; readonly paper: OfficialPaper };

/** What goes to the process and comes back. */
export type Asked = { readonly id: number; readonly job: PaperJob };
export type Made = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly failure: string });
