import { createHash } from 'node:crypto';
import { canonical } from './events.ts';

/** SHA-256 over plain JSON, hexadecimal: the same content gives the same hash whatever the order of its keys. */
export function contentHash(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('hex');
}

/** SHA-256 of a text as it stands, in hexadecimal: whoever has the text can compute it with any tool. */
export function textHash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
