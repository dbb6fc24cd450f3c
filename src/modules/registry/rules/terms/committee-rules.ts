/** Terms of owners' committees: how long, how many, when to report, who may not sit on one. */
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { CommitteeRules } from '../../contract/terms.ts';
import type { Day } from '../../contract.ts';
import { isDay } from '../day.ts';
import { overlap, type Period } from '../organisations/appointment.ts';

/**
 * In force where a neighborhood laid down nothing of its own.
 *
 * @source Shanghai Residential Property Management Provisions, art. 20 (odd number, at least five, three up to 10,000 m²; three to five years;
 *   not employed by the estate's property company), art. 28 (report five months before the end)
 */
export const LEGAL_RULES: CommitteeRules = {
  leastYears: 3,
  mostYears: 5,
  leastMembers: 5,
  smallEstateMembers: 3,
  smallEstateArea: 1_000_000,
  reportMonths: 5,
  companyConflict: 'WARN',
  basis: '',
};

const ARTICLE_20 = 'Shanghai Residential Property Management Provisions, art. 20';

export type TermFacts = {
  readonly number: number;
  readonly fromDay: Day;
  readonly toDay: Day;
  readonly members: number;
};

/** The day a number of months later (or earlier), the month's last day where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const moved = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return moved.toISOString().slice(0, 10);
}

/** The day before or after. */
export function daysLater(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * Whether a term of an owners' committee may be entered.
 *
 * @param area of the estates it speaks for, in 0.01 m².
 * @param others its other terms; the next number follows the highest.
 */
export function mayEnterTerm(
  term: TermFacts,
  rules: CommitteeRules,
  area: number,
  others: readonly (Period & { readonly number: number })[],
): Result<void> {
  if (!isDay(term.fromDay)) return refuse('registry.day-unreadable', { field: 'fromDay' });
  if (!isDay(term.toDay)) return refuse('registry.day-unreadable', { field: 'toDay' });
  const next = Math.max(0, ...others.map((other) => other.number)) + 1;
  if (!Number.isInteger(term.number) || term.number < 1 || (others.length > 0 && term.number !== next)) {
    return refuse('registry.term-number', { field: 'number', params: { n: next } });
  }
  // A term from 1 March has three years when it ends on the last day of February, the third year after.
  const ends = daysLater(term.toDay, 1);
  const { leastYears, mostYears } = rules;
  if (ends < monthsLater(term.fromDay, 12 * leastYears) || ends > monthsLater(term.fromDay, 12 * mostYears)) {
    const params = { least: leastYears, most: mostYears };
    return refuse('registry.term-years', { field: 'toDay', params, source: ARTICLE_20 });
  }
  if (others.some((other) => overlap(term, other))) {
    return refuse('registry.terms-overlap', { field: 'fromDay' });
  }
  return enoughMembers(term.members, rules, area);
}

/** An odd number, at least five; three where the estate is small. */
function enoughMembers(members: number, rules: CommitteeRules, area: number): Result<void> {
  const isSmall = area <= rules.smallEstateArea;
  const fits = members >= rules.leastMembers || (isSmall && members === rules.smallEstateMembers);
  if (Number.isInteger(members) && members % 2 === 1 && fits) return ok();
  const params = { least: rules.leastMembers, small: rules.smallEstateMembers };
  const more = { field: 'members', params, source: ARTICLE_20 };
  return isSmall ? refuse('registry.committee-size-small', more) : refuse('registry.committee-size', more);
}

/** The last day on which the committee reports that its term ends. */
export function reportDueOn(toDay: Day, rules: CommitteeRules): Day {
  return monthsLater(toDay, -rules.reportMonths);
}

/** `NOT_YET` due, `SOON` (within a month), `LATE`, or `DONE`. */
export type ReportState = 'NOT_YET' | 'SOON' | 'LATE' | 'DONE';

/** How the report before the end of a term stands. */
export function reportState(
  term: { readonly toDay: Day; readonly reportedOn: Day | null },
  rules: CommitteeRules,
  today: Day,
): ReportState {
  if (term.reportedOn !== null) return 'DONE';
  const due = reportDueOn(term.toDay, rules);
  if (today > due) return 'LATE';
  return today >= monthsLater(due, -1) ? 'SOON' : 'NOT_YET';
}

/** Whether rules a neighborhood lays down make sense; a basis is always named. */
export function mayLayDown(rules: CommitteeRules): Result<void> {
  const numbers = [
    rules.leastYears,
    rules.mostYears,
    rules.leastMembers,
    rules.smallEstateMembers,
    rules.reportMonths,
  ];
  if (numbers.some((n) => !Number.isInteger(n) || n < 1 || n > 99)) return refuse('registry.rule-number');
  if (rules.leastYears > rules.mostYears) return refuse('registry.rule-years', { field: 'mostYears' });
  if (rules.leastMembers % 2 === 0) return refuse('registry.rule-odd', { field: 'leastMembers' });
  if (rules.smallEstateMembers % 2 === 0) return refuse('registry.rule-odd', { field: 'smallEstateMembers' });
  if (!Number.isInteger(rules.smallEstateArea) || rules.smallEstateArea < 0) {
    return refuse('registry.area-unreadable', { field: 'smallEstateArea' });
  }
  if (rules.basis.trim() === '') return refuse('registry.basis-missing', { field: 'basis' });
  return ok();
}

/** Posts somebody holds, with what their organisations are to an estate. */
export type OtherPost = Period & {
  readonly orgKind: string;
  readonly estateIds: readonly string[];
};

/**
 * Whether an appointment puts one person into an owners' committee and the property company of its estate at
 * once. Residents' committee members may serve on an owners' committee.
 *
 * @source Shanghai Residential Property Management Provisions, art. 20 (company), Shanghai Residents’ Committee Regulations, art. 20 ¶5 (residents' committee)
 */
export function companyConflict(post: OtherPost, held: readonly OtherPost[]): boolean {
  const against =
    post.orgKind === 'OWNERS_COMMITTEE'
      ? 'PROPERTY_COMPANY'
      : post.orgKind === 'PROPERTY_COMPANY'
        ? 'OWNERS_COMMITTEE'
        : null;
  return held.some(
    (other) =>
      other.orgKind === against &&
      overlap(post, other) &&
      other.estateIds.some((estate) => post.estateIds.includes(estate)),
  );
}
