import { isUuid } from '#kernel/ids.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { letIntoUnit, registeredAt } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS, type RefusalReason } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { afterStep } from '../../rules/joining/lifecycle.ts';
import { sameName } from '../../rules/joining/match.ts';
import { lockedRequest, type RequestRow, setDecision } from '../../store/joining/requests.ts';

export type DecideRequest = { readonly requestId: string } & (
  | { readonly admit: true }
  | { readonly admit: false; readonly because: RefusalReason; readonly text: string }
);

const LONGEST_TEXT = 200;

/**
 * Lets somebody into the home they asked for, or says why not, in words they read.
 *
 * @returns refusals `access.not-the-desk`, `access.request-unknown`, `access.request-decided`,
 *   `access.request-is-own`,
 *   `access.refusal-words-missing`, `registry.owner-is-sole` and others of `letIntoUnit`.
 */
export async function decideRequest(tx: Tx, given: DecideRequest): Promise<Result<void>> {
  const may = mayLetIn(tx.actor, 'decide-request');
  if (!may.ok) return may;
  const request = isUuid(given.requestId) ? await lockedRequest(tx, given.requestId) : null;
  if (!request) return refuse('access.request-unknown');
  if (request.personId === tx.actor.personId) return refuse('access.request-is-own');
  const state = afterStep(request.state, given.admit ? 'admit' : 'refuse');
  if (!state) return refuse('access.request-decided');
  if (given.admit) {
    const letIn = await admit(tx, request);
    if (!letIn.ok) return letIn;
    await setDecision(tx, request.id, { state });
  } else {
    const refusedText = given.text.trim().slice(0, LONGEST_TEXT);
    if (given.because === 'OTHER' && refusedText === '')
      return refuse('access.refusal-words-missing', { field: 'text' });
    await setDecision(tx, request.id, { state, refusedBecause: given.because, refusedText });
  }
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.request,
    subjectId: request.id,
    kind: ACCESS_EVENTS.joinDecided,
    from: request.state,
    to: state,
    reason: given.admit ? null : given.text.trim() || null,
    data: {
      personId: request.personId,
      unitId: request.unitId,
      ...(given.admit ? {} : { because: given.because }),
    },
  });
  return ok();
}

/**
 * Somebody whose name the register has for this home, with another phone, becomes that entry; anybody else
 * begins one.
 */
async function admit(tx: Tx, { personId, unitId, name, relation }: RequestRow): Promise<Result<string>> {
  const namesakes = (await registeredAt(tx, unitId)).filter((one) => sameName(one.name, name));
  const [known] = namesakes;
  const as = known && namesakes.length === 1 ? { holdingId: known.holdingId } : { relation };
  return letIntoUnit(tx, { personId, unitId, name, fromDay: dayOf(tx.now), as });
}
