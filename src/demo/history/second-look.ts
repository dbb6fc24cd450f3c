import { refuse } from '#kernel/result.ts';
import { NOTICE_PUBLISHERS } from '#modules/notices/facade.server.ts';
import { approvePiece } from '#modules/redaction/commands/approve-piece.ts';
import { pieceDetail } from '#modules/redaction/queries/piece-detail.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import type { Stage } from './step.ts';

/** Somebody else looks at what a step handed in under this name, and it is published. */
export function secondLook(stage: Stage, name: string, at: Date, by: PostKey): void {
  stage.steps.push({
    key: `${name}/second-look`,
    at,
    actor: stage.demo.actorInPost(by),
    run: async (tx, lived) => {
      const piece = await pieceDetail(tx, lived.pieces.get(name) ?? '');
      if (!piece) return refuse('redaction.not-found');
      return approvePiece(tx, { pieceId: piece.id, seal: piece.seal }, NOTICE_PUBLISHERS);
    },
  });
}
