import type { UnitRelation } from '#modules/registry/contract.ts';

export type DemoPerson = {
  readonly name: string;
  readonly nameEn: string;
  /** Dwellings and how they belong to them; none for people who only work here. */
  readonly homes?: readonly (readonly [unitCode: string, relation: UnitRelation])[];
};

/** Residents with a story (domain brief §6.2) and owners who make the roll interesting (§6.1). */
export const RESIDENTS = {
  auntieWang: { name: '王阿姨', nameEn: 'Auntie Wang', homes: [['ZJ-B03-S08-0502', 'OWNER']] },
  grandpaChen: { name: '陈爷爷', nameEn: 'Grandpa Chen', homes: [['CS-B02-S03-0202', 'OWNER']] },
  grandmaLin: { name: '林奶奶', nameEn: 'Grandma Lin', homes: [['CS-B02-S03-0202', 'HOUSEHOLD_MEMBER']] },
  mrLi: { name: '李先生', nameEn: 'Mr Li', homes: [['ZJ-B08-S22-0601', 'OWNER']] },
  msZhao: { name: '赵女士', nameEn: 'Ms Zhao', homes: [['LB-B02-S02-1103', 'TENANT']] },
  mrSun: {
    name: '孙先生',
    nameEn: 'Mr Sun',
    homes: [
      ['ZJ-B12-S35-0302', 'OWNER'],
      ['CS-B03-S05-0904', 'OWNER'],
    ],
  },
  missLiu: { name: '刘小姐', nameEn: 'Miss Liu', homes: [['LB-B04-S04-0702', 'TENANT']] },
  sam: { name: 'Sam（测试）', nameEn: 'Sam (test)', homes: [['CS-B01-S02-1201', 'TENANT']] },
  uncleMa: { name: '马叔叔', nameEn: 'Uncle Ma', homes: [['ZJ-B14-S41-0101', 'OWNER']] },
  ownerThreeFlats: {
    name: '测试业主甲',
    nameEn: 'Test Owner A',
    homes: [
      ['ZJ-B05-S13-0201', 'OWNER'],
      ['ZJ-B05-S13-0202', 'OWNER'],
      ['ZJ-B05-S14-0301', 'OWNER'],
    ],
  },
  heir1: { name: '测试继承人一', nameEn: 'Test Heir One', homes: [['ZJ-B09-S25-0402', 'CO_OWNER']] },
  heir2: { name: '测试继承人二', nameEn: 'Test Heir Two', homes: [['ZJ-B09-S25-0402', 'CO_OWNER']] },
  heir3: { name: '测试继承人三', nameEn: 'Test Heir Three', homes: [['ZJ-B09-S25-0402', 'CO_OWNER']] },
  heir4: { name: '测试继承人四', nameEn: 'Test Heir Four', homes: [['ZJ-B09-S25-0402', 'CO_OWNER']] },
  deceasedOwner: {
    name: '测试业主乙（已故）',
    nameEn: 'Test Owner B (deceased)',
    homes: [['ZJ-B16-S47-0501', 'OWNER']],
  },
} as const satisfies Readonly<Record<string, DemoPerson>>;

/** Who speaks for the unit of the four heirs. */
export const HEIR_WHO_SPEAKS = 'heir1';
/** What each of the four heirs owns. */
export const HEIR_SHARE = { numerator: 1, denominator: 4 } as const;

/** Companies that hold units; legal persons stand in the roll like people. */
export const COMPANIES = {
  developer: { name: '测试开发公司', nameEn: 'Test Development Company' },
  tradingCompany: { name: '测试商贸公司', nameEn: 'Test Trading Company' },
} as const satisfies Readonly<Record<string, DemoPerson>>;

/** Units of the developer and the trading company in 鲁班公寓 (§6.1): 6 unsold, 2 not handed over, 5. */
export const COMPANY_UNITS = {
  unsold: [1, 2, 3, 4, 5, 6].map((floor) => `LB-B05-S05-${String(floor).padStart(2, '0')}04`),
  undelivered: ['LB-B05-S05-0704', 'LB-B05-S05-0804'],
  trading: [1, 2, 3, 4, 5].map((floor) => `LB-B01-S01-${String(floor).padStart(2, '0')}01`),
} as const;

/** Titled parking spaces the developer still holds; the other 36 belong to flat owners. */
export const DEVELOPER_PARKING = [37, 38, 39, 40] as const;
