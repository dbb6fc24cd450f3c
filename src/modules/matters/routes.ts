import { index, layout, type RouteConfigEntry, route } from '@react-router/dev/routes';
import { DESK_ROLES, type Role } from '#kernel/actor.ts';
import type { RouteRules } from '#kernel/route-rule.ts';

const pages = 'modules/matters/pages';
const desk = `${pages}/desk`;

/** Pages for everybody and for residents. */
export const publicRoutes: RouteConfigEntry[] = [
  route('report', `${pages}/report/report.page.tsx`),
  route('report/sent/:code', `${pages}/report/sent.page.tsx`),
  route('lookup', `${pages}/progress/lookup.page.tsx`),
  route('m/:code', `${pages}/progress/progress.page.tsx`),
  route('mine', `${pages}/progress/mine.page.tsx`),
  route('files/:id', `${pages}/progress/photo.page.tsx`),
  route('board', `${pages}/public/board.page.tsx`),
  route('board/photos/:id', `${pages}/public/public-photo.page.tsx`),
  route('board/sheet', `${pages}/sheets/board-sheet.page.tsx`),
  route('help', `${pages}/public/help.page.tsx`),
];

/** Pages of the desk, below /desk. The list stays beside a matter. */
export const deskRoutes: RouteConfigEntry[] = [
  layout(`${desk}/list/columns.page.tsx`, [
    index(`${desk}/list/empty-pane.page.tsx`),
    route('matters/:code', `${desk}/matter/matter.page.tsx`),
    route('matters/:code/do/:action', `${desk}/action/action.page.tsx`),
  ]),
  route('matters/:code/slip', `${desk}/matter/slip.page.tsx`),
  route('matters/:code/photos', `${desk}/photos/photos.page.tsx`),
  route('filters', `${desk}/list/filters.page.tsx`),
  route('sheet', `${pages}/sheets/desk-sheet.page.tsx`),
  route('bulk', `${desk}/list/bulk.page.tsx`),
  route('call', `${desk}/call/call.page.tsx`),
  route('plan', `${desk}/plan/plan.page.tsx`),
  route('calendar', `${desk}/calendar/calendar.page.tsx`),
];

/** Whoever works on matters at the desk: street and auditor read and change nothing. */
const HANDS: readonly Role[] = ['RC', 'GB', 'PC', 'OC', 'HO', 'AG', 'POL', 'BL', 'VOL'];

/** Who may open each page. */
export const routeRules: RouteRules = {
  '/report': 'EVERYBODY',
  '/report/sent/:code': 'EVERYBODY',
  '/lookup': 'EVERYBODY',
  '/m/:code': 'EVERYBODY',
  '/mine': 'SIGNED_IN',
  '/files/:id': 'EVERYBODY',
  '/board': 'EVERYBODY',
  '/board/photos/:id': 'EVERYBODY',
  '/board/sheet': 'EVERYBODY',
  '/help': 'EVERYBODY',
  '/desk': { roles: DESK_ROLES },
  '/desk/matters/:code': { roles: DESK_ROLES },
  '/desk/matters/:code/do/:action': { roles: HANDS },
  '/desk/matters/:code/photos': { roles: ['RC', 'GB'] },
  '/desk/matters/:code/slip': { roles: DESK_ROLES },
  '/desk/filters': { roles: DESK_ROLES },
  '/desk/sheet': { roles: DESK_ROLES },
  '/desk/bulk': { roles: HANDS },
  '/desk/call': { roles: HANDS },
  '/desk/plan': { roles: DESK_ROLES },
  '/desk/calendar': { roles: ['RC', 'GB', 'ST', 'AUD'] },
};

/** Entries of the desk's navigation. */
export const deskNav = [
  { to: '/desk', words: 'desk.nav.list', section: 'work' },
  { to: '/desk/call', words: 'desk.nav.call', section: 'work', shortcut: 'N' },
  { to: '/desk/plan', words: 'desk.nav.plan', section: 'work' },
  { to: '/desk/calendar', words: 'desk.nav.calendar', section: 'settings' },
] as const;
