import { dateKey } from '#kernel/work-calendar.ts';
import { holdersOf, postsByIds } from '#modules/registry/facade.server.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Block, OfficialPaper } from '#platform/documents/official/paper.ts';
import { PRESENCES } from '../../contract/meetings.ts';
import type { Minutes, MinutesItem, MinutesResolution } from '../../contract/minutes.ts';
import { dayText, listed, named, say, timeText } from './paper-words.ts';

/** Minutes with what stands around them on paper. */
export type MinutesOnPaper = {
  readonly minutes: Minutes;
  /** Name of the neighborhood, above the title. */
  readonly place: string;
  /** The version that passed the gate: posts instead of names, neither positions nor addenda. */
  readonly isPublic: boolean;
  /** Null: a draft. */
  readonly signedAt: Date | null;
  readonly signedByPostId: string | null;
  readonly sealed: string | null;
  readonly addenda: readonly { readonly number: number; readonly text: string; readonly addedAt: Date }[];
};

/** Names of those who held posts on the meeting's day; empty for the public version. */
type Names = ReadonlyMap<string, string>;

/**
 * The minutes as an official paper. The public version names posts, never persons; the parties' version names who held
 * them on the meeting's day.
 *
 * @source domain brief §3.7 (what minutes hold), §4.3 (what is public), §4.4 (posts, not private persons); GB/T 9704-2012 10.3
 */
export async function minutesPaper(tx: Tx, on: MinutesOnPaper): Promise<OfficialPaper> {
  const { minutes } = on;
  const names = on.isPublic ? new Map<string, string>() : await namesOn(tx, on);
  const [year = '', number = ''] = minutes.code.split('-');
  return {
    fileName: fileNameOf(on),
    title: [
      on.place,
      say(minutes.isAdHoc ? 'meetings.paper.minutes-title-ad-hoc' : 'meetings.paper.minutes-title', {
        body: named(minutes.body),
      }),
    ],
    number: say('meetings.paper.number', { year, n: Number(number) }),
    mark: on.isPublic ? null : say('meetings.paper.inside'),
    draft: on.signedAt ? null : say('meetings.paper.draft'),
    blocks: [
      ...factBlocks(minutes, names),
      ...minutes.items.flatMap((item) => itemBlocks(item, names, on.isPublic)),
      ...(minutes.remarks
        ? [
            { kind: 'heading', level: 1, text: say('meetings.paper.remarks') } as const,
            { kind: 'text', text: minutes.remarks } as const,
          ]
        : []),
      ...(await endBlocks(tx, on, names)),
    ],
  };
}

function fileNameOf({ minutes, isPublic, signedAt }: MinutesOnPaper): string {
  const kind = isPublic ? 'minutes' : signedAt ? 'inside' : 'draft';
  return say(`meetings.paper.file-${kind}`, {
    day: dayText(dateKey(new Date(minutes.startsAt))),
    body: named(minutes.body),
  });
}

async function namesOn(tx: Tx, { minutes, signedByPostId }: MinutesOnPaper): Promise<Names> {
  const posts = [
    ...minutes.attendance.map((seat) => seat.postId),
    ...minutes.items.flatMap((item) =>
      item.resolutions.flatMap(({ actions }) => actions.map((action) => action.postId)),
    ),
    ...(signedByPostId ? [signedByPostId] : []),
  ];
  const holders = await holdersOf(tx, posts, dateKey(new Date(minutes.startsAt)));
  return new Map(
    [...holders].filter(([, holder]) => holder.as === 'HOLDER').map(([post, { name }]) => [post, name]),
  );
}

/** When, where and by whom, and who was there: organisation, post, and the holder where the post itself came. */
function factBlocks(minutes: Minutes, names: Names): Block[] {
  const blocks: Block[] = [
    {
      kind: 'text',
      text: say('meetings.paper.facts', {
        time: timeText(new Date(minutes.startsAt), minutes.closedAt ? new Date(minutes.closedAt) : null),
        convener: named(minutes.convener),
        place: minutes.place,
        body: named(minutes.body),
        all: minutes.seats.all,
        present: minutes.seats.present,
        rules: minutes.rulesLabel,
        needed: minutes.seats.needed,
      }),
    },
  ];
  for (const presence of PRESENCES) {
    const seats = minutes.attendance.filter((seat) => seat.presence === presence);
    if (seats.length === 0) continue;
    const text = listed(
      seats.map(({ org, post, postId }) => {
        const name = presence === 'ALTERNATE' ? undefined : names.get(postId);
        const parts = { org: named(org), post: named(post) };
        return name
          ? say('meetings.paper.seat-named', { ...parts, name })
          : say('meetings.paper.seat', parts);
      }),
    );
    blocks.push({ kind: 'labelled', label: say(`meetings.paper.list.${presence}`), text });
  }
  return blocks;
}

