import { anonymousActor } from '#kernel/actor.ts';
import { castSlip } from '#modules/meetings/commands/appraisal/cast-slip.ts';
import { countSlips } from '#modules/meetings/commands/appraisal/count-slips.ts';
import { listRectification } from '#modules/meetings/commands/appraisal/list-rectification.ts';
import { openScoring } from '#modules/meetings/commands/appraisal/open-scoring.ts';
import { planAppraisal } from '#modules/meetings/commands/appraisal/plan-appraisal.ts';
import { publishAppraisal } from '#modules/meetings/commands/appraisal/publish-appraisal.ts';
import { reportOnSelf } from '#modules/meetings/commands/appraisal/report-on-self.ts';
import type { PlanAppraisal } from '#modules/meetings/forms/appraisal.ts';
import { deskAppraisal } from '#modules/meetings/queries/appraisal/desk-appraisals.ts';
import type { Tx } from '#platform/db/database.ts';
import { demoId } from '../../neighborhood/ids.ts';
import type { PostKey } from '../../neighborhood/staff-posts/staff.ts';
import { makeDice } from '../random.ts';
import { lookAtNotice } from '../second-look.ts';
import { later, type Stage, type Step, when } from '../step.ts';

const CRITERIA = ['客服与沟通', '公共区域保洁', '设施维修', '停车管理', '费用公开', '总体'];
const MIDYEAR = demoId('appraisal/zj-2026-midyear');
const YEAR_END = demoId('appraisal/cs-2026');
const PIPES = demoId('appraisal/pipes-2026');

/** Appraisals of the year: the company of one estate in July, its weak points handed on to the joint meeting; two more are planned. */
export function appraisals(stage: Stage): void {
  planned(stage, '2026-07-08 09:40', MIDYEAR, {
    orgId: stage.demo.orgs.propertyZj,
    estateId: stage.demo.estates.ZJ,
    title: '上半年物业服务',
    startsAt: when('2026-07-18 14:00'),
    place: '居委会二楼会议室',
  });
  planned(stage, '2026-11-16 10:20', YEAR_END, {
    orgId: stage.demo.orgs.propertyCs,
    estateId: stage.demo.estates.CS,
    title: '全年物业服务',
    startsAt: when('2026-12-12 14:00'),
    place: '城市花园活动室',
  });
  // The works of the first case, finished in June: residents score them on the demo's last evening.
  planned(stage, '2026-11-12 15:10', PIPES, {
    objectKind: 'PROJECT',
    finishedOn: '2026-06-16',
    orgId: stage.demo.orgs.ownersZj,
    estateId: stage.demo.estates.ZJ,
    title: '水管改造',
    criteria: ['施工质量', '停车安排', '路面恢复'],
    startsAt: when('2026-11-20 19:00'),
    place: '居委会二楼会议室',
  });
  midyear(stage);
}

type Plan = Pick<PlanAppraisal, 'orgId' | 'estateId' | 'title' | 'startsAt' | 'place'> &
  Partial<PlanAppraisal>;

function planned({ demo, steps }: Stage, at: string, id: string, plan: Plan): void {
  steps.push({
    key: `appraisal/${id}/planned`,
    at: when(at),
    actor: demo.actorInPost('RC-DESK-1'),
    run: (tx) =>
      planAppraisal(tx, {
        objectKind: 'ORGANISATION',
        finishedOn: null,
        criteria: CRITERIA,
        ...plan,
        id,
        version: 0,
      }),
  });
}

const versionOf = async (tx: Tx) => (await deskAppraisal(tx, MIDYEAR))?.version ?? 0;

/** The appraisal of July: 42 slips, 36 came back, one of them void. */
function midyear(stage: Stage): void {
  const { demo, steps } = stage;
  const step = (what: string, at: Date, by: PostKey, run: Step['run'], keep?: Step['keep']) =>
    steps.push({
      key: `appraisal/midyear/${what}`,
      at,
      actor: demo.actorInPost(by),
      run,
      ...(keep ? { keep } : {}),
    });
  step('self-report', when('2026-07-15 16:20'), 'PC-ZJ-MGR', async (tx) =>
    reportOnSelf(tx, {
      id: MIDYEAR,
      version: await versionOf(tx),
      text: '上半年报修办结率九成四，最慢的一件九天。停车被占的事处理得慢，电费公开晚了一个月。',
    }),
  );
  let codes: readonly string[] = [];
  step(
    'opened',
    when('2026-07-18 13:40'),
    'RC-DESK-1',
    async (tx) => openScoring(tx, { id: MIDYEAR, version: await versionOf(tx), slips: 42 }),
    (answer) => {
      codes = answer as readonly string[];
    },
  );
  scored(stage, () => codes);
  step('counted', when('2026-07-18 16:20'), 'RC-DESK-1', async (tx) =>
    countSlips(tx, {
      id: MIDYEAR,
      version: await versionOf(tx),
      questions: '问了停车和电费。公司答应占位的当天处理，电费每月十号前贴出。',
    }),
  );
  step('listed', when('2026-07-20 10:10'), 'RC-DESK-1', async (tx) =>
    listRectification(tx, {
      id: MIDYEAR,
      version: await versionOf(tx),
      conclusion: '停车和费用公开分数低，提请八月联席会议议定怎么改；其余保持，年底再评。',
      // Resolved by the joint meeting of August: the year has the brief's 31 resolutions and 47 actions, no more.
      items: [],
    }),
  );
  const name = 'appraisal/midyear/published';
  step(
    'published',
    when('2026-07-21 09:30'),
    'RC-DESK-1',
    async (tx) => publishAppraisal(tx, { id: MIDYEAR, version: await versionOf(tx) }),
    (answer, lived) => lived.pieces.set(name, (answer as { pieceId: string }).pieceId),
  );
  lookAtNotice(stage, name, when('2026-07-21 09:30'));
}

/** Neighbors score without a name; parking does worst. */
function scored(stage: Stage, codes: () => readonly string[]): void {
  const dice = makeDice(20260718);
  const worse = [0, 0, 0, 2, 1, 0];
  for (let at = 0; at < 35; at += 1) {
    const scores = worse.map((less) => Math.max(1, 5 - less - dice.below(3)));
    stage.steps.push({
      key: `appraisal/midyear/slip/${at + 1}`,
      at: later(when('2026-07-18 15:20'), at),
      actor: anonymousActor(stage.demo.id),
      run: (tx) => castSlip(tx, { code: codes()[at] ?? '', scores, isVoid: false }, false),
    });
  }
  stage.steps.push({
    key: 'appraisal/midyear/slip/void',
    at: when('2026-07-18 16:10'),
    actor: stage.demo.actorInPost('RC-DESK-1'),
    run: (tx) => castSlip(tx, { code: codes()[35] ?? '', scores: [], isVoid: true }, true),
  });
}
