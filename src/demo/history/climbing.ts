import { moveEscalation } from '#modules/escalations/commands/move-escalation.ts';
import { moveWhistle } from '#modules/escalations/commands/move-whistle.ts';
import { proposeEscalation } from '#modules/escalations/commands/propose-escalation.ts';
import {
  type StepInput,
  stepForm,
  type WhistleInput,
  whistleForm,
} from '#modules/escalations/forms/escalations.ts';
import { lastOf } from '#modules/escalations/store/escalations.ts';
import { whistlesOf } from '#modules/escalations/store/whistles.ts';
import { climbingMatters } from '#modules/matters/facade.server.ts';
import { findMatterByCode } from '#modules/matters/store/matters.ts';
import type { Tx } from '#platform/db/database.ts';
import type { OrgKey } from '../neighborhood/organisations.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { matterOf, type Stage, type Step, when } from './step.ts';

/** Steps around which the news is read at once, not the next morning: help is asked, and what meetings resolve. */
const HEARD_AT_ONCE = /^(pipes\/begin|resolution\/\d+)$/;

/** What the year's climbing matters had done to them that is a word and no more; the others have a story below. */
const SPOKEN: readonly (readonly [at: string, code: string, step: StepInput['step'], text: string])[] = [
  ['2026-01-09 14:00', 'ZJ-2601-0004', 'reject', '先请物业每天清一遍通道，再反复就上会。'],
  ['2026-03-04 10:10', 'CS-2603-0001', 'reject', '燃气公司测过没有泄漏，是油漆味，照常办结。'],
  ['2026-05-18 09:40', 'LB-2605-0002', 'reject', '清走了，物业每周看一次；再堆就上会。'],
  ['2026-10-27 15:10', 'ZJ-2610-0007', 'reject', '一直下雨，屋面做不了。先盖好雨布，天晴就修。'],
];

/** What climbed in the demo's year, and where the general branch sent it (domain brief §4.2, §6.3, §6.5). */
export function climbing(stage: Stage): void {
  for (const [at, step] of stage.steps.entries())
    if (HEARD_AT_ONCE.test(step.key)) stage.steps[at] = { ...step, hears: true };
  for (const [at, code, step, text] of SPOKEN) climbOf(stage, code).step(at, 'GB-SEC', step, { text });
  climbOf(stage, 'LB-2601-0002').step('2026-01-12 09:10', 'GB-SEC', 'schedule', {
    forum: 'JOINT',
    text: '电梯困过人，请物业说说维保，一月会上商量。',
  });
  climbOf(stage, 'ZJ-2602-0002')
    .step('2026-02-05 14:00', 'GB-SEC', 'schedule', {
      forum: 'JOINT',
      text: '水黄的不止一家，二月会上商量。',
    })
    .step('2026-02-06 10:00', 'GB-SEC', 'reply-interim', {
      text: '反映的人多，二月会上商量，定了再告诉您。',
    });
  pipes(stage);
  bicycles(stage);
  chargingPoints(stage);
  atNow(stage);
}

/** Case 1: help asked, two tracks, the street, a meeting within a day and a half (§6.3). */
function pipes(stage: Stage): void {
  climbOf(stage, 'ZJ-2604-0031')
    .step('2026-04-15 11:01', 'GB-SEC', 'triage', {
      text: '两条线一起走：一条上门听居民的难处，一条找能停车的地方。',
    })
    .step('2026-04-15 14:00', 'GB-SEC', 'whistle', {
      org: 'streetOffice',
      text: '请街道协调区房管局，施工期间找一处临时停车的地方。',
    })
    .whistle('2026-04-15 14:20', 'SO-HEAD', 'streetOffice', 'acknowledge-whistle')
    .whistle('2026-04-15 14:40', 'SO-HEAD', 'streetOffice', 'pass-whistle-on', {
      org: 'housingBureau',
      text: '请区房管局一起想办法，明晚七点到会。',
    })
    .step('2026-04-15 14:50', 'GB-SEC', 'call-ad-hoc', { text: '天天有人停不进车，等不到 22 日的例会。' })
    .whistle('2026-04-15 16:10', 'HB-HEAD', 'housingBureau', 'acknowledge-whistle')
    .step('2026-04-15 16:45', 'GB-SEC', 'reply-interim', {
      text: '今晚起上门听大家的难处，明晚七点开会定停车的地方，会后告诉您。',
    })
    .whistle('2026-04-16 18:20', 'HB-HEAD', 'housingBureau', 'answer-whistle', {
      text: '支持。协调滨江停车场（测试）施工期间免费停放。',
    });
}

