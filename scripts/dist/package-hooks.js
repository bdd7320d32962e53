// What electron-builder calls on its way (see electron-builder.yml).
import path from 'node:path';
import { compareWithList, writeList } from './compare-package.js';

/** Everything is bundled: there are no modules to install, rebuild or copy. */
export function beforeBuild() {
  return false;
}

/**
 * Ends the build when the archive is not exactly what it should be: a wrong package is never made.
 *
 * @param {import('electron-builder').AfterPackContext} context
 */
export function afterPack({ appOutDir, packager }) {
  const archive = path.join(packager.getResourcesDir(appOutDir), 'app.asar');
  const list = process.env['CARREL_WRITE_ASAR_LIST'];
  if (list !== undefined) return writeList(archive, list);
  const wrong = compareWithList(archive);
  if (wrong.length > 0) {
    throw new Error(`The package does not hold what scripts/dist/asar-list.txt says:\n${wrong.join('\n')}\nIf the package is right, write the list anew: npm run dist -- --write-list`);
  }
}
