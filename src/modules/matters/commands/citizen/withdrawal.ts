import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import type { AskWithdrawal, DecideWithdrawal } from '../../forms/handling.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/** The reporter wants to take it back. Somebody outside the handlers' organisations rings first: is it of free will? */
export function askWithdrawal(tx: Tx, input: AskWithdrawal): Promise<Result<Changed>> {
  return changeMatter(tx, 'ask-withdrawal', input, async ({ row }) => {
    const open = (await detailsOf(tx, 'matters.withdrawal', row.id)).some((w) => w.state === 'ASKED');
    if (open) return refuse('matters.withdrawal-already-asked');
    return ok({
      reason: input.reason === '' ? null : input.reason,
      also: (inside) =>
        insertDetail(inside, 'matters.withdrawal', {
          id: inside.newId(),
          matter_id: row.id,
          asked_at: inside.now,
          reason: input.reason,
          asked_from: inside.actor.role,
          state: 'ASKED',
        }),
    });
  });
}

/**
 * After the call: the reporter wants it (withdrawn), does not (it stays), or public safety asks for it to go
 * on all the same (§4, rule 3).
 */
export function decideWithdrawal(tx: Tx, input: DecideWithdrawal): Promise<Result<Changed>> {
  return changeMatter(tx, 'decide-withdrawal', input, async ({ row }) => {
    const asked = (await detailsOf(tx, 'matters.withdrawal', row.id)).find((w) => w.state === 'ASKED');
    if (!asked) return refuse('matters.nothing-asked');
    if (input.reached !== 'REACHED')
      return refuse('matters.withdrawal-needs-a-call', { field: 'reached', source: 'DOMAIN §4.1' });
    if (input.keepOpen && input.note === '') return refuse('matters.refusal-needs-reason', { field: 'note' });
    const withdrawn = input.freeWill && !input.keepOpen;
    return ok({
      ...(withdrawn ? { to: 'WITHDRAWN' as const, patch: { closed_at: tx.now } } : {}),
      reason: input.note === '' ? null : input.note,
      data: { freeWill: input.freeWill, keptOpen: input.keepOpen },
      also: async (inside) => {
        await updateDetail(inside, 'matters.withdrawal', asked.id, {
          state: withdrawn ? 'CONFIRMED' : 'KEPT',
          decided_at: inside.now,
          decided_by_post_id: inside.actor.post?.postId ?? null,
          note: input.note,
        });
        await insertDetail(inside, 'matters.contact', {
          id: inside.newId(),
          matter_id: row.id,
          at: inside.now,
          person_id: inside.actor.personId,
          post_id: inside.actor.post?.postId ?? null,
          org_id: inside.actor.post?.orgId ?? null,
          purpose: 'WITHDRAWAL',
          channel: 'PHONE',
          result: input.reached,
          note: input.note,
        });
      },
    });
  });
}
