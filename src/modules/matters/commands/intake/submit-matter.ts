import { ok, type Result } from '#kernel/result.ts';
import { appendEvent } from '#platform/audit/events.ts';
import { loadCalendar } from '#platform/calendar/load-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import { searchTokens } from '#platform/search/bigrams.ts';
import { type Level, MATTER_SUBJECT } from '../../contract.ts';
import type { SubmitMatter } from '../../forms/intake.ts';
import { mayRaise } from '../../permissions.ts';
import { expectedTimers } from '../../rules/pace/expected-timers.ts';
import { timedMatter } from '../../store/facts.ts';
import { insertMatter, nextNumber } from '../../store/matters.ts';
import type { MatterRow } from '../../store/rows.ts';
import { syncTimers } from '../../store/timers.ts';
import { keepFirstConsents } from '../citizen/change-consent.ts';
import { type Classified, classify } from './classify.ts';
import { withinDailyLimit } from './daily-limit.ts';
import { dueColumns } from './due-columns.ts';
import { resolvePlace, type WherePlace } from './place.ts';
import { type Reporter, reporterOf } from './reporter.ts';

export type Submitted = {
  readonly matterId: string;
  readonly code: string;
  readonly level: Level;
  readonly category: string;
};

/**
 * Takes in a matter, whichever way it comes (§4.1, first row). The reporter is snapshotted as they are today;
 * level, category and deadlines follow from the words, the place and the rule set in force.
 *
 * @returns code and level; the query PIN follows from the id (store/pin.ts). Refusals: no right to raise, a
 *   place that does not fit together, a phone that is none, the daily limit.
 */
export async function submitMatter(tx: Tx, input: SubmitMatter): Promise<Result<Submitted>> {
  const refusal = mayRaise(tx.actor, input.channel);
  if (refusal) return { ok: false, refusal };
  const where = await resolvePlace(tx, input);
  if (!where.ok) return where;
  const reporter = await reporterOf(tx, input);
  if (!reporter.ok) return reporter;
  const limit = await withinDailyLimit(tx, input, reporter.value);
  if (!limit.ok) return limit;
  const classified = await classify(tx, input, where.value);
  const row = await newRow(tx, input, where.value, reporter.value, classified);
  await insertMatter(tx, row, searchWords(row, where.value));
  await keepFirstConsents(tx, row);
  await syncTimers(
    tx,
    row.id,
    expectedTimers(timedMatter(row as unknown as MatterRow), await loadCalendar(tx)),
  );
  await appendEvent(tx, {
    subjectKind: MATTER_SUBJECT,
    subjectId: row.id,
    kind: 'matters.submitted',
    to: 'SUBMITTED',
    data: {
      code: row.code,
      channel: input.channel,
      category: row.category,
      level: row.level,
      // Whoever keeps the register can tell from it that the place and the person are in use.
      estateId: row.estate_id,
      ...(row.reporter_person_id ? { reporterPersonId: row.reporter_person_id } : {}),
      ...(row.household_unit_id ? { householdUnitId: row.household_unit_id } : {}),
      ...(row.building_id ? { buildingId: row.building_id } : {}),
      ...(row.stairwell_id ? { stairwellId: row.stairwell_id } : {}),
      ...(row.unit_id ? { unitId: row.unit_id } : {}),
    },
  });
  return ok({ matterId: row.id, code: row.code, level: classified.level, category: classified.category });
}

/** `ZJ-2611-0042`: estate, year and month in Shanghai, number within them. */
async function nextCode(tx: Tx, estateCode: string): Promise<string> {
  const local = new Date(tx.now.getTime() + 8 * 3_600_000).toISOString();
  const prefix = `${estateCode}-${local.slice(2, 4)}${local.slice(5, 7)}`;
  return `${prefix}-${String(await nextNumber(tx, prefix)).padStart(4, '0')}`;
}

async function newRow(
  tx: Tx,
  input: SubmitMatter,
  where: WherePlace,
  reporter: Reporter,
  classified: Classified,
) {
  const due = dueColumns(await loadCalendar(tx), classified, tx.now, input.externalDueAt ?? null);
  return {
    id: tx.newId(),
    code: await nextCode(tx, where.place.estate.code),
    kind: classified.kind,
    category: classified.category,
    level: classified.level,
    level_reasons: [...classified.because],
    status: 'SUBMITTED',
    title: input.title && input.title !== '' ? input.title : titleFrom(input.description),
    description: input.description,
    channel: input.channel,
    external_no: input.externalNo === '' ? null : input.externalNo,
    external_due_at: input.externalDueAt ?? null,
    // A proxy is told by the event: nothing stays theirs once the elder has ended it.
    entered_by_person_id: tx.actor.post ? tx.actor.personId : null,
    entered_by_post_id: tx.actor.post?.postId ?? null,
    entry_seconds: input.entrySeconds ?? null,
    ...where.columns,
    place_note: input.placeNote,
    ...reporter,
    complained_org_id: input.complainedOrgId ?? null,
    // A consent to be named goes to one organisation, or to nobody (PIPL art. 23); no proxy gives any (art. 14).
    reveal_reporter: input.revealReporter && input.complainedOrgId !== undefined && !tx.actor.onBehalfOf,
    publish_consent: input.publishConsent && !tx.actor.onBehalfOf,
    conflict_on_site: input.conflictOnSite,
    org_request: input.channel === 'ORGANISATION',
    proactive: input.proactive,
    chronic: classified.chronic,
    submitted_at: tx.now,
    ...due,
  };
}

/** The first sentence, or the first twenty-four characters of a long one. */
export function titleFrom(description: string): string {
  const first = description.split(/[\n。！？!?；;]/u)[0]!.trim() || description.trim();
  const characters = [...first];
  return characters.length <= 24 ? first : `${characters.slice(0, 24).join('')}…`;
}

function searchWords(
  row: { code: string; title: string; description: string; place_note: string; external_no: string | null },
  where: WherePlace,
): string[] {
  return searchTokens(
    [row.code, row.title, row.description, where.searchText, row.place_note, row.external_no ?? ''].join(' '),
  );
}
