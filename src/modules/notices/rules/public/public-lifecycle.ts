/** The life of a public notice as data: which step leads from where to where (domain brief §4.13). Pure. */
import type { PublicState, PublicStep } from '../../contract/public.ts';

export type PublicTransition = {
  readonly step: PublicStep;
  readonly from: readonly PublicState[];
  /** Null: the state stays. */
  readonly to: PublicState | null;
};

/** After publication nothing is edited: another one takes its place, or it runs its course into the archive. */
export const PUBLIC_TRANSITIONS: readonly PublicTransition[] = [
  { step: 'go-live', from: ['SCHEDULED'], to: 'LIVE' },
  { step: 'object', from: ['LIVE'], to: null },
  { step: 'record-objection', from: ['LIVE', 'OBJECTIONS_HANDLING'], to: null },
  // On paper in time, entered after everything seemed settled.
  { step: 'record-objection', from: ['CONCLUDED'], to: 'OBJECTIONS_HANDLING' },
  { step: 'answer-objection', from: ['LIVE', 'OBJECTIONS_HANDLING'], to: null },
  { step: 'extend-period', from: ['LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED'], to: 'LIVE' },
  { step: 'end-period', from: ['LIVE'], to: 'OBJECTIONS_HANDLING' },
  { step: 'conclude', from: ['LIVE', 'OBJECTIONS_HANDLING'], to: 'CONCLUDED' },
  { step: 'archive', from: ['CONCLUDED'], to: 'ARCHIVED' },
  { step: 'supersede', from: ['SCHEDULED', 'LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED'], to: 'SUPERSEDED' },
  { step: 'hang-up', from: ['LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED'], to: null },
  {
    step: 'take-down',
    from: ['LIVE', 'OBJECTIONS_HANDLING', 'CONCLUDED', 'ARCHIVED', 'SUPERSEDED'],
    to: null,
  },
];

/** Where a step leads from a state, or null when it is not possible there. */
export function publicLeadsTo(step: PublicStep, from: PublicState): PublicState | null {
  const found = PUBLIC_TRANSITIONS.find((one) => one.step === step && one.from.includes(from));
  return found ? (found.to ?? from) : null;
}

/** Days a concluded notice stays in front before it goes to the archive, where it stays for ever. */
const DAYS_IN_FRONT = 30;

/** What time alone does with a notice now, or null. */
export function turnOf(
  notice: {
    readonly state: PublicState;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly concludedAt: Date | null;
    /** Objections whose answer is not published. */
    readonly open: number;
  },
  now: Date,
): 'go-live' | 'end-period' | 'conclude' | 'archive' | null {
  const { state, startsAt, endsAt, concludedAt, open } = notice;
  if (state === 'SCHEDULED') return startsAt <= now ? 'go-live' : null;
  if (state === 'LIVE' && endsAt <= now) return open > 0 ? 'end-period' : 'conclude';
  if (state === 'OBJECTIONS_HANDLING') return open > 0 ? null : 'conclude';
  const kept = concludedAt ? now.getTime() - concludedAt.getTime() : 0;
  return state === 'CONCLUDED' && kept >= DAYS_IN_FRONT * 86_400_000 ? 'archive' : null;
}

/** Characters of the seal printed on a sheet, to tell one version on a wall from another. */
export function checkMark(contentHash: string): string {
  return contentHash.slice(0, 6).toUpperCase();
}
