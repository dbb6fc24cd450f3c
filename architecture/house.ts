/**
 * The house as data: which module stands on which floor, what each part of a module may import, how big
 * things may get and what they may be called. Everything in this folder that checks reads these tables;
 * nothing else says the same thing twice. `docs/architecture.md` tells the same for people.
 */

/**
 * Modules by tier. A module may use the doors of strictly lower tiers; news travels upward as events.
 * A module that is not listed here may not exist.
 */
export const TIERS: readonly (readonly string[])[] = [
  ['registry'],
  ['access', 'consents', 'redaction'],
  ['notices'],
  ['matters'],
  ['agreements'],
  ['resolutions'],
  ['escalations'],
  ['meetings', 'mediation', 'patrols'],
  ['ballots'],
  ['works', 'resources', 'campaigns', 'activities'],
  ['notifications'],
  // Privacy tells people what the others hold about them.
  ['insights', 'exchange', 'privacy'],
  // Reads the permission tables and the trail of all the others.
  ['oversight'],
];

/**
 * Something a file may import.
 * - `kernel`, `platform`, `platform/db`, `web/ui`: a folder (or file) of src
 * - `own:rules`: a part of the same module
 * - `lower:contract`: a door of a module of a lower tier
 * - `lower-types:contract`: the same, with `import type` only
 * - `types:db`: the row types generated from the migrated schema, with `import type` only
 * - `npm`, `npm:zod`: any package, one package
 * - `node`: what comes with Node
 */
export type Reach = string;

export type Part = {
  readonly name: string;
  /** Where its files are, inside the module folder, as a regular expression. */
  readonly files: string;
  readonly may: readonly Reach[];
};

const PURE: readonly Reach[] = [
  'kernel',
  'own:contract',
  'own:permissions',
  'own:rules',
  'lower-types:contract',
];
const DECIDES: readonly Reach[] = ['kernel', 'own:contract', 'own:permissions', 'own:rules', 'own:store'];
const LOWER: readonly Reach[] = ['lower:contract', 'lower:facade'];
const SHOWS: readonly Reach[] = [
  'kernel',
  'own:contract',
  'own:permissions',
  'own:rules',
  'own:widgets',
  'lower:contract',
  'lower:widgets',
  'web/ui',
  'web/page',
  'platform/i18n',
  'npm:react',
  'npm:react-router',
];

/**
 * The parts of a module and what each may import. A part may always import its own files. The order
 * matters where a file fits two parts: the first one wins.
 */
export const PARTS: readonly Part[] = [
  { name: 'contract', files: 'contract(\\.ts$|/)', may: PURE },
  { name: 'permissions', files: 'permissions\\.ts$', may: PURE },
  { name: 'rules', files: 'rules/', may: PURE },
  { name: 'forms', files: 'forms/', may: ['kernel', 'own:contract', 'npm:zod'] },
  {
    name: 'store',
    files: 'store/',
    may: ['kernel', 'own:contract', 'platform/db', 'platform/vault', 'types:db', 'npm:kysely'],
  },
  { name: 'commands', files: 'commands/', may: [...DECIDES, 'own:forms', 'platform', ...LOWER] },
  // The permission tables of lower modules are a door too: the auditor's page reads them as they are.
  {
    name: 'queries',
    files: 'queries/',
    may: [...DECIDES, 'own:words', 'platform', ...LOWER, 'lower:permissions'],
  },
  {
    name: 'facade',
    files: 'facade\\.server\\.ts$',
    may: [...DECIDES, 'own:commands', 'own:queries', 'platform', ...LOWER],
  },
  {
    name: 'page-servers',
    files: 'pages/.*\\.server\\.ts$',
    may: [...SHOWS, 'own:pages', 'own:queries', 'own:commands', 'own:forms', 'platform', 'npm:zod'],
  },
  {
    name: 'pages',
    files: 'pages/',
    may: [...SHOWS, 'own:page-servers', 'own:forms', 'own-types:queries', 'own-types:commands'],
  },
  { name: 'widgets', files: 'widgets\\.(tsx|module\\.css)$', may: [...SHOWS, 'own-types:queries'] },
  { name: 'routes', files: 'routes\\.ts$', may: ['kernel', 'own:contract', 'npm:@react-router/dev'] },
  {
    name: 'jobs',
    files: 'jobs\\.server\\.ts$',
    may: [...DECIDES, 'own:commands', 'own:queries', 'platform', ...LOWER],
  },
  {
    name: 'subscriptions',
    files: 'subscriptions\\.server\\.ts$',
    may: [...DECIDES, 'own:commands', 'own:queries', 'platform', ...LOWER],
  },
];

