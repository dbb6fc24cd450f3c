import { personConcerned } from '#kernel/actor.ts';
import type { Tx } from '#platform/db/database.ts';
import { raisersOf } from '../../store/decisions.ts';

/** Who stands behind matters that something came from; says nothing of who they are. */
export type Raised = {
  /** Those among them that the actor raised, also when theirs was merged into one of them. */
  readonly byActor: readonly string[];
  /** Those whose reporter can be asked; an anonymous one cannot. */
  readonly askable: readonly string[];
};

/** Which of these matters the actor raised, and in which of them there is somebody to ask. */
export async function raisedBy(tx: Tx, matterIds: readonly string[]): Promise<Raised> {
  const wanted = new Set(matterIds);
  const person = personConcerned(tx.actor);
  const org = tx.actor.post?.orgId ?? null;
  const byActor = new Set<string>();
  const askable = new Set<string>();
  for (const row of await raisersOf(tx, matterIds)) {
    const id = wanted.has(row.id) ? row.id : (row.merged_into_id ?? row.id);
    if (row.reporter_kind !== 'ANONYMOUS') askable.add(id);
    const isOwn = person !== null && row.reporter_person_id === person;
    if (isOwn || (org !== null && row.reporter_org_id === org)) byActor.add(id);
  }
  return { byActor: [...byActor], askable: [...askable] };
}
