import { randomBytes, scryptSync } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { z } from 'zod';

/** A key of the keyring; `key` is 32 random bytes in base64. */
export type NamedKey = {
  readonly name: string;
  readonly key: string;
  /** ISO moment; null for the first key, made from the secret. */
  readonly since: string | null;
  /** When a newer one took its place; null for the one that writes. */
  readonly supersededAt: string | null;
};

/** What the file holds: keys that encrypt (`k1`, `k2` …), the last one writes, and the key of the blind indexes. */
export type KeyringContent = {
  readonly keys: readonly NamedKey[];
  readonly blind: NamedKey;
  /** A blind key whose indexes are being computed. */
  readonly nextBlind: NamedKey | null;
};

const namedKey = z.object({
  name: z.string().regex(/^[kb]\d+$/),
  key: z.string().length(44),
  since: z.iso.datetime().nullable(),
  supersededAt: z.iso.datetime().nullable(),
});
const content = z.object({
  keys: z.array(namedKey).min(1),
  blind: namedKey,
  nextBlind: namedKey.nullable(),
});

/** The keys of an installation. Every reading looks whether the file is still the same: no restart is needed. */
export interface Keyring {
  /** The key that new texts are encrypted with. */
  writing(): { readonly name: string; readonly key: Buffer };
  /** A key by name, or null when there is none (any more). */
  find(name: string): Buffer | null;
  /** The key of the blind indexes. */
  blind(): Buffer;
  content(): KeyringContent;
  /** Puts a new content in the place of the old one, whole or not at all. */
  replace(next: KeyringContent): void;
}

/** A new random key. */
export function newKey(name: string, now: Date): NamedKey {
  return { name, key: randomBytes(32).toString('base64'), since: now.toISOString(), supersededAt: null };
}

type Read = {
  readonly stamp: string;
  readonly content: KeyringContent;
  readonly keys: ReadonlyMap<string, Buffer>;
  readonly blind: Buffer;
};

function readOf(stamp: string, found: KeyringContent): Read {
  const keys = new Map(found.keys.map(({ name, key }) => [name, Buffer.from(key, 'base64')]));
  return { stamp, content: found, keys, blind: Buffer.from(found.blind.key, 'base64') };
}

/** Which version of the file lies there; empty when there is none. */
function stampOf(file: string | null): string {
  const stat = file === null ? undefined : statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat ? `${stat.ino}/${stat.mtimeNs}/${stat.size}` : '';
}

/**
 * The keyring beside the secret. Until somebody rotates there is no file, and the keys follow from the secret.
 *
 * @param file null: keys only from the secret, for tests and tools that never rotate.
 * @throws when the file is there and cannot be read: a program without its keys must not start writing.
 */
export function openKeyring(secret: string, file: string | null): Keyring {
  const first = (name: string, salt: string): NamedKey => ({
    name,
    key: scryptSync(secret, salt, 32).toString('base64'),
    since: null,
    supersededAt: null,
  });
  let derived: Read | null = null;
  const fromSecret = () => {
    derived ??= readOf('', {
      keys: [first('k1', 'xieshou/contact/k1')],
      blind: first('b1', 'xieshou/blind-index'),
      nextBlind: null,
    });
    return derived;
  };
  let read: Read | null = null;
  const now = (): Read => {
    const stamp = stampOf(file);
    if (read?.stamp === stamp) return read;
    read =
      stamp === ''
        ? fromSecret()
        : readOf(stamp, content.parse(JSON.parse(readFileSync(file as string, 'utf8'))));
    return read;
  };
  return {
    writing() {
      const { content: held, keys } = now();
      const { name } = held.keys.at(-1)!;
      return { name, key: keys.get(name)! };
    },
    find: (name) => now().keys.get(name) ?? null,
    blind: () => now().blind,
    content: () => now().content,
    replace(next) {
      if (file === null) throw new Error('this keyring has no file');
      writeWhole(file, `${JSON.stringify(content.parse(next), null, 2)}\n`);
    },
  };
}

/** Only the owner may read it, and a crash leaves the old file or the new one. */
function writeWhole(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const handle = openSync(fresh, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}
