/** The process papers are made in: layout takes up to a second, library and font some 60 MB. Started by maker.ts, ends with it. */
import { officialPdf } from '../official/official-pdf.ts';
import { officialWord } from '../official/official-word.ts';
import { layPdf } from '../pdf-layout.ts';
import type { Asked, Made, PaperJob } from './job.ts';

function made(job: PaperJob): Promise<Buffer> {
  switch (job.what) {
    case 'pdf':
      return layPdf(job.content);
    case 'official-pdf':
      return officialPdf(job.paper);
    case 'official-word':
      return officialWord(job.paper);
  }
}

process.on('message', ({ id, job }: Asked) => {
  made(job).then(
    (bytes) => process.send?.({ id, bytes } satisfies Made),
    (error: unknown) => process.send?.({ id, failure: String(error) } satisfies Made),
  );
});
