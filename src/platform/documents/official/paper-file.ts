import { contentHash } from '#platform/audit/content-hash.ts';
import type { MadeFile } from '../file-answer.ts';
import { paperMaker } from '../making/maker.ts';
import type { OfficialPaper } from './paper.ts';

export type PaperEnding = 'pdf' | 'docx';

/** An official paper as a file: a PDF is shown, a Word file is saved. */
export async function paperFile(paper: OfficialPaper, ending: PaperEnding): Promise<MadeFile> {
  const bytes = await paperMaker.make({ what: ending === 'pdf' ? 'official-pdf' : 'official-word', paper });
  return { bytes, name: paper.fileName, ending, how: ending === 'pdf' ? 'inline' : 'attachment' };
}

/** Published papers kept, the last ones asked for; a paper of twenty pages takes some 200 KB. */
const KEPT = 12;
const kept = new Map<string, Promise<MadeFile>>();

/**
 * The same for papers everybody may read: one that many ask for is made once, since making it takes up to a
 * second. Known by what stands in it, so that a changed paper is another one.
 */
export function publishedPaperFile(paper: OfficialPaper, ending: PaperEnding): Promise<MadeFile> {
  const key = `${ending}/${contentHash(paper)}`;
  const made = kept.get(key) ?? paperFile(paper, ending);
  kept.delete(key);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return made;
}
