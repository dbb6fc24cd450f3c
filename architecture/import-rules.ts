/**
 * The import tables of house.ts as rules for dependency-cruiser. Each rule is a sentence that forbids; its
 * name is what the bite test and the findings show.
 */
import { DOORS, PARTS, type Part, type Reach, STARTERS, TIERS, WIRING } from './house.ts';

/** As dependency-cruiser takes it; `$1` in `to` is the first group matched by `from.path`. */
export type ImportRule = {
  readonly name: string;
  readonly severity: 'error';
  readonly comment: string;
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: {
    readonly path?: string;
    readonly pathNot?: string;
    readonly circular?: boolean;
    readonly couldNotResolve?: boolean;
    readonly dependencyTypes?: string[];
    readonly dependencyTypesNot?: string[];
  };
};

const TESTS = '\\.test\\.tsx?$|/testing/|^tests/';
const MODULE = '^src/modules/([^/]+)/';
const NPM = '(^|/)node_modules/';
const NODE = '^(node:)?[a-z_/]+$';
const WEB = '^src/(web/|routes\\.ts$|root\\.tsx$|entry\\.[a-z]+\\.tsx$)';

/** The files that put the program together. */
const START = `^src/(${STARTERS.map((name) => name.replace('.', '\\.')).join('|')})$`;

const any = (patterns: readonly string[]): string => patterns.join('|');

function filesOf(name: string): string {
  if (name === 'words') return 'words/';
  const part = PARTS.find((p) => p.name === name);
  if (!part) throw new Error(`house.ts names a part that does not exist: ${name}`);
  return part.files;
}

/** What a reach means as a path; `$1` stands for the importing module. */
function pathOf(reach: Reach): string {
  const [kind, name] = reach.split(':') as [string, string | undefined];
  if (kind === 'npm') return name ? `${NPM}(@types/)?${name}/` : NPM;
  if (kind === 'node') return NODE;
  if (kind === 'types') return `^${name}/`;
  if (kind === 'own' || kind === 'own-types') return `^src/modules/$1/${filesOf(name ?? '')}`;
  if (kind === 'lower' || kind === 'lower-types') return `^src/modules/(?!$1/)[^/]+/${filesOf(name ?? '')}`;
  return `^src/${reach}(/|\\.)`;
}

/** Files that belong to an earlier part of the table do not belong to this one. */
function earlierParts(part: Part): string[] {
  return PARTS.slice(0, PARTS.indexOf(part)).map((p) => `^src/modules/[^/]+/${p.files}`);
}

