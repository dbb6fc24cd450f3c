import type { PieceContent } from '#kernel/approved-piece.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { openPiece } from '#modules/redaction/facade.server.ts';
import { organisationsByIds, placesByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { HEARING_SUBJECTS } from '../../contract/hearing.ts';
import type { AnnounceHearing } from '../../forms/hearing.ts';
import { mayHear } from '../../permissions.ts';
import { roundAfter } from '../../rules/hearing/round-lifecycle.ts';
import { announcedInTime } from '../../rules/hearing/timing.ts';
import { hearingById, roundsOf } from '../../store/hearing/hearings.ts';

/**
 * Brings the announcement of a hearing, or of another round of one, to the gate; residents read it and may sign up
 * once a second person has approved it.
 *
 * @returns refusals: not the residents' committee; no rules of procedure in force; too little time before the hearing
 *   or for signing up; the last round is still going on; an organisation or estate that is not there.
 * @source domain brief §3.6 (notice ≥ 7 days), §4.3 "recruit participants openly"
 */
export async function announceHearing(tx: Tx, input: AnnounceHearing): Promise<Result<{ pieceId: string }>> {
  const refusal = mayHear(tx.actor, 'announce-hearing');
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('meetings.hearing-not-yours');
  const may = await mayBeAnnounced(tx, input);
  if (!may.ok) return may;
  const opened = await openPiece(tx, {
    subject: { kind: HEARING_SUBJECTS.hearing, id: input.roundId },
    orgId: post.orgId,
    content: await contentOf(tx, input),
  });
  return opened.ok ? ok({ pieceId: opened.value.pieceId }) : opened;
}

/**
 * Whether it can be announced today, asked when it is written and again when it is approved.
 *
 * @returns the rules of procedure it will be held under.
 */
export async function mayBeAnnounced(tx: Tx, input: AnnounceHearing): Promise<Result<{ rulesId: string }>> {
  const today = dateKey(tx.now);
  const rules = await rulesInForce(tx, today);
  if (!rules) return refuse('meetings.no-rules', { source: 'DOMAIN §4.5' });
  const inTime = announcedInTime(input, today, rules.numbers.hearingNoticeDays);
  if (!inTime.ok) return inTime;
  if (!(await organisationsByIds(tx, [input.deciderOrgId])).has(input.deciderOrgId))
    return refuse('meetings.no-such-organisation', { field: 'deciderOrgId' });
  if (input.estateId && (await placesByIds(tx, [{ estateId: input.estateId }])).length === 0)
    return refuse('meetings.no-such-estate', { field: 'estateId' });
  if (input.hearingId) {
    if (!(await hearingById(tx, input.hearingId))) return refuse('meetings.hearing-not-found');
    const last = (await roundsOf(tx, [input.hearingId])).at(-1);
    if (roundAfter('announce-hearing', last?.state ?? 'NONE') === null)
      return refuse('meetings.round-still-open', { source: 'DOMAIN §4.3' });
  }
  return ok({ rulesId: rules.id });
}

/** What everybody will read, and what publishing takes. */
async function contentOf(tx: Tx, input: AnnounceHearing): Promise<PieceContent> {
  const { title, question, background, affectedText, place, ...payload } = input;
  const decider = (await organisationsByIds(tx, [input.deciderOrgId])).get(input.deciderOrgId);
  return {
    texts: [
      { field: 'title', text: title, most: 60 },
      { field: 'question', text: question, most: 1000 },
      { field: 'background', text: background, most: 3000 },
      { field: 'affectedText', text: affectedText, most: 300 },
      { field: 'place', text: place, most: 100 },
    ],
    facts: [
      { key: 'from', at: input.startsAt.toISOString() },
      { key: 'decider', zh: decider?.nameZh ?? '', en: decider?.nameEn ?? '' },
      { key: 'stage', words: `meetings.hearing.stage.${input.stage}` },
    ],
    payload: { ...payload, startsAt: input.startsAt.toISOString() },
  };
}
