/** The configured database for a command of the operator, whether the program runs or not. */
import { type Config, readConfig } from '#platform/config/config.ts';
import { StartRefusal } from '#platform/config/start-refusal.ts';
import { connectDatabase, type Database } from '#platform/db/database.ts';
import { reachDatabase } from '#platform/db/reach-database.ts';
import { openKeyring } from '#platform/vault/keyring.ts';
import { makeVault, type Vault } from '#platform/vault/vault.ts';

export type Operator = { readonly config: Config; readonly database: Database; readonly vault: Vault };

/** Something the operator did wrong, said in one line; the command ends with 1. */
export class OperatorError extends Error {}

/** Opens the database, does the work, closes it again. What cannot be done is said and ends with 1. */
export async function asOperator(work: (operator: Operator) => Promise<void>): Promise<void> {
  try {
    const config = readConfig(process.env, 'demo');
    if (!config.ok) throw config.refusals[0];
    const reached = await reachDatabase(config.value, () => undefined);
    const vault = makeVault(reached.secret, openKeyring(reached.secret, config.value.keysFile));
    const database = connectDatabase(reached.appConfig, vault);
    try {
      await work({ config: config.value, database, vault });
    } finally {
      await database.close();
      await reached.stop();
    }
  } catch (error) {
    if (error instanceof StartRefusal) console.error(error.sentence);
    else if (error instanceof OperatorError) console.error(error.message);
    else throw error;
    process.exitCode = 1;
  }
}

/** The sentence of a refusal in both languages, from the words of a module. */
export function sentenceOf(
  words: readonly Readonly<Record<string, string>>[],
  refusal: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
): string {
  return words
    .map((one) => one[`refusal.${refusal.code}`] ?? refusal.code)
    .map((text) => text.replace(/\{(\w+)\}/g, (hole, name: string) => String(refusal.params?.[name] ?? hole)))
    .join('\n');
}
