import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const here = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));

/**
 * The module of an engine. Carrel's is bundled as its workers are: what runs from TypeScript would be measured with the
 * 50 MB and more that Node takes to strip the types.
 *
 * @param {string} engine
 * @param {string} folder for the bundle
 * @returns {Promise<string>} its address
 */
export async function bundleEngine(engine, folder) {
  if (engine !== 'carrel') return new URL(`engines/${engine}.js`, import.meta.url).href;
  const outDir = path.join(folder, 'bundle');
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      // In the places that they have to each other here.
      rolldownOptions: { input: { 'engines/carrel': here('engines/carrel.js'), 'merge-worker': here('merge-worker.js') }, output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  fs.writeFileSync(path.join(outDir, 'package.json'), '{ "type": "module" }');
  return pathToFileURL(path.join(outDir, 'engines/carrel.js')).href;
}
