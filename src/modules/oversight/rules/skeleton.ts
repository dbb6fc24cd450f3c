/**
 * The permission table of domain brief §3.16 as data: twelve rows, ten columns, each cell with its
 * condition. No module may grant more than its row; what the brief does not name stands in further rows
 * below, so that the table an auditor reads is whole. Pure.
 */
import type { Role } from '#kernel/actor.ts';

/** The columns of the brief, from left to right. */
export const COLUMNS = ['RES', 'OWN', 'VOL', 'RC', 'GB', 'OC', 'PC', 'HO', 'ST', 'AUD'] as const;
export type Column = (typeof COLUMNS)[number];

/** The column a role stands in; the program's own timers stand in none. */
const COLUMN_OF: Readonly<Record<Exclude<Role, 'SYS'>, Column>> = {
  ANON: 'RES',
  RES: 'RES',
  OWN: 'OWN',
  BL: 'VOL',
  VOL: 'VOL',
  RC: 'RC',
  GB: 'GB',
  OC: 'OC',
  PC: 'PC',
  HO: 'HO',
  AG: 'HO',
  POL: 'HO',
  ST: 'ST',
  AUD: 'AUD',
};

/** The column of a role, or null for the program itself. */
export function columnOf(role: Role): Column | null {
  return role === 'SYS' ? null : COLUMN_OF[role];
}

/**
 * What stands in a cell; words under `oversight.cell.<name>`. An absent cell is "no". `yes` without any
 * condition, the others as the brief says them.
 */
export const CELLS = [
  'yes',
  'without-signing-in',
  'for-others',
  'self',
  'lead',
  'lead-not-complained',
  'masked',
  'masked-reason',
  'own',
  'own-desk',
  'view',
  're-inspect',
  'hearing-kinds',
  'joint',
  'owners-committee',
  'propose',
  'head',
  'secretary',
  'director',
  'manager',
  'vote',
  'deliver',
  'supervise',
  'two-persons',
  'print',
  'check',
  'read',
  'party',
  'mediators',
  'note',
  'reported',
  'count',
  'second-person',
  'service',
  'own-branches',
] as const;
export type Cell = (typeof CELLS)[number];

type Row = Readonly<Partial<Record<Column, Cell>>>;

const everybody = (cell: Cell): Row => Object.fromEntries(COLUMNS.map((column) => [column, cell]));

/** The rows of the brief, from top to bottom; words under `oversight.row.<name>`. */
export const BRIEF_ROWS = {
  'read-public': { ...everybody('yes'), RES: 'without-signing-in' },
  raise: {
    RES: 'yes',
    OWN: 'yes',
    VOL: 'yes',
    RC: 'for-others',
    GB: 'yes',
    OC: 'yes',
    PC: 'yes',
    HO: 'yes',
  },
  'see-reporter': {
    RES: 'self',
    OWN: 'self',
    RC: 'yes',
    GB: 'yes',
    OC: 'lead',
    PC: 'lead-not-complained',
    HO: 'lead',
    ST: 'masked',
    AUD: 'masked-reason',
  },
  triage: { RC: 'yes', GB: 'yes', OC: 'own', PC: 'own-desk', HO: 'own' },
  rule: { GB: 'yes', HO: 'view' },
  'follow-up': { VOL: 're-inspect', RC: 'yes', GB: 'yes' },
  convene: { RC: 'hearing-kinds', GB: 'joint', OC: 'owners-committee', HO: 'propose' },
  sign: { RC: 'head', GB: 'secretary', OC: 'director', PC: 'manager', HO: 'head' },
  ballot: {
    OWN: 'vote',
    VOL: 'deliver',
    RC: 'supervise',
    OC: 'two-persons',
    PC: 'print',
    HO: 'check',
    AUD: 'read',
  },
  'mediation-file': {
    RES: 'party',
    OWN: 'party',
    RC: 'mediators',
    GB: 'note',
    OC: 'party',
    PC: 'party',
    HO: 'reported',
    ST: 'count',
  },
  'publish-notice': {
    RC: 'second-person',
    GB: 'second-person',
    OC: 'second-person',
    PC: 'service',
    HO: 'own',
  },
  membership: { RES: 'self', OWN: 'self', GB: 'own-branches' },
} as const satisfies Readonly<Record<string, Row>>;

/** What the brief's table does not name, under the same columns. */
export const FURTHER_ROWS = {
  'keep-promises': { VOL: 'yes', RC: 'yes', GB: 'yes', OC: 'yes', PC: 'yes', HO: 'yes' },
  'handle-matter': { RC: 'yes', GB: 'yes', OC: 'own', PC: 'own', HO: 'own' },
  'speak-for-own': {
    RES: 'self',
    OWN: 'self',
    VOL: 'self',
    RC: 'yes',
    GB: 'yes',
    OC: 'own',
    PC: 'own',
    HO: 'own',
  },
  'correct-entry': { VOL: 'own', RC: 'yes', GB: 'yes' },
  'keep-calendar': { RC: 'head', GB: 'head' },
  'keep-register': { RC: 'head', GB: 'head' },
  'keep-homes': { RC: 'yes', GB: 'yes' },
  'see-register-phone': { RC: 'yes', GB: 'yes' },
  'let-staff-in': { RC: 'head', GB: 'head' },
  'draw-plan': { RC: 'yes', GB: 'yes' },
  'let-residents-in': { RC: 'yes', GB: 'yes' },
  'live-here': { RES: 'yes', OWN: 'yes', VOL: 'yes', RC: 'yes', GB: 'yes', OC: 'yes', PC: 'yes', HO: 'yes' },
  'own-data': { ...everybody('self'), RC: 'yes', GB: 'yes' },
  'look-after-data': { RC: 'yes', GB: 'yes', AUD: 'view' },
  'decide-on-data': { RC: 'head', GB: 'head' },
  'read-rules': {
    VOL: 'yes',
    RC: 'yes',
    GB: 'yes',
    OC: 'yes',
    PC: 'yes',
    HO: 'yes',
    ST: 'yes',
    AUD: 'yes',
  },
  'read-trail': { RC: 'head', GB: 'head', AUD: 'yes' },
  // The street reads, and speaks where the meeting got nowhere (brief §3.7, §4.2).
  'street-word': { ST: 'yes' },
  // Asked to come, an agency or the street answers for itself (brief §3.8, §4.2).
  'come-when-called': { HO: 'own', ST: 'own' },
  'read-levels': { ST: 'yes', AUD: 'yes' },
} as const satisfies Readonly<Record<string, Row>>;

export type RowName = keyof typeof BRIEF_ROWS | keyof typeof FURTHER_ROWS;

const ALL_ROWS: Readonly<Record<RowName, Row>> = { ...BRIEF_ROWS, ...FURTHER_ROWS };

/** What a row allows a column, or null. */
export function cellOf(row: RowName, column: Column): Cell | null {
  return ALL_ROWS[row][column] ?? null;
}
