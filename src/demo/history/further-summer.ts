import { LargeStory } from './cases.ts';
import { neighbour } from './further-winter.ts';
import { type Stage, when, workLater } from './step.ts';
import { carryOut, CLERK, followUp, inHand, property, type Telling, tellOf, usual } from './usual.ts';
import { ruleOnRedo } from '#modules/matters/commands/closing/rulings.ts';
import { ruleOnReturn } from '#modules/matters/commands/triage/assign-matter.ts';

/** The second half of the further matters of domain brief §6.7. */
export function summerAndAutumn(stage: Stage): void {
  const { demo } = stage;
  const who = (estate: 'ZJ' | 'CS' | 'LB', n: number) => neighbour(stage, estate, n);
  const base = { channel: 'PHONE' as const };

  usual(stage, 'n22', { ...base, at: when('2026-05-06 09:30'), estate: 'LB', category: 'B06', text: '香樟树枝叶太密，挡住二楼采光，白天要开灯', place: { building: 1 }, who: who('LB', 22) }, { doneAfter: 1200, summary: '按绿化条例修剪了枝叶，没有移树。', publicLine: '修了枝，二楼亮堂了' }, { solved: true, pleased: 5 });
  const wrecks = inHand(stage, 'n23', { ...base, at: when('2026-05-08 10:05'), estate: 'ZJ', category: 'C07', text: '四辆没人开的旧车占着车位，灰都积厚了', place: { building: 7 }, who: who('ZJ', 23) });
  wrecks.story.tell(workLater(stage, wrecks.contacted, 60), wrecks.lead.handler, '四辆车都贴了通知，30天内请车主来认。');
  followUp(stage, wrecks, { ...base, at: when('2026-05-08 10:05'), estate: 'ZJ', category: 'C07', text: '', place: {}, who: who('ZJ', 23) }, carryOut(wrecks, 'n23', { summary: '两辆车主开走，两辆期满拖走，腾出四个车位。', publicLine: '腾出四个车位', doneAfter: 9000 }), { solved: true, pleased: 4 });
  usual(stage, 'n24', { ...base, channel: 'DESK', at: when('2026-05-13 14:20'), estate: 'CS', category: 'E03', text: '公共收益今年一次也没公布，想看看明细', place: { building: 1 }, who: who('CS', 24) }, { doneAfter: 3300, summary: '业委会公布了上季度公共收益明细，贴在三个公告栏。', publicLine: '上季度公共收益已公布' }, { solved: true, pleased: 3 });
  const backflow: Telling = { ...base, at: when('2026-05-18 07:40'), estate: 'LB', category: 'A03', text: '底楼卫生间反水，污水漫到客厅了', place: { unit: 'LB-B02-S02-0101' }, who: who('LB', 25), publish: false };
  const drained = inHand(stage, 'n25', backflow, { urgent: true, contactAfter: 6 });
  followUp(stage, drained, backflow, carryOut(drained, 'n25', { summary: '三小时疏通，查到主管油垢，定了每季度清一次。', doneAfter: 160 }), { solved: true, pleased: 5 });
  usual(stage, 'n26', { ...base, at: when('2026-05-25 18:50'), estate: 'ZJ', category: 'D03', text: '大狗不牵绳在小区里跑，孩子吓哭了', place: { building: 11 }, who: who('ZJ', 26), publish: false }, { doneAfter: 600, summary: '社区民警和楼组长上门，主人答应牵绳、戴嘴套。' }, { solved: true, pleased: 4 });
  const slide: Telling = { ...base, channel: 'WEB', at: when('2026-06-01 16:10'), estate: 'CS', category: 'F04', text: '滑梯螺丝松了，晃得厉害，孩子正在玩', place: { part: 'CS-PLAY-1' }, who: who('CS', 27), publish: false };
  const taped = inHand(stage, 'n27', slide, { urgent: true, contactAfter: 6, lead: property('CS', 'F') });
  followUp(stage, taped, slide, carryOut(taped, 'n27', { summary: '40分钟围起来，当天换了全部螺丝。', doneAfter: 120 }), { solved: true, pleased: 5 });
  const dancing: Telling = { ...base, at: when('2026-06-05 19:45'), estate: 'LB', category: 'D01', text: '楼下跳舞的音响太响，另一队也在抢地方', place: { building: 4 }, who: who('LB', 28), publish: false };
  usual(stage, 'n28', dancing, { doneAfter: 1700, notes: ['请两支队伍和楼上邻居一起坐下来谈'], summary: '三方说好：19点到20点半，音量不超过约定，两队隔天轮流。' }, { solved: true, pleased: 4 });
  const ramp: Telling = { ...base, channel: 'WEB', at: when('2026-06-11 09:15'), estate: 'ZJ', category: 'A14', text: '41号门口有三级台阶，我看不见，进出不方便，想要坡道', place: { stairwell: 41 }, who: { ...who('ZJ', 29), id: demo.people.uncleMa } };
  usual(stage, 'n29', ramp, { doneAfter: 1900, notes: ['街道看过现场，同意用无障碍改造的钱'], summary: '坡道和扶手都装好了，用的是街道无障碍改造的钱。', publicLine: '41号门装了坡道和扶手' }, { solved: true, pleased: 5, said: '一个人也能出门了' });
  doorThreeTimes(stage);
  usual(stage, 'n31', { ...base, at: when('2026-06-26 08:40'), estate: 'LB', category: 'E01', text: '门岗保安经常不在，陌生人随便进', place: { building: 1 }, who: who('LB', 31), about: 'propertyLb' }, { byCommittee: true, doneAfter: 900, summary: '物业调整了排班，两周抽查都在岗。', publicLine: '门岗排班调整，抽查在岗' }, { solved: true, pleased: 2, said: '解决是解决了，拖了太久' });
  usual(stage, 'n32', { ...base, channel: 'PATROL', at: when('2026-07-02 09:30'), estate: 'ZJ', category: 'F05', text: '巡逻看到地库口排水沟堵了，台风来了怕进水', place: { part: 'ZJ-B1-03' }, who: who('ZJ', 32), publish: false }, { doneAfter: 700, summary: '清了排水沟，备了沙袋，做了一次演练。' }, { solved: true, pleased: 5 });
  smokeOfKitchens(stage);
  usual(stage, 'n34', { ...base, at: when('2026-07-20 10:10'), estate: 'LB', category: 'A10', text: '消火栓压力表指着零，没有水压', place: { building: 5 }, who: who('LB', 34) }, { doneAfter: 900, summary: '换了稳压泵，用应急维修资金，压力恢复。', publicLine: '消火栓压力恢复' }, { solved: true, pleased: 4 });
  usual(stage, 'n35', { ...base, channel: 'WEB', at: when('2026-07-27 12:30'), estate: 'ZJ', category: 'C06', text: '外卖不让进门，老人自己下楼拿很吃力', place: { part: 'ZJ-GATE-N' }, who: who('ZJ', 35) }, { doneAfter: 1500, summary: '试行：登记后可送到楼下，晚十点后到门岗取；一个月后再问大家。', publicLine: '外卖登记后可以送到楼下' }, { solved: true, pleased: 4 });
  usual(stage, 'n36', { ...base, at: when('2026-08-05 18:20'), estate: 'CS', category: 'A02', text: '停水一下午，事先没人通知', place: { building: 2 }, who: who('CS', 36), about: 'propertyCs' }, { byCommittee: true, doneAfter: 700, summary: '物业道了歉，今后停水提前48小时贴告示、发短信。', publicLine: '今后停水提前48小时告知' }, { solved: true, pleased: 3 });
  usual(stage, 'n37', { ...base, channel: 'DESK', at: when('2026-08-12 09:40'), estate: 'LB', category: 'H01', kind: 'SUGGESTION', text: '暑天能不能给独居老人送饭', place: { building: 2 }, who: who('LB', 37) }, { doneAfter: 150, summary: '答复：志愿者从下周起送午饭，先登记12户。', publicLine: '志愿者给12户老人送午饭' }, { solved: true, pleased: 5 });
  usual(stage, 'n38', { ...base, at: when('2026-08-26 15:10'), estate: 'ZJ', category: 'G03', text: '水管施工的路面有一段没填平，推车颠', place: { building: 3 }, who: who('ZJ', 38) }, { doneAfter: 1300, summary: '施工单位在保修期内重新铺平。', publicLine: '路面重新铺平' }, { solved: true, pleased: 4 });
  usual(stage, 'n39', { ...base, channel: 'DESK', at: when('2026-09-07 14:00'), estate: 'CS', category: 'E04', text: '对业委会换届候选人有疑问，想知道怎么提', place: { building: 3 }, who: who('CS', 39), publish: false }, { doneAfter: 900, summary: '讲清了规定，疑问书面转给换届小组，公示期内答复了。' }, { solved: true, pleased: 4 });
  usual(stage, 'n40', { ...base, at: when('2026-09-21 19:10'), estate: 'LB', category: 'D08', text: '隔壁开了短租，天天换人拖箱子', place: { building: 2 }, who: { ...who('LB', 40), id: demo.people.msZhao }, publish: false }, { doneAfter: 3200, summary: '民法典279条要本栋业主都同意；房东停了短租，相关部门看过。' }, { solved: true, pleased: 4 });
  roofUntilDry(stage);
  const praise: Telling = { ...base, channel: 'WEB', at: when('2026-11-16 20:05'), estate: 'CS', category: 'H08', kind: 'PRAISE', text: '维修小许下雨天上门，修好还擦干净了，谢谢', place: { building: 4 }, who: who('CS', 42) };
  usual(stage, 'n42', praise, { doneAfter: 60, summary: '已经转告小许，谢谢您。' }, { solved: true, pleased: 5 });
}

