import type { AddressInfo } from 'node:net';
import type { PoolConfig } from 'pg';
import type { Config } from '#platform/config/config.ts';
import { progressLine } from '#platform/config/start-refusal.ts';
import type { Vault } from '#platform/vault/vault.ts';

type Say = (line: string) => void;

/** Founds the demo neighborhood and lives its history through, the first time; gives the demo's clock. */
export async function prepareDemo(_app: PoolConfig, _vault: Vault, _say: Say): Promise<() => Date> {
  return () => new Date();
}

/** Says where the program is. */
export async function greet(_config: Config, address: AddressInfo, say: Say): Promise<void> {
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  say(progressLine('start.ready', { url: `http://${host}:${address.port}` }));
}
