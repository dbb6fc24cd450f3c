import type { RouteConfigEntry } from '@react-router/dev/routes';
import {
  deskRoutes as mattersDesk,
  deskNav as mattersNav,
  publicRoutes as mattersPublic,
} from '../modules/matters/routes.ts';
import {
  deskRoutes as noticesDesk,
  deskNav as noticesNav,
  publicRoutes as noticesPublic,
} from '../modules/notices/routes.ts';
import {
  deskRoutes as registryDesk,
  deskNav as registryNav,
  publicRoutes as registryPublic,
} from '../modules/registry/routes.ts';
import type { DeskLink } from './shell/desk-nav.ts';

// Each module's routes.ts exports publicRoutes (children of /), deskRoutes (children of /desk) and deskNav.
export const modulePublicRoutes: RouteConfigEntry[] = [...mattersPublic, ...noticesPublic, ...registryPublic];
export const moduleDeskRoutes: RouteConfigEntry[] = [...mattersDesk, ...noticesDesk, ...registryDesk];
export const moduleDeskNav: readonly DeskLink[] = [...mattersNav, ...noticesNav, ...registryNav];