/** Parts that compute and nothing else: no clock, no chance, no input or output. The kernel is one too. */
export const PURE_PARTS: readonly string[] = ['contract', 'permissions', 'rules'];

/** Parts other modules may import. */
export const DOORS: readonly string[] = ['contract', 'permissions', 'facade', 'widgets'];

/** Parts that only the web and the worker import, to mount them. */
export const WIRING: readonly string[] = ['routes', 'jobs', 'subscriptions'];

/** Names allowed directly inside a module folder; folders end with a slash. */
export const MODULE_NAMES: readonly string[] = [
  'README.md',
  'contract.ts',
  // A contract of several chapters, one file a subject.
  'contract/',
  'permissions.ts',
  'facade.server.ts',
  'widgets.tsx',
  'widgets.module.css',
  'routes.ts',
  'jobs.server.ts',
  'subscriptions.server.ts',
  'rules/',
  'commands/',
  'queries/',
  'store/',
  'forms/',
  'pages/',
  'words/',
  'testing/',
];

/** Names allowed directly inside src. */
export const SRC_NAMES: readonly string[] = [
  'kernel/',
  'platform/',
  'modules/',
  'web/',
  'worker/',
  'demo/',
  'server.ts',
  'welcome.ts',
  'routes.ts',
  'root.tsx',
  'entry.server.tsx',
  'entry.client.tsx',
];

/** Files that put the program together: the only ones that may start the demo. */
export const STARTERS: readonly string[] = ['server.ts', 'welcome.ts'];

/** Names that say nothing about what is inside. */
export const FORBIDDEN_FOLDERS: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'lib',
];

/** A larger one is split by meaning, not cut in two. */
export const BUDGETS = {
  fileLines: 300,
  testLines: 500,
  functionLines: 60,
  folderFiles: 15,
} as const;

/** Folders whose code is checked. */
export const CODE_FOLDERS: readonly string[] = ['src', 'architecture', 'scripts', 'tests', 'bench'];

/** The only style sheet that names colours. */
export const TOKENS_CSS = 'src/web/ui/tokens.css';

/** Languages, the first one first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;

/** Files that must hold Chinese characters as data, not as something people read, each with the reason. */
export const HAN_IN_CODE: ReadonlyMap<string, string> = new Map([
  ['src/modules/matters/rules/intake/category-words.ts', 'what residents type, matched and never shown'],
  [
    'src/modules/matters/rules/intake/danger-words.ts',
    'what residents type in danger, matched and never shown',
  ],
  ['src/kernel/personal-data.ts', 'how people write plates, rooms and accounts, matched and never shown'],
  [
    'src/modules/registry/rules/import/sheet-words.ts',
    'how offices name the columns and places of their sheets, matched and never shown',
  ],
]);

/** Files that must load something by a computed name, each with the reason. */
export const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['src/server.ts', 'loads the built pages, which exist only after the build'],
  ['src/platform/documents/pdf-layout.ts', 'asks where the files of the font lie; loads nothing'],
  ['src/platform/documents/making/maker.ts', 'asks where the process lies that papers are made in'],
  ['src/platform/db/embedded/binaries.ts', 'asks where the package of the database lies; loads nothing'],
]);

/** Sentences that hold Chinese in English too: the sign of the house, and what leads back to Chinese. */
export const CHINESE_IN_ENGLISH: readonly string[] = [
  'site.mark',
  'shell.language',
  'shell.language-short',
  'shell.demo',
];

/** Written by a program; not measured. */
export function isGenerated(path: string): boolean {
  return /\.gen\.ts$/.test(path);
}

/** A test or what only tests use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || /(^|\/)testing\//.test(path) || path.startsWith('tests/');
}

/** The tier of a module counted from 1, or null when it is not listed. */
export function tierOf(module: string): number | null {
  const at = TIERS.findIndex((tier) => tier.includes(module));
  return at < 0 ? null : at + 1;
}
