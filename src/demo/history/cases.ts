import { LargeStory } from './large-story.ts';
import { later, type Stage, when } from './step.ts';
import { CLERK, tellOf } from './usual.ts';

const COMPLAINTS: readonly string[] = [
  '挖水管把车位挖没了，下班回来没地方停车',
  '施工占了十几个车位，晚上绕了三圈停不进去',
  '路挖开了，车只能停到外面马路上，被贴了单子',
  '水管施工没说要占这么多车位，现在天天抢车位',
  '挖路以后门口停满了车，轮椅出不去',
  '施工把我家楼下的路封了，车开不进来',
  '夜班回来早上六点，一个车位都没有',
  '施工围挡没留出入口，接孩子的车停哪里',
  '早上七点就开始挖，又吵又没地方停车',
];

/** Seed case 1: the water pipes and the parking places (domain brief §6.3). */
export function waterPipes(stage: Stage): void {
  const { demo } = stage;
  const neighbours = demo.plainOwners.ZJ.slice(40, 67);
  for (const [i, who] of neighbours.entries()) {
    const at = later(when('2026-04-13 08:40'), i * 105);
    const hour = (at.getUTCHours() + 8) % 24;
    const told = hour >= 21 || hour < 7 ? later(at, 600) : at;
    const moment = told > when('2026-04-15 09:50') ? later(when('2026-04-15 09:00'), i) : told;
    const telling = {
      at: moment,
      estate: 'ZJ',
      category: 'G01',
      text: COMPLAINTS[i % COMPLAINTS.length]!,
      channel: i % 3 === 0 ? 'WEB' : i % 3 === 1 ? 'PHONE' : 'DESK',
      place: { stairwell: 1 + ((i * 7) % 60) },
      who,
      publish: true,
    } as const;
    const story = tellOf(stage, `g01-${i + 1}`, telling);
    story.accept(later(moment, 20 + (i % 12)), CLERK.ZJ);
    story.mergeInto(later(when('2026-04-15 10:41'), i / 4), CLERK.ZJ, 'pipes');
    const asked = later(when('2026-06-23 09:00'), i * 11);
    if (i % 9 !== 8)
      story.ask(asked, CLERK.ZJ, { solved: i % 13 !== 12, pleased: i % 13 === 12 ? 2 : i % 6 === 5 ? 3 : 5 });
  }
  helpForTheOwnersCommittee(stage);
}

function helpForTheOwnersCommittee(stage: Stage): void {
  const story = new LargeStory(stage, 'pipes');
  story.begin(when('2026-04-15 10:20'), story.post('OC-ZJ-HEAD'), {
    channel: 'ORGANISATION',
    reporter: 'ORGANISATION',
    title: '施工后没地方停车，业委会请求协助',
    description: '换水管挖开了86个车位，这几天天天有人来吵，我们压不住了，请党总支出面。',
    category: 'G01',
    kind: 'HELP',
    estateId: stage.demo.estates.ZJ,
    publishConsent: true,
  });
  story
    .accept(when('2026-04-15 10:33'), 'GB-SEC')
    .assign(when('2026-04-15 10:35'), 'GB-SEC', 'generalBranch', ['housingOffice', 'propertyZj', 'ownersZj'])
    .take(when('2026-04-15 10:37'), 'GB-SEC')
    .tracks(when('2026-04-15 11:00'), 'GB-SEC', ['GB-DEP', '2026-04-17'], ['GB-SEC', '2026-04-20'])
    .role(when('2026-04-15 11:02'), 'GB-SEC', 'COORDINATOR', 'GB-SEC')
    .contact(when('2026-04-15 11:05'), 'GB-SEC', '和何主任通了电话，先听居民的，再开会')
    .tell(when('2026-04-15 11:10'), 'GB-SEC', '先听够再开会，别让业委会一家扛。', 'INTERNAL')
    .tell(when('2026-04-15 14:05'), 'GB-SEC', '已请街道协调，请区房管局一起想办法。')
    .step(when('2026-04-15 16:12'), 'GB-SEC', 'COORDINATION', '街道已转区房管局，16:10 有回音')
    .extend(when('2026-04-15 16:40'), 'GB-SEC', '要找到能停车的地方，一天办不完', '2026-04-30')
    .visit(when('2026-04-15 19:30'), 'GB-DEP', '吴副书记、楼组长', 8, '3户行动不便，要留在院内停车')
    .visit(when('2026-04-15 20:10'), 'RC-DESK-1', '社工小陈、楼组长', 7, '2户夜班，早上回来停不进')
    .visit(when('2026-04-16 09:30'), 'RC-MEDIATOR', '方老师、第一党小组', 7, '4户行动不便')
    .visit(when('2026-04-16 10:20'), 'RC-DESK-2', '社工小林、第二党小组', 7, '3户夜班')
    .visit(when('2026-04-16 14:30'), 'RC-DESK-3', '社工小许、第三党小组', 7, '5户行动不便')
    .visit(when('2026-04-17 09:40'), 'GB-DEP', '吴副书记、第四党小组', 7, '2户行动不便，4户夜班');
  fromMeetingToEnd(story);
}