/** 情况 → 各方说法 → 会议认为 → 会议决定 → 要求, and who stepped back or made a reservation. */
function itemBlocks(item: MinutesItem, names: Names, isPublic: boolean): Block[] {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: item.isEarlier ? say('meetings.earlier.title') : item.title },
  ];
  const section = (words: string, text: string) => {
    if (text) blocks.push({ kind: 'heading', level: 2, text: say(words) }, { kind: 'text', text });
  };
  section('meetings.minutes.situation', item.situation);
  const positions = item.positions.filter(({ isReservation }) => !isReservation);
  if (positions.length > 0) blocks.push({ kind: 'heading', level: 2, text: say('meetings.paper.positions') });
  for (const { org, text } of positions)
    blocks.push({
      kind: 'text',
      text,
      ...(org ? { lead: say('meetings.paper.position', { org: named(org) }) } : {}),
    });
  section('meetings.minutes.opinion', item.opinion);
  section('meetings.minutes.decision', decisionOf(item));
  for (const resolution of item.resolutions) blocks.push(...resolutionBlocks(resolution, names, isPublic));
  section('meetings.minutes.requirement', item.requirement);
  if (item.recused.length > 0)
    blocks.push({
      kind: 'text',
      lead: say('meetings.paper.recused'),
      text: listed(item.recused.map(named)),
    });
  for (const { org, text, isReservation } of item.positions) {
    if (!isReservation) continue;
    const author = org ? named(org) : say('meetings.session.reservation-hidden');
    blocks.push({
      kind: 'text',
      lead: say('meetings.paper.reservations'),
      text: say('meetings.paper.reservation', { text, org: author }),
    });
  }
  return blocks;
}

/** 一致同意。 and what was concluded; an item that was only noted says what was noted. */
function decisionOf(item: MinutesItem): string {
  const outcome = item.outcome === 'NOTED' && item.decision ? '' : say(`meetings.outcome.${item.outcome}`);
  const to = item.proposedTo ? say('meetings.minutes.to', { org: named(item.proposedTo) }) : '';
  const stop = say('meetings.paper.stop');
  return [outcome, item.decision, to]
    .filter((text) => text !== '')
    .map((text) => (/[\p{Po}]$/u.test(text) ? text : `${text}${stop}`))
    .join('');
}

function resolutionBlocks(
  { code, text, actions }: MinutesResolution,
  names: Names,
  isPublic: boolean,
): Block[] {
  return [
    { kind: 'heading', level: 3, text: say('meetings.paper.resolution', { text, code }) },
    {
      kind: 'table',
      head: [
        say('meetings.minutes.no'),
        say('meetings.minutes.task'),
        say(isPublic ? 'meetings.paper.lead-post' : 'meetings.paper.lead'),
        say('meetings.paper.due'),
        say('meetings.minutes.measure'),
      ],
      shares: [1.1, 3.7, 3.5, 3.4, 3.3],
      rows: actions.map((action) => [
        String(action.number),
        action.task,
        [named(action.lead), [named(action.post), names.get(action.postId)].filter(Boolean).join(' ')].join(
          '\n',
        ),
        dayText(action.dueOn),
        action.measure,
      ]),
    },
  ];
}

async function endBlocks(tx: Tx, on: MinutesOnPaper, names: Names): Promise<Block[]> {
  const { signedAt, signedByPostId, sealed, minutes } = on;
  const post = signedByPostId ? (await postsByIds(tx, [signedByPostId])).get(signedByPostId) : undefined;
  const name = signedByPostId ? names.get(signedByPostId) : undefined;
  const signer = !post
    ? say('meetings.paper.not-signed')
    : name
      ? say('meetings.paper.signed-by-named', { post: named(post), name })
      : say('meetings.paper.signed-by', { post: named(post) });
  const seal = say('meetings.paper.seal', { org: named(minutes.convener) });
  const blocks: Block[] = [
    { kind: 'signature', lines: [signer, seal, ...(signedAt ? [dayText(dateKey(signedAt))] : [])] },
  ];
  if (on.addenda.length > 0) blocks.push({ kind: 'heading', level: 1, text: say('meetings.paper.addenda') });
  for (const { number, text, addedAt } of on.addenda)
    blocks.push({
      kind: 'text',
      lead: say('meetings.paper.addendum', { n: number }),
      text: say('meetings.paper.added', { text, day: dayText(dateKey(addedAt)) }),
    });
  if (signedAt && sealed)
    blocks.push({ kind: 'note', text: say('meetings.paper.hash', { hash: sealed.slice(0, 16) }) });
  if (on.isPublic) blocks.push({ kind: 'note', text: say('meetings.paper.public-note') });
  return blocks;
}
