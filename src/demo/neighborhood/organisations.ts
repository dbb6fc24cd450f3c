import type { OrgKind } from '#kernel/actor.ts';
import type { EstateCode } from './ids.ts';

export type DemoOrganisation = {
  readonly kind: OrgKind;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly agencyKind?: string;
  readonly dutyPhone?: string;
  /** Key of the organisation it is part of. */
  readonly parent?: string;
  /** Estates it serves; absent: all three. */
  readonly estates?: readonly EstateCode[];
};

/**
 * The organisations of domain brief §6.2 in their order. Eighteen stand by themselves; the others are part
 * of one of them. All names are invented.
 */
export const DEMO_ORGANISATIONS = {
  generalBranch: {
    kind: 'PARTY_GENERAL_BRANCH',
    nameZh: '紫荆居民区党总支',
    nameEn: 'Zijing Party General Branch',
    dutyPhone: '021-00000101',
  },
  residentsCommittee: {
    kind: 'RESIDENTS_COMMITTEE',
    nameZh: '紫荆居委会',
    nameEn: 'Zijing Residents’ Committee',
    dutyPhone: '021-00000100',
  },
  mediation: {
    kind: 'MEDIATION_COMMITTEE',
    nameZh: '紫荆人民调解委员会',
    nameEn: 'Zijing People’s Mediation Committee',
    parent: 'residentsCommittee',
  },
  blockLeaders: {
    kind: 'BLOCK_LEADERS',
    nameZh: '紫荆楼组长',
    nameEn: 'Zijing block leaders',
    parent: 'residentsCommittee',
  },
  branchZj: {
    kind: 'PARTY_BRANCH',
    nameZh: '紫荆小区党支部',
    nameEn: 'Zijing Estate Party Branch',
    estates: ['ZJ'],
  },
  branchCs: {
    kind: 'PARTY_BRANCH',
    nameZh: '城市花园党支部',
    nameEn: 'City Garden Party Branch',
    estates: ['CS'],
  },
  branchLb: {
    kind: 'PARTY_BRANCH',
    nameZh: '鲁班公寓党支部',
    nameEn: 'Luban Apartments Party Branch',
    estates: ['LB'],
  },
  partyGroup1: partyGroup('一', 1),
  partyGroup2: partyGroup('二', 2),
  partyGroup3: partyGroup('三', 3),
  partyGroup4: partyGroup('四', 4),
  ownersZj: {
    kind: 'OWNERS_COMMITTEE',
    nameZh: '紫荆小区业委会',
    nameEn: 'Zijing Estate Owners’ Committee',
    estates: ['ZJ'],
  },
  ownersCs: {
    kind: 'OWNERS_COMMITTEE',
    nameZh: '城市花园业委会',
    nameEn: 'City Garden Owners’ Committee',
    estates: ['CS'],
  },
  ownersLb: {
    kind: 'OWNERS_COMMITTEE',
    nameZh: '鲁班公寓业委会',
    nameEn: 'Luban Apartments Owners’ Committee',
    estates: ['LB'],
  },
  propertyZj: {
    kind: 'PROPERTY_COMPANY',
    nameZh: '测试甲物业',
    nameEn: 'Test Property A',
    dutyPhone: '021-00000201',
    estates: ['ZJ'],
  },
  propertyCs: {
    kind: 'PROPERTY_COMPANY',
    nameZh: '测试乙物业',
    nameEn: 'Test Property B',
    dutyPhone: '021-00000202',
    estates: ['CS'],
  },
  propertyLb: {
    kind: 'PROPERTY_COMPANY',
    nameZh: '测试丙物业',
    nameEn: 'Test Property C',
    dutyPhone: '021-00000203',
    estates: ['LB'],
  },
  police: {
    kind: 'COMMUNITY_POLICE',
    nameZh: '社区警务室（测试）',
    nameEn: 'Community police post (test)',
    dutyPhone: '021-00000110',
  },
  streetParty: {
    kind: 'SUBDISTRICT_PARTY_COMMITTEE',
    nameZh: '测试街道党工委',
    nameEn: 'Test Sub-district Party Working Committee',
  },
  streetOffice: {
    kind: 'SUBDISTRICT_OFFICE',
    nameZh: '测试街道办事处',
    nameEn: 'Test Sub-district Office',
  },
  cityOperations: {
    kind: 'AGENCY',
    agencyKind: 'CITY_OPERATIONS',
    nameZh: '测试街道城运中心',
    nameEn: 'Test Sub-district City-Operations Centre',
    parent: 'streetOffice',
  },
  greening: {
    kind: 'AGENCY',
    agencyKind: 'GREENING',
    nameZh: '测试街道绿化市容所',
    nameEn: 'Test Sub-district Greening and Appearance Office',
    parent: 'streetOffice',
  },
  urbanManagement: {
    kind: 'AGENCY',
    agencyKind: 'URBAN_MANAGEMENT',
    nameZh: '测试街道城管中队',
    nameEn: 'Test Sub-district Urban Management Squad',
    parent: 'streetOffice',
  },
  safetyOffice: {
    kind: 'AGENCY',
    agencyKind: 'SAFETY',
    nameZh: '测试街道平安办',
    nameEn: 'Test Sub-district Safety Office',
    parent: 'streetOffice',
  },
  housingBureau: {
    kind: 'DISTRICT_HOUSING_BUREAU',
    nameZh: '区房管局（测试）',
    nameEn: 'District Housing Bureau (test)',
  },
  housingOffice: {
    kind: 'HOUSING_OFFICE',
    nameZh: '房管办（测试）',
    nameEn: 'Sub-district Housing Office (test)',
    parent: 'housingBureau',
  },
  school: { kind: 'PARTNER_UNIT', nameZh: '测试小学', nameEn: 'Test Primary School' },
  bank: { kind: 'PARTNER_UNIT', nameZh: '测试银行网点', nameEn: 'Test Bank branch' },
  carPark: {
    kind: 'PARTNER_UNIT',
    nameZh: '滨江停车场运营（测试）',
    nameEn: 'Riverside car park operator (test)',
  },
} as const satisfies Readonly<Record<string, DemoOrganisation>>;

export type OrgKey = keyof typeof DEMO_ORGANISATIONS;

function partyGroup<const Zh extends string, const N extends number>(zh: Zh, number: N) {
  return {
    kind: 'PARTY_GROUP',
    nameZh: `紫荆小区第${zh}党小组`,
    nameEn: `Zijing Estate Party Group ${number}`,
    parent: 'branchZj',
    estates: ['ZJ'],
  } as const;
}
