import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The window: served by the web host, and later loaded by the desktop host. */
const renderer: UserConfig = {
  root: here('renderer'),
  plugins: [react()],
  build: {
    outDir: here('build/renderer'),
    emptyOutDir: true,
    // Fonts and images stay files: the page's policy loads none from data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { index: here('renderer/index.html'), article: here('renderer/reading/article.css') },
      output: {
        // The article's stylesheet has a name that its document can know.
        assetFileNames: ({ names }) => (names.includes('article.css') ? 'article.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
};

/** The command line, the web host and the library's workers: plain Node, everything bundled, flat in one folder. */
const node: UserConfig = {
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: 'node24',
    outDir: here('build/node'),
    emptyOutDir: true,
    rolldownOptions: {
      input: {
        cli: here('main/hosts/cli/main.ts'),
        ...Object.fromEntries(['extract-worker', 'read-worker', 'search-worker', 'store-worker'].map((name) => [name, here(`main/core/workers/${name}.ts`)])),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

/** `vite build --mode renderer` or `--mode node`; scripts/build.js does both. */
export default defineConfig(({ mode }) => (mode === 'node' ? node : renderer));
