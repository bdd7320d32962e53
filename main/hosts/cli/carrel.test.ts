import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

it('starts what is built in a folder whose name an address would read in another way', () => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel 50%25 #1 '));
  onTestFinished(() => fs.rmSync(root, { recursive: true, force: true }));
  for (const folder of ['build/node', 'main/hosts/cli']) fs.mkdirSync(path.join(root, folder), { recursive: true });
  fs.writeFileSync(path.join(root, 'package.json'), '{"type":"module"}');
  fs.writeFileSync(path.join(root, 'build/node/cli.js'), "process.stdout.write('started');");
  const launcher = path.join(root, 'main/hosts/cli/carrel.js');
  fs.copyFileSync(path.join(import.meta.dirname, 'carrel.js'), launcher);
  const { stdout, stderr } = spawnSync(process.execPath, [launcher], { encoding: 'utf8' });
  expect({ stdout, stderr }).toEqual({ stdout: 'started', stderr: '' });
});