/** From the joint meeting called for it to the day the places were given back. */
function fromMeetingToEnd(story: LargeStory): void {
  story
    .step(
      when('2026-04-16 21:10'),
      'GB-SEC',
      'COORDINATION',
      '临时联席会议：房管办牵头，4月20日前开放滨江停车场，免费',
    )
    .tell(
      when('2026-04-16 21:20'),
      'GB-SEC',
      '今晚开了临时联席会议：4月20日前在附近开一个免费停车场，物业管接送和照明。',
    )
    .step(when('2026-04-17 11:00'), 'GB-DEP', 'RESIDENT', '6组上门，走访43户')
    .step(when('2026-04-17 11:05'), 'GB-DEP', 'RESIDENT', '14户行动不便，留在院内停车')
    .step(when('2026-04-17 16:30'), 'GB-DEP', 'RESIDENT', '给9户夜班家庭回话')
    .endTrack(
      when('2026-04-17 16:40'),
      'GB-DEP',
      'RESIDENT',
      '走访43户，14户行动不便的留在院内，9户夜班的有了固定时段',
    )
    .step(when('2026-04-20 09:00'), 'GB-SEC', 'COORDINATION', '滨江停车场启用，120个位，走路350米，免费')
    .tell(
      when('2026-04-20 09:10'),
      'GB-SEC',
      '滨江停车场今天启用：120个位，免费，物业有小车接送。施工结束后恢复院内车位。',
    )
    .park(when('2026-04-21 09:30'), 'GB-SEC', {
      cause: 'THIRD_PARTY',
      reason: '停车已有去处，要等水管施工完、路面恢复才算办结',
      unlock: '路面恢复，86个车位还给居民',
      meanwhile: '滨江停车场120个位免费停放',
      reviewOn: '2026-06-22',
      decidedBy: 'GB-DEP',
    })
    .unpark(when('2026-06-22 09:20'), 'GB-SEC', '6月16日路面已恢复，院内车位都还了')
    .endTrack(when('2026-06-22 15:00'), 'GB-SEC', 'COORDINATION', '工程完工，车位恢复，临时停车场已归还')
    .done(
      when('2026-06-22 15:20'),
      'GB-SEC',
      '施工期在滨江停车场给居民免费停车120个位，6月16日路面和86个车位都恢复了。',
      '附近停车场免费停两个月，完工后86个车位都恢复了',
    )
    .answer(when('2026-06-23 10:30'), story.post('OC-ZJ-HEAD'), {
      solved: true,
      pleased: 5,
      said: '居民不吵了，谢谢大家一起想办法',
    });
}

/** Seed case 2: the cypresses by the door (domain brief §6.4). */
export function cypresses(stage: Stage): void {
  const { demo } = stage;
  const story = new LargeStory(stage, 'cypress');
  story.begin(when('2026-03-21 16:30'), story.post('RC-DESK-2'), {
    channel: 'PHONE',
    reporter: 'NAMED',
    reporterName: demo.nameOf(demo.people.grandmaLin),
    reporterPhone: demo.phoneOf(demo.people.grandmaLin) ?? '',
    title: '门前种了柏树，心里不舒服',
    description: '2号楼门口新种了几棵柏树，我和老伴看着心里不舒服，跟种树的人说了几句，说着说着就吵起来了。',
    category: 'B06',
    kind: 'HELP',
    estateId: demo.estates.CS,
    buildingId: demo.buildingId('CS', 2),
    conflictOnSite: true,
    overrideLimit: true,
    entrySeconds: 96,
  });
  story
    .accept(when('2026-03-21 16:38'), 'RC-DESK-2')
    .assign(when('2026-03-21 16:52'), 'RC-DESK-2', 'generalBranch', ['ownersCs', 'propertyCs', 'greening'])
    .take(when('2026-03-21 17:00'), 'GB-SEC', 'GB-DEP')
    .contact(when('2026-03-21 17:08'), 'GB-DEP', '先请双方停一停，明天上门')
    .tracks(when('2026-03-21 17:20'), 'GB-SEC', ['RC-MEDIATOR', '2026-03-26'], ['GB-DEP', '2026-03-30'])
    .role(when('2026-03-21 17:22'), 'GB-SEC', 'MEDIATOR', 'RC-MEDIATOR')
    .visit(
      when('2026-03-22 10:00'),
      'RC-MEDIATOR',
      '楼组长、党小组长',
      1,
      '希望门口不种柏树',
      '看到柏树心里不舒服',
    )
    .extend(
      when('2026-03-22 10:40'),
      'GB-DEP',
      '要和业委会、绿化部门一起看过才能动树',
      '2026-03-31',
      'GB-SEC',
    )
    .step(when('2026-03-22 11:00'), 'RC-MEDIATOR', 'RESIDENT', '上门听了陈爷爷、林奶奶怎么想')
    .step(when('2026-03-23 15:30'), 'GB-DEP', 'COORDINATION', '业委会、物业、绿化指导员到现场看了位置')
    .step(when('2026-03-24 10:00'), 'RC-MEDIATOR', 'RESIDENT', '双方都愿意坐下来谈')
    .tell(
      when('2026-03-25 20:40'),
      'GB-DEP',
      '今晚大家一起商量：门口四棵柏树移到北侧绿带，门前换种桂花和红枫。',
    )
    .step(when('2026-03-26 16:00'), 'RC-MEDIATOR', 'RESIDENT', '双方签了书面意见')
    .endTrack(when('2026-03-26 16:10'), 'RC-MEDIATOR', 'RESIDENT', '双方谈妥，都签了字')
    .step(when('2026-03-28 11:30'), 'GB-DEP', 'COORDINATION', '四棵柏树移到北侧绿带，门前种上桂花')
    .endTrack(when('2026-03-28 11:40'), 'GB-DEP', 'COORDINATION', '种植方案改了第二版，已经公布')
    .done(
      when('2026-03-28 12:00'),
      'GB-DEP',
      '四棵柏树移到北侧25米外的绿带，门前换种桂花、红枫。',
      '四棵柏树移到北侧绿带，门前换种桂花',
    )
    .ask(when('2026-03-30 10:20'), 'RC-DESK-2', { solved: true, pleased: 5, said: '门口看着舒服了' });
}

