import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { updatePage } from './licence-plugin.ts';

it('a build goes on from an earlier one of which a package is gone since', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-licences-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const [zod, conf] = [path.resolve('node_modules/zod'), path.resolve('node_modules/conf')];
  fs.writeFileSync(path.join(folder, 'packages.json'), JSON.stringify({ renderer: [conf], node: [path.join(folder, 'node_modules/gone'), conf] }));
  updatePage(folder, 'renderer', [zod]);
  expect(JSON.parse(fs.readFileSync(path.join(folder, 'packages.json'), 'utf8'))).toEqual({ renderer: [zod], node: [conf] });
  expect(() => updatePage(folder, 'renderer', [path.join(folder, 'node_modules/gone')])).toThrow('gone');
});
