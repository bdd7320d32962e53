import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

/** Runs the layer check on a small tree of our own. */
function check(files: Record<string, string>): { status: number | null; output: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-layers-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check-layers.js', folder], { encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

const SOUND = {
  'main/contract/ids.ts': 'export const id = 1;\n',
  'main/contract/calls.ts': "import { id } from './ids.ts';\nexport const calls = [id];\n",
  'main/core/open-library.ts': "import { calls } from '../contract/calls.ts';\nexport const library = calls;\n",
  'main/core/store/rows.ts': "import { library } from '../open-library.ts';\nexport const rows = library;\n",
  'main/hosts/web/server.ts': "import { library } from '../../core/open-library.ts';\nexport const server = library;\n",
  'renderer/app/window.ts': "import { calls } from '../../main/contract/calls.ts';\nexport const window = calls;\n",
};

it('passes a tree that keeps the rules', () => {
  expect(check(SOUND)).toMatchObject({ status: 0 });
});

it.each([
  ['contract-is-pure', { 'main/contract/calls.ts': "import { rows } from '../core/store/rows.ts';\nexport const calls = [rows];\n" }],
  ['contract-is-pure', { 'main/contract/ids.ts': "import fs from 'node:fs';\nexport const id = fs;\n" }],
  ['core-knows-no-host', { 'main/core/store/rows.ts': "import { server } from '../../hosts/web/server.ts';\nexport const rows = server;\n" }],
  ['renderer-knows-only-the-contract', { 'renderer/app/window.ts': "import { library } from '../../main/core/open-library.ts';\nexport const window = library;\n" }],
  ['hosts-open-the-library-by-its-door', { 'main/hosts/web/server.ts': "import { rows } from '../../core/store/rows.ts';\nexport const server = rows;\n" }],
  ['sql-lives-in-the-store', { 'main/core/open-library.ts': "import sqlite from 'node:sqlite';\nimport { calls } from '../contract/calls.ts';\nexport const library = [calls, sqlite];\n" }],
  ['no-cycles', { 'main/contract/ids.ts': "import { calls } from './calls.ts';\nexport const id = () => calls;\n" }],
  ['no-orphans', { 'main/core/alone.ts': 'export const alone = 1;\n' }],
  ['nothing-unresolved', { 'main/core/open-library.ts': "import { calls } from '../contract/nowhere.ts';\nexport const library = calls;\n" }],
  ['sql-lives-in-the-store', { 'main/core/open-library.ts': "import { calls } from '../contract/calls.ts';\nexport const library = [calls, 'SELECT id FROM articles'];\n" }],
  ['no-markup-from-strings', { 'renderer/app/window.ts': "import { calls } from '../../main/contract/calls.ts';\nexport const window = (at: Element) => (at.innerHTML = String(calls));\n" }],
  ['no-scripts-in-the-frame', { 'renderer/app/window.ts': "import { calls } from '../../main/contract/calls.ts';\nexport const window = ['allow-scripts', calls];\n" }],
  ['one-door-for-windows', { 'main/hosts/web/server.ts': "import { library } from '../../core/open-library.ts';\nexport const server = [library, 'ipcMain'];\n" }],
  ['preload-knows-only-the-contract', { 'main/hosts/desktop/preload.ts': "import { server } from '../web/server.ts';\nexport const preload = server;\n" }],
  ['fake-electron-is-for-tests', { 'main/hosts/desktop/fake/app.ts': 'export const app = 1;\n', 'main/hosts/desktop/main.ts': "import { app } from './fake/app.ts';\nexport const main = app;\n" }],
])('fails on a planted violation of %s', (rule, planted) => {
  const { status, output } = check({ ...SOUND, ...planted });
  expect(output).toContain(`Layers: ${rule}:`);
  expect(status).toBe(1);
});

it('fails when it reads nothing', () => {
  expect(check({ 'main/core/alone.js': 'export const a = 1;\n' }).status).toBe(1);
});
