import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { updatePage } from './licence-plugin.ts';

function makeFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-licences-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

it('a build goes on from an earlier one that was cut off', () => {
  const folder = makeFolder();
  const zod = path.resolve('node_modules/zod');
  fs.writeFileSync(path.join(folder, 'packages.json'), '{"node": ["/some');
  updatePage(folder, 'renderer', [zod]);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'packages.json'), 'utf8'))).toEqual({ renderer: [zod] });
});

it('a build goes on from an earlier one of which a package is gone since', () => {
  const folder = makeFolder();
  const [zod, conf] = [path.resolve('node_modules/zod'), path.resolve('node_modules/conf')];
  fs.writeFileSync(path.join(folder, 'packages.json'), JSON.stringify({ renderer: [conf], node: [path.join(folder, 'node_modules/gone'), conf] }));
  updatePage(folder, 'renderer', [zod]);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'packages.json'), 'utf8'))).toEqual({ renderer: [zod], node: [conf] });
  expect(() => updatePage(folder, 'renderer', [path.join(folder, 'node_modules/gone')])).toThrow('gone');
});
