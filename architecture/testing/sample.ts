/** A small house in which everything is as it should be. The bite test breaks one thing at a time in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Texts by path from the root of the house. */
export type Files = Readonly<Record<string, string>>;

const PACKAGES = ['zod', 'kysely', 'react', 'react-router', '@react-router/dev', 'vitest', 'lodash'];

const packages: Files = Object.fromEntries(
  PACKAGES.flatMap((name) => [
    [`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' })],
    [`node_modules/${name}/index.js`, 'export const made = 1;\n'],
  ]),
);

const ground: Files = {
  'package.json': JSON.stringify({
    name: 'sample',
    type: 'module',
    imports: Object.fromEntries(
      ['kernel', 'platform', 'modules', 'web', 'worker', 'demo'].map((name) => [
        `#${name}/*`,
        `./src/${name}/*`,
      ]),
    ),
    dependencies: { zod: '1', kysely: '1', react: '1', 'react-router': '1', '@react-router/dev': '1' },
    devDependencies: { vitest: '1' },
  }),
  'src/kernel/result.ts': `export type Result = { ok: boolean };\nexport function refuse(code: string): { code: string } {\n  return { code };\n}\n`,
  'src/kernel/day.ts': `import type { Result } from './result.ts';\nexport function dayOf(at: Date): Result {\n  return { ok: new Date(at.getTime()).getUTCDay() > 0 };\n}\n`,
  'src/platform/db/database.ts': `import { made } from 'kysely';\nimport { readFileSync } from 'node:fs';\nimport type { Result } from '#kernel/result.ts';\nexport const open = (path: string): Result => ({ ok: readFileSync(path).length > made });\n`,
  'src/platform/i18n/say.ts': `export const say = (key: string): string => key;\n`,
  'src/web/ui/tokens.css': `:root { --ink: #1a2b3c; }\n`,
  'src/web/ui/card.module.css': `.card { color: var(--ink); }\n`,
  'src/web/ui/card.tsx': `import { made } from 'react';\nimport { say } from '#platform/i18n/say.ts';\nimport css from './card.module.css';\nexport const Card = () => <p className={css.card}>{say('card.title')} · {made}</p>;\n`,
  'src/web/page.ts': `import { open } from '#platform/db/database.ts';\nexport const page = open;\n`,
  'src/web/app.ts': `import { places } from '#modules/registry/facade.server.ts';\nimport { page } from './page.ts';\nexport const app = [places, page];\n`,
  'src/routes.ts': `import { routes } from '#modules/matters/routes.ts';\nexport default routes;\n`,
  'src/worker/mount.ts': `import { jobs } from '#modules/matters/jobs.server.ts';\nexport const mounted = jobs;\n`,
  'src/server.ts': `import { replay } from '#demo/replay.ts';\nimport { mounted } from '#worker/mount.ts';\nexport const started = [replay, mounted, import(\`\${process.cwd()}/build.js\`)];\n`,
  'src/demo/replay.ts': `import { acceptMatter } from '#modules/matters/commands/accept-matter.ts';\nexport const replay = ['王阿姨', acceptMatter];\n`,
};

const registry: Files = {
  'src/modules/registry/README.md': '# Registry\n',
  'src/modules/registry/contract.ts': `export type PlaceId = string;\nexport const KINDS = ['ESTATE'] as const;\n`,
  'src/modules/registry/queries/place-list.ts': `import { rows } from '../store/places.ts';\nexport const placeList = rows;\n`,
  'src/modules/registry/store/places.ts': `import { made } from 'kysely';\nimport { open } from '#platform/db/database.ts';\nimport type { PlaceId } from '../contract.ts';\nexport const rows = (id: PlaceId) => [id, made, open];\n`,
  'src/modules/registry/facade.server.ts': `import { placeList } from './queries/place-list.ts';\nexport const places = placeList;\n`,
  'src/modules/registry/testing/a-place.ts': `import { rows } from '../store/places.ts';\nexport const aPlace = rows('测试');\n`,
};

