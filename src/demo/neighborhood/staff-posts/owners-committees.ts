import type { EstateCode } from '../ids.ts';
import { type DemoStaff, HEAD, type Words, worker } from './worker.ts';

const CHAIR: Words = ['业委会主任', 'Chair of the owners’ committee'];
const VICE: Words = ['业委会副主任', 'Vice chair'];
const MEMBER: Words = ['业委会委员', 'Member'];

function member(
  org: 'ownersZj' | 'ownersCs' | 'ownersLb',
  estate: EstateCode,
  n: number,
  name: Words,
  home: string,
) {
  return worker(org, `OC-${estate}-${n}`, 'MEMBER', name, MEMBER, { estate, home });
}

/** The owners' committees: 7, 5 and 5 members, all owners of their estate. */
export const OWNERS_COMMITTEES = {
  heUncle: worker('ownersZj', 'OC-ZJ-HEAD', 'HEAD', ['何叔叔', 'Uncle He'], CHAIR, {
    ...HEAD,
    estate: 'ZJ',
    home: 'ZJ-B04-S11-0302',
  }),
  qinAuntie: worker('ownersZj', 'OC-ZJ-VICE', 'DEPUTY', ['秦阿姨', 'Auntie Qin'], VICE, {
    estate: 'ZJ',
    home: 'ZJ-B07-S20-0201',
  }),
  ocZj3: member('ownersZj', 'ZJ', 3, ['吕叔叔', 'Uncle Lü'], 'ZJ-B10-S29-0402'),
  ocZj4: member('ownersZj', 'ZJ', 4, ['施阿姨', 'Auntie Shi'], 'ZJ-B13-S38-0501'),
  ocZj5: member('ownersZj', 'ZJ', 5, ['孔叔叔', 'Uncle Kong'], 'ZJ-B15-S44-0302'),
  ocZj6: member('ownersZj', 'ZJ', 6, ['曾阿姨', 'Auntie Zeng'], 'ZJ-B17-S50-0601'),
  ocZj7: member('ownersZj', 'ZJ', 7, ['严老师', 'Teacher Yan'], 'ZJ-B20-S59-0402'),
  shen: worker('ownersCs', 'OC-CS-HEAD', 'HEAD', ['沈老师', 'Teacher Shen'], CHAIR, {
    ...HEAD,
    estate: 'CS',
    home: 'CS-B01-S01-0801',
  }),
  hua: worker('ownersCs', 'OC-CS-VICE', 'DEPUTY', ['华老师', 'Teacher Hua'], VICE, {
    estate: 'CS',
    home: 'CS-B02-S04-0603',
  }),
  ocCs3: member('ownersCs', 'CS', 3, ['金阿姨', 'Auntie Jin'], 'CS-B03-S06-1102'),
  ocCs4: member('ownersCs', 'CS', 4, ['魏叔叔', 'Uncle Wei'], 'CS-B04-S07-0304'),
  ocCs5: member('ownersCs', 'CS', 5, ['陶阿姨', 'Auntie Tao'], 'CS-B04-S08-1401'),
  han: worker('ownersLb', 'OC-LB-HEAD', 'HEAD', ['韩工', 'Engineer Han'], CHAIR, {
    ...HEAD,
    estate: 'LB',
    home: 'LB-B02-S02-1502',
  }),
  jiangEngineer: worker('ownersLb', 'OC-LB-VICE', 'DEPUTY', ['姜工', 'Engineer Jiang'], VICE, {
    estate: 'LB',
    home: 'LB-B03-S03-1803',
  }),
  ocLb3: member('ownersLb', 'LB', 3, ['谢阿姨', 'Auntie Xie'], 'LB-B01-S01-1202'),
  ocLb4: member('ownersLb', 'LB', 4, ['邹叔叔', 'Uncle Zou'], 'LB-B04-S04-0903'),
  ocLb5: member('ownersLb', 'LB', 5, ['喻阿姨', 'Auntie Yu'], 'LB-B05-S05-1701'),
} as const satisfies Readonly<Record<string, DemoStaff>>;
