/**
 * Looks after accounts when no head can:
 *
 *   npm run account -- reset-second-factor <login> --reason "…"
 *   npm run account -- disable <login>
 *   npm run account -- enable <login>
 */
import { parseArgs } from 'node:util';
import { systemActor } from '#kernel/actor.ts';
import { resetSecondFactor } from '#modules/access/facade.server.ts';
import accessEn from '#modules/access/words/staff.en.json' with { type: 'json' };
import accessZh from '#modules/access/words/staff.zh-CN.json' with { type: 'json' };
import { normaliseLogin } from '#platform/auth/accounts.ts';
import { neighborhoodsOfAccount } from '#platform/auth/neighborhoods/handover.ts';
import { endSessions } from '#platform/auth/sessions.ts';
import { runCommand } from '#platform/db/run-command.ts';
import { asOperator, type Operator, OperatorError, sentenceOf } from './operator/with-database.ts';

const USAGE = `npm run account -- reset-second-factor <login> --reason "…"
npm run account -- disable <login>
npm run account -- enable <login>`;

async function accountOf({ database }: Operator, login: string | undefined): Promise<string> {
  const name = normaliseLogin(login ?? '');
  const row = await database.onReference((db) =>
    db.selectFrom('platform.account').select('id').where('login_name', '=', name).executeTakeFirst(),
  );
  if (!row) throw new OperatorError(`no account is called "${name}"`);
  return row.id;
}

/** The event is written in the first neighborhood the account belongs to. */
async function reset(operator: Operator, login: string | undefined, reason: string): Promise<void> {
  const accountId = await accountOf(operator, login);
  const [first] = await neighborhoodsOfAccount(operator.database, accountId);
  if (!first) throw new OperatorError('this account belongs to no neighborhood');
  const [neighborhoodId, personId] = first;
  const done = await runCommand(operator.database, systemActor(neighborhoodId), (tx) =>
    resetSecondFactor(tx, { personId, reason }),
  );
  if (!done.ok) throw new OperatorError(sentenceOf([accessZh, accessEn], done.refusal));
  console.log('done: they set it up anew when they sign in');
}

async function setDisabled(operator: Operator, login: string | undefined, at: Date | null): Promise<void> {
  const id = await accountOf(operator, login);
  await operator.database.onReference((db) =>
    db.updateTable('platform.account').set({ disabled_at: at }).where('id', '=', id).execute(),
  );
  if (at) await endSessions(operator.database, id, { which: 'all' }, at);
  console.log(at ? 'disabled; signed out everywhere' : 'enabled');
}

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: { reason: { type: 'string' } },
  allowPositionals: true,
});
const [asked, login] = positionals;
if (asked === 'reset-second-factor') {
  await asOperator((operator) => reset(operator, login, values.reason ?? ''));
} else if (asked === 'disable' || asked === 'enable') {
  await asOperator((operator) => setDisabled(operator, login, asked === 'disable' ? new Date() : null));
} else {
  console.error(USAGE);
  process.exitCode = 1;
}
