import { ok, type Result, refuse } from '#kernel/result.ts';
import { dateKey } from '#kernel/work-calendar.ts';
import type { Tx } from '#platform/db/database.ts';
import type { CloseTrack, OpenTracks, UpdateTrack } from '../../forms/handling.ts';
import { detailsOf, insertDetail, updateDetail } from '../../store/details.ts';
import { tracksOf } from '../../store/tracks.ts';
import { type Changed, changeMatter } from '../engine/change-matter.ts';

/**
 * Splits the handling in two (兵分两路, S20): one track goes to the residents, one to the departments. Both
 * must close before the matter can be reported done.
 */
export function openTracks(tx: Tx, input: OpenTracks): Promise<Result<Changed>> {
  return changeMatter(tx, 'open-tracks', input, async ({ row }) => {
    if (row.two_track) return refuse('matters.tracks-already-open');
    const today = dateKey(tx.now);
    if (input.residentDueOn < today) return refuse('matters.day-has-passed', { field: 'residentDueOn' });
    if (input.coordinationDueOn < today)
      return refuse('matters.day-has-passed', { field: 'coordinationDueOn' });
    const track = { matter_id: row.id, state: 'OPEN', opened_at: tx.now };
    return ok({
      patch: {
        two_track: true,
        last_progress_at: tx.now,
        ...(row.first_action_due_at && !row.first_action_at ? { first_action_at: tx.now } : {}),
      },
      data: { residentPostId: input.residentPostId, coordinationPostId: input.coordinationPostId },
      also: async (inside) => {
        await insertDetail(inside, 'matters.track', {
          ...track,
          id: inside.newId(),
          kind: 'RESIDENT',
          post_id: input.residentPostId,
          due_on: input.residentDueOn,
        });
        await insertDetail(inside, 'matters.track', {
          ...track,
          id: inside.newId(),
          kind: 'COORDINATION',
          post_id: input.coordinationPostId,
          due_on: input.coordinationDueOn,
        });
      },
    });
  });
}

/** Adds a step to a track, or ticks one off. */
export function updateTrack(tx: Tx, input: UpdateTrack): Promise<Result<Changed>> {
  return changeMatter(tx, 'update-track', input, async ({ row }) => {
    const track = (await tracksOf(tx, row.id)).find((t) => t.kind === input.track);
    if (!track || track.state === 'CLOSED') return refuse('matters.track-is-closed', { field: 'track' });
    const steps = (await detailsOf(tx, 'matters.track_step', row.id)).filter((s) => s.track_id === track.id);
    const step = steps.find((s) => s.id === input.stepId);
    if (input.stepId && !step) return refuse('matters.not-found', { field: 'stepId' });
    if (!step && input.text === '') return refuse('matters.step-needs-words', { field: 'text' });
    const done_at = input.done ? tx.now : null;
    return ok({
      patch: { last_progress_at: tx.now },
      data: { track: input.track, step: step?.text ?? input.text, done: input.done },
      also: async (inside) => {
        if (step) {
          await updateDetail(inside, 'matters.track_step', step.id, { done_at });
          return;
        }
        await insertDetail(inside, 'matters.track_step', {
          id: inside.newId(),
          track_id: track.id,
          matter_id: row.id,
          text: input.text,
          position: steps.length + 1,
          done_at,
        });
      },
    });
  });
}

/** Ends a track with what came of it; steps not done must be ticked or the summary would hide them. */
export function closeTrack(tx: Tx, input: CloseTrack): Promise<Result<Changed>> {
  return changeMatter(tx, 'close-track', input, async ({ row }) => {
    const track = (await tracksOf(tx, row.id)).find((t) => t.kind === input.track);
    if (!track || track.state === 'CLOSED') return refuse('matters.track-is-closed', { field: 'track' });
    const steps = (await detailsOf(tx, 'matters.track_step', row.id)).filter((s) => s.track_id === track.id);
    const left = steps.filter((s) => s.done_at === null).length;
    if (left > 0) return refuse('matters.track-has-open-steps', { params: { count: left } });
    return ok({
      reason: input.summary,
      patch: { last_progress_at: tx.now },
      data: { track: input.track },
      also: async (inside) => {
        await updateDetail(inside, 'matters.track', track.id, {
          state: 'CLOSED',
          closed_at: inside.now,
          summary: input.summary,
        });
      },
    });
  });
}
