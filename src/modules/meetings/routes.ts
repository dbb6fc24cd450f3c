import { type RouteConfigEntry, route } from '@react-router/dev/routes';
import type { RouteRule, RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/meetings/pages';

/** Pages everybody may read. */
export const publicRoutes: RouteConfigEntry[] = [
  route('meetings', `${pages}/public/public-meetings.page.tsx`),
  route('meetings/:code', `${pages}/public/public-meeting.page.tsx`),
  route('meetings.ics', `${pages}/calendar/meetings.page.tsx`),
  route('calendar/:slug/meetings.ics', `${pages}/calendar/place-meetings.page.tsx`),
  route('calendar/:slug/:token/own.ics', `${pages}/calendar/own.page.tsx`),
  route('account/calendar', `${pages}/calendar/link.page.tsx`),
  route('meetings/:code/papers/:name', `${pages}/papers/public-paper.page.tsx`),
  route('hearings', `${pages}/hearing/hearings.page.tsx`),
  route('hearings/:id', `${pages}/hearing/hearing.page.tsx`),
  route('appraisals', `${pages}/appraisal/appraisals.page.tsx`),
  route('appraisals/:id', `${pages}/appraisal/appraisal.page.tsx`),
  route('score', `${pages}/appraisal/score.page.tsx`),
];

/** Pages for the screen of a room, with nothing around them. */
export const screenRoutes: RouteConfigEntry[] = [
  route('desk/meetings/:id/screen', `${pages}/session/screen.page.tsx`),
];

/** Pages of the desk. */
export const deskRoutes: RouteConfigEntry[] = [
  route('meetings', `${pages}/desk/meetings.page.tsx`),
  route('meetings/plan', `${pages}/desk/plan.page.tsx`),
  route('meetings/:id', `${pages}/desk/meeting.page.tsx`),
  route('meetings/:id/session', `${pages}/session/session.page.tsx`),
  route('meetings/:id/brief/:item', `${pages}/brief/brief.page.tsx`),
  route('meetings/:id/sheets/:sheet', `${pages}/brief/sheet.page.tsx`),
  route('meetings/:id/print', `${pages}/desk/print.page.tsx`),
  route('meetings/:id/papers/:name', `${pages}/papers/desk-paper.page.tsx`),
  route('meetings/:id/here/:key', `${pages}/session/here.page.tsx`),
  route('bodies', `${pages}/bodies/bodies.page.tsx`),
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

/** Whoever may sit in a meeting; street and auditor read. */
const MEETS: RouteRule = { roles: ['RC', 'GB', 'OC', 'PC', 'HO', 'AG', 'POL', 'VOL', 'ST', 'AUD'] };
/** Whoever calls meetings, and writes their record. */
const CONVENES: RouteRule = { roles: ['GB', 'RC', 'OC'] };

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/meetings': 'EVERYBODY',
  '/meetings/:code': 'EVERYBODY',
  '/meetings/:code/papers/:name': 'EVERYBODY',
  '/meetings.ics': 'EVERYBODY',
  '/calendar/:slug/meetings.ics': 'EVERYBODY',
  // Programs that keep calendars do not sign in: the token in the address is the key.
  '/calendar/:slug/:token/own.ics': 'EVERYBODY',
  '/account/calendar': 'SIGNED_IN',
  '/desk/meetings': MEETS,
  '/desk/meetings/plan': CONVENES,
  '/desk/meetings/:id': MEETS,
  '/desk/meetings/:id/session': MEETS,
  '/desk/meetings/:id/screen': CONVENES,
  '/desk/meetings/:id/brief/:item': MEETS,
  '/desk/meetings/:id/sheets/:sheet': MEETS,
  '/desk/meetings/:id/print': MEETS,
  '/desk/meetings/:id/papers/:name': MEETS,
  '/desk/meetings/:id/here/:key': MEETS,
  '/desk/bodies': MEETS,
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
  { to: '/desk/meetings', words: 'meetings.nav', section: 'deliberate' },
  { to: '/desk/hearings', words: 'meetings.hearing.desk-title', section: 'deliberate' },
  { to: '/desk/appraisals', words: 'meetings.appraisal.desk-title', section: 'deliberate' },
] as const;
