import { type Drafted, draftWorksNotice } from '#modules/notices/commands/draft-works-notice.ts';
import { type DraftNotice, draftForm } from '#modules/notices/forms/publish.ts';
import { DEMO_ORGANISATIONS } from '../neighborhood/organisations.ts';
import type { PostKey } from '../neighborhood/staff-posts/staff.ts';
import { lookAtNotice } from './second-look.ts';
import { type Stage, when } from './step.ts';

type Told = Pick<DraftNotice, 'kind' | 'title' | 'body' | 'estateId' | 'buildingIds' | 'contactPhone'> & {
  readonly from: string;
  readonly to: string;
};

function publish(stage: Stage, name: string, at: string, by: PostKey, { from, to, ...told }: Told): void {
  const span = { startsAt: when(from), endsAt: when(to) };
  const input = draftForm.parse({ ...told, ...span, emergency: false });
  stage.steps.push({
    key: `${name}/draft`,
    at: when(at),
    actor: stage.demo.actorInPost(by),
    run: (tx) => draftWorksNotice(tx, input),
    keep: (answer, lived) => lived.pieces.set(name, (answer as Drafted).pieceId),
  });
  // The residents' committee looks at it, and it is out.
  lookAtNotice(stage, name, when(at));
}

/** The notice of the pipe works (domain brief §6.3), and the one that is live on the last day (§6.7). */
export function worksNotices(stage: Stage): void {
  const { demo } = stage;
  publish(stage, 'notice-pipes', '2026-04-03 09:30', 'PC-ZJ-MGR', {
    kind: 'PARKING',
    title: '更换水管，部分车位暂停使用',
    body: '4月13日起更换小区水管，主干道两侧86个车位暂停使用，请提前安排停车。6月中旬恢复。',
    estateId: demo.estates.ZJ,
    buildingIds: [],
    contactPhone: DEMO_ORGANISATIONS.propertyZj.dutyPhone,
    from: '2026-04-13 08:00',
    to: '2026-06-16 18:00',
  });
  publish(stage, 'notice-lift', '2026-11-12 10:00', 'PC-LB-MGR', {
    kind: 'LIFT',
    title: '3号楼东梯更换钢丝绳',
    body: '11月20日至24日，3号楼东梯停用，请乘西梯。行动不便的住户请打值班电话，我们上门帮忙。',
    estateId: demo.estates.LB,
    buildingIds: [demo.buildingId('LB', 3)],
    contactPhone: DEMO_ORGANISATIONS.propertyLb.dutyPhone,
    from: '2026-11-20 08:30',
    to: '2026-11-24 17:30',
  });
}
