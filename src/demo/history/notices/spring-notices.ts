import { OFFICE, type ToldNotice } from './told-notice.ts';

/** Ballots and accounts of the first half of the year (domain brief §6.3, §6.5, §6.6). */
export const WATER_NOTICES: readonly ToldNotice[] = [
  {
    ...OFFICE,
    name: 'pipes-roll',
    at: '2026-02-10 09:30',
    by: 'OC-ZJ-HEAD',
    kind: 'OWNERS_ASSEMBLY',
    title: '更换小区水管：业主大会书面表决通知',
    body: '用维修资金更换全小区水管，请全体业主书面表决。\n表决时间：3月2日至3月15日。名册共718人、66600.00平方米，方案、预算和名册放在居委会，也贴在各楼门厅，请核对自己的人数和面积。',
    basis: '《物业管理条例》第十四条；《民法典》第二百七十八条第一款第五项',
    estate: 'ZJ',
    days: 15,
    posted: [
      { at: '2026-02-10 11:00', place: '北门宣传栏', down: '2026-03-16 09:00' },
      { at: '2026-02-10 11:20', place: '南门宣传栏', down: '2026-03-16 09:10' },
    ],
    objections: [
      {
        at: '2026-02-12 20:15',
        by: 12,
        says: '名册上我家少算了一个储藏间，请按产证核对。',
        answered: {
          at: '2026-02-14 10:20',
          outcome: 'NOT_ADOPTED',
          gist: '一户认为名册少算了储藏间的面积。',
          answer: '面积按不动产登记计算，储藏间没有单独登记，不计入。产证有变化请带来，我们当场改。',
        },
      },
      {
        at: '2026-02-24 16:40',
        by: '测试老伯',
        says: '预算里没有写挖开的路面什么时候修好。',
        answered: {
          at: '2026-02-26 09:40',
          outcome: 'ADOPTED',
          gist: '预算没有写挖开的路面什么时候修好。',
          answer: '已经补进方案：完工后五天内修复路面和绿化，写明了负责单位。',
        },
      },
    ],
  },
  {
    ...OFFICE,
    name: 'pipes-result',
    at: '2026-03-17 09:00',
    by: 'OC-ZJ-HEAD',
    kind: 'FUND',
    title: '更换小区水管、使用维修资金：表决结果',
    body: '参加表决566人、52540.00平方米，人数和面积都超过三分之二。\n同意510人、47360.00平方米；反对40人、3700.00平方米；弃权16人、1480.00平方米。同意的人数和面积都超过参加表决的一半，表决通过。',
    basis: '《民法典》第二百七十八条',
    estate: 'ZJ',
    days: 7,
    posted: [{ at: '2026-03-17 10:00', place: '北门宣传栏', down: '2026-03-26 09:00' }],
  },
];

/** Accounts of the summer. */
export const SUMMER_NOTICES: readonly ToldNotice[] = [
  {
    ...OFFICE,
    name: 'baskets',
    at: '2026-06-02 10:00',
    by: 'RC-DESK-1',
    kind: 'PLEDGE_ACCOUNTS',
    title: '楼道清洁篮：自筹账目',
    body: '收到自筹2760元，另有六位邻居出力安装。\n买清洁篮60只，每只45元，共2700元。余60元，已议定买螺丝和修理用。账目和发票放在居委会，谁都可以看。',
    basis: '《城市居民委员会组织法》第十六条',
    estate: 'ZJ',
    days: 7,
  },
  {
    ...OFFICE,
    name: 'bikes-result',
    at: '2026-06-26 09:00',
    by: 'OC-ZJ-HEAD',
    kind: 'BALLOT_ROLL',
    title: '地下室改作自行车库：表决结果',
    body: '参加表决480人、44400.00平方米，人数和面积都正好达到三分之二。\n同意360人、33300.00平方米，都正好达到参加表决的四分之三，表决通过。7月3日前可以提意见，之后办消防检查。',
    basis: '《民法典》第二百七十八条',
    estate: 'ZJ',
    days: 7,
  },
  {
    ...OFFICE,
    name: 'cs-revenue',
    at: '2026-07-14 09:30',
    by: 'OC-CS-HEAD',
    kind: 'COMMON_REVENUE',
    title: '城市花园上半年公共收益',
    body: '收入：电梯广告24000元，地面停车18600元，合计42600元。\n支出：换感应灯9800元，修儿童滑梯1250元，合计11050元。\n结余31550元，转入下半年。明细和合同放在物业服务处。',
    basis: '《上海市住宅物业管理规定》第六十六条',
    estate: 'CS',
    days: 7,
    posted: [{ at: '2026-07-14 11:00', place: '1号楼门厅', down: '2026-07-28 09:00' }],
    outage: {
      at: '2026-07-18 09:00',
      from: '2026-07-16 14:00',
      to: '2026-07-17 20:00',
      reason: '台风天宣传栏进水，整块取下来修',
    },
    objections: [
      {
        at: '2026-07-20 21:05',
        by: 20,
        says: '电梯广告是几块屏、每块多少钱，没有写。',
        answered: {
          at: '2026-07-22 15:30',
          outcome: 'ADOPTED',
          gist: '电梯广告没有写几块屏、每块多少钱。',
          answer: '共8块屏，每块每月500元，六个月24000元。合同已经一起公开。',
        },
      },
    ],
  },
];
