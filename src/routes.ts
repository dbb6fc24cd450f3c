import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';
import { moduleDeskRoutes, modulePublicRoutes, moduleScreenRoutes } from './web/modules.ts';

// Every page lies in one of two shells, but those for a room's screen. Modules add theirs in their routes.ts; web/modules.ts names the modules.
export default [
  layout('web/shell/public.layout.tsx', [
    index('web/home/home.page.tsx'),
    route('login', 'web/account/login.page.tsx'),
    route('login/code', 'web/account/code.page.tsx'),
    route('account', 'web/account/account.page.tsx'),
    route('login/with/:provider/back', 'web/account/identity/back.page.tsx'),
    route('invitation/:token', 'web/account/invitation/invitation.page.tsx'),
    route('login/second', 'web/account/second-factor/second.page.tsx'),
    route('account/password', 'web/account/password.page.tsx'),
    route('account/second-factor', 'web/account/second-factor/second-factor.page.tsx'),
    route('account/second-factor/codes', 'web/account/second-factor/codes.page.tsx'),
    route('account/confirm', 'web/account/second-factor/confirm.page.tsx'),
    route('neighborhoods', 'web/places/choose.page.tsx'),
    route('neighborhoods/arrive', 'web/places/arrive.page.tsx'),
    route('setup', 'web/places/setup.page.tsx'),
    route('setup/done', 'web/places/setup-done.page.tsx'),
    route('cast', 'web/account/cast.page.tsx'),
    ...modulePublicRoutes,
  ]),
  layout('web/shell/screen.layout.tsx', moduleScreenRoutes),
  route('desk', 'web/shell/desk.layout.tsx', [
    ...moduleDeskRoutes,
    // Pages that compose what several modules know.
    route('hand-over/:term', 'web/dossiers/hand-over.page.tsx'),
  ]),
  route('neighborhoods/go/:slug', 'web/places/go.ts'),
  route('n/:slug/*', 'web/places/enter.ts'),
  route('login/with/:provider', 'web/account/identity/sign-in-with.ts'),
  route('account/connect/:provider', 'web/account/identity/connect.ts'),
  route('logout', 'web/account/logout.ts'),
  route('acting', 'web/account/acting.ts'),
  route('settings', 'web/account/settings.ts'),
  route('sorry', 'web/shell/failure.page.tsx'),
] satisfies RouteConfig;
