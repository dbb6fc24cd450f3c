import { placeTree } from '#modules/registry/facade.server.ts';
import { peopleWithAccount } from '#platform/auth/accounts.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HeardEvent } from '#platform/outbox/subscription.ts';
import { byHand, USUAL_HOURS, whenTold } from '../rules/delivery.ts';
import { TELLINGS, type Telling, topicOf, urgencyOf } from '../rules/who-is-told.ts';
import { insertErrands, type NewErrand } from '../store/errands.ts';
import { hoursRow } from '../store/hours.ts';
import { choicesOf, insertNotifications, type NewNotification } from '../store/notifications.ts';
import { type Concerned, type Knowledge, peopleConcerned } from './people-concerned.part.ts';

type Heard = { readonly telling: Telling; readonly who: Concerned };

/**
 * Tells an event to everybody it concerns, each once however often the event comes: by the bell to whoever has an
 * account, and on the desk's lists where somebody has to call, knock or put up a poster. Whoever did it is not told.
 *
 * @returns how many bells got something new.
 * @source issue 4, section 4; domain brief §4.13
 */
export async function tellEvent(tx: Tx, event: HeardEvent): Promise<number> {
  const tellings = TELLINGS[event.kind] ?? [];
  const known = await peopleConcerned(tx, event);
  const heard = await whoHears(tellings, known, event.byPersonId);
  const online = await peopleWithAccount(tx, [...heard.keys()]);
  await insertErrands(tx, event.seq, [
    ...(await handWork(heard, online, known)),
    ...(await posters(tx, event, tellings, known)),
  ]);
  return insertNotifications(tx, event.seq, await bells(tx, heard, online, known));
}

/** Who hears what: by the first line of the table that names them. */
async function whoHears(tellings: readonly Telling[], known: Knowledge, doer: string | null) {
  const heard = new Map<string, Heard>();
  for (const telling of tellings) {
    for (const who of await known.concerned(telling.to)) {
      if (who.personId !== doer && !heard.has(who.personId)) heard.set(who.personId, { telling, who });
    }
  }
  return heard;
}

const urgency = (telling: Telling, known: Knowledge) => urgencyOf(telling, known.notice?.emergency ?? false);

async function bells(
  tx: Tx,
  heard: ReadonlyMap<string, Heard>,
  online: ReadonlySet<string>,
  known: Knowledge,
): Promise<NewNotification[]> {
  const hours = (await hoursRow(tx)) ?? USUAL_HOURS;
  const choices = await choicesOf(tx, [...online]);
  return [...online].flatMap((personId) => {
    const { telling, who } = heard.get(personId)!;
    const topic = topicOf(telling.message);
    const how = urgency(telling, known);
    const when = whenTold(how, choices.get(`${personId} ${topic}`) ?? 'BELL', tx.now, hours);
    const { message } = telling;
    return when ? [{ personId, subjectId: who.subjectId, message, topic, urgency: how, ...when }] : [];
  });
}

/** Calls and knocks, for people without an account: emergencies, and what the table says should not wait. */
async function handWork(
  heard: ReadonlyMap<string, Heard>,
  online: ReadonlySet<string>,
  known: Knowledge,
): Promise<NewErrand[]> {
  const errands: NewErrand[] = [];
  for (const [personId, { telling, who }] of heard) {
    const how = urgency(telling, known);
    if (online.has(personId) || (how !== 'EMERGENCY' && !telling.byHand)) continue;
    const channel = byHand(await who.hasPhone());
    const { message } = telling;
    errands.push({ channel, targetId: personId, subjectId: who.subjectId, message, urgency: how });
  }
  return errands;
}

/** One poster a building for what all who live there should read. */
async function posters(
  tx: Tx,
  event: HeardEvent,
  tellings: readonly Telling[],
  known: Knowledge,
): Promise<NewErrand[]> {
  const { notice } = known;
  const telling = tellings.find(({ to }) => to === 'READERS');
  if (!notice || !telling) return [];
  const all = (await placeTree(tx))
    .filter(({ id }) => notice.estateIds.length === 0 || notice.estateIds.includes(id))
    .flatMap((estate) => estate.buildings.map(({ id }) => id));
  const there = notice.buildingIds.length === 0 ? all : all.filter((id) => notice.buildingIds.includes(id));
  const { message } = telling;
  const how = urgency(telling, known);
  return there.map((targetId) => ({
    channel: 'POSTER' as const,
    targetId,
    subjectId: event.subjectId,
    message,
    urgency: how,
  }));
}
