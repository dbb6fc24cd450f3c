import { ok, type Result, refuse } from '#kernel/result.ts';
import { addDays, dateKey } from '#kernel/work-calendar.ts';
import { rulesInForce } from '#modules/agreements/facade.server.ts';
import { organisationsByIds, placesByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { APPRAISAL_EVENTS, APPRAISAL_SUBJECT } from '../../contract/appraisal.ts';
import type { PlanAppraisal } from '../../forms/appraisal.ts';
import { mayAppraise } from '../../permissions.ts';
import { appraisalAfter } from '../../rules/appraisal/appraisal-lifecycle.ts';
import { APPRAISED_KINDS, canBeAppraised } from '../../rules/appraisal/object.ts';
import { insertAppraisal, lockAppraisal, updateAppraisal } from '../../store/appraisal/appraisals.ts';
import { nextCode } from '../../store/hearing/hearings.ts';
import { namesNobody } from '../plain-words.part.ts';

/**
 * Plans an appraisal of an organisation's work or of a finished project, or changes the plan before slips are handed
 * out. It is public at once: what is appraised, by which criteria, when and where.
 *
 * @returns refusals: not theirs to convene, or their own work; an organisation of no such kind; a project not finished;
 *   criteria; words that name somebody; too soon; scoring has begun; changed meanwhile.
 * @source domain brief §3.6 (evaluation of agencies, services, projects, company, committee; notice ≥ 7 days), §4.3
 */
export async function planAppraisal(tx: Tx, input: PlanAppraisal): Promise<Result<{ id: string }>> {
  const org = (await organisationsByIds(tx, [input.orgId])).get(input.orgId);
  if (!org || !APPRAISED_KINDS.includes(org.kind))
    return refuse('meetings.no-such-organisation', { field: 'orgId' });
  const work = { orgId: org.id, isOfCommittee: org.kind === 'RESIDENTS_COMMITTEE' };
  const refusal = mayAppraise(tx.actor, 'plan-appraisal', work);
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('meetings.appraisal-not-yours');
  const row = await lockAppraisal(tx, input.id);
  if (!row && input.version > 0) return refuse('meetings.appraisal-not-found');
  if (row && row.planned_by_org_id !== post.orgId) return refuse('meetings.appraisal-not-yours');
  if (appraisalAfter('plan-appraisal', row?.state ?? 'NONE') === null)
    return refuse('meetings.not-in-this-state');
  if (row && row.version !== input.version) return refuse('meetings.changed-meanwhile');
  const fits = await planFits(tx, input, row?.starts_at ?? null);
  if (!fits.ok) return fits;
  const plan = {
    object_kind: input.objectKind,
    org_id: org.id,
    title: input.title,
    finished_on: input.objectKind === 'PROJECT' ? input.finishedOn : null,
    estate_id: input.estateId,
    criteria: JSON.stringify(input.criteria),
    starts_at: input.startsAt,
    place: input.place,
    // Another organisation's words about another object would not be its own.
    ...(row && row.org_id !== org.id ? { self_report: null, self_report_by_post_id: null } : {}),
  };
  if (row) await updateAppraisal(tx, row.id, plan);
  else
    await insertAppraisal(tx, {
      ...plan,
      id: input.id,
      code: await nextCode(tx, 'meetings.appraisal', `A-${dateKey(tx.now).slice(0, 4)}-`),
      state: 'PLANNED',
      planned_at: tx.now,
      planned_by_org_id: post.orgId,
      planned_by_post_id: post.postId,
    });
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: APPRAISAL_SUBJECT,
    subjectId: input.id,
    kind: APPRAISAL_EVENTS.planned,
    from: row?.state ?? null,
    to: 'PLANNED',
    data: { orgId: org.id, objectKind: input.objectKind },
  });
  return ok({ id: input.id });
}

/** Object, criteria, words, days and estate; a plan whose day stays needs no new notice. */
async function planFits(tx: Tx, input: PlanAppraisal, before: Date | null): Promise<Result<void>> {
  const can = canBeAppraised(input, dateKey(input.startsAt));
  if (!can.ok) return can;
  const plain = await namesNobody(tx, [input.title, input.place, ...input.criteria], 'title');
  if (!plain.ok) return plain;
  const today = dateKey(tx.now);
  const rules = await rulesInForce(tx, today);
  if (!rules) return refuse('meetings.no-rules', { source: 'DOMAIN §4.5' });
  const days = rules.numbers.hearingNoticeDays;
  const first = addDays(today, days);
  const stays = before !== null && before.getTime() === input.startsAt.getTime();
  if (!stays && dateKey(input.startsAt) < first)
    return refuse('meetings.appraisal-too-soon', {
      field: 'startsAt',
      params: { days, day: first },
      source: 'DOMAIN §3.6',
    });
  if (input.estateId && (await placesByIds(tx, [{ estateId: input.estateId }])).length === 0)
    return refuse('meetings.no-such-estate', { field: 'estateId' });
  return ok();
}
