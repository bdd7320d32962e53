import fs from 'node:fs';
import path from 'node:path';

/** Where Electron's distribution has its program, by system. */
const PROGRAMS = new Map([
  ['darwin', 'Electron.app/Contents/MacOS/Electron'],
  ['win32', 'electron.exe'],
]);

/** @param {string} file */
function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Looks for Electron's program by its files. Asking the package itself (`import 'electron'`) would download it, with no
 * limit and no word to the user.
 *
 * @param {string} electronFolder the npm package, which may come without the program
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the program; undefined when it is not there, or not all of it, or of another version
 */
export function findElectron(electronFolder, env) {
  const program = PROGRAMS.get(process.platform) ?? 'electron';
  const own = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own) return existing(path.join(own, program));
  const { version } = JSON.parse(fs.readFileSync(path.join(electronFolder, 'package.json'), 'utf8'));
  // Written last by Electron's installer: without it, what lies in dist was cut off.
  if (readIfThere(path.join(electronFolder, 'path.txt')) !== program) return undefined;
  if (readIfThere(path.join(electronFolder, 'dist/version'))?.replace(/^v/, '') !== version) return undefined;
  return existing(path.join(electronFolder, 'dist', program));
}

/** @param {string} file */
function existing(file) {
  return fs.existsSync(file) ? file : undefined;
}
