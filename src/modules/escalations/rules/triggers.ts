/** What makes a matter climb (domain brief §4.2). Pure. */
import type { Level, MatterStatus } from '#modules/matters/contract.ts';
import type { Trigger } from '../contract.ts';

/** From how many households on a wish is heard; from the rules of procedure in force. */
export type Threshold = { readonly households: number; readonly percent: number };

/** What tells whether a matter climbs. */
export type TriggerFacts = {
  readonly level: Level;
  readonly status: MatterStatus;
  readonly redone: number;
  readonly returned: number;
  /** Organisations that gave it back, each once. */
  readonly returnedOrgs: number;
  readonly supervision: number;
  readonly dueAt: Date | null;
  /** That said "we too", the reporter's counted. */
  readonly households: number;
  readonly chronic: boolean;
  readonly orgRequest: boolean;
  readonly escalationReason: string | null;
  /** Dwellings of the estate. */
  readonly estateHouseholds: number;
  /** Null: no rules of procedure are in force, so nothing is a threshold. */
  readonly threshold: Threshold | null;
  readonly now: Date;
};

const isEndorsed = ({ households, estateHouseholds, threshold }: TriggerFacts): boolean =>
  threshold !== null &&
  (households >= threshold.households ||
    (estateHouseholds > 0 && households * 100 >= threshold.percent * estateHouseholds));
const isDanger = ({ level }: TriggerFacts) => level === 'P0';

type Test = readonly [Trigger, (facts: TriggerFacts) => boolean];

const followUp: readonly Test[] = [
  ['SECOND_REDO', ({ redone, status }) => redone >= 2 && status === 'ESCALATED'],
];
const endorsed: readonly Test[] = [['ENDORSED', isEndorsed]];

/** Events of matters that may make one climb, and what each may bring. */
export const TRIGGERED_BY: Readonly<Record<string, readonly Test[]>> = {
  'matters.submitted': [
    ['SAFETY', isDanger],
    ['HELP_ASKED', ({ orgRequest }) => orgRequest],
    ['CHRONIC', ({ chronic }) => chronic],
  ],
  'matters.reclassify': [['SAFETY', isDanger]],
  'matters.flag-chronic': [['CHRONIC', ({ chronic }) => chronic]],
  'matters.endorse': endorsed,
  'matters.merged-in': endorsed,
  'matters.return-assignment': [
    ['SECOND_RETURN', ({ returned }) => returned >= 2],
    ['LEAD_DISPUTE', ({ returned, returnedOrgs }) => returned >= 2 && returnedOrgs > 1],
  ],
  'matters.answer-follow-up': followUp,
  'matters.record-follow-up': followUp,
  'matters.supervise': [
    ['OVERDUE_RED', ({ supervision, dueAt, now }) => supervision >= 2 && dueAt !== null && dueAt < now],
  ],
  // Whoever leads does not get on alone; a lead that only stays silent is the branch's to replace (§4.1).
  'matters.escalate': [['HELP_ASKED', ({ escalationReason }) => escalationReason === 'ASKED']],
};

/** What an event of a matter makes it climb for; empty: it goes its ordinary way. */
export function triggersOf(kind: string, facts: TriggerFacts): Trigger[] {
  return (TRIGGERED_BY[kind] ?? []).filter(([, test]) => test(facts)).map(([trigger]) => trigger);
}
