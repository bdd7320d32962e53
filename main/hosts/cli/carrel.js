#!/usr/bin/env node
// Starts the built command line. Plain JavaScript and committed, because a bundler's output has no run bit; under an
// older Node it starts itself again with the one that the project brings along.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import v8 from 'node:v8';

const LEAST_NODE = 24;
const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
const built = here('../../../build/node/cli.js');

if (!existsSync(built)) {
  process.stderr.write('Carrel is not built yet. Run "npm run build" in its folder first.\n');
  process.exitCode = 2;
} else if (Number.parseInt(process.versions.node, 10) >= LEAST_NODE) {
  // A thread that makes many objects lets the room for new ones grow to 96 MB, and keeps it. So it stays as it begins, which for workers is 4 MB:
  // measured on an import of 100,000 articles, 150 MB less and no slower. Both flags are only looked at when that room is made or grows, which is after this.
  v8.setFlagsFromString('--min-semi-space-size=4 --semi-space-growth-factor=1');
  // By its address: a path with a drive's letter, a % or a # would be taken for another address.
  await import(pathToFileURL(built).href);
} else {
  const node = here('../../../node_modules/.bin/node');
  if (existsSync(node)) runWith(node);
  else {
    process.stderr.write(`Carrel needs Node.js ${LEAST_NODE} or later; this is ${process.versions.node}.\n`);
    process.exitCode = 2;
  }
}

/** @param {string} node */
function runWith(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  // A signal to this process is meant for the one that works.
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
  });
}
