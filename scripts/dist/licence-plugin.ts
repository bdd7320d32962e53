import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { licencePage, readLicence } from './licences.ts';

/** What the bundler itself adds to a bundle, by the beginning of its modules' names. */
const BUNDLERS = new Map([
  ['rolldown/', 'rolldown'],
  ['vite/', 'vite'],
]);

/** The folder of the package that a module or an asset comes from; undefined for our own. */
function packageFolder(module: string): string | undefined {
  // Names of the bundler's own making begin with NUL; some go on with the name of a file.
  const [file = ''] = module.replaceAll('\0', '').split('?');
  const bundler = module.startsWith('\0') ? [...BUNDLERS].find(([start]) => file.startsWith(start))?.[1] : undefined;
  if (bundler !== undefined) return path.resolve('node_modules', bundler);
  const parts = file.split(/[\\/]/);
  const at = parts.lastIndexOf('node_modules');
  if (at === -1) return undefined;
  const length = parts[at + 1]?.startsWith('@') ? 3 : 2;
  return parts.slice(0, at + length).join('/');
}

/**
 * Records whose code and faces are in a bundle, and writes `licences.txt` beside the bundle's folder, for all bundles that
 * were built there so far. A package that may not be shipped ends the build.
 *
 * @param mode names the bundle
 */
export function recordLicences(mode: string): Plugin {
  let root = '';
  return {
    name: 'carrel-licences',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    writeBundle({ dir }, bundle) {
      if (dir === undefined) throw new Error('A bundle is written into a folder');
      const modules = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk'
          ? Object.entries(output.modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
          : output.originalFileNames.map((file) => path.resolve(root, file)),
      );
      const folders = modules.flatMap((id) => packageFolder(id) ?? []);
      updatePage(path.dirname(dir), mode, [...new Set(folders)].sort());
    },
  };
}

/**
 * Writes the licences of one bundle's packages, and of those that the other bundles were built of.
 *
 * @param folders of the packages
 */
export function updatePage(buildFolder: string, mode: string, folders: readonly string[]): void {
  const record = path.join(buildFolder, 'packages.json');
  const { [mode]: _, ...others } = readRecord(record);
  // The other bundles may be of an earlier build: what they were made of may be gone since, or the whole project moved.
  const there = Object.fromEntries(Object.entries(others).map(([name, packages]) => [name, packages.filter((folder) => fs.existsSync(folder))]));
  const all = { ...there, [mode]: folders };
  fs.writeFileSync(record, `${JSON.stringify(all, null, 2)}\n`);
  const read = Object.values(all).flat().map(readLicence);
  // The same version may lie in several folders.
  const licences = [...new Map(read.map((one) => [`${one.name} ${one.version}`, one])).values()];
  licences.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.version.localeCompare(b.version, 'en'));
  fs.writeFileSync(path.join(buildFolder, 'licences.txt'), licencePage(licences));
}

function readRecord(record: string): Record<string, string[]> {
  if (!fs.existsSync(record)) return {};
  try {
    return JSON.parse(fs.readFileSync(record, 'utf8'));
  } catch {
    // A build was cut off while it wrote this. Every bundle is built anew after this one and writes its own part.
    return {};
  }
}
