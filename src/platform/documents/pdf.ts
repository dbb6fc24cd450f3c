import { fileAnswer } from './file-answer.ts';
import { paperMaker } from './making/maker.ts';
import type { PdfContent } from './pdf-layout.ts';

/** A PDF of plain content (no functions in it: it is made in a process beside the program); see `layPdf`. */
export function makePdf(content: PdfContent): Promise<Uint8Array> {
  return paperMaker.make({ what: 'pdf', content });
}

/** The answer that shows a PDF in the browser. */
export function pdfAnswer(bytes: Uint8Array, name: string): Response {
  return fileAnswer({ bytes, name, ending: 'pdf', how: 'inline' });
}
