import type { Vault } from '#platform/vault/vault.ts';

/**
 * The six-digit query PIN of a matter. Derived from the installation's secret, so that it is stored nowhere
 * and a lost slip can be printed again at the desk.
 */
export function pinOf(vault: Vault, matterId: string): string {
  const bytes = Buffer.from(vault.index('query-pin', matterId), 'base64url');
  return String(bytes.readUInt32BE(0) % 1_000_000).padStart(6, '0');
}