function reachOfPart(part: Part): ImportRule[] {
  const from = { path: MODULE + part.files, pathNot: any([TESTS, ...earlierParts(part)]) };
  const typeOnly = part.may.filter((reach) => /types:/.test(reach)).map(pathOf);
  const rules: ImportRule[] = [
    {
      name: `${part.name}-reach`,
      severity: 'error',
      comment: `${part.name} may import only itself and: ${part.may.join(', ')}`,
      from,
      to: {
        pathNot: any([`^src/modules/$1/${part.files}`, ...part.may.map(pathOf)]),
        couldNotResolve: false,
      },
    },
  ];
  if (typeOnly.length > 0) {
    rules.push({
      name: `${part.name}-types-only`,
      severity: 'error',
      comment: `${part.name} may take types from there, not values`,
      from,
      to: { path: any(typeOnly), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

/** How many tiers have somewhere they may not look: a single module on top has nobody beside or above it. */
export function boundTiers(): number {
  return TIERS.at(-1)?.length === 1 ? TIERS.length - 1 : TIERS.length;
}

function tierRules(): ImportRule[] {
  return TIERS.slice(0, boundTiers()).map((modules, index) => ({
    name: `tier-${index + 1}-looks-down`,
    severity: 'error',
    comment: 'a module uses modules of strictly lower tiers; news travels upward as events',
    from: { path: `^src/modules/(${modules.join('|')})/` },
    to: {
      path: '^src/modules/',
      pathNot: `^src/modules/(${['$1', ...TIERS.slice(0, index).flat()].join('|')})/`,
    },
  }));
}

const doors = `^src/modules/[^/]+/(${DOORS.map(filesOf).join('|')})`;
const wiring = `^src/modules/[^/]+/(${WIRING.map(filesOf).join('|')})`;

function doorRules(): ImportRule[] {
  return [
    {
      name: 'modules-meet-at-doors',
      severity: 'error',
      comment: `another module is used through ${DOORS.join(', ')} only`,
      from: { path: MODULE, pathNot: TESTS },
      to: { path: '^src/modules/', pathNot: any(['^src/modules/$1/', doors]) },
    },
    {
      name: 'tests-meet-at-doors',
      severity: 'error',
      comment: 'a test uses another module through its doors and its testing folder',
      from: { path: `${MODULE}(.*\\.test\\.tsx?$|testing/)` },
      to: { path: '^src/modules/', pathNot: any(['^src/modules/$1/', doors, '/testing/']) },
    },
    {
      name: 'web-and-worker-use-doors-and-wiring',
      severity: 'error',
      comment: 'web, worker and server mount modules; they do not reach inside',
      from: { path: any([WEB, '^src/worker/', START]), pathNot: TESTS },
      to: { path: '^src/modules/', pathNot: any([doors, wiring]) },
    },
    {
      name: 'wiring-is-mounted-by-web-and-worker',
      severity: 'error',
      comment: 'routes, jobs and subscriptions are imported only where they are mounted',
      from: { path: '^src/', pathNot: any([TESTS, WEB, '^src/worker/', START, '^src/demo/']) },
      to: { path: wiring },
    },
    {
      name: 'queries-never-command',
      severity: 'error',
      comment: 'a reading changes nothing',
      from: { path: `${MODULE}queries/` },
      to: { path: '^src/modules/[^/]+/commands/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      comment: 'builders of test rows are not part of the program',
      from: { path: '^src/', pathNot: TESTS },
      to: { path: '/testing/' },
    },
  ];
}

function groundRules(): ImportRule[] {
  const stays = (name: string, path: string, comment: string, pathNot: string): ImportRule => ({
    name,
    severity: 'error',
    comment,
    from: { path, pathNot: TESTS },
    to: { pathNot, couldNotResolve: false },
  });
  return [
    stays('kernel-reach', '^src/kernel/', 'the kernel imports itself only', '^src/kernel/'),
    stays(
      'platform-reach',
      '^src/platform/',
      'platform imports kernel, platform and packages',
      any(['^src/(kernel|platform)/', '^db/', NPM, NODE]),
    ),
    stays(
      'ui-reach',
      '^src/web/(ui|page)(/|\\.)',
      'web/ui and web/page know no module: pages of all modules stand on them',
      any(['^src/(kernel|platform)/', '^src/web/(ui|page|words)(/|\\.)', NPM, NODE]),
    ),
    stays(
      'web-reach',
      WEB,
      'web knows neither worker nor demo',
      any(['^src/(kernel|platform|modules)/', WEB, NPM, NODE]),
    ),
    stays(
      'worker-reach',
      '^src/worker/',
      'the worker knows neither web nor demo',
      any(['^src/(kernel|platform|modules|worker)/', NPM, NODE]),
    ),
    stays(
      'demo-reach',
      '^src/demo/',
      'the demo uses everything except web',
      any(['^src/(?!web/|root|entry|routes|server|welcome)', NPM, NODE]),
    ),
  ];
}

function wholeHouseRules(): ImportRule[] {
  return [
    {
      name: 'demo-is-started-by-server',
      severity: 'error',
      comment: 'the program works without the demo; only what puts it together may start it',
      from: { path: '^src/', pathNot: any(['^src/demo/', START]) },
      to: { path: '^src/demo/' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'no circle of imports, of values or of types',
      from: {},
      to: { circular: true },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'an import leads to a file, a package or Node',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:|/\\+types/' },
    },
    {
      name: 'packages-are-declared',
      severity: 'error',
      comment: 'a package in use is in package.json',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'program-runs-without-dev-packages',
      severity: 'error',
      comment: 'what the program needs is in dependencies, not devDependencies',
      from: { path: '^src/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ];
}

/** All import rules of the house. */
export function importRules(): ImportRule[] {
  return [
    ...groundRules(),
    ...PARTS.flatMap(reachOfPart),
    ...tierRules(),
    ...doorRules(),
    ...wholeHouseRules(),
  ];
}
