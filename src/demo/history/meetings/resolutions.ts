import { moveAction } from '#modules/resolutions/commands/move-action.ts';
import type { StepInput } from '#modules/resolutions/forms/resolutions.ts';
import { demoId } from '../../neighborhood/ids.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { matterOf, type Stage, when } from '../step.ts';
import type { DemoAction, DemoResolution } from './resolved.ts';
import { RESOLVED_AUTUMN } from './resolved-autumn.ts';
import { RESOLVED_SPRING } from './resolved-spring.ts';
import { RESOLVED_WINTER } from './resolved-winter.ts';

/** Resolutions of the year's twelve joint meetings in their order: R-2026-09 is the one of the parking lot (§6.3). */
export const RESOLVED: readonly DemoResolution[] = [
  ...RESOLVED_WINTER,
  ...RESOLVED_SPRING,
  ...RESOLVED_AUTUMN,
];

/** What became of what the year's joint meetings resolved, told by those who did it. */
export function resolutions(stage: Stage): void {
  for (const [n, resolution] of RESOLVED.entries()) {
    const name = `resolution/${n + 1}`;
    for (const [at, action] of resolution.actions.entries())
      followed(stage, `${name}/${at + 1}`, action, resolution);
  }
}

/** An input without what every step has. */
type Said = StepInput extends infer S
  ? S extends StepInput
    ? Omit<S, 'actionId' | 'version'>
    : never
  : never;

type Step = (day: string, time: string, post: PostKey, said: Said) => void;

/** The steps of one action; each makes the next version. */
function followed(
  { demo, steps }: Stage,
  name: string,
  action: DemoAction,
  resolution: DemoResolution,
): void {
  let version = 0;
  const step: Step = (day, time, post, said) => {
    version += 1;
    const input = { ...said, actionId: demoId(name), version } as StepInput;
    steps.push({
      key: `${name}/${said.step}/${version}`,
      at: when(`2026-${day} ${time}`),
      actor: demo.actorInPost(post),
      run: (tx) => moveAction(tx, input),
    });
  };
  const post = taken(action, resolution.day, step, (key) => demo.post(key));
  const { later, blocked } = action;
  if (blocked) {
    step(blocked[0], '09:40', post, { step: 'block-action', reason: blocked[1] });
    step(blocked[2], '09:20', post, { step: 'unblock-action' });
  }
  if (later) {
    step(later[0], '10:20', post, { step: 'ask-later', due: later[1], reason: later[2] });
    step(later[0], '15:30', 'GB-SEC', { step: 'grant-later' });
  }
  ended(action, resolution, post, step);
}

/** Taken on the day after the meeting, or contested and given to somebody else. */
function taken(action: DemoAction, resolved: string, step: Step, idOf: (post: PostKey) => string): PostKey {
  const day = nextDay(resolved);
  const { contested } = action;
  if (!contested) {
    step(day, '10:10', action.post, { step: 'accept-action' });
    return action.post;
  }
  const [reason, to, because] = contested;
  step(day, '10:10', action.post, { step: 'contest-action', reason });
  step(day, '14:20', 'GB-SEC', { step: 'settle-contest', postId: idOf(to), reason: because });
  step(nextDay(day), '10:05', to, { step: 'accept-action' });
  return to;
}

/** Reported, checked by others and by who asked for it, struck off; and what came undone. */
function ended(action: DemoAction, resolution: DemoResolution, post: PostKey, step: Step): void {
  const { sentBack, done, struck, seen, again } = action;
  const checks: PostKey = post.startsWith('RC-') ? 'GB-SEC' : 'RC-DESK-1';
  if (sentBack) {
    step(sentBack[0], '15:10', post, { step: 'submit-action', evidence: sentBack[1] });
    step(sentBack[0], '17:05', checks, { step: 'return-action', reason: sentBack[2] });
  }
  if (done) step(done[0], '16:10', post, { step: 'submit-action', evidence: done[1] });
  if (struck) {
    const asked = resolution.from && resolution.asked;
    const how = seen || !asked ? 'ON_SITE' : 'RECORDS';
    const said = seen ?? '看了交来的照片和记录，和报的一样';
    step(struck, '10:10', checks, { step: 'check-action', how, said });
    if (asked) asking(step, struck, checks, resolution);
    step(struck, '10:40', checks, { step: 'strike-off' });
  }
  if (again) step(again[0], '11:00', checks, { step: 'reopen-action', due: again[1], reason: again[2] });
}

/** Who asked for it is asked: by phone, or an organisation says so itself. */
function asking(step: Step, day: string, checks: PostKey, { asked = '', askedPost }: DemoResolution): void {
  const answer = { answer: 'AGREES', said: asked } as const;
  if (askedPost) step(day, '10:25', askedPost, { step: 'answer-as-requester', ...answer });
  else step(day, '10:25', checks, { step: 'record-answer', how: 'PHONE', ...answer });
}

/** `01-22` for `01-21`; meetings are never on the last day of a month. */
function nextDay(day: string): string {
  return `${day.slice(0, 3)}${String(Number(day.slice(3)) + 1).padStart(2, '0')}`;
}
