import { moveAction } from '#modules/resolutions/commands/move-action.ts';
import { recordResolution } from '#modules/resolutions/commands/record-resolution.ts';
import type { StepInput } from '#modules/resolutions/forms/resolutions.ts';
import { demoId } from '../../neighborhood/ids.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { type Stage, when } from '../step.ts';
import { type DemoAction, type DemoResolution, RESOLVED } from './resolved.ts';

/** What the year's joint meetings resolved, and what became of it, told by those who did it. */
export function resolutions(stage: Stage): void {
  for (const [n, resolution] of RESOLVED.entries()) {
    const name = `resolution/${n + 1}`;
    recorded(stage, name, resolution);
    for (const [at, action] of resolution.actions.entries())
      followed(stage, `${name}/${at + 1}`, action, resolution.day);
  }
}

function recorded(
  { demo, steps }: Stage,
  name: string,
  { meeting, day, text, actions }: DemoResolution,
): void {
  steps.push({
    key: name,
    at: when(`2026-${day} 20:45`),
    actor: demo.actorInPost('GB-SEC'),
    run: (tx) =>
      recordResolution(tx, {
        id: demoId(name),
        meeting,
        resolvedOn: `2026-${day}`,
        text,
        matterIds: [],
        actions: actions.map(({ task, post, due, measure }, at) => ({
          id: demoId(`${name}/${at + 1}`),
          task,
          postId: demo.post(post),
          due,
          measure,
        })),
      }),
  });
}

/** An input without what every step has. */
type Said = StepInput extends infer S
  ? S extends StepInput
    ? Omit<S, 'actionId' | 'version'>
    : never
  : never;

/** The steps of one action; each makes the next version. */
function followed({ demo, steps }: Stage, name: string, action: DemoAction, resolved: string): void {
  let version = 0;
  const step = (day: string, time: string, post: PostKey, said: Said) => {
    version += 1;
    const input = { ...said, actionId: demoId(name), version } as StepInput;
    steps.push({
      key: `${name}/${said.step}/${version}`,
      at: when(`2026-${day} ${time}`),
      actor: demo.actorInPost(post),
      run: (tx) => moveAction(tx, input),
    });
  };
  const { post, done, struck, again, later } = action;
  const checks: PostKey = post.startsWith('RC-') ? 'GB-SEC' : 'RC-DESK-1';
  step(nextDay(resolved), '10:10', post, { step: 'accept-action' as const });
  if (later) {
    step(later[0], '10:20', post, { step: 'ask-later', due: later[1], reason: later[2] });
    step(later[0], '15:30', 'GB-SEC', { step: 'grant-later' });
  }
  if (done) step(done[0], '16:10', post, { step: 'submit-action', evidence: done[1] });
  if (struck) {
    step(struck, '10:20', checks, { step: 'check-action', how: 'ON_SITE', said: '到现场看过，和报的一样' });
    step(struck, '10:40', checks, { step: 'strike-off' });
  }
  if (again) step(again[0], '11:00', checks, { step: 'reopen-action', due: again[1], reason: again[2] });
}

/** `01-22` for `01-21`; meetings are never on the last day of a month. */
function nextDay(day: string): string {
  return `${day.slice(0, 3)}${String(Number(day.slice(3)) + 1).padStart(2, '0')}`;
}