/** 30: the entry door, twice not repaired; the general branch decides. */
function doorThreeTimes(stage: Stage): void {
  const t: Telling = { channel: 'PHONE', at: when('2026-06-15 09:05'), estate: 'CS', category: 'A09', text: '门禁坏了，刷卡没反应，晚上谁都能进', place: { building: 4 }, who: neighbour(stage, 'CS', 30) };
  const course = inHand(stage, 'n30', t);
  const { story, lead } = course;
  let finished = carryOut(course, 'n30', { summary: '换了读卡器', doneAfter: 500 });
  for (const said of ['又不灵了', '还是打不开']) {
    const asked = followUp(stage, course, t, finished, { solved: false, pleased: 1, said });
    finished = workLater(stage, asked, 500);
    if (said === '又不灵了') story.done(finished, lead.handler, '换了电源和电磁锁');
    else {
      story.act(workLater(stage, asked, 300), story.post('GB-SEC'), 'rule', (tx, matterId) => ruleOnRedo(tx, { matterId, ruling: '同一处修了两次，换厂家整套更换，三个工作日', days: 3 }));
      finished = workLater(stage, asked, 1300);
      story.contact(workLater(stage, asked, 400), lead.handler).done(finished, lead.handler, '整套门禁换新，换了厂家', '门禁整套换新');
    }
  }
  followUp(stage, course, t, finished, { solved: true, pleased: 3, said: '第三次总算好了' });
}

