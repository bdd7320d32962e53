// All that a change must pass: types, lint, layers, unit tests, the build, end-to-end tests. Ends with one line that
// counts unit and end-to-end tests together.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const RESULTS = 'test-results';
const CODE_CACHE = 'node_modules/.cache/code';

/** @param {string} command @param {readonly string[]} args */
function run(command, ...args) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

/** @param {string} file */
function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}

// Each build leaves its own there.
for (const folder of [RESULTS, CODE_CACHE]) fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });
// Hundreds of processes load the same code: what was compiled once need not be again, which is a fifth of all the time.
process.env['NODE_COMPILE_CACHE'] ??= path.resolve(CODE_CACHE);
const unitResults = `${RESULTS}/unit.json`;
// Each step runs even if one before it failed, but for those that need it: one run shows all that is wrong.
const steps = [run('npm', 'run', 'types'), run('npm', 'run', 'lint'), run('npm', 'run', 'layers')];
steps.push(run('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`));
const unit = readJson(unitResults);
const built = run('npm', 'run', 'build');
steps.push(built);
if (built) steps.push(run('playwright', 'test'));
const endToEnd = readJson(`${RESULTS}/results.json`)?.stats;

// Of a long output the end is what is read first.
for (const { assertionResults, name } of unit?.testResults ?? []) {
  for (const { status, fullName, failureMessages } of assertionResults) {
    if (status === 'failed') console.log(`\nfailed: ${path.relative('.', name)}: ${fullName}\n${failureMessages.join('\n').slice(0, 2_000)}`);
  }
}

// What failed and passed at its second try has passed; Playwright lists it.
const flaky = endToEnd?.flaky ?? 0;
const passed = (unit?.numPassedTests ?? 0) + (endToEnd?.expected ?? 0) + flaky;
const skipped = (unit?.numPendingTests ?? 0) + (endToEnd?.skipped ?? 0);
// A step that fails without a count (a type error, a crash) is a failure, too.
const counted = (unit?.numFailedTests ?? 0) + (endToEnd?.unexpected ?? 0);
const failed = steps.every(Boolean) ? counted : Math.max(1, counted);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}${flaky > 0 ? `, ${flaky} passed only at the second try` : ''}`);
