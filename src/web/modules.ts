import type { RouteConfigEntry } from '@react-router/dev/routes';
import type { RouteRules } from '#kernel/route-rule.ts';
import {
  deskRoutes as accessDesk,
  deskNav as accessNav,
  publicRoutes as accessPublic,
  routeRules as accessRules,
} from '../modules/access/routes.ts';
import {
  deskRoutes as agreementsDesk,
  deskNav as agreementsNav,
  publicRoutes as agreementsPublic,
  routeRules as agreementsRules,
} from '../modules/agreements/routes.ts';
import {
  deskRoutes as escalationsDesk,
  deskNav as escalationsNav,
  routeRules as escalationsRules,
} from '../modules/escalations/routes.ts';
import {
  deskRoutes as mattersDesk,
  deskNav as mattersNav,
  publicRoutes as mattersPublic,
  routeRules as mattersRules,
} from '../modules/matters/routes.ts';
import {
  deskRoutes as meetingsDesk,
  deskNav as meetingsNav,
  publicRoutes as meetingsPublic,
  routeRules as meetingsRules,
  screenRoutes as meetingsScreen,
} from '../modules/meetings/routes.ts';
import {
  deskRoutes as noticesDesk,
  deskNav as noticesNav,
  publicRoutes as noticesPublic,
  routeRules as noticesRules,
  screenRoutes as noticesScreen,
} from '../modules/notices/routes.ts';
import {
  deskRoutes as notificationsDesk,
  deskNav as notificationsNav,
  publicRoutes as notificationsPublic,
  routeRules as notificationsRules,
} from '../modules/notifications/routes.ts';
import {
  deskRoutes as oversightDesk,
  deskNav as oversightNav,
  routeRules as oversightRules,
} from '../modules/oversight/routes.ts';
import {
  deskRoutes as privacyDesk,
  deskNav as privacyNav,
  publicRoutes as privacyPublic,
  routeRules as privacyRules,
} from '../modules/privacy/routes.ts';
import {
  deskRoutes as redactionDesk,
  deskNav as redactionNav,
  routeRules as redactionRules,
} from '../modules/redaction/routes.ts';
import {
  deskRoutes as registryDesk,
  deskNav as registryNav,
  publicRoutes as registryPublic,
  routeRules as registryRules,
} from '../modules/registry/routes.ts';
import {
  deskRoutes as resolutionsDesk,
  deskNav as resolutionsNav,
  publicRoutes as resolutionsPublic,
  routeRules as resolutionsRules,
  screenRoutes as resolutionsScreen,
} from '../modules/resolutions/routes.ts';
import type { DeskLink } from './shell/desk-nav.ts';

// Each module's routes.ts exports publicRoutes (children of /), screenRoutes (of /, without header and footer),
// deskRoutes (children of /desk), deskNav, and routeRules: who may open each of them. A page without a rule answers nobody.
export const modulePublicRoutes: RouteConfigEntry[] = [
  ...accessPublic,
  ...mattersPublic,
  ...noticesPublic,
  ...agreementsPublic,
  ...resolutionsPublic,
  ...meetingsPublic,
  ...registryPublic,
  ...privacyPublic,
  ...notificationsPublic,
];
/** Pages for the screen of a room, with nothing around them. */
export const moduleScreenRoutes: RouteConfigEntry[] = [
  ...noticesScreen,
  ...resolutionsScreen,
  ...meetingsScreen,
];
export const moduleDeskRoutes: RouteConfigEntry[] = [
  ...mattersDesk,
  ...noticesDesk,
  ...resolutionsDesk,
  ...escalationsDesk,
  ...meetingsDesk,
  ...agreementsDesk,
  ...redactionDesk,
  ...registryDesk,
  ...accessDesk,
  ...notificationsDesk,
  ...oversightDesk,
  ...privacyDesk,
];
export const moduleDeskNav: readonly DeskLink[] = [
  ...mattersNav,
  ...noticesNav,
  ...resolutionsNav,
  ...escalationsNav,
  ...meetingsNav,
  ...agreementsNav,
  ...redactionNav,
  ...registryNav,
  ...accessNav,
  ...notificationsNav,
  ...oversightNav,
  ...privacyNav,
];
export const moduleRouteRules: RouteRules = {
  ...mattersRules,
  ...noticesRules,
  ...agreementsRules,
  ...resolutionsRules,
  ...escalationsRules,
  ...meetingsRules,
  ...redactionRules,
  ...registryRules,
  ...accessRules,
  ...notificationsRules,
  ...oversightRules,
  ...privacyRules,
};
