import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { cpuSeconds, residentBytes } from '../measure-process.js';

const SCRIPT = fileURLToPath(new URL('run-engine.js', import.meta.url));
const LOOK_MS = 200;
/** What waits for ever uses no processor. */
const WALL_FACTOR = 5;

/**
 * @typedef {{ minutes: number, gigabytes: number }} EngineLimits for each step. `minutes`: of processor time, so that what else the machine does
 *   is not held against an engine; `gigabytes`: of its heap and of all that it has resident
 * @typedef {{ past: string, why: string }} Stop `past`: which limit, in short
 */

/**
 * Does one job in a process of its own, and ends it when it outgrows its time or memory.
 *
 * @param {import('./run-engine.js').Job} job
 * @param {EngineLimits} limits
 * @param {readonly string[]} flags of Node
 * @returns {Promise<import('./run-engine.js').Message & { stopped?: Stop }>} what it reported before it ended; `stopped`: why it did not finish
 */
export function startEngine(job, limits, flags = []) {
  const child = fork(SCRIPT, [JSON.stringify(job)], {
    execArgv: ['--expose-gc', `--max-old-space-size=${Math.round(limits.gigabytes * 1024)}`, ...flags],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  /** @type {import('./run-engine.js').Message} */
  const reported = {};
  /** @type {Stop | undefined} */
  let stopped;
  let complaint = '';
  const tooMuch = { past: `${limits.gigabytes} GB`, why: `stopped: needs more than ${limits.gigabytes} GB` };
  const stop = (/** @type {Stop} */ reason) => {
    stopped ??= reason;
    child.kill('SIGKILL');
  };
  const wallMinutes = limits.minutes * WALL_FACTOR;
  const clock = setTimeout(() => stop({ past: `${wallMinutes} min`, why: `stopped: was not done after ${wallMinutes} minutes` }), wallMinutes * 60_000);
  const look = setInterval(() => {
    const pid = child.pid ?? 0;
    if (residentBytes(pid) > limits.gigabytes * 2 ** 30) stop(tooMuch);
    if (cpuSeconds(pid) > limits.minutes * 60) stop({ past: `${limits.minutes} CPU min`, why: `stopped: needs more than ${limits.minutes} minutes of processor time` });
  }, LOOK_MS);
  child.on('message', (message) => Object.assign(reported, message));
  child.stderr?.on('data', (data) => {
    complaint = (complaint + String(data)).slice(-4_000);
  });
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(clock);
      clearInterval(look);
      if (code !== 0) stopped ??= /heap out of memory/i.test(complaint) ? tooMuch : { past: 'failed', why: `failed: ${complaint.trim()}` };
      resolve({ ...reported, ...(stopped === undefined ? {} : { stopped }) });
    });
  });
}
