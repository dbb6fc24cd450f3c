import { defineConfig } from 'vitest/config';

/** Tests load the sources as they are; the build of the pages (vite.config.ts) plays no part. */
export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'architecture/**/*.test.ts',
      'scripts/**/*.test.ts',
      'tests/**/*.test.ts',
    ],
    testTimeout: 20_000,
  },
});
