import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/** What the bundle is made from, besides everything in src and public. */
const FILES = ['index.html', 'package-lock.json', 'svelte.config.js', 'tsconfig.json', 'vite.config.ts'];

/** Writes into the bundle which sources it was built from, for the test that says when it is stale. */
function sources(): Plugin {
  return {
    name: 'sources',
    generateBundle() {
      const hash = createHash('sha256');
      const inside = ['public', 'src'].flatMap((folder) =>
        readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => `${entry.parentPath}/${entry.name}`),
      );
      for (const file of [...FILES, ...inside].sort()) {
        hash.update(`${file}\n`).update(readFileSync(file));
      }
      this.emitFile({ type: 'asset', fileName: 'sources.sha256', source: hash.digest('hex') + '\n' });
    },
  };
}

// The bundle goes into the jar. It holds no source maps and asks nothing of other servers.
export default defineConfig({
  base: '/',
  plugins: [svelte(), sources()],
  build: {
    outDir: '../src/main/resources/dev/signalbox/web/bundle',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2022',
  },
});
