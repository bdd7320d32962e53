import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { recordLicences } from './scripts/dist/licence-plugin.ts';

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
    // It is read from this machine's disk, and all of it is used: in parts it would only start later.
    chunkSizeWarningLimit: 1_000,
    rolldownOptions: {
      input: { index: here('renderer/index.html'), article: here('renderer/reading/article.css') },
      output: {
        // The article's stylesheet has a name that its document can know.
        assetFileNames: ({ names }) => (names.includes('article.css') ? 'article.css' : 'assets/[name]-[hash][extname]'),
      },
    },
  },
};

const WORKERS = Object.fromEntries(
  ['extract-worker', 'index-worker', 'read-worker', 'save-worker', 'search-worker', 'store-worker', 'unpack-worker', 'watch-worker'].map((name) => [name, here(`main/core/workers/${name}.ts`)]),
);

/** ESM for Node, everything bundled but Electron itself, entries flat in one folder so that they find each other. */
function nodeBuild(folder: string, input: Record<string, string>): UserConfig {
  return {
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: here(folder),
      emptyOutDir: true,
      rolldownOptions: { input, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  };
}

/** The command line, the web host and the library's workers. */
const node = nodeBuild('build/node', { cli: here('main/hosts/cli/main.ts'), ...WORKERS });

/** Electron's main process, the process that the library runs in, and the library's workers. */
const desktop = nodeBuild('build/desktop', {
  main: here('main/hosts/desktop/main.ts'),
  'library-process': here('main/hosts/desktop/library-process.ts'),
  ...WORKERS,
});

/** A sandboxed preload is one CommonJS file: it can require nothing beside it. It joins what mode `desktop` built. */
const preload: UserConfig = {
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: here('build/desktop'),
    emptyOutDir: false,
    rolldownOptions: {
      input: { preload: here('main/hosts/desktop/preload.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
    },
  },
};

const BUILDS: Readonly<Record<string, UserConfig>> = { renderer, node, desktop, preload };

/** Every bundle records whose code it ships, for build/licences.txt. */
function withLicences(mode: string, build: UserConfig): UserConfig {
  return { ...build, plugins: [...(build.plugins ?? []), recordLicences(mode)] };
}

/** `vite build --mode MODE` for one of the builds; scripts/build.js does all of them. */
export default defineConfig(({ mode }) => withLicences(mode, BUILDS[mode] ?? renderer));
