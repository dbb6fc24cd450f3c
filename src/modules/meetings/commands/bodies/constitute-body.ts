import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import { postsByIds } from '#modules/registry/facade.server.ts';
import { appendEvent } from '#platform/audit/events.ts';
import type { Tx } from '#platform/db/database.ts';
import { BODY_EVENTS, BODY_SUBJECT } from '../../contract/bodies.ts';
import type { ConstituteBody, SeatBody } from '../../forms/meetings.ts';
import { mayConstitute } from '../../permissions.ts';
import { NO_ALTERNATES } from '../../rules/quorum.ts';
import { bodyById, bodyNameTaken, insertBody, insertSeats } from '../../store/bodies.ts';

/**
 * Constitutes a body that meets, with a seat for each post that belongs to it. Its convener is the organisation
 * the actor acts for.
 *
 * @returns refusals: not a convener of this kind; the name is taken; a day to come; the parent is not there; a post
 *   that is not there, or twice; alternates where the law knows none.
 * @source seed S7; domain brief §3.2, §3.7, §4.3
 */
export async function constituteBody(tx: Tx, input: ConstituteBody): Promise<Result<void>> {
  const refusal = mayConstitute(tx.actor, input.kind);
  if (refusal) return { ok: false, refusal };
  const { post } = tx.actor;
  if (!post) return refuse('meetings.not-yours-to-convene');
  if (input.constitutedOn > dateKey(tx.now))
    return refuse('meetings.constituted-to-come', { field: 'constitutedOn' });
  if (await bodyNameTaken(tx, input.nameZh)) return refuse('meetings.body-name-taken', { field: 'nameZh' });
  if (input.parentBodyId && !(await bodyById(tx, input.parentBodyId)))
    return refuse('meetings.body-not-found', { field: 'parentBodyId' });
  const rows = await seatRows(tx, input, input.kind);
  if (!rows.ok) return rows;
  await insertBody(tx, {
    id: input.id,
    kind: input.kind,
    name_zh: input.nameZh,
    name_en: input.nameEn,
    convener_org_id: post.orgId,
    parent_body_id: input.parentBodyId,
    constituted_on: input.constitutedOn,
  });
  await insertSeats(
    tx,
    rows.value.map((row) => ({
      ...row,
      id: tx.newId(),
      body_id: input.id,
      from_day: input.constitutedOn,
    })),
  );
  await tx.publicPagesChanged();
  await appendEvent(tx, {
    subjectKind: BODY_SUBJECT,
    subjectId: input.id,
    kind: BODY_EVENTS.constituted,
    data: { kind: input.kind, seats: rows.value.map(({ org_id, post_id }) => ({ org_id, post_id })) },
  });
  return ok();
}

type Seats = Pick<SeatBody, 'seats'>;

/** The seats as they are asked for, each with the organisation of its post. */
export async function seatRows(tx: Tx, { seats }: Seats, kind: ConstituteBody['kind']) {
  const posts = await postsByIds(
    tx,
    seats.flatMap((seat) => [seat.postId, ...seat.alternatePostIds]),
  );
  const taken = new Set<string>();
  const rows = [];
  for (const [position, seat] of seats.entries()) {
    const post = posts.get(seat.postId);
    if (!post) return refuse('meetings.no-such-post', { field: 'seats' });
    if (taken.has(post.id)) return refuse('meetings.post-seated-twice', { field: 'seats' });
    taken.add(post.id);
    if (seat.alternatePostIds.length > 0 && NO_ALTERNATES.includes(kind))
      return refuse('meetings.no-proxies', { field: 'seats', source: 'DOMAIN §3.2' });
    for (const id of seat.alternatePostIds)
      if (posts.get(id)?.orgId !== post.orgId)
        return refuse('meetings.alternate-of-another', { field: 'seats' });
    rows.push({
      org_id: post.orgId,
      post_id: post.id,
      alternate_post_ids: [...new Set(seat.alternatePostIds)].filter((id) => id !== post.id),
      position,
    });
  }
  return ok(rows);
}
