import type { RouteConfigEntry } from '@react-router/dev/routes';
import { publicRoutes as mattersPublic } from '../modules/matters/routes.ts';
import { deskRoutes as registryDesk, deskNav as registryNav } from '../modules/registry/routes.ts';
import type { DeskLink } from './shell/desk-nav.ts';

// Each module's routes.ts exports publicRoutes (children of /), deskRoutes (children of /desk) and deskNav.
export const modulePublicRoutes: RouteConfigEntry[] = [...mattersPublic];
export const moduleDeskRoutes: RouteConfigEntry[] = [...registryDesk];
export const moduleDeskNav: readonly DeskLink[] = [...registryNav];
