import { type DemoResolution, resolvedAt } from './resolved.ts';

const april = resolvedAt('4 月 22 日联席会议', '04-22');
const may = resolvedAt('5 月 20 日联席会议', '05-20');
const june = resolvedAt('6 月 17 日联席会议', '06-17');

/** R-2026-10 to 18: April to June, the bicycle store among them (§6.5). */
export const RESOLVED_SPRING: readonly DemoResolution[] = [
  april({
    text: '换水管的工地晚上六点以后不切管、不敲打，赶工的要提前贴告示。',
    from: ['n20'],
    asked: '这两晚安静了',
    actions: [
      {
        task: '和施工方约定晚上的施工时间，贴在工地门口',
        post: 'PC-ZJ-MGR',
        due: '2026-04-24',
        measure: '约定贴出，连续三晚没有响声',
        done: ['04-24', '约定签好贴出，三晚有巡查记录'],
        struck: '04-28',
      },
    ],
  }),
  april({
    text: '垃圾点位下午就满，换大桶，也问问大家几点来扔最方便。',
    from: ['n15'],
    asked: '没有再堆到地上',
    actions: [
      {
        task: '两个满溢的点位换成大桶',
        post: 'PC-ZJ-MGR',
        due: '2026-05-08',
        measure: '换桶以后一周不满溢',
        done: ['05-08', '换了四只大桶，一周没有满溢'],
        struck: '05-12',
      },
      {
        task: '在评议会上问一遍早晚投放时间',
        post: 'RC-HEAD',
        due: '2026-05-15',
        measure: '每个门洞至少问到一户，结果贴出',
        done: ['05-14', '问到 71 户，晚上改到八点半，已贴出'],
        struck: '05-18',
      },
    ],
  }),
  april({
    text: '高空抛物先防后查：阳台上的花盆请住户自己收进去。',
    from: ['n13'],
    asked: '花盆收进去了',
    actions: [
      {
        task: '查一遍鲁班公寓阳台外沿的花盆，逐户提醒',
        post: 'PC-LB-MGR',
        due: '2026-04-30',
        measure: '楼下抬头看不到阳台外的花盆',
        done: ['04-29', '提醒了 23 户，都收进去了'],
        struck: '05-06',
      },
    ],
  }),
  may({
    text: '居民普遍希望有自行车库，请物业腾地方；改变用途写成给业委会的建议，依法由业主表决。',
    from: ['bikes'],
    asked: '有地方停就好',
    actions: [
      {
        task: '提出可以停自行车的地方和看管办法',
        post: 'PC-ZJ-MGR',
        due: '2026-05-29',
        measure: '写明位置、几个位、谁看管、几点开门',
        done: ['05-22', '提出地下室 ZJ-B1-03，160 个位，专人看管'],
        struck: '05-26',
      },
      {
        task: '问清地下室停自行车的消防要求，写进表决说明',
        post: 'OC-ZJ-HEAD',
        due: '2026-06-05',
        measure: '说明里写明只停自行车、不充电、谁来看管',
        after: 1,
        done: ['06-03', '消防要求写进说明，贴在 60 个门洞'],
        struck: '06-05',
      },
    ],
  }),
  may({
    text: '城市花园的公共收益按季度公开，收了多少、用到哪里都写清楚。',
    from: ['n24'],
    asked: '看到电梯广告收了多少了',
    actions: [
      {
        task: '公开城市花园上半年公共收益',
        post: 'OC-CS-HEAD',
        due: '2026-05-29',
        measure: '八个门厅贴出，收支对得上',
        done: ['05-28', '收支表贴出，附合同清单'],
        struck: '06-01',
      },
    ],
  }),
  may({
    text: '底楼反水不能只通一次，总管要定期清。',
    from: ['n25'],
    asked: '后来没有再反水',
    actions: [
      {
        task: '鲁班公寓五栋楼的总管清一遍',
        post: 'PC-LB-MGR',
        due: '2026-06-10',
        measure: '五栋楼都清过，有照片和日期',
        done: ['06-16', '五栋都清了，照片附后'],
        struck: '06-17',
      },
      {
        task: '定下总管多久清一次，写进物业年度计划',
        post: 'OC-LB-HEAD',
        due: '2026-06-17',
        measure: '计划贴出，写明每栋哪个月清',
        later: ['06-15', '2026-06-24', '请懂管道的业主再看一遍图纸'],
        done: ['06-23', '每半年清一次，月份贴在门厅'],
        struck: '06-25',
      },
    ],
  }),
  june({
    text: '两支广场舞队伍分时段，音量一起定。',
    from: ['n28'],
    asked: '现在九点就收了',
    actions: [
      {
        task: '请两支队伍一起商定时段和音量',
        post: 'RC-HEAD',
        due: '2026-06-26',
        measure: '两队都签字，连续一周没有新的反映',
        done: ['06-26', '两队签了约定，贴在场地边'],
        struck: '07-02',
      },
    ],
  }),
  june({
    text: '41 号门的坡道先报街道的无障碍资金，钱到就动工。',
    from: ['n29'],
    asked: '带着盲杖走得上去了',
    actions: [
      {
        task: '报资金、定图样，建好 41 号门坡道',
        post: 'OC-ZJ-HEAD',
        due: '2026-07-10',
        measure: '坡度合规，用的人自己走过一遍',
        blocked: ['06-29', '图样要等残联的意见', '07-03'],
        done: ['07-10', '坡道建好，扶手装好'],
        struck: '07-14',
      },
    ],
  }),
  june({
    text: '台风来以前，容易进水的地方先备好。',
    actions: [
      {
        task: '紫荆小区地下坡道口备好挡水板和沙袋',
        post: 'PC-ZJ-MGR',
        due: '2026-06-30',
        measure: '三个坡道口都有，十分钟能装上',
        done: ['06-29', '三处备好，演练一次用了八分钟'],
        seen: '当场装了一处，七分钟',
        struck: '07-02',
      },
      {
        task: '城市花园地库抽水泵全部试一遍',
        post: 'PC-CS-MGR',
        due: '2026-06-30',
        measure: '每台都转，有记录',
        done: ['07-02', '六台都试过，换了一台'],
        seen: '看着开了两台，记录齐全',
        struck: '07-03',
      },
    ],
  }),
];
