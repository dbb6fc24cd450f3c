import type { DemoPerson } from './residents.ts';

/**
 * People who have signed in by phone and stand at no home in the register: they wait to be let in, or act for
 * somebody. They come last in the roster, so that nobody's phone changes.
 */
export const NEWCOMERS = {
  daughterWang: { name: '测试女儿', nameEn: 'Test Daughter' },
  newTenant: { name: '测试租客甲', nameEn: 'Test Tenant A' },
  newPhone: { name: '测试新号码', nameEn: 'Test New Phone' },
  newSon: { name: '测试儿子乙', nameEn: 'Test Son B' },
  wrongRoom: { name: '测试住户丙', nameEn: 'Test Resident C' },
} as const satisfies Readonly<Record<string, DemoPerson>>;
