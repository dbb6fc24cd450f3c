import type { TwoNames } from '#modules/registry/contract.ts';
import { organisations, peopleByIds, postsByIds } from '#modules/registry/facade.server.ts';
import { lastEventOfKind } from '#platform/audit/read-events.ts';
import type { Tx } from '#platform/db/database.ts';
import { OVERSIGHT_EVENTS } from '../contract.ts';
import type { TrailQuestion } from '../rules/trail-question.ts';

/** What the form over the trail offers, and whom the question names already. */
export type TrailChoices = {
  readonly orgs: readonly (TwoNames & { readonly id: string })[];
  readonly person: TwoNames | null;
  readonly post: TwoNames | null;
};

export async function trailChoices(tx: Tx, question: TrailQuestion): Promise<TrailChoices> {
  const person = question.person ? (await peopleByIds(tx, [question.person])).get(question.person) : null;
  const post = question.post ? (await postsByIds(tx, [question.post])).get(question.post) : null;
  return {
    orgs: (await organisations(tx)).map(({ id, nameZh, nameEn }) => ({ id, nameZh, nameEn })),
    person: person ? { nameZh: person.name, nameEn: person.nameEn ?? person.name } : null,
    post: post ?? null,
  };
}

/** When the chain was last checked, by whom, and what came of it. */
export type ChainState = {
  readonly at: Date;
  readonly by: string;
  readonly events: number;
  readonly brokenAt: string | null;
};

/** The last check of the neighborhood's chain, or null when there was none. */
export async function chainState(tx: Tx): Promise<ChainState | null> {
  const event = await lastEventOfKind(tx, OVERSIGHT_EVENTS.chainVerified);
  if (!event) return null;
  const by = event.person_id ? (await peopleByIds(tx, [event.person_id])).get(event.person_id) : null;
  const data = event.data as { readonly events: number; readonly brokenAt: string | null };
  return { at: event.at, by: by?.name ?? '', events: data.events, brokenAt: data.brokenAt };
}