/** Seed case 3, as far as matters go: the wish for a bike store and its 132 households (domain brief §6.5). */
export function bikeStore(stage: Stage): void {
  const { demo } = stage;
  const [author, ...neighbours] = demo.plainOwners.ZJ.slice(100, 233);
  const story = new LargeStory(stage, 'bikes');
  story.begin(when('2026-03-02 20:10'), demo.actorAtHome(author!.id), {
    channel: 'WEB',
    title: '建一个自行车库',
    description: '自行车没地方停，楼下乱成一片。能不能腾个地方建自行车库，有人看管？',
    category: 'C03',
    kind: 'SUGGESTION',
    estateId: demo.estates.ZJ,
    publishConsent: true,
  });
  story
    .accept(when('2026-03-03 08:50'), 'RC-DESK-1')
    .put(when('2026-03-03 09:00'), 'RC-DESK-1', 'P3', 'C03', '要找地方、要业主同意，时间长', 'SUGGESTION')
    .assign(when('2026-03-03 09:05'), 'RC-DESK-1', 'propertyZj', ['ownersZj'])
    .take(when('2026-03-03 09:40'), 'PC-ZJ-MGR')
    .contact(when('2026-03-03 10:30'), 'PC-ZJ-MGR', '谢谢建议，先看看有多少邻居需要')
    .park(when('2026-03-16 10:00'), 'PC-ZJ-MGR', {
      cause: 'PLANNING',
      reason: '小区里没有现成的地方',
      unlock: '找到能用的房间，业主同意',
      meanwhile: '每天派人整理楼下自行车',
      reviewOn: '2026-06-12',
    });
  for (const [i, who] of neighbours.entries()) story.tooBy(later(when('2026-03-04 12:00'), i * 720), who.id);
  story
    .unpark(when('2026-06-12 09:30'), 'PC-ZJ-MGR', '腾出了地下库房，正在征求业主意见')
    .park(when('2026-06-12 10:00'), 'PC-ZJ-MGR', {
      cause: 'LAW',
      reason: '改变公共部位的用途，要业主共同决定',
      unlock: '业主表决通过，公示期满',
      meanwhile: '每天派人整理楼下自行车',
      reviewOn: '2026-07-10',
    })
    .unpark(when('2026-07-10 09:00'), 'PC-ZJ-MGR', '业主同意了，消防也看过')
    .tell(
      when('2026-07-13 08:30'),
      'PC-ZJ-MGR',
      '地下车库今天开放，160个车位，免费，7点到21点有人看管。只停自行车，不停电动车。',
    )
    .done(
      when('2026-07-13 09:00'),
      'PC-ZJ-MGR',
      '地下库房改成自行车库，160个车位免费停放，有人看管。',
      '132户附议，地下车库开放，160个免费车位，有人看管',
    )
    .answer(when('2026-07-14 19:30'), demo.actorAtHome(author!.id), {
      solved: true,
      pleased: 5,
      said: '终于有地方停了',
    });
}
