import { noteForum } from '#modules/agreements/commands/agreement/note-forum.ts';
import type { ForumKind, OpinionAnswer } from '#modules/agreements/contract/forums.ts';
import { agreementFile } from '#modules/agreements/queries/agreement/agreements.ts';
import { later, type Stage, when } from '../step.ts';

/** What was said, whether it was taken up, and why not. */
type Said = readonly [said: string, answer: OpinionAnswer, reason?: string];
export type DemoForum = readonly [kind: ForumKind, day: string, attended: number, said: readonly Said[]];

/** The four forums before the agreement of January: 14 opinions taken up, 2 in part, 1 not (seed S8–S9). */
export const FORUMS: readonly DemoForum[] = [
  [
    'ENLARGED',
    '2025-12-30',
    18,
    [
      ['每月的会要有结果，上次定的先报办得怎样', 'TAKEN'],
      ['党员带头，但不替业委会和物业做事', 'TAKEN'],
      ['议定的事要写到人、写到日期', 'TAKEN'],
      ['各单位派来开会的人要能当场答应', 'TAKEN'],
    ],
  ],
  [
    'OWNERS',
    '2025-12-31',
    15,
    [
      ['写明不代替业主的共同决定', 'TAKEN'],
      ['公共收益每半年公布，附银行对账', 'PARTLY', '鲁班公寓业委会对公布往来明细有保留，写进它的附件。'],
      ['联席会议交来的建议，业委会书面答复', 'TAKEN'],
      ['停车怎么收费写进协议', 'NOT_TAKEN', '停车收费由业主共同决定，不写进协议。'],
    ],
  ],
  [
    'COMPANIES',
    '2026-01-05',
    9,
    [
      ['经理接待日改在周六，居民有空', 'TAKEN'],
      ['报修按登记的时限来算，不另设一套', 'TAKEN'],
      [
        '动用维修资金的事，业委会答复要有期限',
        'PARTLY',
        '答复的期限写了；表决的时间由法律规定，协议不能缩短。',
      ],
      ['外来施工队由物业登记，居委会帮着上门说明', 'TAKEN'],
    ],
  ],
  [
    'RESIDENTS',
    '2026-01-06',
    26,
    [
      ['说过的事办得怎样，要贴出来', 'TAKEN'],
      ['不会用手机的老人，要有电话和窗口', 'TAKEN'],
      ['做到没有，不能自己说了算', 'TAKEN', '由别的单位确认，或者按记录来数。'],
      ['修不好的要说明原因和日期', 'TAKEN'],
      ['协议全文要让大家看得到', 'TAKEN'],
    ],
  ],
];

export const DEMO_EXPLANATION = `四个会各开了一次，共 17 条意见，条条有答复。
采纳 14 条，例如经理接待日改在周六；部分采纳 2 条；没采纳 1 条：停车收费由业主共同决定。`;

/** Each forum is noted the evening it was held, with what was said and what becomes of it. */
export function forumsBefore(
  { demo, steps }: Stage,
  agreementId: string,
  label: string,
  forums: readonly DemoForum[],
): void {
  const actor = demo.actorInPost('GB-SEC');
  for (const [kind, day, attended, said] of forums) {
    const at = when(`${day} 20:30`);
    const key = `agreement/${label}/forum/${kind}`;
    steps.push({
      key,
      at,
      actor,
      run: (tx) =>
        noteForum(tx, { step: 'note-forum', agreementId, kind, heldOn: day, attended, whyNot: null }),
    });
    for (const [i, [text, answer, reason = '']] of said.entries()) {
      const forumIn = async (tx: Parameters<(typeof steps)[number]['run']>[0]) => {
        const forums = (await agreementFile(tx, agreementId))?.forums ?? [];
        const forum = forums.find((one) => one.kind === kind);
        if (!forum) throw new Error(`the demo has no forum ${kind}`);
        return forum;
      };
      steps.push({
        key: `${key}/said/${i}`,
        at: later(at, 2 + 4 * i),
        actor,
        run: async (tx) =>
          noteForum(tx, { step: 'note-opinion', agreementId, forumId: (await forumIn(tx)).id, said: text }),
      });
      steps.push({
        key: `${key}/answered/${i}`,
        at: later(at, 60 + 4 * i),
        actor,
        run: async (tx) => {
          const opinionId = (await forumIn(tx)).opinions.find((one) => one.said === text)?.id ?? '';
          return noteForum(tx, { step: 'answer-opinion', agreementId, opinionId, answer, reason });
        },
      });
    }
  }
}
