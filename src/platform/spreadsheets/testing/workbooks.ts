/** Workbooks made part by part, as other programs and as attackers write them. */
import { strToU8, zipSync } from 'fflate';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** Parts of an .xlsx by path; `rows` is what stands between `<sheetData>` and `</sheetData>`. */
export function workbookOf(
  rows: string,
  more: { after?: string; parts?: Record<string, string>; styles?: string; sheets?: string } = {},
): Buffer {
  const sheets = more.sheets ?? '<sheet name="名册" sheetId="1" r:id="rId1"/>';
  return packed({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="t/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="t/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    ...(more.styles ? { 'xl/styles.xml': `<styleSheet ${MAIN}>${more.styles}</styleSheet>` } : {}),
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData>${more.after ?? ''}</worksheet>`,
    ...more.parts,
  });
}

/** A zip of texts by path. */
export function packed(parts: Readonly<Record<string, string>>): Buffer {
  const files = Object.entries(parts).map(([path, text]) => [path, strToU8(text)] as const);
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 6 }));
}

/** An OLE container that holds a stream of this name, as far as its name goes. */
export function oleWith(name: string): Buffer {
  return Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1024),
    Buffer.from(name, 'utf16le'),
    Buffer.alloc(512),
  ]);
}
