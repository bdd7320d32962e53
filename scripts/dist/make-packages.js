import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadElectron } from '../start/download-electron.js';
import { findElectron } from '../start/find-electron.js';
import { packForNpm } from './pack-for-npm.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Nobody waits before a screen here, and a slow line is better than none. */
const TIME_LIMIT_MS = 20 * 60_000;

/**
 * Makes packages of what is built.
 *
 * @param {readonly string[]} args `--npm`, `--write-list`, or options of electron-builder
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} the exit code
 */
export async function makePackages(args, env) {
  if (args.includes('--npm')) return packForNpm(ROOT);
  if (args.includes('--write-list')) return writeListOnStandIn();
  if (!args.some((arg) => /electronDist/.test(arg)) && !(await haveElectron(env))) return 1;
  const child = spawn(process.execPath, [path.join(ROOT, 'node_modules/electron-builder/cli.js'), ...args, '--publish', 'never'], { cwd: ROOT, env, stdio: 'inherit' });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      if (code !== 0) console.error('No packages were made: what stands above says why.');
      resolve(code ?? 1);
    });
  });
}

/**
 * The builder would try for long and end in a stack trace, so Electron is looked for first. What is downloaded here lies in
 * Electron's cache, where the builder finds it.
 *
 * @param {NodeJS.ProcessEnv} env
 */
async function haveElectron(env) {
  const electronFolder = env['CARREL_ELECTRON_FOLDER'] ?? path.join(ROOT, 'node_modules/electron');
  if (findElectron(electronFolder, env) !== undefined) return true;
  const failure = await downloadElectron({ electronFolder, timeLimitMs: TIME_LIMIT_MS, env, signal: new AbortController().signal });
  if (!failure) return true;
  console.error(`The desktop packages need Electron, which could not be downloaded: ${failure.reason}. "npm run dist -- --npm" packs the command line and the web host without it.`);
  return false;
}

/** What is packed does not depend on Electron, so its list can be written where there is none. */
async function writeListOnStandIn() {
  const { copyProject, packApp, removeProject } = await import('../../e2e/fixtures/pack-app.ts');
  const project = copyProject();
  const list = path.join(import.meta.dirname, 'asar-list.txt');
  try {
    const { status, output } = await packApp(project, 'linux', ['--dir', '--x64'], { CARREL_WRITE_ASAR_LIST: list });
    if (status === 0) console.log(`Written: ${path.relative(ROOT, list)}. Look at what changed in it before it is committed.`);
    else console.error(output);
    return status ?? 1;
  } finally {
    removeProject(project);
  }
}

// Without the build that `npm run dist` begins with.
if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await makePackages(process.argv.slice(2), process.env);
