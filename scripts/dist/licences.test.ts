import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { isPermissive, licencePage, readLicence } from './licences.ts';

function packageWith(facts: object, files: Record<string, string> = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-licence-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'some-package', version: '1.2.3', ...facts }));
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  return folder;
}

it.each(['MIT', 'OFL-1.1', '(MIT OR GPL-3.0)', 'MIT AND Apache-2.0'])('ships what is under %s', (expression) => {
  expect(isPermissive(expression)).toBe(true);
});

it.each(['GPL-3.0', 'MPL-2.0', 'MIT AND GPL-3.0', 'SEE LICENSE IN X', 'UNLICENSED', 'none', '((MIT))'])('does not ship what is under %s', (expression) => {
  expect(isPermissive(expression)).toBe(false);
});

it('passes on every text that a package has about its licence', () => {
  const folder = packageWith({ license: 'MIT' }, { 'LICENSE-MIT.txt': 'Copyright A\r\n', NOTICE: 'Parts by B', 'licenses.js': '', 'README.md': 'Read me' });
  expect(readLicence(folder)).toEqual({ name: 'some-package', version: '1.2.3', licence: 'MIT', text: 'Copyright A\n\nParts by B' });
  expect(licencePage([readLicence(folder)])).toContain('some-package 1.2.3\nLicence: MIT\n');
});

it('refuses a package without a text, unless its licence names nobody', () => {
  expect(() => readLicence(packageWith({ license: 'MIT' }))).toThrow('some-package 1.2.3 would be shipped, but its package holds no text of its licence (MIT).');
  expect(readLicence(packageWith({ license: 'Unlicense' })).text).toMatch(/^This is free and unencumbered software/);
});

it('takes the text from a README that holds it whole, and no mere mention of it', () => {
  const whole = '# A package\n\n## License (MIT)\n\nCopyright (c) A\n\nPermission is hereby granted, free of charge\n';
  expect(readLicence(packageWith({ license: 'MIT' }, { 'README.md': whole })).text).toBe('Copyright (c) A\n\nPermission is hereby granted, free of charge');
  expect(() => readLicence(packageWith({ license: 'MIT' }, { 'README.md': '# A package\n\n## License\n\nMIT, copyright A\n' }))).toThrow('holds no text of its licence');
});

it('refuses a package under a licence that is not permissive, or under none', () => {
  expect(() => readLicence(packageWith({ license: 'GPL-3.0' }, { LICENSE: 'Copyleft' }))).toThrow('licence "GPL-3.0"');
  expect(() => readLicence(packageWith({}, { LICENSE: 'All rights reserved' }))).toThrow('licence "none"');
});
