import { spawn } from 'node:child_process';

/** A window that was open for longer than this was ended by its user or by a fault of its own, not by this system. */
const QUICK_MS = 15_000;

const FOR_THE_BROWSER = '"npm start -- --web" opens the same library in your browser.';

/** @type {readonly { sign: RegExp, words: string }[]} What Chromium says when it cannot begin, and what it means. */
const SIGNS = [
  { sign: /Running as root without --no-sandbox/, words: 'Chromium\'s sandbox does not work for root: start Carrel as an ordinary user.' },
  {
    sign: /No usable sandbox|SUID sandbox helper|setuid sandbox|sandbox.*(?:namespace|userns)/i,
    words: 'This system does not let the window make its sandbox: Ubuntu allows it only to programs that were installed with an AppArmor profile, which Carrel\'s deb package brings.',
  },
  { sign: /Missing X server|cannot open display|Failed to connect to Wayland|ozone_platform/i, words: 'The window found no screen.' },
];

/**
 * @param {string} printed what the window's process said
 * @returns {string} one or two sentences
 */
export function explainWindow(printed) {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(printed)?.[1];
  if (library !== undefined) return `A library of the system that the window needs is missing: ${library}. ${FOR_THE_BROWSER}`;
  const found = SIGNS.find(({ sign }) => sign.test(printed));
  const unknown = process.platform === 'linux' ? 'What it said stands above; the usual cause on Ubuntu is AppArmor, which keeps it from making its sandbox.' : 'What it said stands above.';
  return `${found?.words ?? unknown} ${FOR_THE_BROWSER}`;
}

/**
 * Opens the window and waits until it is closed.
 *
 * @param {{ program: string, appFolder: string, args: readonly string[], env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} the exit code
 */
export function runWindow({ program, appFolder, args, env }) {
  // Set by editors that are Electron themselves: it would make the window a plain Node.
  const { ELECTRON_RUN_AS_NODE: _, ...windowEnv } = env;
  return new Promise((resolve) => {
    const started = Date.now();
    const child = spawn(program, [appFolder, ...args], { env: windowEnv, stdio: ['inherit', 'inherit', 'pipe'] });
    let printed = '';
    child.stderr.on('data', (chunk) => {
      printed = (printed + chunk).slice(-20_000);
      process.stderr.write(chunk);
    });
    // The terminal sends Ctrl+C to both; the window ends its work, then this process ends with it.
    let asked = false;
    for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(name, () => {
        asked = true;
        child.kill(name);
      });
    }
    child.once('error', (error) => {
      console.error(`The desktop window could not be started (${error.message}). ${FOR_THE_BROWSER}`);
      resolve(1);
    });
    child.once('close', (code) => {
      if (code !== 0 && !asked && Date.now() - started < QUICK_MS) console.error(`\nThe desktop window ended at once. ${explainWindow(printed)}`);
      resolve(asked ? 0 : (code ?? 1));
    });
  });
}