/** Case 3: the wish for a bicycle store: meeting, then the owners, then the works (§6.5). */
function bicycles(stage: Stage): void {
  climbOf(stage, 'ZJ-2603-0001')
    .step('2026-03-16 10:00', 'GB-SEC', 'schedule', {
      forum: 'JOINT',
      text: '一百多户想要自行车库，先在会上商量放在哪里。',
    })
    .step('2026-03-16 10:05', 'GB-SEC', 'plan-procedures', {
      procedures: ['MEETING', 'OWNERS_BALLOT', 'WORKS'],
    })
    .step('2026-03-20 10:00', 'GB-SEC', 'reply-interim', {
      text: '大家都想要，物业在找地方，五月会上商量，定了告诉您。',
    })
    .step('2026-07-06 10:00', 'GB-SEC', 'finish-procedure', {
      text: '业主表决通过，地下室改作自行车库；公示期满，没有异议。',
    })
    .step('2026-07-13 15:30', 'GB-SEC', 'finish-procedure', {
      text: '自行车库今天开门，160 个位，有人看管。',
    })
    .step('2026-07-13 15:40', 'GB-SEC', 'resolve', { text: '自行车库开了，160 个位，免费，有人看管。' });
}

/** Charging points: an agency is asked, the reporter hears how it stands, a meeting decides in November. */
function chargingPoints(stage: Stage): void {
  climbOf(stage, 'CS-2604-0001')
    .step('2026-04-08 14:30', 'GB-SEC', 'triage', { text: '二十多户都想要，难在电够不够、装在哪里。' })
    .step('2026-04-08 15:00', 'GB-SEC', 'whistle', {
      org: 'housingOffice',
      text: '请房管办到现场看看哪里能装，4 月 15 日前给个说法。',
    })
    .whistle('2026-04-09 09:40', 'HO-CLERK', 'housingOffice', 'acknowledge-whistle')
    .whistle('2026-04-14 15:00', 'HO-HEAD', 'housingOffice', 'answer-whistle', {
      text: '现场看过，两处能装；电够不够，要供电公司定。',
    })
    .step('2026-04-20 10:30', 'PC-CS-MGR', 'reply-interim', {
      text: '小区的电不够，增容要等供电公司。先错峰充电，七月再告诉您。',
    })
    .step('2026-11-04 10:00', 'GB-SEC', 'schedule', {
      forum: 'JOINT',
      text: '天冷了，先把能装的地方定下来，十一月会上商量。',
    });
}

/** Today: one waits for triage, and the street has not yet said that it has heard. */
function atNow(stage: Stage): void {
  climbOf(stage, 'ZJ-2611-0003')
    .step('2026-11-18 14:30', 'GB-SEC', 'triage', {
      text: '雨水口在红线边上，物业和市政各有一半，谁清谁修没说定。',
    })
    .step('2026-11-18 14:40', 'GB-SEC', 'schedule', { forum: 'JOINT', text: '十二月会上把谁清、谁修说定。' })
    .step('2026-11-19 15:30', 'GB-SEC', 'whistle', {
      org: 'streetOffice',
      text: '请街道到现场认一认，雨水口归谁养护，27 日前回话。',
    });
  push(stage, 'parking/proposed', '2026-11-20 09:20', 'RC-DESK-1', async (tx, lived) => {
    const id = matterOf(lived, 'open-9');
    const code = (await climbingMatters(tx, [id])).get(id)?.code ?? '';
    return proposeEscalation(tx, {
      matter: code,
      trigger: 'HELP_ASKED',
      said: '物业打来电话：门口马路不归他们管，一家办不了，请党总支出面。',
    });
  });
}

function push({ demo, steps }: Stage, key: string, at: string, post: PostKey, run: Step['run']): void {
  steps.push({ key: `climbing/${key}`, at: when(at), actor: demo.actorInPost(post), run, hears: true });
}

type Said = { readonly org?: OrgKey; readonly [more: string]: unknown };

/** What is done with the last escalation of a matter, by its code. */
function climbOf(stage: Stage, code: string) {
  const lastRow = async (tx: Tx) => {
    const matter = await findMatterByCode(tx, code);
    const row = matter && (await lastOf(tx, matter.id));
    if (!row) throw new Error(`${code} has not climbed`);
    return row;
  };
  const asked = ({ org, ...said }: Said) => (org ? { ...said, orgId: stage.demo.orgs[org] } : said);
  const climb = {
    step(at: string, post: PostKey, step: StepInput['step'], said: Said) {
      push(stage, `${code}/${at}`, at, post, async (tx) => {
        const { id, version } = await lastRow(tx);
        return moveEscalation(tx, stepForm.parse({ escalationId: id, version, step, ...asked(said) }));
      });
      return climb;
    },
    whistle(at: string, post: PostKey, to: OrgKey, step: WhistleInput['step'], said: Said = {}) {
      push(stage, `${code}/${at}`, at, post, async (tx) => {
        const sent = await whistlesOf(tx, [(await lastRow(tx)).id]);
        const one = sent.findLast(({ org_id }) => org_id === stage.demo.orgs[to]);
        return moveWhistle(
          tx,
          whistleForm.parse({ whistleId: one?.id, version: one?.version, step, ...asked(said) }),
        );
      });
      return climb;
    },
  };
  return climb;
}
