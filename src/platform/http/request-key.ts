import { isUuid } from '#kernel/ids.ts';
import type { Vault } from '#platform/vault/vault.ts';

/**
 * The request key of one intention: the key its form was given, and what was typed. The same form sent twice
 * is one intention; other words in it (sent again after the Back button) are another.
 *
 * @param given the form's hidden key.
 * @returns a UUID for `runCommand`, or null when the form had no proper key.
 */
export function requestKeyFor(vault: Vault, given: string, words: string): string | null {
  if (!isUuid(given)) return null;
  const hex = Buffer.from(vault.index('request-key', `${given}\n${words}`), 'base64url').toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
}
