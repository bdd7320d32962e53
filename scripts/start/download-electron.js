import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explainDownload } from './explain-download.js';

const NAME = 'Downloading the desktop window (Electron, about 110 MB)';
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Lets Electron's own installer fetch the program, check its sum and unpack it. Whatever comes in between, a next start
 * finds either all of it or nothing.
 *
 * @param {{ electronFolder: string, timeLimitMs: number, env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 * @returns {Promise<import('./explain-download.js').DownloadFailure | undefined>} undefined when it is there now
 */
export async function downloadElectron({ electronFolder, timeLimitMs, env, signal }) {
  let temporary = /** @type {string | undefined} */ (undefined);
  try {
    // The installer loads to the folder for temporary files. One of our own is removed even when it is killed.
    temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-electron-'));
    removeUnpacked(electronFolder);
    const endProgress = showProgress(temporary);
    const { status, printed, late } = await runInstaller(electronFolder, { ...env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ...proxySetting(env) }, timeLimitMs, signal);
    endProgress();
    if (status === 0) return undefined;
    removeUnpacked(electronFolder);
    if (late) return { reason: `it was not there after ${Math.round(timeLimitMs / 1000)} seconds: the network or the server is too slow`, costly: true };
    return explainDownload(printed);
  } catch (error) {
    return explainDownload(String(error));
  } finally {
    if (temporary !== undefined) fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * The file that says that all is unpacked goes first: a kill in between leaves nothing that looks whole.
 *
 * @param {string} electronFolder
 */
function removeUnpacked(electronFolder) {
  fs.rmSync(path.join(electronFolder, 'path.txt'), { force: true });
  fs.rmSync(path.join(electronFolder, 'dist'), { recursive: true, force: true });
}

/**
 * Node's fetch goes through a proxy only when it is told to.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function proxySetting(env) {
  return PROXIES.some((name) => env[name]) ? { NODE_USE_ENV_PROXY: '1' } : {};
}

/**
 * @param {string} electronFolder
 * @param {NodeJS.ProcessEnv} env
 * @param {number} timeLimitMs
 * @param {AbortSignal} signal
 * @returns {Promise<{ status: number | null, printed: string, late: boolean }>}
 */
function runInstaller(electronFolder, env, timeLimitMs, signal) {
  return new Promise((resolve, reject) => {
    const teller = pathToFileURL(path.join(import.meta.dirname, 'tell-why-fetch-failed.js')).href;
    const child = spawn(process.execPath, ['--import', teller, path.join(electronFolder, 'install.js')], {
      env: { ...env, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed = (printed + chunk).slice(-20_000)));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, timeLimitMs);
    // An abort comes as an error first and as an end after it: only the end says that the process is gone.
    let failed = /** @type {Error | undefined} */ (undefined);
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error);
      else failed = error;
    });
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve({ status: failed ? null : status, printed, late });
    });
  });
}

/**
 * Says in one line what is going on and, on a terminal, how much has arrived.
 *
 * @param {string} temporary where the download grows
 * @returns {() => void} ends the line
 */
function showProgress(temporary) {
  if (!process.stdout.isTTY) {
    console.log(`${NAME}…`);
    return () => {};
  }
  const paint = () => process.stdout.write(`\r${NAME}: ${Math.floor(sizeOf(temporary) / 1_000_000)} MB`);
  paint();
  const timer = setInterval(paint, 500);
  return () => {
    clearInterval(timer);
    process.stdout.write('\n');
  };
}

/** @param {string} folder @returns {number} in bytes */
function sizeOf(folder) {
  try {
    const files = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.reduce((sum, { parentPath, name }) => sum + fs.statSync(path.join(parentPath, name)).size, 0);
  } catch {
    // What arrived has just been moved to its place.
    return 0;
  }
}
