import { isUuid } from '#kernel/ids.ts';
import { readPaperCode } from '#kernel/paper-code.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import { letIntoUnit, phoneTailIndexOf, registeredAt, unitPlaces } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { dayOf } from '#platform/i18n/dates.ts';
import { ACCESS_EVENTS, ACCESS_SUBJECTS, CARD_CODE, type JoinRelation } from '../../contract/joining.ts';
import { mayLetIn } from '../../permissions.ts';
import { matchRegister } from '../../rules/joining/match.ts';
import { cardOfCode, noteCardUse } from '../../store/joining/cards.ts';
import { insertRequest, requestsOf } from '../../store/joining/requests.ts';

export type JoinHome = {
  readonly unitId: string;
  readonly name: string;
  readonly relation: JoinRelation;
  readonly note: string;
  /** As typed; empty without a card. */
  readonly code: string;
};

/** What became of it: in, or asked and waiting for the desk. */
export type Joined = { readonly kind: 'IN' | 'ASKED' };

const LONGEST_NAME = 40;
const LONGEST_NOTE = 200;
/** Requests of one person in a day; whoever tries names for every flat is stopped here. */
const MOST_A_DAY = 5;

/**
 * Somebody who has signed in by phone joins their home: at once when the register knows name and phone tail, or
 * when they hold the card of the household; otherwise the desk is asked. Which of the two it was tells nobody
 * whether the name is in the register.
 *
 * @returns refusals `access.not-the-desk`, `access.not-for-others`, `access.name-missing`, `access.card-unknown`,
 *   `access.home-unknown`, `access.home-already`, `access.asked-already`, `access.too-many-asked`.
 */
export async function joinHome(tx: Tx, given: JoinHome): Promise<Result<Joined>> {
  const may = mayLetIn(tx.actor, 'join-home');
  if (!may.ok) return may;
  const { personId } = tx.actor;
  if (personId === null || tx.actor.onBehalfOf !== null) return refuse('access.not-for-others');
  const name = given.name.trim().slice(0, LONGEST_NAME);
  if (name === '') return refuse('access.name-missing', { field: 'name' });
  const card = given.code === '' ? null : await openCard(tx, given.code);
  if (given.code !== '' && card === null) return refuse('access.card-unknown', { field: 'code' });
  const unitId = card?.unitId ?? given.unitId;
  const isHere = isUuid(unitId) && (await unitPlaces(tx, [unitId])).has(unitId);
  if (!isHere) return refuse('access.home-unknown', { field: 'room' });
  const ownTail = await phoneTailIndexOf(tx, personId);
  const registered = (await registeredAt(tx, unitId)).map((one) => ({
    holdingId: one.holdingId,
    personId: one.personId,
    name: one.name,
    isOwner: one.relation === 'OWNER' || one.relation === 'CO_OWNER',
    hasPhone: one.phoneTailIndex !== null,
    tailFits: ownTail !== null && one.phoneTailIndex === ownTail,
  }));
  const match = matchRegister(
    { personId, name, relation: given.relation, withCard: card !== null },
    registered,
  );
  if (match.kind === 'ALREADY') return refuse('access.home-already');
  if (match.kind === 'ASK') {
    return ask(tx, personId, { ...given, name, unitId }, match.finding);
  }
  const letIn = await letIntoUnit(tx, {
    personId,
    unitId,
    name,
    fromDay: dayOf(tx.now),
    as: match.kind === 'IS' ? { holdingId: match.holdingId } : { relation: given.relation },
  });
  if (!letIn.ok) return letIn;
  if (card) await noteCardUse(tx, card.id, personId);
  await appendEvent(tx, {
    subjectKind: 'person',
    subjectId: personId,
    kind: ACCESS_EVENTS.joined,
    data: { unitId, by: card ? 'CARD' : 'REGISTER' },
  });
  return ok({ kind: 'IN' });
}

/** The card of a typed code that still works, or null. */
async function openCard(tx: Tx, typed: string) {
  const code = readPaperCode(typed);
  const card = code === null ? null : await cardOfCode(tx, tx.vault.index(CARD_CODE, code));
  return card && card.closedAt === null && card.expiresAt > tx.now ? card : null;
}

async function ask(
  tx: Tx,
  personId: string,
  given: JoinHome,
  finding: Parameters<typeof insertRequest>[1]['finding'],
): Promise<Result<Joined>> {
  const before = await requestsOf(tx, personId);
  if (before.some((one) => one.state === 'REQUESTED' && one.unitId === given.unitId)) {
    return refuse('access.asked-already');
  }
  const dayAgo = tx.now.getTime() - 86_400_000;
  if (before.filter((one) => one.askedAt.getTime() > dayAgo).length >= MOST_A_DAY) {
    return refuse('access.too-many-asked', { params: { most: MOST_A_DAY } });
  }
  const id = tx.newId();
  const { unitId, relation, name } = given;
  const note = given.note.trim().slice(0, LONGEST_NOTE);
  await insertRequest(tx, { id, personId, unitId, relation, finding, name, note });
  await appendEvent(tx, {
    subjectKind: ACCESS_SUBJECTS.request,
    subjectId: id,
    kind: ACCESS_EVENTS.joinAsked,
    to: 'REQUESTED',
    data: { personId, unitId, relation, finding },
  });
  return ok({ kind: 'ASKED' });
}
