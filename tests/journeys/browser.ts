import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** Where a machine that has Chromium of its own keeps it. */
const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/lib/chromium/chromium',
];

/** Pages are ours and local: no sandbox, so that root may run them too, and nothing asks the network. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--font-render-hinting=none',
];

type Program = { readonly path: string; readonly env: Record<string, string> };

/** Chromium without a window: the machine's own, else the one that comes from npm. */
export async function openBrowser(): Promise<Browser> {
  const { path, env } = await chromiumProgram();
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  return chromium.launch({
    executablePath: path,
    args: ARGS,
    env: { ...Object.fromEntries(inherited), HOME: homeFolder(), ...env },
  });
}

/** Chromium writes into its home, and some accounts have none that can be written. */
function homeFolder(): string {
  const home = process.env.HOME ?? '';
  try {
    accessSync(home, constants.W_OK);
    return home;
  } catch {
    const own = join(tmpdir(), `xieshou-home-${process.getuid?.() ?? 0}`);
    mkdirSync(own, { recursive: true, mode: 0o700 });
    return own;
  }
}

async function chromiumProgram(): Promise<Program> {
  for (const path of ON_THE_MACHINE) {
    // Some machines keep a stub there that only says what to install.
    if (existsSync(path) && (await startsAlone(path))) return { path, env: {} };
  }
  const folder = await unpacked();
  const path = join(folder, 'chromium');
  const fonts: Record<string, string> = existsSync('/etc/fonts/fonts.conf')
    ? {}
    : { FONTCONFIG_PATH: join(folder, 'fonts') };
  return { path, env: { ...fonts, ...((await startsAlone(path)) ? {} : libraries(folder)) } };
}

/** Libraries that a bare machine lacks come with the package too. */
function libraries(folder: string): Record<string, string> {
  return { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
}

async function startsAlone(path: string): Promise<boolean> {
  return run(path, ['--version']).then(
    () => true,
    () => false,
  );
}

/**
 * Unpacks Chromium from npm once for each user and version. It appears under its name in one step, so that
 * an interrupted or simultaneous unpacking harms nobody.
 */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(require.resolve('@sparticuz/chromium')));
  const { version } = require(join(home, 'package.json')) as { version: string };
  const folder = join(tmpdir(), `xieshou-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (existsSync(folder)) return folder;
  mkdirSync(tmpdir(), { recursive: true });
  const fresh = mkdtempSync(`${folder}-`);
  await unpackInto(fresh, join(home, 'bin'));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The package unpacks into the temporary folder and nowhere else: for that moment it is ours. */
async function unpackInto(folder: string, packed: string): Promise<void> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await packaged.executablePath(packed);
    await inflate(join(packed, 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
