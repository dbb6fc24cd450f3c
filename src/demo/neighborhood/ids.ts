import { createHash } from 'node:crypto';
import { uuidv7 } from '#kernel/ids.ts';

/** All demo ids carry this moment, long before the demo's history begins. */
const BEFORE = Date.UTC(2025, 9, 1);

/**
 * The id of something in the demo, always the same for the same name, in the form of all ids.
 *
 * @param name e.g. `unit/ZJ-B03-S08-0502`.
 */
export function demoId(name: string): string {
  return uuidv7(BEFORE, createHash('sha256').update(`xieshou-demo/${name}`).digest().subarray(0, 10));
}

/** The demo neighborhood. */
export const DEMO_NEIGHBORHOOD_ID = demoId('neighborhood/zijing');
/** Its address. */
export const DEMO_SLUG = 'zijing';
/** Everybody and everything in the demo has been there since. */
export const DEMO_SINCE = '2025-01-01';

export const ESTATE_CODES = ['ZJ', 'CS', 'LB'] as const;
export type EstateCode = (typeof ESTATE_CODES)[number];

/** `pad(8)` is `08`. */
export function pad(number: number, digits = 2): string {
  return String(number).padStart(digits, '0');
}
