/**
 * Sets up and lists the neighborhoods of an installation:
 *
 *   npm run neighborhood -- create --name 紫荆居民区 --code ZJ --slug zijing --keeper 周… [--name-en …] [--phone …] [--host …]
 *   npm run neighborhood -- list
 *   npm run neighborhood -- code
 *
 * `create` prints the first keeper's invitation; `code` makes a code for the guided page at /setup.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { anonymousActor, systemActor } from '#kernel/actor.ts';
import { foundingNames, setUpNeighborhood } from '#modules/access/facade.server.ts';
import accessEn from '#modules/access/words/neighborhoods.en.json' with { type: 'json' };
import accessZh from '#modules/access/words/neighborhoods.zh-CN.json' with { type: 'json' };
import { profile } from '#modules/registry/facade.server.ts';
import registryEn from '#modules/registry/words/en.json' with { type: 'json' };
import registryZh from '#modules/registry/words/zh-CN.json' with { type: 'json' };
import { makeSetupCode } from '#platform/auth/neighborhoods/setup-code.ts';
import { tokenHash } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { asOperator, type Operator, OperatorError, sentenceOf } from './operator/with-database.ts';

const USAGE = `npm run neighborhood -- create --name … --code … --slug … --keeper … [--name-en …] [--phone …] [--host …]
npm run neighborhood -- list
npm run neighborhood -- code`;

const WORDS = [
  { ...registryZh, ...accessZh },
  { ...registryEn, ...accessEn },
];

async function addresses({ database }: Operator) {
  return database.onReference((db) =>
    db.selectFrom('platform.neighborhood_address').selectAll().orderBy('slug').execute(),
  );
}

async function create(operator: Operator, args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ name: text, 'name-en': text, code: text, slug: text },
      ...{ host: text, keeper: text, phone: text },
    },
  });
  const token = operator.vault.index('staff-invitation', randomUUID());
  const nameZh = values.name ?? '';
  const nameEn = values['name-en'] ?? '';
  const given = {
    nameZh,
    nameEn,
    code: values.code ?? '',
    slug: values.slug ?? '',
    host: values.host ?? null,
    keeperName: values.keeper ?? '',
    keeperPhone: values.phone ?? null,
    names: foundingNames(nameZh, nameEn),
    tokenHash: tokenHash(token),
    setupCode: null,
  };
  const done = await runCommand(operator.database, systemActor(randomUUID()), (tx) =>
    setUpNeighborhood(tx, given),
  );
  if (!done.ok) throw new OperatorError(sentenceOf(WORDS, done.refusal));
  const { publicUrl } = operator.config;
  const shared = (await addresses(operator)).filter((row) => row.host === null || row.is_default);
  const own = given.host && `${new URL(publicUrl).protocol}//${given.host.toLowerCase()}`;
  const base = own || (shared.length > 1 ? `${publicUrl}/n/${done.value.slug}` : publicUrl);
  console.log(`${given.nameZh}: ${base}`);
  console.log(`${base}/invitation/${token}`);
}

async function list(operator: Operator): Promise<void> {
  const rows = await addresses(operator);
  if (rows.length === 0) console.log('There is no neighborhood in this database.');
  for (const row of rows) {
    const found = await operator.database.inTransaction(anonymousActor(row.neighborhood_id), profile);
    const marks = [
      row.host ?? '(shared address)',
      row.is_default ? 'default' : '',
      row.is_demo ? 'demo' : '',
    ];
    console.log([row.slug, found?.code, found?.nameZh, found?.nameEn, ...marks].filter(Boolean).join('  '));
  }
}

async function code({ database, vault, config }: Operator): Promise<void> {
  console.log(await makeSetupCode({ database, vault, now: new Date() }));
  console.log(`${config.publicUrl}/setup  (24 h)`);
}

const [asked, ...rest] = process.argv.slice(2);
const COMMANDS = { create, list, code };
if (asked !== undefined && asked in COMMANDS) {
  await asOperator((operator) => COMMANDS[asked as keyof typeof COMMANDS](operator, rest));
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
