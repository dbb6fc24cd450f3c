import { randomBytes } from 'node:crypto';

/** Bytes nobody can foresee, for codes and keys. */
export function unforeseeableBytes(count: number): Uint8Array {
  return randomBytes(count);
}
