import { maskPhone } from '#kernel/contact.ts';
import type { Tx } from '#platform/db/database.ts';
import type { HeldUnit } from '../../contract/holdings.ts';
import type { HeldPost } from '../../contract.ts';
import { mayKeep, mayReadTeam, peopleView } from '../../permissions.ts';
import { covers, dayOf } from '../../rules/day.ts';
import { toldPosts } from '../../rules/people/told-posts.ts';
import { type TeamOfPerson, teamsOfPerson } from '../../store/organisations/kept-teams.ts';
import { holdingsOfPerson } from '../../store/people/households.ts';
import { lockedPerson } from '../../store/people/people.ts';
import { postsHeldBy } from '../organisations/posts.ts';

/** What the register knows of a person. */
export type PersonFile = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameEn: string | null;
  /** `138****1234`, or null when none is known. */
  readonly maskedPhone: string | null;
  readonly now: readonly HeldUnit[];
  readonly before: readonly HeldUnit[];
  /** Posts held today that the reader may know of. */
  readonly posts: readonly HeldPost[];
  /** Teams the person is in today whose list the reader may see. */
  readonly teams: readonly TeamOfPerson[];
  /** What the reader may do here. */
  readonly mayCorrect: boolean;
};

/** A person's page for those who may see names, or null: not there, or not for this reader. */
export async function personFile(tx: Tx, personId: string): Promise<PersonFile | null> {
  if (peopleView(tx.actor) !== 'FULL') return null;
  const person = await lockedPerson(tx, personId);
  if (!person) return null;
  const day = dayOf(tx.now);
  const holdings = await holdingsOfPerson(tx, personId);
  return {
    id: person.id,
    version: person.version,
    name: person.name,
    nameEn: person.nameEn,
    maskedPhone: person.phoneCipher === null ? null : maskPhone(tx.vault.decrypt(person.phoneCipher)),
    now: holdings.filter((one) => covers(one, day)),
    before: holdings.filter((one) => !covers(one, day)),
    teams: (await teamsOfPerson(tx, personId, day)).filter((team) => mayReadTeam(tx.actor, team)),
    posts: toldPosts(tx.actor, await postsHeldBy(tx, personId, day)),
    mayCorrect: mayKeep(tx.actor, 'correct-person').ok,
  };
}
