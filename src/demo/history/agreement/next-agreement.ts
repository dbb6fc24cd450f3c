import { draftAgreement } from '#modules/agreements/commands/agreement/draft-agreement.ts';
import { moveAgreement } from '#modules/agreements/commands/agreement/move-agreement.ts';
import { demoId } from '../../neighborhood/ids.ts';
import { type Stage, when } from '../step.ts';
import { DEMO_AGREEMENT } from './agreement-text.ts';
import { type DemoForum, forumsBefore } from './forums.ts';

const ID = demoId('agreement/v2');

/** Three of the four forums were held by the demo's today; residents' representatives meet that evening. */
const FORUMS: readonly DemoForum[] = [
  ['ENLARGED', '2026-11-12', 17, [['停车和充电的事明年还要接着办', 'TAKEN']]],
  [
    'OWNERS',
    '2026-11-13',
    14,
    [
      ['公共收益改成每季度公布', 'NOT_TAKEN', '业主大会定的是每半年；要改，先交业主大会。'],
      ['联席会议的材料提前三天给业委会', 'TAKEN', '议事规则里已经写明提前三个工作日。'],
    ],
  ],
  ['COMPANIES', '2026-11-17', 8, [['按时办好的比例照今年算', 'TAKEN']]],
];

/** The agreement of the second year: drafted from the first, open for comments until 19 November. */
export function nextAgreement(stage: Stage, followsId: string): void {
  const actor = stage.demo.actorInPost('GB-SEC');
  stage.steps.push({
    key: 'agreement/v2/drafted',
    at: when('2026-11-09 15:00'),
    actor,
    run: (tx) =>
      draftAgreement(tx, {
        ...DEMO_AGREEMENT,
        id: ID,
        version: 0,
        label: 'v2',
        followsId,
        aims: `${DEMO_AGREEMENT.aims}\n老人和孩子的事优先办，充电和停车一年内见效。`,
        startsOn: '2027-01-08',
        endsOn: '2028-01-07',
      }),
  });
  stage.steps.push({
    key: 'agreement/v2/consulted',
    at: when('2026-11-10 09:00'),
    actor,
    run: (tx) => moveAgreement(tx, { id: ID, version: 1, step: 'consult-agreement', until: '2026-11-19' }),
  });
  forumsBefore(stage, ID, 'v2', FORUMS);
}
