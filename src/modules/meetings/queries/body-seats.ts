import type { OrgKind } from '#kernel/actor.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { TwoNames } from '#modules/registry/contract.ts';
import { holdersOf, organisations, postsOf } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { seatsOn } from '../store/bodies.ts';

/** A seat as people see it. */
export type SeatView = {
  readonly id: string;
  readonly bodyId: string;
  readonly org: TwoNames & { readonly id: string };
  readonly post: TwoNames & { readonly id: string };
  /** Who sits in it; null while the post is vacant. */
  readonly holder: string | null;
  readonly alternates: readonly (TwoNames & { readonly id: string })[];
};

/** An organisation with the posts that may be given a seat. */
export type SeatChoice = TwoNames & {
  readonly id: string;
  readonly kind: OrgKind;
  readonly posts: readonly (TwoNames & { readonly id: string; readonly isHead: boolean })[];
};

/** Seats of bodies on a day, in their order, each with who holds its post. */
export async function seatViews(
  tx: Tx,
  bodyIds: readonly string[],
  day: string = dateKey(tx.now),
): Promise<SeatView[]> {
  const seats = await seatsOn(tx, bodyIds, day);
  const orgs = new Map((await organisations(tx, day)).map((org) => [org.id, org]));
  const posts = new Map((await postsOf(tx, [...orgs.keys()])).map((post) => [post.id, post]));
  const holders = await holdersOf(
    tx,
    seats.map((seat) => seat.post_id),
    day,
  );
  const names = (id: string) => {
    const { nameZh = '', nameEn = '' } = posts.get(id) ?? {};
    return { id, nameZh, nameEn };
  };
  return seats.map((seat) => {
    const holder = holders.get(seat.post_id);
    const { nameZh = '', nameEn = '' } = orgs.get(seat.org_id) ?? {};
    return {
      id: seat.id,
      bodyId: seat.body_id,
      org: { id: seat.org_id, nameZh, nameEn },
      post: names(seat.post_id),
      holder: holder && holder.as === 'HOLDER' ? holder.name : null,
      alternates: seat.alternate_post_ids.map(names),
    };
  });
}

/** Organisations and their posts, for whoever gives out seats. */
export async function seatChoices(tx: Tx): Promise<SeatChoice[]> {
  const orgs = await organisations(tx);
  const posts = await postsOf(
    tx,
    orgs.map((org) => org.id),
  );
  return orgs
    .map(({ id, kind, nameZh, nameEn }) => ({
      id,
      kind,
      nameZh,
      nameEn,
      posts: posts
        .filter((post) => post.orgId === id)
        .map((post) => ({ id: post.id, nameZh: post.nameZh, nameEn: post.nameEn, isHead: post.isHead })),
    }))
    .filter((org) => org.posts.length > 0);
}
