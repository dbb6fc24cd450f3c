import type { Tx } from '#platform/db/database.ts';
import { raisersOf } from '../../store/decisions.ts';
import { codesOf, findMatter } from '../../store/matters.ts';

/** Who is to hear what happens to a matter; ids only. */
export type WhomToTell = {
  /** Each with the matter they reported: it may have been merged into this one. */
  readonly reporters: readonly { readonly matterId: string; readonly personId: string }[];
  readonly leadOrgId: string | null;
  readonly leadPostId: string | null;
};

/** Who is to hear what happens to a matter, or null when there is none. For the program, not for a page. */
export async function whomToTell(tx: Tx, matterId: string): Promise<WhomToTell | null> {
  const row = await findMatter(tx, matterId);
  if (!row) return null;
  const raisers = await raisersOf(tx, [matterId]);
  return {
    reporters: raisers.flatMap(({ id, reporter_person_id: personId }) =>
      personId === null ? [] : [{ matterId: id, personId }],
    ),
    leadOrgId: row.lead_org_id,
    leadPostId: row.lead_post_id,
  };
}

/** Codes of matters by id, for somebody who was told of them; a code alone says nothing. Unknown ids are left out. */
export async function matterCodes(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map((await codesOf(tx, ids)).map(({ id, code }) => [id, code]));
}
