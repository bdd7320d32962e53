import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { libraryArgument, ownArguments, readHandedOver } from './start-arguments.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-start-'));
const file = path.join(folder, 'an article.txt');
fs.writeFileSync(file, 'x');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it('finds files by path, relative to where the start happened, and by file address', () => {
  const { paths, refused } = readHandedOver(['an article.txt', file, pathToFileURL(file).href, '.'], folder);
  expect(paths).toEqual([file, file, file, folder]);
  expect(refused).toEqual([]);
});

it('finds the article of an address', () => {
  expect(readHandedOver(['carrel://article/Abc_1-2'], folder)).toEqual({ paths: [], article: 'Abc_1-2', refused: [] });
});

it.each([
  'carrel://article/',
  'carrel://article/../../etc',
  'carrel://article/a%2Fb',
  'carrel://article/a?x=1',
  'carrel://settings/theme',
  'carrel:article/abc',
  'carrel:x/../an article.txt',
  'carrel://article/../../an article.txt',
  'CARREL:x/../an article.txt',
  'https://example.org/',
  'file://elsewhere/share/x.txt',
  'no such file.txt',
])('refuses %s', (value) => {
  expect(readHandedOver([value], folder)).toEqual({ paths: [], article: undefined, refused: [value] });
});

it('passes over options, and the library is no file to import', () => {
  expect(readHandedOver(['--inspect=0', '-x', '--library', folder, file], folder).paths).toEqual([file]);
  expect(libraryArgument(['--library', 'lib'], folder)).toBe(path.join(folder, 'lib'));
  expect(libraryArgument([`--library=${folder}`], '/')).toBe(folder);
  expect(libraryArgument([file], folder)).toBeUndefined();
});

it('leaves Electron and its folder out of the arguments', () => {
  expect(ownArguments(['/opt/carrel', file], false)).toEqual([file]);
  expect(ownArguments(['electron', '--remote-debugging-port=0', '.', '--library=x', file], true)).toEqual(['--remote-debugging-port=0', '--library=x', file]);
});
