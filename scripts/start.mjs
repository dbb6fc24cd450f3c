// Starts the program: `node scripts/start.mjs demo|serve`. Plain JavaScript that an old Node can still read, so
// that it can say which Node is needed. Builds the pages when they are missing or older than their sources.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 24;
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const built = join(root, 'build/server/index.js');
// There from the first to the last moment of a build: what an interrupted one left is not used.
const unfinished = join(root, 'build/.unfinished');

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  refuse('node-too-old', { found: process.version });
}
process.env.NODE_ENV = 'production';
if (arePagesOld()) await buildPages();
await import(pathToFileURL(join(root, 'src/server.ts')).href);

function sentences(key, params = {}) {
  return ['zh-CN', 'en'].map((language) => {
    const file = join(root, `src/platform/config/words/${language}.json`);
    const sentence = JSON.parse(readFileSync(file, 'utf8'))[key];
    return sentence.replace(/\{(\w+)\}/g, (_, name) => params[name]);
  });
}

function refuse(code, params) {
  console.error(sentences(`refusal.start.${code}`, params).join('\n'));
  process.exit(1);
}

function arePagesOld() {
  if (!existsSync(built) || existsSync(unfinished)) return true;
  const builtAt = statSync(built).mtimeMs;
  const sources = [
    'package-lock.json',
    'vite.config.ts',
    'react-router.config.ts',
    ...under('src'),
    ...under('public'),
  ];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > builtAt);
}

// Folders count too: their time changes when a file is taken away.
function under(folder) {
  const inside = readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return under(path);
    return /\.test\.tsx?$/.test(entry.name) ? [] : [path];
  });
  return [folder, ...inside];
}

async function buildPages() {
  const started = Date.now();
  process.stdout.write(sentences('progress.start.building-pages').join(' '));
  const dots = setInterval(() => process.stdout.write('.'), 1000);
  mkdirSync(dirname(unfinished), { recursive: true });
  writeFileSync(unfinished, '');
  const { status, output } = await runBuild();
  clearInterval(dots);
  process.stdout.write('\n');
  if (status !== 0) {
    console.error(output);
    refuse('pages-not-built');
  }
  rmSync(unfinished, { force: true });
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(sentences('progress.start.built-pages', { seconds }).join(' '));
}

function runBuild() {
  const folder = join(root, 'node_modules/@react-router/dev');
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return new Promise((resolve) => {
    const program = join(folder, bin['react-router']);
    const child = spawn(process.execPath, [program, 'build'], { cwd: root, env: process.env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.on('error', (error) => resolve({ status: -1, output: String(error) }));
    child.on('close', (status) => resolve({ status, output }));
  });
}
