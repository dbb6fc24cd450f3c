import type { Config } from '@react-router/dev/config';

// Pages are rendered on the server only: nothing is discovered, prefetched or split for a browser.
export default {
  appDirectory: 'src',
  buildDirectory: 'build',
  ssr: true,
  splitRouteModules: false,
  routeDiscovery: { mode: 'initial' },
} satisfies Config;
