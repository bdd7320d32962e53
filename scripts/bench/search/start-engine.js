import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { residentBytes } from '../measure-memory.js';

const SCRIPT = fileURLToPath(new URL('run-engine.js', import.meta.url));
const LOOK_MS = 200;

/**
 * Does one job in a process of its own, and ends it when it outgrows its time or memory.
 *
 * @param {import('./run-engine.js').Job} job
 * @param {{ minutes: number, gigabytes: number }} limits `gigabytes`: of its heap and of all that it has resident
 * @returns {Promise<import('./run-engine.js').Message & { stopped?: string }>} what it reported before it ended; `stopped`: why it did not finish
 */
export function startEngine(job, limits) {
  const child = fork(SCRIPT, [JSON.stringify(job)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${Math.round(limits.gigabytes * 1024)}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  /** @type {import('./run-engine.js').Message} */
  const reported = {};
  /** @type {string | undefined} */
  let stopped;
  let complaint = '';
  const stop = (/** @type {string} */ reason) => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const clock = setTimeout(() => stop(`stopped: not done in ${limits.minutes} minutes`), limits.minutes * 60_000);
  const look = setInterval(() => {
    if (residentBytes(child.pid ?? 0) > limits.gigabytes * 2 ** 30) stop(`stopped: took more than ${limits.gigabytes} GB`);
  }, LOOK_MS);
  child.on('message', (message) => Object.assign(reported, message));
  child.stderr?.on('data', (data) => {
    complaint = (complaint + String(data)).slice(-4_000);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(clock);
      clearInterval(look);
      if (code !== 0) stopped ??= /heap out of memory/i.test(complaint) ? `stopped: its heap took more than ${limits.gigabytes} GB` : `failed: ${complaint.trim()}`;
      resolve({ ...reported, ...(stopped === undefined ? {} : { stopped }) });
    });
  });
}