/** 33: kitchen fumes; two organisations gave it back, the general branch ruled, and there was no third time. */
function smokeOfKitchens(stage: Stage): void {
  const t: Telling = { channel: 'PHONE', at: when('2026-07-08 11:20'), estate: 'CS', category: 'B09', text: '底楼开了小饭店，油烟从窗户进来，两家都说不归自己管', place: { building: 1 }, who: neighbour(stage, 'CS', 33) };
  const story = tellOf(stage, 'n33', t);
  const lead = property('CS', 'B');
  const at = (minutes: number) => workLater(stage, t.at, minutes);
  story.accept(at(20), CLERK.CS).assign(at(25), CLERK.CS, lead.org).giveBack(at(150), lead.head, '居改非，物业没有执法权');
  story.assign(at(170), CLERK.CS, 'urbanManagement').giveBack(at(420), 'AG-URBAN', '要先确认是否居改非');
  const leadOrgId = stage.demo.orgs.urbanManagement;
  story.act(at(600), story.post('GB-SEC'), 'rule', (tx, matterId) => ruleOnReturn(tx, { matterId, leadOrgId, ruling: '城管牵头，物业配合取证，以后同类照此办' }));
  story.take(at(650), 'AG-URBAN').contact(at(700), 'AG-URBAN');
  story.tell(at(1500), 'AG-URBAN', '已经上门，要求装净化器或停业。').done(at(2400), 'AG-URBAN', '店家停业，窗口封闭，复看没有油烟。', '店家停业，油烟没有了');
  story.ask(at(2900), CLERK.CS, { solved: true, pleased: 4 });
}

/** 41: a roof that can only be repaired when it is dry; overdue, then parked. */
function roofUntilDry(stage: Stage): void {
  const t: Telling = { channel: 'PHONE', at: when('2026-10-12 09:15'), estate: 'ZJ', category: 'A01', text: '顶楼下雨就漏，床都挪开了', title: '顶楼渗漏，等天晴修', place: { unit: 'ZJ-B12-S36-0602' }, who: neighbour(stage, 'ZJ', 41) };
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
    .park(when('2026-10-28 10:00'), lead.head, { cause: 'SEASON', reason: '雨季屋面做不了防水', unlock: '连续七天晴', meanwhile: '屋面盖了雨布，每次下雨前后上门看', reviewOn: '2027-01-15' });
}
