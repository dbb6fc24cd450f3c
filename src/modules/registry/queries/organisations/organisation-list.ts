import type { Result } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { mayKeep, mayReadRegister } from '../../permissions.ts';
import { type EstateName, estateNames } from '../places/estate-names.ts';
import { type OrganisationOverview, organisationsWithPosts } from '../places/register-overview.ts';

export type OrganisationList = {
  readonly organisations: readonly OrganisationOverview[];
  readonly estates: readonly EstateName[];
  readonly mayAdd: boolean;
};

/** All organisations with their posts and vacancies. Refusal `registry.not-a-reader`. */
export async function organisationList(tx: Tx): Promise<Result<OrganisationList>> {
  const may = mayReadRegister(tx.actor);
  if (!may.ok) return may;
  return {
    ok: true,
    value: {
      organisations: await organisationsWithPosts(tx),
      estates: await estateNames(tx),
      mayAdd: mayKeep(tx.actor, 'add-organisation').ok,
    },
  };
}
