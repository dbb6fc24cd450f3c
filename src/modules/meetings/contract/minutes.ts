/** The minutes 会议纪要 as plain data: what is signed, and what everybody may read of it. Pure. */
import type { TwoNames } from '#modules/registry/contract.ts';
import type { Outcome, Presence } from './meetings.ts';

/** A resolution within the minutes. Names of people are not kept: the post is, and who held it the register tells. */
export type MinutesResolution = {
  readonly code: string;
  readonly text: string;
  readonly actions: readonly {
    readonly number: number;
    readonly task: string;
    readonly lead: TwoNames;
    readonly post: TwoNames;
    readonly postId: string;
    /** `2026-04-20` */
    readonly dueOn: string;
    readonly measure: string;
  }[];
};

export type MinutesItem = {
  readonly n: number;
  /** What came of earlier resolutions; its title is the same in every meeting. */
  readonly isEarlier: boolean;
  readonly title: string;
  /** 情况 → 会议认为 → 会议决定 → 要求; empty where nothing was written. */
  readonly situation: string;
  readonly opinion: string;
  readonly outcome: Outcome | 'DEFERRED' | 'NOT_REACHED';
  /** What was concluded, or why it was put off. */
  readonly decision: string;
  readonly resolutions: readonly MinutesResolution[];
  readonly requirement: string;
  /** How many of all members of an owners' committee signed the decision; left out where none is asked for. */
  readonly signatures?: { readonly signed: number; readonly all: number };
  /** To whom a proposal goes: the owners' committee. */
  readonly proposedTo: TwoNames | null;
  readonly recused: readonly TwoNames[];
  /** Each organisation's own words; `org` is null where its name is not to be read. */
  readonly positions: readonly {
    readonly org: TwoNames | null;
    readonly text: string;
    readonly isReservation: boolean;
  }[];
};

export type Minutes = {
  readonly code: string;
  readonly isAdHoc: boolean;
  readonly body: TwoNames;
  readonly convener: TwoNames;
  readonly startsAt: string;
  readonly closedAt: string | null;
  readonly place: string;
  readonly rulesLabel: string;
  readonly seats: { readonly present: number; readonly all: number; readonly needed: number };
  readonly attendance: readonly {
    readonly org: TwoNames;
    readonly post: TwoNames;
    readonly postId: string;
    readonly presence: Presence | null;
  }[];
  readonly items: readonly MinutesItem[];
  readonly remarks: string;
};
