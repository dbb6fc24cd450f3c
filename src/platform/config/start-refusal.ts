import en from './words/en.json' with { type: 'json' };
import zh from './words/zh-CN.json' with { type: 'json' };

export type StartParams = Readonly<Record<string, string | number>>;

/** Takes one line of progress while the program starts; the server prints it. */
export type StartLog = (line: string) => void;

function fill(words: Readonly<Record<string, string>>, key: string, params: StartParams): string {
  const sentence = words[key];
  if (sentence === undefined) throw new Error(`No words for ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => String(params[name] ?? hole));
}

/** A line of progress in Chinese and English: `progress.<code>` of the words. */
export function progressLine(code: string, params: StartParams = {}): string {
  return `${fill(zh, `progress.${code}`, params)} ${fill(en, `progress.${code}`, params)}`;
}

/**
 * The program cannot start, for a reason somebody can act on. `code` is `start.<reason>`; its words are
 * under `refusal.<code>`. The server prints {@link StartRefusal.sentence} and ends with status 1.
 */
export class StartRefusal extends Error {
  readonly code: string;
  readonly params: StartParams;

  constructor(code: string, params: StartParams = {}) {
    super(fill(en, `refusal.${code}`, params));
    this.name = 'StartRefusal';
    this.code = code;
    this.params = params;
  }

  /** Two lines: Chinese, then English. */
  get sentence(): string {
    return `${fill(zh, `refusal.${this.code}`, this.params)}\n${fill(en, `refusal.${this.code}`, this.params)}`;
  }
}

/** What an error of `listen()` means: port taken or not allowed. Other errors are handed back unchanged. */
export function listenRefusal(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return new StartRefusal('start.port-taken', { host, port, other: port < 65535 ? port + 1 : 3000 });
  }
  if (['EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) {
    return new StartRefusal('start.port-forbidden', { host, port, reason: code });
  }
  return error;
}
