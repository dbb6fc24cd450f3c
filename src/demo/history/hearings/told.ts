import type { Verdict } from '#modules/meetings/contract/hearing.ts';
import type { AnnounceHearing, EnterOpinion } from '#modules/meetings/forms/hearing.ts';

/** An opinion and what became of it. */
export type ToldOpinion = readonly [
  stance: EnterOpinion['stance'],
  text: string,
  verdict: Verdict,
  answer: string,
];

type Text = Pick<AnnounceHearing, 'title' | 'question' | 'background' | 'affectedText'>;

/** The pipes of the first case (domain brief §6.3): two rounds, fourteen opinions: nine, three and two. */
export const PIPES: Text = {
  title: '水管改造方案',
  question: '先在七号门、八号门试做两个门，看过效果再全小区做；还是十二幢楼一起做？',
  background:
    '186 户反映水质发黄、水压低。管子用了二十多年，锈得厉害。业委会提出改造方案，要动用维修资金，还要挖主干道。业委会会后把方案交业主表决。',
  affectedText: '水压低的低区住户，和车停在主干道两侧的住户',
};

export const PIPES_FIRST: readonly ToldOpinion[] = [
  ['SUPPORT', '水黄得不能洗白衣服，越快改越好。', 'ADOPTED', '表决通过后四月开工，六月完工。'],
  ['CONDITION', '先做两个门看看，别一上来全挖开。', 'ADOPTED', '七号门、八号门先做，做完大家来看。'],
  ['CONDITION', '停水要提前说，老人家里要存水。', 'ADOPTED', '提前四十八小时贴通知，楼组长上门告诉老人。'],
  ['OPPOSE', '车位少了八十多个，车停到哪里去？', 'PARTLY', '施工前先找临时车位；一时找不到的，错开施工。'],
  ['OPPOSE', '维修资金是大家的，不能说用就用。', 'ADOPTED', '用不用由业主表决，方案和预算先公示。'],
  ['CONDITION', '马路挖开要马上补平，晚上看不清。', 'ADOPTED', '每段挖开当天盖钢板，围挡装灯，三天内补平。'],
  ['SUPPORT', '顺便把楼里的阀门也换掉。', 'ADOPTED', '阀门列进方案。'],
  [
    'OPPOSE',
    '我家去年自己换过管子，不想再出钱。',
    'NOT_ADOPTED',
    '改的是公共立管，自家换过的是户内管，公共部分的费用按法律由业主共同承担。',
  ],
];

export const PIPES_SECOND: readonly ToldOpinion[] = [
  ['SUPPORT', '看过两个门，水清了，赞成全做。', 'ADOPTED', '写进交业主表决的方案。'],
  ['CONDITION', '施工时间不要早于八点。', 'ADOPTED', '每天八点到十七点半，中午停一小时。'],
  ['CONDITION', '腿脚不好的老人要留门口的车位。', 'ADOPTED', '行动不便的住户保留里面的车位。'],
  [
    'CONDITION',
    '能不能连总表一起换？',
    'PARTLY',
    '总表归供水企业，居委会去函请他们一起换，换不换由他们答复。',
  ],
  ['CONDITION', '树根会不会伤到？要改线。', 'PARTLY', '靠近大树的两段改线，其余按原线走，请绿化部门到场看。'],
  ['OPPOSE', '希望等到明年暑假再做。', 'NOT_ADOPTED', '多数住户等不及，管子已经漏了两处。'],
];

/** A hearing that is recruiting on the demo's last day (domain brief §6.7). */
export const PLAYGROUND: Text = {
  title: '儿童游乐场边上要不要加健身器材',
  question: '游乐场北边的空地加四件健身器材，还是留作草地？',
  background: '有住户提出老人没有地方锻炼，也有住户担心吵闹、占了孩子跑的地方。经费由街道出，不动维修资金。',
  affectedText: '住在一号楼、二号楼，窗户对着游乐场的住户',
};
