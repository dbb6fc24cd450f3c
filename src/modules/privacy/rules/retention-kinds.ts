/**
 * What is kept, why, for how long and who sees it, as data. The page /privacy, docs/privacy.md, the dry run and
 * the worker read this one table, so that they cannot say different things. Pure.
 */

/** `[D]` our proposal, to be confirmed with the pilot · `[GK]` general knowledge, article to be checked · law: verified. */
export type Mark = 'D' | 'GK' | 'LAW';

export type RetentionKind = {
  /** Words: `privacy.kept.<kind>.what`, `.why`, `.who`, `.how-long`. */
  readonly kind: string;
  /** Months after `from`; null: as long as the neighborhood uses the program. */
  readonly months: number | null;
  /** Fewest months a neighborhood may choose, where the law says one. */
  readonly fewest: number | null;
  /** PIPL art. 13 (1) items: 1 consent, 2 contract or self-management, 3 statutory duty. */
  readonly basis: string;
  readonly mark: Mark;
  /** `RUN` the program lists it and carries it out when somebody decides · `SELF` it goes by itself · `KEPT`. */
  readonly ends: 'RUN' | 'SELF' | 'KEPT';
};

export const RETENTION_KINDS: readonly RetentionKind[] = [
  {
    kind: 'MATTER_CONTACT',
    months: 24,
    fewest: 1,
    basis: 'PIPL 13(1)(3), 19',
    mark: 'D',
    ends: 'RUN',
  },
  { kind: 'REGISTER', months: null, fewest: null, basis: 'PIPL 13(1)(3)', mark: 'D', ends: 'KEPT' },
  { kind: 'CONSENTS', months: null, fewest: null, basis: 'PIPL 14, 15, 55, 56', mark: 'D', ends: 'KEPT' },
  { kind: 'LOGS', months: null, fewest: 6, basis: 'Cybersecurity Law 21(3)', mark: 'GK', ends: 'KEPT' },
  { kind: 'SESSIONS', months: 6, fewest: 6, basis: 'Cybersecurity Law 21(3)', mark: 'GK', ends: 'RUN' },
  { kind: 'CODES', months: 1, fewest: null, basis: 'PIPL 6, 19', mark: 'D', ends: 'SELF' },
  { kind: 'REQUESTS', months: null, fewest: null, basis: 'PIPL 50, 56', mark: 'D', ends: 'KEPT' },
];

/** Kinds that a decided run carries out. */
export const RUN_KINDS = ['MATTER_CONTACT', 'SESSIONS'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** The kind of a name, or undefined. */
export function retentionKind(name: string): RetentionKind | undefined {
  return RETENTION_KINDS.find(({ kind }) => kind === name);
}

/** The period in force for a kind: the neighborhood's last decision, or the program's; null: no end. */
export function periodOf(
  decided: readonly { readonly kind: string; readonly months: number }[],
  kind: string,
): number | null {
  return decided.findLast((row) => row.kind === kind)?.months ?? retentionKind(kind)?.months ?? null;
}

/** The moment before which data is past its period: so many months before now, on the same day of the month. */
export function cutOff(now: Date, months: number): Date {
  const moved = new Date(now);
  const day = moved.getUTCDate();
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const last = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(day, last));
  return moved;
}

export type Hold = {
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** Last day of the hold, `2027-06-30`. */
  readonly until: string;
  readonly liftedAt: Date | null;
};

/** Whether a hold is in force on a day and covers one of these subjects. */
export function isHeld(
  holds: readonly Hold[],
  day: string,
  subjects: readonly { readonly kind: string; readonly id: string | null }[],
): boolean {
  return holds
    .filter((hold) => hold.liftedAt === null && hold.until >= day)
    .some(
      (hold) =>
        hold.subjectKind === 'everything' ||
        subjects.some(({ kind, id }) => id !== null && kind === hold.subjectKind && id === hold.subjectId),
    );
}
