import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The bundle goes into the jar. It holds no source maps and asks nothing of other servers.
export default defineConfig({
  base: '/',
  plugins: [svelte()],
  build: {
    outDir: '../src/main/resources/dev/signalbox/web/bundle',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
