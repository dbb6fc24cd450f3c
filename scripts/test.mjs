// The whole test run: `npm test`; the quick part of it: `npm run check`. Plain JavaScript that an old Node can
// still read, so that it can say which Node is needed.
import { readFileSync } from 'node:fs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  for (const language of ['zh-CN', 'en']) {
    const file = new URL(`../src/platform/config/words/${language}.json`, import.meta.url);
    const sentence = JSON.parse(readFileSync(file, 'utf8'))['refusal.start.node-too-old'];
    console.error(sentence.replace('{found}', process.version));
  }
  process.exit(1);
}
const { runSteps } = await import('./test/run-steps.ts');
const { CHECK_STEPS, TEST_STEPS } = await import('./test/steps.ts');
await runSteps(process.argv.includes('--check') ? CHECK_STEPS : TEST_STEPS);
