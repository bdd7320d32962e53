import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadElectron } from './download-electron.js';
import { findElectron } from './find-electron.js';
import { reasonForNoWindow } from './reason-for-no-window.js';
import { forgetFailure, recallFailure, rememberFailure } from './remember-failure.js';
import { runWindow } from './run-window.js';
import { serveToBrowser } from './serve-to-browser.js';

const APP_FOLDER = path.resolve(import.meta.dirname, '../..');

/** Options that mean something to the web host only: who gives one wants the browser. */
const WEB_OPTIONS = /^--(?:web|no-open|port|watch|json|quiet)(?:=|$)/;

/** Long enough for a slow line (half a megabyte a second), short enough to wait for. */
const TIME_LIMIT_MS = 4 * 60_000;

const TRY_NOW = 'To try now: npm start -- --desktop';

/**
 * Opens the built Carrel: in its desktop window where that is there or can be had, else in the browser, saying why.
 *
 * @param {readonly string[]} given `--web` and `--desktop` choose; the rest is for the window or for `carrel serve`
 * @param {NodeJS.ProcessEnv} env `CARREL_ELECTRON_FOLDER` names another copy of the npm package, `CARREL_DOWNLOAD_SECONDS` another time limit
 * @returns {Promise<number>} the exit code
 */
export async function openCarrel(given, env) {
  const args = given.filter((arg) => arg !== '--web' && arg !== '--desktop');
  if (given.some((arg) => WEB_OPTIONS.test(arg))) return serveToBrowser(APP_FOLDER, args);
  const electronFolder = env['CARREL_ELECTRON_FOLDER'] ?? path.join(APP_FOLDER, 'node_modules/electron');
  const found = await getWindow(electronFolder, given.includes('--desktop'), env);
  if ('program' in found) return runWindow({ program: found.program, appFolder: APP_FOLDER, args, env });
  if ('stopped' in found) return 130;
  console.log(`${found.whyNot} Carrel opens in your browser instead.`);
  return serveToBrowser(APP_FOLDER, args);
}

/**
 * @param {string} electronFolder
 * @param {boolean} insists the user asked for the window: it is tried whatever is known against it
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ program: string } | { whyNot: string } | { stopped: true }>} `whyNot` in whole sentences
 */
async function getWindow(electronFolder, insists, env) {
  const hindrance = reasonForNoWindow({ platform: process.platform, isRoot: process.getuid?.() === 0, env });
  if (hindrance !== undefined && !insists) return { whyNot: `There is no desktop window: ${hindrance}.` };
  const program = findElectron(electronFolder, env);
  if (program !== undefined) return { program };
  if (env['ELECTRON_OVERRIDE_DIST_PATH']) return { whyNot: `There is no Electron in ${env['ELECTRON_OVERRIDE_DIST_PATH']}, which ELECTRON_OVERRIDE_DIST_PATH names.` };
  const before = recallFailure(electronFolder, new Date());
  if (before !== undefined && !insists) {
    return { whyNot: `The desktop window could not be downloaded at ${before.at.toLocaleString()}: ${before.reason}. It is tried again a day later. ${TRY_NOW}.` };
  }
  return downloadWindow(electronFolder, env);
}

/**
 * @param {string} electronFolder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ program: string } | { whyNot: string } | { stopped: true }>}
 */
async function downloadWindow(electronFolder, env) {
  const stop = new AbortController();
  const abort = () => stop.abort();
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, abort);
  const seconds = Number(env['CARREL_DOWNLOAD_SECONDS']);
  const failure = await downloadElectron({ electronFolder, timeLimitMs: seconds > 0 ? seconds * 1000 : TIME_LIMIT_MS, env, signal: stop.signal });
  for (const signal of signals) process.off(signal, abort);
  if (stop.signal.aborted) {
    console.log('Stopped. Nothing of the download was kept. "npm start -- --web" opens Carrel in your browser without it.');
    return { stopped: true };
  }
  const program = failure ? undefined : findElectron(electronFolder, env);
  if (program !== undefined) {
    forgetFailure(electronFolder);
    return { program };
  }
  const { reason, costly } = failure ?? { reason: 'what arrived is not a whole Electron for this system', costly: true };
  if (costly) rememberFailure(electronFolder, reason, new Date());
  return { whyNot: `The desktop window could not be downloaded: ${reason}.${costly ? ` It is tried again a day later. ${TRY_NOW}.` : ''}` };
}

// Without the build that `npm start` begins with.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await openCarrel(process.argv.slice(2), process.env);
