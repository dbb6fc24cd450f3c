/**
 * What the program can do, each figure as a ratio within one run: `npm run bench [-- reading|intake|growth|pages|sign-in|meetings|import|papers …]`.
 * A benchmark, not a test. Needs the built pages (`npm start` or `npm test` builds them).
 */
import { growth } from './growth.ts';
import { importing } from './import/importing.ts';
import { intake } from './intake.ts';
import { type Figure, table } from './measure.ts';
import { bells } from './meetings/bells.ts';
import { meetingPage } from './meetings/meeting-page.ts';
import { pages } from './pages.ts';
import { papers } from './papers/papers.ts';
import { reading } from './reading.ts';
import { Recorder } from './recording.ts';
import { signIn } from './sign-in.ts';
import { openTown } from './town.ts';

const PARTS = ['reading', 'intake', 'pages', 'sign-in', 'growth', 'meetings', 'import', 'papers'] as const;
/** Parts that need no program to ask. */
const ALONE: readonly string[] = ['growth', 'import', 'papers'];
const asked = process.argv.slice(2);
const wanted = PARTS.filter((part) => asked.length === 0 || asked.includes(part));

const recorder = new Recorder();
const figures: Figure[] = [];
const tell = (found: readonly Figure[]) => {
  figures.push(...found);
  console.log(table(found));
};

if (wanted.some((part) => !ALONE.includes(part))) {
  const town = await openTown();
  try {
    if (wanted.includes('reading')) tell(await reading(town, recorder));
    if (wanted.includes('intake')) tell(await intake(town, recorder));
    if (wanted.includes('pages')) tell(await pages(town));
    if (wanted.includes('sign-in')) tell(await signIn(town));
    if (wanted.includes('meetings')) tell([...(await meetingPage(town)), ...(await bells(town))]);
  } finally {
    await town.close();
  }
}
if (wanted.includes('growth')) tell(await growth());
if (wanted.includes('import')) tell(await importing());
if (wanted.includes('papers')) tell(await papers());
const met = figures.filter((one) => one.met).length;
console.log(`\n${table(figures)}\n\n${met} of ${figures.length} targets met`);
