import { dateKey } from '#kernel/work-calendar.ts';
import { organisationsByIds, placeTree } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import { PUBLIC_KINDS, type PublicKind, type PublicNoticeView } from '../../contract/public.ts';
import { mayAnnounce } from '../../permissions.ts';
import { periodOf } from '../../rules/public/periods.ts';
import { waitingOf } from '../../store/objections.ts';
import { publicNotices } from './public-notices.ts';

/** A notice at the desk, with the objections that wait for a published answer. */
export type DeskNotice = PublicNoticeView & {
  readonly waiting: number;
  readonly dueAt: Date | null;
  readonly isLate: boolean;
};

/** Notices to come and out, those with objections to answer first; and the latest that are over. */
export async function deskNotices(tx: Tx) {
  const open = await publicNotices(tx, { scheduled: true, isOver: false });
  const over = await publicNotices(tx, { isOver: true }, { skip: 0, most: 20 });
  const waiting = await waitingOf(
    tx,
    open.map(({ id }) => id),
  );
  const told = open.map((notice): DeskNotice => {
    const found = waiting.get(notice.id);
    const dueAt = found?.dueAt ?? null;
    return { ...notice, waiting: found?.n ?? 0, dueAt, isLate: dueAt !== null && dueAt < tx.now };
  });
  const first = (one: DeskNotice) =>
    one.waiting > 0 ? (one.dueAt?.getTime() ?? 0) : Number.MAX_SAFE_INTEGER;
  return { open: told.toSorted((a, b) => first(a) - first(b)), over };
}

/** One kind as the form offers it: its shortest period, and whether the law names it. */
export type KindChoice = {
  readonly kind: PublicKind;
  readonly days: number;
  readonly objections: boolean;
  readonly hasLaw: boolean;
};

/** What the actor may announce where, and the number people can call. */
export async function announceChoices(tx: Tx) {
  const { post, role } = tx.actor;
  const own = post ? (await organisationsByIds(tx, [post.orgId])).get(post.orgId) : undefined;
  const served = own?.estateIds ?? [];
  const day = dateKey(tx.now);
  const kinds = PUBLIC_KINDS.map((kind) => ({ kind, rule: periodOf(kind, day) }))
    .filter(({ rule }) => !rule.by || rule.by.includes(role))
    .map(({ kind, rule }): KindChoice => {
      const { days, objections, basis } = rule;
      // The brief's own defaults are marked so; everything else is a law and its article.
      return { kind, days, objections, hasLaw: !basis.startsWith('DOMAIN') };
    });
  return {
    kinds,
    estates: (await placeTree(tx))
      .filter(({ id }) => mayAnnounce(tx.actor, [id], served) === null)
      .map(({ id, nameZh, nameEn, buildings }) => ({
        id,
        nameZh,
        nameEn,
        buildings: buildings.map((one) => ({ id: one.id, number: one.number })),
      })),
    mayEverywhere: mayAnnounce(tx.actor, [], served) === null,
    phone: own?.dutyPhone ?? '',
  };
}
