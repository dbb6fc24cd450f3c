import { later, type Stage, when } from '../step.ts';
import {
  CLERK,
  type Course,
  carryOut,
  followUp,
  inHand,
  type Lead,
  property,
  type Telling,
} from '../usual.ts';
import { neighbour } from './further-winter.ts';
import { POLICE, URBAN } from './leads.ts';

type Told = Omit<Telling, 'at' | 'who'> & { readonly at: string; readonly who: number };
type Begun = Course & { readonly t: Telling };

function begun(stage: Stage, name: string, told: Told, how: { lead?: Lead; urgent?: boolean } = {}): Begun {
  const t = { ...told, at: when(told.at), who: neighbour(stage, told.estate, told.who) };
  return { ...inHand(stage, name, t, how), t };
}

/** 7: the first of twenty-three; it ends with the new pipes. */
export function yellowWater(stage: Stage): void {
  const told = {
    at: '2026-02-03 09:10',
    estate: 'ZJ',
    category: 'A02',
    text: '水龙头放出来的水发黄，水压也低',
    channel: 'PHONE',
    place: { stairwell: 7 },
    who: 7,
  } as const;
  const { story, lead } = begun(stage, 'n07', told);
  const park = { meanwhile: '每周冲洗立管，居委会备桶装水' };
  story
    .chronic(when('2026-02-06 10:00'), 'RC-DESK-1', '二十多户都反映，要换水管才能根治')
    .park(when('2026-02-09 09:30'), lead.handler, {
      ...park,
      cause: 'FUNDS',
      reason: '旧水管锈了，换管要动用维修资金，先征询业主',
      unlock: '业主表决通过',
      reviewOn: '2026-04-15',
    })
    .unpark(when('2026-04-15 09:10'), lead.handler, '表决通过，4月13日已开工')
    .park(when('2026-04-15 13:30'), lead.handler, {
      ...park,
      cause: 'THIRD_PARTY',
      reason: '施工要到六月中',
      unlock: '水管换好，水样合格',
      reviewOn: '2026-06-17',
    })
    .unpark(when('2026-06-17 09:10'), lead.handler, '水管换好了，水样合格')
    .done(
      when('2026-06-17 10:30'),
      lead.handler,
      '水管换新，水质检测合格，水压正常。',
      '水管换新，水质检测合格',
    )
    .ask(when('2026-06-18 09:40'), CLERK.ZJ, { solved: true, pleased: 5, said: '水清了' });
}

/** 9: who it was could not be found; explained in writing, with what one may still do. */
export function firecrackers(stage: Stage): void {
  const told = {
    at: '2026-02-17 00:20',
    estate: 'CS',
    category: 'D01',
    text: '半夜有人在小区里放鞭炮',
    channel: 'WEB',
    place: {},
    who: 9,
    publish: false,
  } as const;
  const { story } = begun(stage, 'n09', told, { lead: POLICE, urgent: true });
  story.explain(when('2026-02-24 10:00'), 'POLICE', {
    why: '到场时人已散，监控看不清，认不出是谁',
    text: '民警两次到场巡查，没有找到放鞭炮的人。禁放的提示已贴在各门厅，元宵节前后加巡。',
    remedies: '再听到请马上打110；对处理不满意，可向派出所申请复核。',
  });
}

/** 10: no agreement in mediation; explained in writing. */
export function feeAndLeak(stage: Stage): void {
  const told = {
    at: '2026-02-25 09:30',
    estate: 'LB',
    category: 'E02',
    text: '漏水一直没修好，物业还催我交物业费',
    channel: 'DESK',
    place: { stairwell: 1 },
    who: 10,
    publish: false,
  } as const;
  const { story, lead } = begun(stage, 'n10', told);
  story.tell(when('2026-03-04 15:00'), lead.handler, '今天请双方坐下来谈，没有谈成。');
  story.explain(when('2026-03-06 10:00'), lead.handler, {
    why: '调解没有谈成，双方各有各的理',
    text: '物业费和漏水是两件事：漏水另案去修；交费的义务见民法典第944条。服务不合约定的，可以要求减少或赔偿。',
    remedies: '可以再申请调解，也可以向法院起诉；法律援助电话12348。',
  });
}

/** 16: tiles that may fall, and the fund for emergencies. */
export function looseTiles(stage: Stage): void {
  const told = {
    at: '2026-03-30 09:10',
    estate: 'LB',
    category: 'A07',
    text: '外墙瓷砖空鼓，敲上去是空的',
    channel: 'PHONE',
    place: { building: 5 },
    who: 16,
  } as const;
  const { story, lead } = begun(stage, 'n16', told);
  story
    .extend(when('2026-04-01 09:30'), lead.handler, '应急动用维修资金，业委会七天内要看过', '2026-04-17')
    .tell(when('2026-04-07 10:00'), lead.handler, '业委会同意应急动用维修资金，楼下先围起来。')
    .tell(when('2026-04-13 10:00'), lead.handler, '正在敲除空鼓的瓷砖。')
    .done(
      when('2026-04-16 15:30'),
      lead.handler,
      '空鼓的瓷砖全部敲掉，补了面，围挡已撤。',
      '空鼓瓷砖已敲掉补好',
    )
    .ask(when('2026-04-17 10:10'), CLERK.LB, { solved: true, pleased: 4 });
}

