import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';
import { type Keyring, openKeyring } from './keyring.ts';

/** Keeps what must not be readable in the database: phone numbers, query PINs, one-time codes. */
export interface Vault {
  /** AES-256-GCM with the newest key, as `k2.<iv>.<tag>.<text>` in base64url; the first part names the key. */
  encrypt(plain: string): string;
  /** @throws when the text was not made by a key of the keyring, or was changed. */
  decrypt(cipher: string): string;
  /** Blind index: equal texts give equal indexes within a purpose, and nothing can be read back. */
  index(purpose: string, plain: string): string;
  /** Whether a text has this index; compares in constant time. */
  matches(purpose: string, plain: string, index: string): boolean;
}

/**
 * Purposes whose indexes stand in tables to find a phone by; `keys rotate --blind` computes them anew. All
 * other indexes are told to people or kept for moments (PINs, codes, limits) and follow from the secret alone.
 */
export const FINDING_PURPOSES: readonly string[] = ['phone', 'phone-tail'];

const OBJECTS = new WeakMap<Buffer, KeyObject>();

/** A key as Node keeps it: made anew from its bytes each time, it is what most of the time goes into. */
function keyObject(key: Buffer): KeyObject {
  const known = OBJECTS.get(key);
  if (known) return known;
  const made = createSecretKey(key);
  OBJECTS.set(key, made);
  return made;
}

/** A blind index under a given key. */
export function blindIndex(key: Buffer, purpose: string, plain: string): string {
  return createHmac('sha256', keyObject(key)).update(`${purpose}\0${plain}`).digest('base64url');
}

/**
 * @param secret the installation's secret (XIESHOU_SECRET), at least 32 characters.
 * @param keyring its keys; without one they follow from the secret.
 */
export function makeVault(secret: string, keyring: Keyring = openKeyring(secret, null)): Vault {
  const own = scryptSync(secret, 'xieshou/blind-index', 32);
  const index = (purpose: string, plain: string) =>
    blindIndex(FINDING_PURPOSES.includes(purpose) ? keyring.blind() : own, purpose, plain);
  return {
    encrypt(plain) {
      const { name, key } = keyring.writing();
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyObject(key), iv);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
      return [name, ...parts].join('.');
    },
    decrypt(sealed) {
      const [name, iv, tag, text] = sealed.split('.');
      const key = keyring.find(name ?? '');
      if (!key || !iv || !tag || text === undefined) throw new Error('unknown key or broken cipher text');
      const decipher = createDecipheriv('aes-256-gcm', keyObject(key), Buffer.from(iv, 'base64url'));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      const plain = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]);
      return plain.toString('utf8');
    },
    index,
    matches(purpose, plain, expected) {
      const mine = Buffer.from(index(purpose, plain));
      const theirs = Buffer.from(expected);
      return mine.length === theirs.length && timingSafeEqual(mine, theirs);
    },
  };
}
