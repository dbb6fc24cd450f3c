import { ok, type Result, refuse } from '#kernel/result.ts';
import { LINE_SUBJECT } from '#modules/matters/contract.ts';
import { MATTER_PUBLISHERS } from '#modules/matters/facade.server.ts';
import {
  APPRAISAL_PUBLISHERS,
  HEARING_PUBLISHERS,
  MEETING_PUBLISHERS,
} from '#modules/meetings/facade.server.ts';
import {
  NOTICE_PUBLISHERS,
  OBJECTION_PUBLISHERS,
  PUBLIC_NOTICE_PUBLISHERS,
} from '#modules/notices/facade.server.ts';
import { approvePiece } from '#modules/redaction/commands/approve-piece.ts';
import { approvalsOf } from '#modules/redaction/facade.server.ts';
import { pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import type { Tx } from '#platform/db/database.ts';
import { DEMO_TODAY } from '../clock.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { jitter, later, matterOf, type Stage, workLater } from './step.ts';

const PUBLISHERS = {
  ...MATTER_PUBLISHERS,
  ...NOTICE_PUBLISHERS,
  ...PUBLIC_NOTICE_PUBLISHERS,
  ...OBJECTION_PUBLISHERS,
  ...MEETING_PUBLISHERS,
  ...HEARING_PUBLISHERS,
  ...APPRAISAL_PUBLISHERS,
};

/** Somebody else approves a piece as they see it. */
export async function approveAsSecond(tx: Tx, pieceId: string): Promise<Result<unknown>> {
  const piece = await pieceDetail(tx, pieceId);
  if (!piece) return refuse('redaction.not-found');
  return approvePiece(tx, { pieceId, seal: piece.seal }, PUBLISHERS);
}

/** Somebody else looks at what a step handed in under this name, and it is published. */
export function lookAtNotice(stage: Stage, name: string, handedIn: Date): void {
  stage.steps.push({
    key: `${name}/second-look`,
    at: later(handedIn, 25),
    actor: stage.demo.actorInPost('RC-HEAD'),
    run: (tx, lived) => approveAsSecond(tx, lived.pieces.get(name) ?? ''),
  });
}

/**
 * Somebody of the committee or the branch looks at the line a handler wrote, within half an hour of work. What
 * was handed in on the demo's last morning still waits.
 */
export function lookAtLine(stage: Stage, name: string, key: string, handedIn: Date, by: PostKey): void {
  const at = workLater(stage, handedIn, 8 + jitter(key, 20));
  if (at > DEMO_TODAY) return;
  const second: PostKey = by.startsWith('RC') ? 'GB-SEC' : 'RC-HEAD';
  stage.steps.push({
    key: `${key}/second-look`,
    at,
    actor: stage.demo.actorInPost(second),
    run: async (tx, lived) => {
      const matterId = matterOf(lived, name);
      const found = (await approvalsOf(tx, LINE_SUBJECT, [matterId])).get(matterId);
      // A line of a second round took its place meanwhile: that one is looked at by its own step.
      return found?.state === 'CHECKED' ? approveAsSecond(tx, found.pieceId) : ok();
    },
  });
}
