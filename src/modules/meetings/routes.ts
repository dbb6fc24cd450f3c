import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/meetings/pages';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('hearings', `${pages}/hearing/hearings.page.tsx`),
  route('hearings/:id', `${pages}/hearing/hearing.page.tsx`),
  route('appraisals', `${pages}/appraisal/appraisals.page.tsx`),
  route('appraisals/:id', `${pages}/appraisal/appraisal.page.tsx`),
  route('score', `${pages}/appraisal/score.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('hearings', `${pages}/hearing-desk/hearings.page.tsx`),
  route('hearings/new', `${pages}/hearing-desk/announce.page.tsx`),
  route('hearings/:id', `${pages}/hearing-desk/hearing.page.tsx`),
  route('appraisals', `${pages}/appraisal-desk/appraisals.page.tsx`),
  route('appraisals/new', `${pages}/appraisal-desk/plan.page.tsx`),
  route('appraisals/:id', `${pages}/appraisal-desk/appraisal.page.tsx`),
];

/** Whoever takes part in hearings: entrances' leaders sign neighbors up, those who decide write answers. */
const HEARS: RouteRule = { roles: ['RC', 'GB', 'BL', 'OC', 'PC', 'HO', 'AG'] };
/** Whoever convenes appraisals or may be appraised. */
const APPRAISES: RouteRule = { roles: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'VOL'] };

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/hearings': 'EVERYBODY',
  '/hearings/:id': 'EVERYBODY',
  '/appraisals': 'EVERYBODY',
  '/appraisals/:id': 'EVERYBODY',
  '/score': 'EVERYBODY',
  '/desk/hearings': HEARS,
  '/desk/hearings/new': { roles: ['RC'] },
  '/desk/hearings/:id': HEARS,
  '/desk/appraisals': APPRAISES,
  '/desk/appraisals/new': { roles: ['RC', 'GB'] },
  '/desk/appraisals/:id': APPRAISES,
};

/** What stands in the desk's navigation. */
export const deskNav = [
  { to: '/desk/hearings', words: 'meetings.hearing.desk-title', section: 'deliberate' },
  { to: '/desk/appraisals', words: 'meetings.appraisal.desk-title', section: 'deliberate' },
] as const;
