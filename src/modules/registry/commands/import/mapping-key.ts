import { createHash } from 'node:crypto';

/** A short key for the headings of a sheet. */
export function fingerprintHash(fingerprint: string): string {
  return createHash('sha256').update(fingerprint).digest('base64url');
}
