import { draftRules } from '#modules/agreements/commands/rules/draft-rules.ts';
import { moveRules } from '#modules/agreements/commands/rules/move-rules.ts';
import {
  RULE_PARAMETER_NAMES,
  RULE_PARAMETERS,
  type RuleParameter,
  type RuleParameters,
} from '#modules/agreements/contract/rules-of-procedure.ts';
import { demoId } from '../neighborhood/ids.ts';
import { type Stage, when } from './step.ts';

/** The clause of the text in which each number stands. */
const CLAUSES: Readonly<Record<RuleParameter, string>> = {
  meetingsPerYear: '第三条',
  agendaCloseWorkdays: '第四条',
  noticeWorkdays: '第五条',
  adHocHours: '第六条',
  quorumPart: '第七条',
  quorumWhole: '第七条',
  minutesDraftWorkdays: '第九条',
  silenceWorkdays: '第九条',
  publishWorkdays: '第九条',
  resultPublishWorkdays: '第十一条',
  acceptWorkdays: '第十条',
  warnWorkdays: '第十一条',
  redWorkdays: '第十一条',
  triageWorkdays: '第六条',
  adHocMeetingWorkdays: '第六条',
  endorsementHouseholds: '第四条',
  endorsementPercent: '第四条',
  hearingNoticeDays: '第十二条',
  hearingAnswerWorkdays: '第十二条',
};

const text = (quorum: string) =>
  `第一条 联席会议由居民区党总支召集，居委会、各小区业委会、物业公司、房管办和社区民警参加，需要时请其他单位到会。
第二条 联席会议协商，不代替法律规定由业主共同决定的事，也不代替各单位自己的职责。这类事写成建议，交业委会依法办理。
第三条 例会每月一次。第一项议题总是上次议定事项的落实情况。
第四条 议题在会前五个工作日截止。难办的事、反复的事、到期没办完的事自动列入；同一件事有二十户或者小区百分之五的住户附议，也列入。
第五条 会前三个工作日把通知和材料送到各单位。
第六条 急事由党总支一个工作日内分流，三个工作日内开临时会议，提前二十四小时通知并写明原因。
第七条 席位到会${quorum}，方可形成议定事项。到不了，可以先交流，不作议定。
第八条 牵头单位没有到会的议题顺延。与议题有利害关系的人说明后回避。
第九条 纪要在会后两个工作日内写好，各单位两个工作日内核对，不说话算同意；签好后三个工作日内公开，不写居民姓名和门牌。
第十条 每件议定事项写明牵头单位、责任人、完成的工作日和怎样算办成。单位一个工作日内认领，不认领的说明理由。
第十一条 到期前两个工作日提醒；到期没办完亮橙灯，超过五个工作日亮红灯并报街道。办成的由别的单位核对、居民认可后销号，五个工作日内公开结果。
第十二条 听证会提前七天公告，参加的人一半以上与事情直接有关；每条意见十个工作日内答复采纳、部分采纳或者不采纳，并说明理由。
第十三条 本规则每年议一次，修改前公开征求意见至少七天。`;

const numbers = (quorumPart: number, quorumWhole: number): RuleParameters => {
  const value = (name: RuleParameter) =>
    name === 'quorumPart' ? quorumPart : name === 'quorumWhole' ? quorumWhole : RULE_PARAMETERS[name].offered;
  return Object.fromEntries(
    RULE_PARAMETER_NAMES.map((name) => [name, { value: value(name), clause: CLAUSES[name] }]),
  ) as RuleParameters;
};

/** The rules of procedure of January, and July's with another quorum (domain brief §6.2). */
export function rulesOfProcedure(stage: Stage): void {
  version(stage, {
    label: 'v1.0',
    body: text('四分之三'),
    parameters: numbers(3, 4),
    days: ['2025-12-29', '2026-01-07', '2026-01-08'],
    adoptedBy: '1 月 8 日联席会议全体通过',
  });
  version(stage, {
    label: 'v1.1',
    body: text('三分之二'),
    parameters: numbers(2, 3),
    days: ['2026-07-01', '2026-07-10', '2026-07-15'],
    adoptedBy: '7 月 15 日联席会议全体通过',
  });
}

type Told = {
  readonly label: string;
  readonly body: string;
  readonly parameters: RuleParameters;
  /** Drafted and put before everybody, until, adopted and in force. */
  readonly days: readonly [string, string, string];
  readonly adoptedBy: string;
};

function version({ demo, steps }: Stage, { label, body, parameters, days, adoptedBy }: Told): void {
  const id = demoId(`rules/${label}`);
  const [drafted, until, adopted] = days;
  const key = `rules/${label}`;
  const actor = demo.actorInPost('GB-SEC');
  steps.push(
    {
      key: `${key}/drafted`,
      at: when(`${drafted} 14:00`),
      actor,
      run: (tx) => draftRules(tx, { id, version: 0, label, body, parameters }),
    },
    {
      key: `${key}/consulted`,
      at: when(`${drafted} 16:30`),
      actor,
      run: (tx) => moveRules(tx, { id, version: 1, step: 'consult-rules', until }),
    },
    {
      key: `${key}/adopted`,
      at: when(`${adopted} 20:30`),
      actor,
      run: (tx) => moveRules(tx, { id, version: 2, step: 'adopt-rules', effectiveFrom: adopted, adoptedBy }),
    },
  );
}
