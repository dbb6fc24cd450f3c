import { Secret, TOTP } from 'otpauth';

/** Seconds one code stands in the app. */
const PERIOD = 30;
/** Codes of the step before and after are taken too, because clocks of phones differ. */
const WINDOW = 1;

/** A new key for an authenticator app: 160 bits in base32 (RFC 4226 §4 asks for it). */
export function newTotpKey(): string {
  return new Secret({ size: 20 }).base32;
}

function totpOf(key: string, label = '', issuer = ''): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(key), period: PERIOD });
}

/** The address an authenticator app reads from a QR code. */
export function totpAddress(key: string, { label, issuer }: { label: string; issuer: string }): string {
  return totpOf(key, label, issuer).toString();
}

/**
 * The step of 30 seconds a typed code belongs to, or null when it is not a code of now. The caller refuses a
 * step that was used before (RFC 6238 §5.2: a code is taken once).
 */
export function stepOfCode(key: string, typed: string, now: Date): number | null {
  const token = typed.normalize('NFKC').replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(key).validate({ token, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD) + delta;
}
