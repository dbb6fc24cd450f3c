import type { ApprovedPiece } from '#kernel/approved-piece.ts';
import type { Result } from '#kernel/result.ts';
import type { IdentityProvider } from '#platform/auth/providers/provider.ts';
import type { SmsAdapter } from '#platform/auth/sms.ts';
import type { Config } from '#platform/config/config.ts';
import type { Database, Tx } from '#platform/db/database.ts';
import type { Log } from '#platform/http/log.ts';
import type { Vault } from '#platform/vault/vault.ts';

/** Somebody of the demo's story whom a visitor may be, with one line that says who. */
export type CastMember = {
  readonly personId: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly whoZh: string;
  readonly whoEn: string;
};

/** Publishes what was approved, inside the approval's transaction; its refusal takes the approval back. */
export type Publisher = (tx: Tx, piece: ApprovedPiece) => Promise<Result<void>>;
/** Who publishes which kind of thing; the modules above the gate give theirs. */
export type Publishers = Readonly<Record<string, Publisher>>;

/** Everything a page may reach, made once when the program starts and handed down by arguments. */
export type Services = {
  readonly config: Pick<Config, 'mode' | 'publicUrl'>;
  readonly database: Database;
  readonly vault: Vault;
  readonly sms: SmsAdapter;
  /** Identity providers one may sign in by, as configured. */
  readonly providers?: readonly IdentityProvider[];
  readonly clock: () => Date;
  /** What phones show, where the program's clock stands elsewhere: in the demo. */
  readonly phoneClock?: () => Date;
  readonly log: Log;
  /** Whether the database has exactly the migrations this program knows; asked by `/readyz`. */
  readonly migrationsCurrent: () => Promise<boolean>;
  /** Given by the web, which knows all modules. */
  readonly publishers?: Publishers;
  /** A missing sentence is an error instead of a line in the log; for tests. */
  readonly strictWords?: boolean;
  /** The people of a demo neighborhood's story, in the order to meet them; given in demo mode only. */
  readonly cast?: (neighborhoodId: string) => Promise<readonly CastMember[]>;
};
