import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';
import { islands } from './src/web/islands/build-islands.ts';

export default defineConfig({
  plugins: [reactRouter(), islands()],
  build: {
    target: 'es2019',
    cssTarget: ['chrome87', 'safari14'],
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    // One style sheet for all pages: a few KB, fetched once, instead of one request for each component.
    cssCodeSplit: false,
  },
  environments: {
    ssr: {
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: { target: 'node24', rolldownOptions: { input: './src/web/app.ts' } },
      // Bundled, so that production React is used whatever NODE_ENV says.
      resolve: { noExternal: ['react', 'react-dom', 'react-router', 'hono'] },
    },
  },
});