/** 19: cleared, and full again five weeks later. */
export function thingsInCorridor(stage: Stage): void {
  const told = {
    estate: 'LB',
    category: 'C05',
    channel: 'PATROL',
    place: { stairwell: 3 },
    who: 19,
    typedBy: 'RC-DESK-3',
  } as const;
  const first = begun(stage, 'n19', {
    ...told,
    at: '2026-04-10 09:40',
    text: '啄木鸟小队看到3号楼楼道堆着纸板和柜子',
  });
  followUp(stage, first, first.t, carryOut(first, 'n19', { doneAfter: 900, summary: '贴通知后清走了。' }), {
    solved: true,
    pleased: 4,
  });
  const again = begun(stage, 'n19-again', {
    ...told,
    at: '2026-05-15 10:05',
    text: '3号楼楼道又堆上了，和上个月一样',
  });
  again.story.chronic(later(again.contacted, 20), CLERK.LB, '五周后又堆上，要找原因');
  const finished = carryOut(again, 'n19-again', {
    doneAfter: 1200,
    summary: '帮两户找了储物间，楼道清空，楼组长每周看一次。',
    publicLine: '楼道清空，每周看一次',
  });
  followUp(stage, again, again.t, finished, { solved: true, pleased: 4 });
}

/** 21: the agency has a deadline of its own, and says so. */
export function glassRoom(stage: Stage): void {
  const told = {
    at: '2026-04-27 10:20',
    estate: 'CS',
    category: 'D06',
    text: '底楼在院子里搭玻璃房',
    channel: 'PHONE',
    place: { building: 2 },
    who: 21,
    publish: false,
  } as const;
  const { story } = begun(stage, 'n21', told, { lead: URBAN });
  story
    .waitOutside(when('2026-04-29 15:00'), 'AG-URBAN', '已立案，等认定和拆除期限')
    .tell(when('2026-05-07 10:00'), 'AG-URBAN', '已送达限期拆除通知。')
    .goOn(when('2026-05-13 09:30'), 'AG-URBAN', '期限到了，今天到场')
    .done(when('2026-05-14 16:00'), 'AG-URBAN', '玻璃房已拆，院子恢复原样。')
    .ask(when('2026-05-15 10:00'), CLERK.CS, { solved: true, pleased: 4 });
}

/** 23: the owners of the cars have thirty days. */
export function oldCars(stage: Stage): void {
  const told = {
    at: '2026-05-08 10:10',
    estate: 'ZJ',
    category: 'C07',
    text: '四辆破车占着车位，大半年没动',
    channel: 'PHONE',
    place: { part: 'ZJ-ROAD-1' },
    who: 23,
  } as const;
  const { story } = begun(stage, 'n23', told, { lead: property('ZJ', 'C') });
  story
    .park(when('2026-05-11 09:20'), 'PC-ZJ-SEC', {
      cause: 'LAW',
      reason: '通知车主后要等三十天',
      unlock: '通知满三十天',
      meanwhile: '车上贴了告示，围了隔离带',
      reviewOn: '2026-06-10',
    })
    .unpark(when('2026-06-10 09:30'), 'PC-ZJ-SEC', '三十天满了')
    .done(when('2026-06-10 15:30'), 'PC-ZJ-SEC', '一辆车主自己开走，三辆拖到停放场。', '四辆旧车都挪走了')
    .ask(when('2026-06-11 10:30'), CLERK.ZJ, { solved: true, pleased: 4 });
}

/** 38: found by ourselves, done badly, done again. */
export function unevenRoad(stage: Stage): void {
  const told = {
    at: '2026-08-26 09:20',
    estate: 'ZJ',
    category: 'G03',
    text: '水管沟上的路面没有填平，轮椅过去颠',
    channel: 'PATROL',
    place: { part: 'ZJ-ROAD-1' },
    who: 38,
    typedBy: 'RC-DESK-1',
  } as const;
  const { story, lead } = begun(stage, 'n38', told);
  story
    .done(when('2026-08-28 16:00'), lead.handler, '填平了一段')
    .ask(when('2026-08-31 10:00'), CLERK.ZJ, { solved: false, pleased: 2, said: '下过雨又陷下去了' })
    .contact(when('2026-08-31 14:00'), lead.handler)
    .done(
      when('2026-09-03 15:00'),
      lead.handler,
      '施工单位返工，重新压实铺平，保修两年。',
      '返工铺平，保修两年',
    )
    .ask(when('2026-09-04 10:00'), CLERK.ZJ, { solved: true, pleased: 4 });
}
