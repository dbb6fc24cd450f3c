/** One violation for each rule of the house: what is added to the sample, and the rule that must turn red. */
import { TIERS } from '../house.ts';
import { boundTiers } from '../import-rules.ts';
import type { Files } from './sample.ts';

export type Bite = {
  readonly rule: string;
  readonly added: Files;
  /** Rules that forbid the same thing for another reason. */
  readonly also?: readonly string[];
};

const M = 'src/modules/matters';
const R = 'src/modules/registry';
const take = (from: string): string => `import * as bad from '${from}';\nexport const uses = bad;`;

/** A file of a part of `matters` that imports something. */
function reach(rule: string, path: string, from: string, also: readonly string[] = []): Bite {
  return { rule, added: { [`${M}/${path}`]: take(from) }, also };
}

const reaches: readonly Bite[] = [
  { rule: 'kernel-reach', added: { 'src/kernel/day.ts': take('zod') } },
  {
    rule: 'platform-reach',
    added: { 'src/platform/db/database.ts': take('#worker/other.ts'), 'src/worker/other.ts': 'export {};' },
  },
  { rule: 'ui-reach', added: { 'src/web/ui/card.tsx': take('#modules/matters/contract.ts') } },
  { rule: 'web-reach', added: { 'src/web/app.ts': take('#worker/mount.ts') } },
  { rule: 'worker-reach', added: { 'src/worker/mount.ts': take('#web/page.ts') } },
  { rule: 'demo-reach', added: { 'src/demo/replay.ts': take('#web/page.ts') } },
  reach('contract-reach', 'contract.ts', 'zod'),
  reach('permissions-reach', 'permissions.ts', '#platform/i18n/say.ts'),
  reach('rules-reach', 'rules/lateness.ts', 'node:fs'),
  reach('contract-types-only', 'contract.ts', '#modules/registry/contract.ts'),
  reach('permissions-types-only', 'permissions.ts', '#modules/registry/contract.ts'),
  {
    rule: 'rules-types-only',
    added: {
      [`${M}/rules/places.ts`]: `import { KINDS, type PlaceId } from '#modules/registry/contract.ts';\nexport const kinds: PlaceId[] = [...KINDS];`,
    },
  },
  reach('forms-reach', 'forms/matter-form.ts', '../rules/lateness.ts'),
  reach('store-reach', 'store/matters.ts', '#platform/i18n/say.ts'),
  {
    rule: 'store-types-only',
    added: {
      [`${M}/store/matters.ts`]: take('../../../../db/types.gen.ts'),
      'db/types.gen.ts': 'export type DB = 1;',
    },
  },
  reach('commands-reach', 'commands/accept-matter.ts', 'lodash', ['packages-are-declared']),
  reach('queries-reach', 'queries/matter-detail.ts', '../forms/matter-form.ts'),
  reach('facade-reach', 'facade.server.ts', 'zod'),
  reach('page-servers-reach', 'pages/matter.page.server.ts', '../store/matters.ts'),
  reach('pages-reach', 'pages/matter.page.tsx', '../store/matters.ts'),
  reach('pages-types-only', 'pages/matter.page.tsx', '../queries/matter-detail.ts'),
  reach('widgets-reach', 'widgets.tsx', '#platform/db/database.ts'),
  { rule: 'widgets-types-only', added: { [`${M}/widgets.tsx`]: take('./queries/matter-detail.ts') } },
  reach('routes-reach', 'routes.ts', './queries/matter-detail.ts'),
  reach('jobs-reach', 'jobs.server.ts', 'zod'),
  reach('subscriptions-reach', 'subscriptions.server.ts', 'zod'),
];

/** A module of each tier looks at its neighbour of the same tier, or, where it has none, one tier up. */
const tiers: readonly Bite[] = TIERS.slice(0, boundTiers()).map((modules, index) => {
  const from = modules[0] ?? '';
  const to = modules[1] ?? TIERS[index + 1]?.[0] ?? '';
  return {
    rule: `tier-${index + 1}-looks-down`,
    added: {
      [`src/modules/${from}/contract.ts`]: `import type { Other } from '#modules/${to}/contract.ts';\nexport type Seen = Other;`,
      [`src/modules/${to}/contract.ts`]: `export type Other = 1;`,
    },
  };
});

const doors: readonly Bite[] = [
  reach('modules-meet-at-doors', 'commands/accept-matter.ts', '#modules/registry/store/places.ts', [
    'commands-reach',
  ]),
  reach('tests-meet-at-doors', 'rules/lateness.test.ts', '#modules/registry/store/places.ts'),
  {
    rule: 'web-and-worker-use-doors-and-wiring',
    added: { 'src/worker/mount.ts': take('#modules/matters/commands/accept-matter.ts') },
  },
  {
    rule: 'wiring-is-mounted-by-web-and-worker',
    added: { 'src/platform/i18n/say.ts': take('#modules/matters/jobs.server.ts') },
    also: ['platform-reach'],
  },
  reach('queries-never-command', 'queries/matter-detail.ts', '../commands/accept-matter.ts', [
    'queries-reach',
  ]),
  reach('testing-is-for-tests', 'commands/accept-matter.ts', '#modules/registry/testing/a-place.ts', [
    'commands-reach',
    'modules-meet-at-doors',
  ]),
];

const whole: readonly Bite[] = [
  {
    rule: 'demo-is-started-by-server',
    added: { 'src/worker/mount.ts': take('#demo/replay.ts') },
    also: ['worker-reach'],
  },
  {
    rule: 'no-cycles',
    added: {
      [`${M}/rules/one.ts`]: `import type { Two } from './two.ts';\nexport type One = Two | 1;`,
      [`${M}/rules/two.ts`]: `import type { One } from './one.ts';\nexport type Two = One | 2;`,
    },
  },
  {
    rule: 'imports-resolve',
    added: { 'src/platform/i18n/say.ts': take('#kernel/gone.ts') },
  },
  { rule: 'packages-are-declared', added: { 'src/platform/i18n/say.ts': take('lodash') } },
  { rule: 'program-runs-without-dev-packages', added: { 'src/platform/i18n/say.ts': take('vitest') } },
];

