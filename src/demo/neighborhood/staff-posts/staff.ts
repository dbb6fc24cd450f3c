import { OWNERS_COMMITTEES } from './owners-committees.ts';
import { PROPERTY_STAFF } from './property-staff.ts';
import { PUBLIC_STAFF } from './public-staff.ts';

/** Everybody who works for an organisation, each in the post by which they are known. */
export const STAFF = { ...PUBLIC_STAFF, ...PROPERTY_STAFF, ...OWNERS_COMMITTEES } as const;
export type StaffKey = keyof typeof STAFF;

/** Second posts: one person, several posts, each action in exactly one. */
export const SECOND_POSTS = [
  {
    person: 'fang',
    org: 'mediation',
    post: 'MED-HEAD',
    duty: 'HEAD',
    postZh: '调解委员会主任',
    postEn: 'Head of the mediation committee',
    isHead: true,
  },
  {
    person: 'xiaoLin',
    org: 'blockLeaders',
    post: 'BL-HEAD',
    duty: 'HEAD',
    postZh: '楼组长召集人',
    postEn: 'Convener of the block leaders',
    isHead: true,
  },
  {
    person: 'zheng',
    org: 'generalBranch',
    post: 'GB-MEMBER',
    duty: 'MEMBER',
    postZh: '党总支委员',
    postEn: 'Branch committee member',
  },
] as const;

/** All keys of posts. */
export type PostKey = (typeof STAFF)[StaffKey]['post'] | (typeof SECOND_POSTS)[number]['post'];
