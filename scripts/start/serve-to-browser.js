import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Serves the window to the browser and waits until that is ended.
 *
 * @param {string} appFolder
 * @param {readonly string[]} args of `carrel serve`
 * @returns {Promise<number>} the exit code
 */
export function serveToBrowser(appFolder, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(appFolder, 'main/hosts/cli/carrel.js'), 'serve', ...args], { stdio: 'inherit' });
    // The terminal sends Ctrl+C to both; the host ends its work, then this process ends with it.
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.once('close', (code) => resolve(code ?? 0));
  });
}
