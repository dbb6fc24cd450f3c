/** What can be appraised: an organisation's work or a finished project, never a person (domain brief §3.6). Pure. */
import type { OrgKind } from '#kernel/actor.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { AppraisalObject } from '../../contract/appraisal.ts';

export const FEWEST_CRITERIA = 2;
export const MOST_CRITERIA = 12;

type Planned = {
  readonly objectKind: AppraisalObject;
  readonly title: string;
  readonly finishedOn: string | null;
  readonly criteria: readonly string[];
};

/** Whether it can be appraised on this day: a project only once it is finished, by criteria that differ. */
export function canBeAppraised(
  { objectKind, finishedOn, criteria }: Planned,
  startsOn: string,
): Result<void> {
  if (objectKind === 'PROJECT' && (finishedOn === null || finishedOn > startsOn))
    return refuse('meetings.project-not-finished', { field: 'finishedOn', source: 'DOMAIN §3.6' });
  if (criteria.length < FEWEST_CRITERIA || criteria.length > MOST_CRITERIA)
    return refuse('meetings.criteria-number', {
      field: 'criteria',
      params: { least: FEWEST_CRITERIA, most: MOST_CRITERIA },
    });
  if (new Set(criteria).size < criteria.length)
    return refuse('meetings.criteria-twice', { field: 'criteria' });
  return ok();
}

/** Two to four Chinese characters in a row, and pairs of Latin words: what the register is asked whether it is a name. */
export function possibleNames(texts: readonly string[]): { han: string[]; latin: string[] } {
  const all = texts.join('\n');
  const runs = all.match(/\p{Script=Han}+/gu) ?? [];
  const han = runs.flatMap((run) =>
    [2, 3, 4].flatMap((size) =>
      Array.from({ length: run.length - size + 1 }, (_, at) => run.slice(at, at + size)),
    ),
  );
  const words = all.match(/\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,3}\b/g) ?? [];
  return { han: [...new Set(han)], latin: [...new Set(words)] };
}

/** Organisations whose work residents appraise (§3.6); party organisations are appraised by their own rules. */
export const APPRAISED_KINDS: readonly OrgKind[] = [
  'RESIDENTS_COMMITTEE',
  'OWNERS_COMMITTEE',
  'PROPERTY_COMPANY',
  'HOUSING_OFFICE',
  'DISTRICT_HOUSING_BUREAU',
  'SUBDISTRICT_OFFICE',
  'COMMUNITY_POLICE',
  'MEDIATION_COMMITTEE',
  'AGENCY',
  'PARTNER_UNIT',
];
