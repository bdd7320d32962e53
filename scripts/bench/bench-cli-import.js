import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { watchMemory } from './measure-process.js';
import { writeReutersFiles } from './reuters-articles.js';

const CLI = fileURLToPath(new URL('../../main/hosts/cli/carrel.js', import.meta.url));
/** Ticks a second of /proc's times: the same on every Linux that Node runs on. */
const TICKS = 100;

/**
 * Imports text files by the command line: files a second, CPU seconds of the process and of each kind of thread, peak
 * memory of the process tree, and what the library takes on disk. Linux only.
 *
 * @param {number} files
 * @param {{ library: string | undefined, json: boolean }} options `library`: where to keep it
 */
export async function benchCliImport(files, { library: kept, json }) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  try {
    writeReutersFiles(path.join(folder, 'articles'), files);
    const library = kept ?? path.join(folder, 'library');
    const figures = await timeImport(path.join(folder, 'articles'), library);
    const libraryMb = folderBytes(library) / 1_048_576;
    report({ files, filesPerSecond: files / figures['seconds'], ...figures, libraryMb }, json);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} articles @param {string} library
 * @returns {Promise<Record<string, number> & { seconds: number }>}
 */
async function timeImport(articles, library) {
  const started = performance.now();
  const child = spawn(process.execPath, [CLI, '--library', library, 'import', articles], { stdio: ['ignore', 'inherit', 'inherit'] });
  const pid = child.pid ?? 0;
  const endMemory = watchMemory(pid);
  /** @type {Map<string, number>} */
  const threads = new Map();
  const timer = setInterval(() => readThreads(pid, threads), 100);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`The import ended with code ${code}`);
  return { seconds, ...sumByKind(threads), peakMb: endMemory() / 1_048_576 };
}

/**
 * The CPU seconds so far of each thread by its number and name. A thread that has ended keeps its last figure.
 *
 * @param {number} pid @param {Map<string, number>} threads
 */
function readThreads(pid, threads) {
  try {
    for (const thread of fs.readdirSync(`/proc/${pid}/task`)) {
      const [, name = '', rest = ''] = /^\d+ \((.*)\) (.*)$/s.exec(fs.readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')) ?? [];
      const fields = rest.split(' ');
      threads.set(`${thread} ${name}`, (Number(fields[11]) + Number(fields[12])) / TICKS);
    }
  } catch {
    // It ended between the list and the look.
  }
}

/** @param {ReadonlyMap<string, number>} threads */
function sumByKind(threads) {
  const sum = (/** @type {(name: string, order: number) => boolean} */ isKind) =>
    [...threads].reduce((total, [key, seconds], order) => total + (isKind(key.split(' ')[1] ?? '', order) ? seconds : 0), 0);
  const workers = [...threads.keys()].filter((key) => key.endsWith(' WorkerThread'));
  const at = (/** @type {string | undefined} */ key) => (key === undefined ? 0 : (threads.get(key) ?? 0));
  // In the order in which the library starts them: the store first, then a reader, then those that read files.
  return {
    cpu: sum(() => true),
    cpuLibrary: sum((name) => name === 'MainThread' || name === 'node'),
    cpuStore: at(workers[0]),
    cpuReading: workers.slice(2).reduce((total, key) => total + at(key), 0),
    cpuCollecting: sum((name) => name === 'V8Worker'),
  };
}

/** @param {string} folder */
function folderBytes(folder) {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).reduce((sum, entry) => sum + fs.statSync(path.join(entry.parentPath, entry.name)).size, 0);
}

/** @param {Record<string, number>} figures @param {boolean} json */
function report(figures, json) {
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
  if (json) console.log(JSON.stringify(rounded));
  else console.table(rounded);
}