/** Bites of the rules about imports. */
export const IMPORT_BITES: readonly Bite[] = [...reaches, ...tiers, ...doors, ...whole];

const pure = (rule: string, code: string): Bite => ({ rule, added: { [`${M}/rules/impure.ts`]: code } });

const purity: readonly Bite[] = [
  pure('pure-no-world', 'export const port = () => process.env.PORT;'),
  pure('pure-no-chance', 'export const draw = () => Math.random();'),
  pure('pure-no-clock', 'export const today = () => new Date();'),
  pure('pure-no-waiting', 'export const later = async () => 1;'),
  pure('pure-no-state', 'let last = 0;\nexport const next = () => ++last;'),
  pure('pure-no-local-time', 'export const hour = (at: Date) => at.getHours();'),
];

const lines = (count: number): string => 'export const x = 1;\n'.repeat(count);

const shape: readonly Bite[] = [
  { rule: 'src-names', added: { 'src/extras/more.ts': 'export {};' } },
  { rule: 'module-in-a-tier', added: { 'src/modules/parking/README.md': '# Parking' } },
  { rule: 'module-names', added: { [`${M}/services/run.ts`]: 'export {};' } },
  { rule: 'module-has-readme', added: { 'src/modules/notices/contract.ts': 'export {};' } },
  { rule: 'page-names', added: { [`${M}/pages/matter.tsx`]: 'export {};' } },
  { rule: 'command-names', added: { [`${M}/commands/accept.ts`]: 'export {};' } },
  { rule: 'words-names', added: { [`${M}/words/fr.json`]: '{}' } },
  { rule: 'no-vague-folders', added: { 'src/platform/utils/dates.ts': 'export {};' } },
  { rule: 'no-barrels', added: { 'src/platform/i18n/index.ts': 'export {};' } },
  { rule: 'kebab-case', added: { 'src/platform/i18n/sayIt.ts': 'export {};' } },
  {
    rule: 'folder-size',
    added: Object.fromEntries(
      Array.from({ length: 16 }, (_, i) => [`src/platform/many/f${i}.ts`, 'export {};']),
    ),
  },
  { rule: 'file-size', added: { 'src/platform/i18n/long.ts': lines(301) } },
  { rule: 'test-size', added: { 'src/platform/i18n/long.test.ts': lines(501) } },
  {
    rule: 'function-size',
    added: { 'src/platform/i18n/long.ts': `export function f() {\n${'  f();\n'.repeat(59)}}\n` },
  },
];

const both = (zh: string, en: string): Files => ({
  'src/web/words/zh-CN.json': zh,
  'src/web/words/en.json': en,
});

const refusing = (rule: string, code: string): Bite => ({
  rule,
  added: { [`${M}/rules/no.ts`]: `import { refuse } from '#kernel/result.ts';\n${code}` },
});

const words: readonly Bite[] = [
  { rule: 'words-readable', added: both('{"a": {"b": "深"}}', '{"a": "flat"}') },
  { rule: 'words-filled', added: both('{"a": "有"}', '{"a": " "}') },
  { rule: 'words-once', added: both('{"matters.days": "{n} 日"}', '{"matters.days": "{n} days"}') },
  { rule: 'words-parity', added: both('{"a": "有", "b": "有"}', '{"a": "there"}') },
  { rule: 'words-placeholders', added: both('{"a": "{n} 件"}', '{"a": "{count} matters"}') },
  { rule: 'words-translated', added: both('{"a": "有"}', '{"a": "有"}') },
  refusing('refusal-words', `export const no = refuse('matters.unheard-of');`),
  refusing('refusal-code', `export const no = (why: string) => refuse(\`matters.\${why}\`);`),
  {
    rule: 'refusal-params',
    added: {
      ...both('{"refusal.matters.full": "满 {n}"}', '{"refusal.matters.full": "Full: {n}"}'),
      ...refusing('', `export const no = refuse('matters.full', { field: 'n' });`).added,
    },
  },
  {
    rule: 'words-exist',
    added: { 'src/web/ui/card.tsx': `export const says = (t: (key: string) => string) => t('card.gone');` },
  },
];

const literals: readonly Bite[] = [
  {
    rule: 'no-chinese-in-code',
    added: { [`${R}/contract.ts`]: `export const title = (n: number) => \`共\${n}\`;` },
  },
  {
    rule: 'no-text-in-pages',
    added: { [`${M}/pages/plain.page.tsx`]: 'export default () => <p>Hello</p>;' },
  },
  { rule: 'colours-from-tokens', added: { 'src/web/ui/badge.module.css': '.badge { color: #ff0000; }' } },
  { rule: 'no-unchecked-code', added: { 'src/platform/i18n/say.ts': '// @ts-ignore' } },
  {
    rule: 'no-hidden-imports',
    added: { 'src/platform/i18n/say.ts': 'export const load = (name: string) => import(name);' },
  },
  { rule: 'no-skipped-tests', added: { 'src/platform/i18n/say.test.ts': `it.skip('later', () => {});` } },
];

const tables: readonly Bite[] = [
  {
    rule: 'own-tables-only',
    added: { [`${M}/store/matters.ts`]: `export const people = (tx: Tx) => tx.schema('registry');` },
  },
];

/** Bites of the rules about what is inside the files. */
export const TEXT_BITES: readonly Bite[] = [...purity, ...shape, ...words, ...literals, ...tables];
