import { decideRequest } from '#modules/access/commands/joining/decide-request.ts';
import { type JoinHome, joinHome } from '#modules/access/commands/joining/join-home.ts';
import { recordProxy } from '#modules/access/commands/proxies/record-proxy.ts';
import { requestsOf } from '#modules/access/store/joining/requests.ts';
import type { PersonKey } from '../neighborhood/demo-neighborhood.ts';
import { type Stage, when } from './step.ts';

type Asks = Pick<JoinHome, 'relation' | 'name' | 'note'> & {
  readonly who: PersonKey;
  readonly at: string;
  readonly unit: string;
};

function asks({ demo, steps }: Stage, { who, at, unit, ...told }: Asks): void {
  steps.push({
    key: `letting-in/${who}/asks`,
    at: when(at),
    actor: demo.actorAtHome(demo.people[who]),
    run: (tx) => joinHome(tx, { ...told, unitId: demo.unitId(unit), code: '' }),
  });
}

/** Whom the register does not know and who waits for the committee, the oldest for three days; one was told no. */
function queue(stage: Stage): void {
  const { demo, steps } = stage;
  asks(stage, {
    who: 'wrongRoom',
    at: '2026-11-12 19:40',
    unit: 'LB-B04-S04-0702',
    name: demo.nameOf(demo.people.wrongRoom),
    relation: 'OWNER',
    note: '',
  });
  steps.push({
    key: 'letting-in/wrongRoom/refused',
    at: when('2026-11-13 09:15'),
    actor: demo.actorInPost('RC-DESK-1'),
    run: async (tx) => {
      const [asked] = await requestsOf(tx, demo.people.wrongRoom);
      return decideRequest(tx, {
        requestId: asked?.id ?? '',
        admit: false,
        because: 'WRONG_UNIT',
        text: '您说的像是5号楼。',
      });
    },
  });
  asks(stage, {
    who: 'newTenant',
    at: '2026-11-17 08:50',
    unit: 'ZJ-B03-S07-0301',
    name: demo.nameOf(demo.people.newTenant),
    relation: 'TENANT',
    note: '十月刚租进来，租赁合同可以带来看',
  });
  asks(stage, {
    who: 'newPhone',
    at: '2026-11-19 20:05',
    unit: 'CS-B03-S05-0904',
    name: demo.nameOf(demo.people.mrSun),
    relation: 'OWNER',
    note: '手机号换过了',
  });
  asks(stage, {
    who: 'newSon',
    at: '2026-11-20 09:20',
    unit: 'ZJ-B14-S41-0101',
    name: demo.nameOf(demo.people.newSon),
    relation: 'HOUSEHOLD_MEMBER',
    note: '',
  });
}

/** 王阿姨's daughter acts for her; so does a block leader for 陈爷爷, who should be asked again this month. */
function proxies({ demo, steps }: Stage): void {
  const actor = demo.actorInPost('RC-DESK-1');
  steps.push({
    key: 'letting-in/auntieWang/proxy',
    at: when('2026-03-05 14:30'),
    actor,
    run: (tx) =>
      recordProxy(tx, {
        principalId: demo.people.auntieWang,
        proxyId: demo.people.daughterWang,
        consentKind: 'SPOKEN',
        consentWords: '电话里念给王阿姨听，她说「好，让女儿弄」。小林在场。',
      }),
  });
  steps.push({
    key: 'letting-in/grandpaChen/proxy',
    at: when('2025-11-05 10:10'),
    actor,
    run: (tx) =>
      recordProxy(tx, {
        principalId: demo.people.grandpaChen,
        proxyId: demo.blockLeader('CS', 3).personId,
        consentKind: 'PAPER',
        consentWords: '陈爷爷签了字，纸放在居委会 2 号柜。',
      }),
  });
}

/** Who waits to be let in on the demo's day, and who acts for whom. */
export function lettingIn(stage: Stage): void {
  queue(stage);
  proxies(stage);
}
