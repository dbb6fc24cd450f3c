import { ruleOnRedo } from '#modules/matters/commands/closing/rulings.ts';
import { ruleOnReturn } from '#modules/matters/commands/triage/assign-matter.ts';
import { LargeStory } from '../large-story.ts';
import { type Stage, when, workLater } from '../step.ts';
import { CLERK, carryOut, followUp, inHand, property, type Telling, tellOf } from '../usual.ts';
import { neighbour } from './further-winter.ts';

/** 30: the entry door, twice not repaired; the general branch decides. */
export function doorThreeTimes(stage: Stage): void {
  const t: Telling = {
    channel: 'PHONE',
    at: when('2026-06-15 09:05'),
    estate: 'CS',
    category: 'A09',
    text: '门禁坏了，刷卡没反应，晚上谁都能进',
    place: { building: 4 },
    who: neighbour(stage, 'CS', 30),
  };
  const course = inHand(stage, 'n30', t);
  const { story, lead } = course;
  let finished = carryOut(course, 'n30', { summary: '换了读卡器', doneAfter: 500 });
  for (const said of ['又不灵了', '还是打不开']) {
    const asked = followUp(stage, course, t, finished, { solved: false, pleased: 1, said });
    finished = workLater(stage, asked, 500);
    if (said === '又不灵了') story.done(finished, lead.handler, '换了电源和电磁锁');
    else {
      story.act(workLater(stage, asked, 300), story.post('GB-SEC'), 'rule', (tx, matterId) =>
        ruleOnRedo(tx, { matterId, ruling: '同一处修了两次，换厂家整套更换，三个工作日', days: 3 }),
      );
      finished = workLater(stage, asked, 1300);
      story
        .contact(workLater(stage, asked, 400), lead.handler)
        .done(finished, lead.handler, '整套门禁换新，换了厂家', '门禁整套换新');
    }
  }
  followUp(stage, course, t, finished, { solved: true, pleased: 3, said: '第三次总算好了' });
}

/** 33: kitchen fumes; two organisations gave it back, the general branch ruled, and there was no third time. */
export function smokeOfKitchens(stage: Stage): void {
  const t: Telling = {
    channel: 'PHONE',
    at: when('2026-07-08 11:20'),
    estate: 'CS',
    category: 'B09',
    text: '底楼开了小饭店，油烟从窗户进来，两家都说不归自己管',
    place: { building: 1 },
    who: neighbour(stage, 'CS', 33),
  };
  const story = tellOf(stage, 'n33', t);
  const lead = property('CS', 'B');
  const at = (minutes: number) => workLater(stage, t.at, minutes);
  story
    .accept(at(20), CLERK.CS)
    .assign(at(25), CLERK.CS, lead.org)
    .giveBack(at(150), lead.head, '居改非，物业没有执法权');
  story.assign(at(170), CLERK.CS, 'urbanManagement').giveBack(at(420), 'AG-URBAN', '要先确认是否居改非');
  const leadOrgId = stage.demo.orgs.urbanManagement;
  story.act(at(600), story.post('GB-SEC'), 'rule', (tx, matterId) =>
    ruleOnReturn(tx, { matterId, leadOrgId, ruling: '城管牵头，物业配合取证，以后同类照此办' }),
  );
  story.take(at(650), 'AG-URBAN').contact(at(700), 'AG-URBAN');
  story
    .tell(at(1500), 'AG-URBAN', '已经上门，要求装净化器或停业。')
    .done(at(2400), 'AG-URBAN', '店家停业，窗口封闭，复看没有油烟。', '店家停业，油烟没有了');
  story.ask(at(2900), CLERK.CS, { solved: true, pleased: 4 });
}

/** 41: a roof that can only be repaired when it is dry; overdue, then parked. */
export function roofUntilDry(stage: Stage): void {
  const t: Telling = {
    channel: 'PHONE',
    at: when('2026-10-12 09:15'),
    estate: 'ZJ',
    category: 'A01',
    text: '顶楼下雨就漏，床都挪开了',
    title: '顶楼渗漏，等天晴修',
    place: { unit: 'ZJ-B12-S36-0602' },
    who: neighbour(stage, 'ZJ', 41),
  };
  tellOf(stage, 'n41', t);
  const story = new LargeStory(stage, 'n41');
  const lead = property('ZJ', 'A');
  story
    .accept(when('2026-10-12 09:40'), CLERK.ZJ)
    .assign(when('2026-10-12 09:45'), CLERK.ZJ, lead.org, ['ownersZj'])
    .take(when('2026-10-12 10:30'), lead.head, lead.handler)
    .contact(when('2026-10-12 11:00'), lead.handler, '先上门看，垫了防水布')
    .tell(when('2026-10-16 15:00'), lead.handler, '鉴定过了，可以用维修资金；这几天一直下雨，屋面做不了。')
    .tell(when('2026-10-23 10:00'), lead.handler, '还在下雨，又加盖了一层雨布。')
    .park(when('2026-10-28 10:00'), lead.head, {
      cause: 'SEASON',
      reason: '雨季屋面做不了防水',
      unlock: '连续七天晴',
      meanwhile: '屋面盖了雨布，每次下雨前后上门看',
      reviewOn: '2027-01-15',
    });
}
