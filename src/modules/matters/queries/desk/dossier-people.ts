import { maskName } from '#kernel/contact.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { holdersOf, organisationsByIds, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { ReporterView } from '../../permissions.ts';
import type { MatterRow } from '../../store/rows.ts';

/** A post with its organisation and who holds it today. */
export type PostHeld = {
  readonly postId: string;
  readonly post: TwoNames;
  readonly org: TwoNames | null;
  readonly holder: {
    readonly name: string;
    readonly nameEn: string | null;
    readonly standsIn: boolean;
  } | null;
};

/** Posts by id with their organisations and today's holders; unknown ids are left out. */
export async function heldPosts(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, PostHeld>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const posts = await postsByIds(tx, wanted);
  const holders = await holdersOf(tx, wanted, dateKey(tx.now));
  const orgs = await organisationsByIds(
    tx,
    [...posts.values()].map((post) => post.orgId),
  );
  const held = [...posts.values()].map((post): [string, PostHeld] => {
    const holder = holders.get(post.id);
    return [
      post.id,
      {
        postId: post.id,
        post: { nameZh: post.nameZh, nameEn: post.nameEn },
        org: orgs.get(post.orgId) ?? null,
        holder: holder
          ? { name: holder.name, nameEn: holder.nameEn, standsIn: holder.as !== 'HOLDER' }
          : null,
      },
    ];
  });
  return new Map(held);
}

export type ReporterShown = {
  readonly view: ReporterView;
  readonly kind: 'PERSON' | 'ORGANISATION' | 'ANONYMOUS';
  readonly name: string | null;
  /** Whether a phone was left; its digits are shown only on request, which is logged. */
  readonly hasPhone: boolean;
  /** Whether the reader may ask for the digits. An auditor sees the rest masked, and gives a reason of their own. */
  readonly mayAsk: boolean;
  readonly org: TwoNames | null;
};

/** As much of the reporter as the reader may see; the last step before the page. */
export function reporterShown(
  row: MatterRow,
  { view, mayAsk }: { readonly view: ReporterView; readonly mayAsk: boolean },
  org: TwoNames | null,
): ReporterShown {
  const kind = row.reporter_kind as ReporterShown['kind'];
  const hidden = { view, kind, name: null, hasPhone: false, mayAsk: false, org: null };
  if (view === 'HIDDEN' && kind !== 'ANONYMOUS') return hidden;
  const name = row.reporter_name;
  return {
    view,
    kind,
    name: name !== null && view === 'MASKED' ? maskName(name) : name,
    hasPhone: row.reporter_phone_cipher !== null,
    mayAsk: mayAsk && row.reporter_phone_cipher !== null,
    org,
  };
}
