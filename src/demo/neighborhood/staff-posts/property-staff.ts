import { type DemoStaff, HEAD, type Words, worker } from './worker.ts';

const MANAGER: Words = ['项目经理', 'Project manager'];
const SERVICE: Words = ['客服', 'Service desk'];
const REPAIR: Words = ['维修', 'Repairs'];
const GUARD: Words = ['保安队长', 'Head of security'];

/** People of the three property companies: managers, 6 repairs, 3 service, 3 security. */
export const PROPERTY_STAFF = {
  luo: worker('propertyZj', 'PC-ZJ-MGR', 'HEAD', ['罗经理', 'Manager Luo'], MANAGER, {
    ...HEAD,
    estate: 'ZJ',
  }),
  serviceZj: worker('propertyZj', 'PC-ZJ-DESK', 'DESK', ['客服小苏', 'Su at the service desk'], SERVICE, {
    estate: 'ZJ',
  }),
  repairZj1: worker('propertyZj', 'PC-ZJ-REP-1', 'HANDLER', ['维修张师傅', 'Repairman Zhang'], REPAIR, {
    estate: 'ZJ',
  }),
  repairZj2: worker('propertyZj', 'PC-ZJ-REP-2', 'HANDLER', ['维修陆师傅', 'Repairman Lu'], REPAIR, {
    estate: 'ZJ',
  }),
  guardZj: worker('propertyZj', 'PC-ZJ-SEC', 'GUARD', ['牛队长', 'Captain Niu'], GUARD, { estate: 'ZJ' }),
  liang: worker('propertyCs', 'PC-CS-MGR', 'HEAD', ['梁经理', 'Manager Liang'], MANAGER, {
    ...HEAD,
    estate: 'CS',
  }),
  serviceCs: worker('propertyCs', 'PC-CS-DESK', 'DESK', ['客服小叶', 'Ye at the service desk'], SERVICE, {
    estate: 'CS',
  }),
  repairCs1: worker('propertyCs', 'PC-CS-REP-1', 'HANDLER', ['维修小许', 'Repairman Xu'], REPAIR, {
    estate: 'CS',
  }),
  repairCs2: worker('propertyCs', 'PC-CS-REP-2', 'HANDLER', ['维修高师傅', 'Repairman Gao'], REPAIR, {
    estate: 'CS',
  }),
  guardCs: worker('propertyCs', 'PC-CS-SEC', 'GUARD', ['龙队长', 'Captain Long'], GUARD, { estate: 'CS' }),
  song: worker('propertyLb', 'PC-LB-MGR', 'HEAD', ['宋经理', 'Manager Song'], MANAGER, {
    ...HEAD,
    estate: 'LB',
  }),
  serviceLb: worker('propertyLb', 'PC-LB-DESK', 'DESK', ['客服小白', 'Bai at the service desk'], SERVICE, {
    estate: 'LB',
  }),
  repairLb1: worker('propertyLb', 'PC-LB-REP-1', 'HANDLER', ['维修刘师傅', 'Repairman Liu'], REPAIR, {
    estate: 'LB',
  }),
  repairLb2: worker('propertyLb', 'PC-LB-REP-2', 'HANDLER', ['维修田师傅', 'Repairman Tian'], REPAIR, {
    estate: 'LB',
  }),
  guardLb: worker('propertyLb', 'PC-LB-SEC', 'GUARD', ['雷队长', 'Captain Lei'], GUARD, { estate: 'LB' }),
} as const satisfies Readonly<Record<string, DemoStaff>>;
