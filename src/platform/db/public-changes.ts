import pg from 'pg';

/** What copies of the program tell one another when something must leave the public pages at once. */
export const PUBLIC_CHANNEL = 'xieshou_public_pages';

const RETRY_MS = 2_000;

/** Hears of changes to public pages: those of this copy before its answer is sent, those of others within moments. */
export interface PublicChanges {
  /** Called when something was taken off or changed, and whenever news may have been missed. */
  onChange(listener: () => void): void;
  /** This copy changed something: told to its own listeners now. */
  tell(): void;
  close(): Promise<void>;
}

/**
 * Listens on a connection of its own as soon as somebody wants to hear. Where the connection is lost (or a
 * pooler allows none), listeners are told, so that they forget what they keep, and it is tried again.
 */
export function publicChanges(config: pg.ClientConfig): PublicChanges {
  const listeners: (() => void)[] = [];
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const lost = () => {
    if (client === null) return;
    client = null;
    tell();
    if (!closed) retry = setTimeout(listen, RETRY_MS);
  };
  function listen(): void {
    const mine = new pg.Client(config);
    client = mine;
    const gone = () => {
      if (client === mine) lost();
    };
    mine.on('notification', tell);
    mine.on('error', gone);
    mine.on('end', gone);
    mine
      .connect()
      .then(() => mine.query(`listen ${PUBLIC_CHANNEL}`))
      // Whatever changed while nobody listened.
      .then(tell, () => {
        gone();
        return mine.end().catch(() => undefined);
      });
  }
  return {
    onChange(listener) {
      listeners.push(listener);
      if (client === null && retry === null) listen();
    },
    tell,
    async close() {
      closed = true;
      if (retry) clearTimeout(retry);
      const last = client;
      client = null;
      await last?.end().catch(() => undefined);
    },
  };
}
