import { createRequire } from 'node:module';
import type pdfmake from 'pdfmake';

/** What a document is made of; see pdfmake's documentation. Lists are taken over: hand each to one document. */
export type PdfContent = Parameters<typeof pdfmake.createPdf>[0];

const FONT = '@expo-google-fonts/noto-sans-sc';

/**
 * A PDF with Chinese and Latin text in Noto Sans SC (regular and bold), A4 unless it says otherwise. The
 * library and its font are loaded with the first document: together they take some 60 MB. Pages ask for `makePdf`, which
 * calls this in a process of its own.
 *
 * @returns the bytes of the file.
 */
export async function layPdf(content: PdfContent): Promise<Buffer> {
  const { default: library } = await import('pdfmake');
  const resolve = createRequire(import.meta.url).resolve;
  const normal = resolve(`${FONT}/400Regular/NotoSansSC_400Regular.ttf`);
  const bold = resolve(`${FONT}/700Bold/NotoSansSC_700Bold.ttf`);
  library.setFonts({ NotoSansSC: { normal, bold, italics: normal, bolditalics: bold } });
  // Nothing is fetched, and nothing read but the font.
  library.setUrlAccessPolicy(() => false);
  library.setLocalAccessPolicy((path: string) => path === normal || path === bold);
  const whole: PdfContent = {
    pageSize: 'A4',
    pageMargins: [40, 40, 40, 48],
    ...content,
    defaultStyle: { font: 'NotoSansSC', fontSize: 11, lineHeight: 1.3, ...content.defaultStyle },
  };
  return library.createPdf(whole).getBuffer();
}
