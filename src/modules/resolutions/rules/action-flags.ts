/** What is true of an action now (domain brief §4.4), from what is known of it and around it. Pure. */
import { dateKey } from '#kernel/work-calendar.ts';
import type { ActionFacts, ActionFlag, ActionState, Check, Light } from '../contract.ts';
import { type Answered, inReboundWindow, type Verdict, verdictOf } from './verification.ts';

/** An action as it is kept. */
export type KeptAction = {
  readonly id: string;
  readonly resolution_id: string;
  readonly state: ActionState;
  readonly lead_org_id: string;
  readonly post_id: string;
  readonly person_id: string | null;
  readonly due_on: string;
  readonly wanted_due_on: string | null;
  readonly accept_due_at: Date | null;
  readonly submitted_times: number;
  readonly check_how: string | null;
  readonly street_said: string | null;
  readonly struck_off_at: Date | null;
};

/** What is known around actions. */
export type Around = {
  /** Who does the work of a post today, by post. */
  readonly holders: ReadonlyMap<string, string>;
  /** Actions that wait for one that is still to be done. */
  readonly waiting: ReadonlySet<string>;
  readonly answers: readonly (Answered & { readonly actionId: string; readonly report: number })[];
  /** Resolutions that came from matters of the actor, and those with somebody to ask. */
  readonly own: ReadonlySet<string>;
  readonly askable: ReadonlySet<string>;
};

/** What is missing before an action may be struck off. */
export function verdictFor(action: KeptAction, around: Around, now: Date): Verdict {
  return verdictOf(
    {
      check: action.check_how as Check | null,
      hasRequester: around.askable.has(action.resolution_id),
      answers: around.answers.filter(
        ({ actionId, report }) => actionId === action.id && report === action.submitted_times,
      ),
    },
    dateKey(now),
  );
}

/** What has to be known of an action before anybody may touch it. */
export function factsFrom(action: KeptAction, light: Light, around: Around, now: Date): ActionFacts {
  const { state, accept_due_at, struck_off_at } = action;
  const holds: Readonly<Record<ActionFlag, boolean>> = {
    laterAsked: action.wanted_due_on !== null,
    dayOver: dateKey(now) > action.due_on,
    holderGone: action.person_id !== null && around.holders.get(action.post_id) !== action.person_id,
    waits: around.waiting.has(action.id),
    acceptOverdue: state === 'PROPOSED' && accept_due_at !== null && now > accept_due_at,
    redUnheard: light === 'RED' && action.street_said === null,
    verified: verdictFor(action, around, now) === 'COMPLETE',
    reboundWindow: struck_off_at !== null && inReboundWindow(dateKey(struck_off_at), dateKey(now)),
  };
  return {
    state,
    leadOrgId: action.lead_org_id,
    isRequester: around.own.has(action.resolution_id),
    flags: new Set((Object.keys(holds) as ActionFlag[]).filter((flag) => holds[flag])),
  };
}
