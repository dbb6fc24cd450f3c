/** Rules of procedure 议事规则: what others may know of them. Pure. */

/** Kept in the database; whether an adopted version is in force or has been followed by another, the day tells. */
export const RULES_STATES = ['DRAFT', 'CONSULTING', 'ADOPTED', 'WITHDRAWN'] as const;
export type RulesState = (typeof RULES_STATES)[number];

/** How a version stands on a day (domain brief §4.5). */
export type RulesStanding = RulesState | 'EFFECTIVE' | 'SUPERSEDED';

export const RULES_ACTIONS = ['draft-rules', 'consult-rules', 'adopt-rules', 'withdraw-rules'] as const;
export type RulesAction = (typeof RULES_ACTIONS)[number];

/** What a number counts; words under `agreements.unit.<name>`. */
export type ParameterUnit = 'workdays' | 'days' | 'hours' | 'households' | 'percent' | 'parts' | 'meetings';

type Parameter = {
  readonly unit: ParameterUnit;
  readonly least: number;
  readonly most: number;
  /** Offered in the form of a first draft, never in force by itself (domain brief §3.7, §4.2–4.4, [D]). */
  readonly offered: number;
};

/**
 * The numbers of the rules that the program keeps to; words under `agreements.parameter.<name>`.
 *
 * @source domain brief §3.6, §3.7, §4.2–4.4
 */
export const RULE_PARAMETERS = {
  meetingsPerYear: { unit: 'meetings', least: 1, most: 52, offered: 12 },
  agendaCloseWorkdays: { unit: 'workdays', least: 0, most: 20, offered: 5 },
  noticeWorkdays: { unit: 'workdays', least: 0, most: 20, offered: 3 },
  adHocHours: { unit: 'hours', least: 1, most: 168, offered: 24 },
  quorumPart: { unit: 'parts', least: 1, most: 10, offered: 2 },
  quorumWhole: { unit: 'parts', least: 1, most: 10, offered: 3 },
  minutesDraftWorkdays: { unit: 'workdays', least: 1, most: 20, offered: 2 },
  silenceWorkdays: { unit: 'workdays', least: 1, most: 20, offered: 2 },
  publishWorkdays: { unit: 'workdays', least: 1, most: 20, offered: 3 },
  resultPublishWorkdays: { unit: 'workdays', least: 1, most: 20, offered: 5 },
  acceptWorkdays: { unit: 'workdays', least: 1, most: 10, offered: 1 },
  warnWorkdays: { unit: 'workdays', least: 0, most: 10, offered: 2 },
  redWorkdays: { unit: 'workdays', least: 1, most: 20, offered: 5 },
  triageWorkdays: { unit: 'workdays', least: 1, most: 10, offered: 1 },
  adHocMeetingWorkdays: { unit: 'workdays', least: 1, most: 10, offered: 3 },
  endorsementHouseholds: { unit: 'households', least: 1, most: 10_000, offered: 20 },
  endorsementPercent: { unit: 'percent', least: 1, most: 100, offered: 5 },
  hearingNoticeDays: { unit: 'days', least: 1, most: 60, offered: 7 },
  hearingAnswerWorkdays: { unit: 'workdays', least: 1, most: 60, offered: 10 },
} as const satisfies Readonly<Record<string, Parameter>>;
export type RuleParameter = keyof typeof RULE_PARAMETERS;
export const RULE_PARAMETER_NAMES = Object.keys(RULE_PARAMETERS) as RuleParameter[];

/** A number and the clause of the text it stands in. */
export type KeptParameter = { readonly value: number; readonly clause: string };
export type RuleParameters = Readonly<Record<RuleParameter, KeptParameter>>;

/** The rules a body acts by on a day. */
export type RulesInForce = {
  readonly id: string;
  readonly label: string;
  readonly effectiveFrom: string;
  readonly numbers: Readonly<Record<RuleParameter, number>>;
  readonly clauses: Readonly<Record<RuleParameter, string>>;
};

/** Subject kind of the events of a version. */
export const RULES_SUBJECT = 'rules-version';

export const RULES_EVENTS = {
  drafted: 'agreements.rules-drafted',
  consulted: 'agreements.rules-consulted',
  adopted: 'agreements.rules-adopted',
  withdrawn: 'agreements.rules-withdrawn',
} as const;
