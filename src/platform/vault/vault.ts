import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scryptSync,
  timingSafeEqual,
} from 'node:crypto';

/** Keeps what must not be readable in the database: phone numbers, query PINs, one-time codes. */
export interface Vault {
  /** AES-256-GCM, as `k1.<iv>.<tag>.<text>` in base64url; the first part names the key. */
  encrypt(plain: string): string;
  /** @throws when the text was not made by this key or was changed. */
  decrypt(cipher: string): string;
  /** Blind index: equal texts give equal indexes within a purpose, and nothing can be read back. */
  index(purpose: string, plain: string): string;
  /** Whether a text has this index; compares in constant time. */
  matches(purpose: string, plain: string, index: string): boolean;
}

/** @param secret the installation's secret (XIESHOU_SECRET), at least 32 characters. */
export function makeVault(secret: string): Vault {
  const key = scryptSync(secret, 'xieshou/contact/k1', 32);
  const blind = scryptSync(secret, 'xieshou/blind-index', 32);
  const index = (purpose: string, plain: string) =>
    createHmac('sha256', blind).update(`${purpose}\0${plain}`).digest('base64url');
  return {
    encrypt(plain) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
      return ['k1', ...parts].join('.');
    },
    decrypt(sealed) {
      const [name, iv, tag, text] = sealed.split('.');
      if (name !== 'k1' || !iv || !tag || text === undefined)
        throw new Error('unknown key or broken cipher text');
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64url'));
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