const matters: Files = {
  'src/modules/matters/README.md': '# Matters\n',
  'src/modules/matters/contract.ts': `import type { PlaceId } from '#modules/registry/contract.ts';\nexport type Matter = { place: PlaceId };\n`,
  'src/modules/matters/permissions.ts': `import { refuse } from '#kernel/result.ts';\nimport { late } from './rules/lateness.ts';\nexport const may = () => refuse('matters.too-late') ?? late;\n`,
  'src/modules/matters/rules/lateness.ts': `import type { Matter } from '../contract.ts';\nexport const late = (matter: Matter, now: Date): boolean => matter.place === '' && now > new Date(0);\n`,
  'src/modules/matters/rules/lateness.test.ts': `import { made } from 'vitest';\nimport { aPlace } from '#modules/registry/testing/a-place.ts';\nimport { late } from './lateness.ts';\nexport const tested = ['迟到', made, aPlace, late];\n`,
  'src/modules/matters/forms/matter-form.ts': `import { made } from 'zod';\nimport type { Matter } from '../contract.ts';\nexport const matterForm = (matter: Matter) => [matter, made];\n`,
  'src/modules/matters/store/matters.ts': `import { open } from '#platform/db/database.ts';\nexport const load = open;\n`,
  'src/modules/matters/commands/accept-matter.ts': `import { places } from '#modules/registry/facade.server.ts';\nimport { matterForm } from '../forms/matter-form.ts';\nimport { late } from '../rules/lateness.ts';\nimport { load } from '../store/matters.ts';\nexport const acceptMatter = [places, matterForm, late, load];\n`,
  'src/modules/matters/queries/matter-detail.ts': `import { places } from '#modules/registry/facade.server.ts';\nimport { load } from '../store/matters.ts';\nexport const matterDetail = [load, places];\n`,
  'src/modules/matters/facade.server.ts': `import { matterDetail } from './queries/matter-detail.ts';\nexport const matterFacade = matterDetail;\n`,
  'src/modules/matters/widgets.tsx': `import { Card } from '#web/ui/card.tsx';\nexport const MatterCard = Card;\n`,
  'src/modules/matters/pages/matter.page.tsx': `import { made } from 'react-router';\nimport { Card } from '#web/ui/card.tsx';\nexport { loader } from './matter.page.server.ts';\nexport default () => <main><Card title={made} /> 110 &nbsp; </main>;\n`,
  'src/modules/matters/pages/matter.page.server.ts': `import { page } from '#web/page.ts';\nimport { acceptMatter } from '../commands/accept-matter.ts';\nimport { matterDetail } from '../queries/matter-detail.ts';\nexport const loader = [page, acceptMatter, matterDetail];\n`,
  'src/modules/matters/routes.ts': `import { made } from '@react-router/dev';\nexport const routes = [made, 'pages/matter.page.tsx'];\n`,
  'src/modules/matters/jobs.server.ts': `import { acceptMatter } from './commands/accept-matter.ts';\nexport const jobs = [acceptMatter];\n`,
  'src/modules/matters/subscriptions.server.ts': `import { KINDS } from '#modules/registry/contract.ts';\nimport { acceptMatter } from './commands/accept-matter.ts';\nexport const subscriptions = [KINDS, acceptMatter];\n`,
  'src/modules/matters/words/zh-CN.json':
    '{"matters.days": "{n} 天", "refusal.matters.too-late": "来晚了", "card.title": "事项"}',
  'src/modules/matters/words/en.json':
    '{"matters.days": "{n} days", "matters.days_one": "{n} day", "refusal.matters.too-late": "Too late", "card.title": "Matter"}',
};

/** The sample without a fault. */
export const SAMPLE: Files = { ...packages, ...ground, ...registry, ...matters };

/** The sample with lines added to files, or with files that are not in it. */
export function spoiled(added: Files): Files {
  const files: Record<string, string> = { ...SAMPLE };
  for (const [path, text] of Object.entries(added)) {
    const before = files[path];
    files[path] = before === undefined || path.endsWith('.json') ? text : `${text}\n${before}`;
  }
  return files;
}

/** Writes files to a new folder, lets `use` look at it, and removes it again. */
export async function onDisk<T>(files: Files, use: (root: string) => Promise<T>): Promise<T> {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return await use(root);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
