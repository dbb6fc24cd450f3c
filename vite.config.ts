import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  build: { target: 'es2019', assetsInlineLimit: 0 },
  environments: {
    ssr: { build: { rolldownOptions: { input: './src/web/app.ts' } } },
  },
});
