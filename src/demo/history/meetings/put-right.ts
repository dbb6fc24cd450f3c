import { ok, refuse } from '#kernel/result.ts';
import { moveAction } from '#modules/resolutions/commands/move-action.ts';
import type { StepInput } from '#modules/resolutions/forms/resolutions.ts';
import { openRows } from '#modules/resolutions/store/resolutions.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { type Stage, when } from '../step.ts';

/** What July's appraisal asked the company to put right, and what came of it; beside the meetings' own actions. */
const PUT_RIGHT = [
  { number: 1, day: '08-13', evidence: '抽查十件，十件都当天到场', struck: '08-17' },
  { number: 2, day: '09-10', evidence: '八月、九月都在九号贴出', struck: '09-14' },
] as const;

/** The rectification list of the appraisal is followed like every action (domain brief §4.3, "Appraisal specifics"). */
export function putRight({ demo, steps }: Stage): void {
  for (const { number, day, evidence, struck } of PUT_RIGHT) {
    const step = (at: string, post: PostKey, said: Record<string, unknown> & { readonly step: string }) =>
      steps.push({
        key: `appraisal/put-right/${number}/${said.step}`,
        at: when(`2026-${at}`),
        actor: demo.actorInPost(post),
        run: async (tx) => {
          const row = (await openRows(tx, 300)).find(
            (one) => one.meeting.endsWith('上半年物业服务') && one.number === number,
          );
          if (!row) return refuse('resolutions.action-not-found');
          const done = await moveAction(tx, { ...said, actionId: row.id, version: row.version } as StepInput);
          return done.ok ? ok() : done;
        },
      });
    step('07-22 10:20', 'PC-ZJ-MGR', { step: 'accept-action' });
    step(`${day} 16:20`, 'PC-ZJ-MGR', { step: 'submit-action', evidence });
    step(`${struck} 10:10`, 'RC-DESK-1', {
      step: 'check-action',
      how: 'ON_SITE',
      said: '抽看过，和报的一样',
    });
    step(`${struck} 10:30`, 'RC-DESK-1', { step: 'strike-off' });
  }
}
