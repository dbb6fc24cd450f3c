/** The category tree with what follows from a category (domain brief §3.9, §3.14). Names are words: `category.A01`. Pure. */
import type { CategoryCode, Level } from '../../contract.ts';

/** Who takes the lead unless somebody decides otherwise. */
export type DefaultLead =
  | 'PROPERTY_COMPANY'
  | 'RESIDENTS_COMMITTEE'
  | 'OWNERS_COMMITTEE'
  | 'COMMUNITY_POLICE'
  | 'PROJECT_OWNER'
  | 'PROPERTY_COMPANY_WITH_UTILITY';

export type Category = {
  readonly code: CategoryCode;
  /** `A` … `H`. */
  readonly group: string;
  readonly level: Level;
  readonly defaultLead: DefaultLead;
  /** The company dissuades and reports to the agency within 24 hours (Shanghai Provisions art. 59). */
  readonly reportsToAgency: boolean;
  /** `AGGREGATE`: never shown singly to the public, since it points at a household (§3.12, §4.1). */
  readonly publish: 'OPEN' | 'AGGREGATE';
  /** Codes of other systems, entered by the installation; public systems disagree on them (§3.9). */
  readonly externalCodes: readonly string[];
};

const CODES: Readonly<Record<string, readonly number[]>> = {
  A: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 99],
  B: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 99],
  C: [1, 2, 3, 4, 5, 6, 7, 8, 9, 99],
  D: [1, 2, 3, 4, 5, 6, 7, 8, 9, 99],
  E: [1, 2, 3, 4, 5, 6, 99],
  F: [1, 2, 3, 4, 5, 6, 99],
  G: [1, 2, 3, 4, 5, 99],
  H: [1, 2, 3, 4, 5, 6, 7, 8, 99],
};

/** Levels that differ from P2 (§3.14). A04, A07, D05 and F06 turn P0 by the words, see rules/intake/level.ts. */
const LEVELS: Readonly<Record<string, Level>> = {
  A06: 'P0',
  A10: 'P1',
  A13: 'P1',
  C02: 'P1',
  C04: 'P1',
  F05: 'P1',
  D04: 'P3',
  D06: 'P3',
  D08: 'P3',
  E02: 'P3',
  E03: 'P3',
  E04: 'P3',
  E05: 'P3',
  G04: 'P3',
  G05: 'P3',
  A15: 'P3',
};

const REPORTED: readonly string[] = ['D04', 'D06', 'C02', 'C04'];

/**
 * Who leads by default (§3.9). What is said about the property company's service (E) never starts at its own
 * desk: the owners' committee watches over the contract, the residents' committee over manners and fees.
 */
function leadOf(code: string): DefaultLead {
  if (code === 'A06' || code === 'A02') return 'PROPERTY_COMPANY_WITH_UTILITY';
  if (code === 'F01' || code === 'F02') return 'COMMUNITY_POLICE';
  if (code === 'F06' || code.startsWith('D') || code.startsWith('H')) return 'RESIDENTS_COMMITTEE';
  if (code === 'E01' || code === 'E03' || code === 'E05') return 'OWNERS_COMMITTEE';
  if (code.startsWith('E')) return 'RESIDENTS_COMMITTEE';
  if (code.startsWith('G')) return 'PROJECT_OWNER';
  return 'PROPERTY_COMPANY';
}

function categoryFrom(group: string, number: number): Category {
  const code = `${group}${String(number).padStart(2, '0')}`;
  return {
    code,
    group,
    level: LEVELS[code] ?? (group === 'H' ? 'P2A' : 'P2'),
    defaultLead: leadOf(code),
    reportsToAgency: REPORTED.includes(code),
    publish: group === 'D' || group === 'F' ? 'AGGREGATE' : 'OPEN',
    externalCodes: [],
  };
}

export const CATEGORIES: readonly Category[] = Object.entries(CODES).flatMap(([group, numbers]) =>
  numbers.map((number) => categoryFrom(group, number)),
);
export const CATEGORY_GROUPS: readonly string[] = Object.keys(CODES);

const BY_CODE = new Map(CATEGORIES.map((c) => [c.code, c]));

/** The category of a code, or undefined when there is none. */
export function categoryOf(code: CategoryCode): Category | undefined {
  return BY_CODE.get(code);
}

/** The kind of organisation whose own desk may take matters of a category up, besides the coordinators'. */
export function deskKindOf(code: CategoryCode): 'PROPERTY_COMPANY' | 'OWNERS_COMMITTEE' | null {
  const lead = categoryOf(code)?.defaultLead;
  if (lead === 'PROPERTY_COMPANY' || lead === 'PROPERTY_COMPANY_WITH_UTILITY') return 'PROPERTY_COMPANY';
  return lead === 'OWNERS_COMMITTEE' ? 'OWNERS_COMMITTEE' : null;
}
