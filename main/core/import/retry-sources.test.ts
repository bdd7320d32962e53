import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import type { Source } from './find-sources.ts';
import { findAgain } from './retry-sources.ts';

async function again(root: string, ...sources: string[]): Promise<{ found: Source[]; folders: string[] }> {
  const found: Source[] = [];
  const folders: string[] = [];
  const items = sources.map((source, index) => ({ number: index + 1, source: path.join(root, source) }));
  for await (const source of findAgain(items, [root], (folder, first) => folders.push(`${path.relative(root, folder)} ${path.relative(root, first)}`))) found.push(source);
  return { found, folders };
}

it('finds failed files where the import found them, each once, with what lies beside them', async () => {
  const root = makeScratchFolder();
  fs.mkdirSync(path.join(root, 'pages'));
  for (const name of ['a.zip', 'pages/p.html']) fs.writeFileSync(path.join(root, name), name);
  const { found } = await again(root, 'a.zip/inner/one.html', 'a.zip', 'pages/p.html', 'gone.txt');
  expect(found).toMatchObject([
    { kind: 'file', source: path.join(root, 'a.zip'), root },
    { kind: 'file', source: path.join(root, 'pages/p.html'), root },
    { kind: 'failed', source: path.join(root, 'gone.txt'), code: 'file-missing' },
  ]);
});

it('looks into a folder that could not be read before, and says what stands in for it', async () => {
  const root = makeScratchFolder();
  fs.mkdirSync(path.join(root, 'folder'));
  for (const name of ['folder/a.txt', 'folder/b.txt']) fs.writeFileSync(path.join(root, name), name);
  const { found, folders } = await again(root, 'folder');
  expect(found.map(({ source }) => path.relative(root, source))).toEqual(['folder/a.txt', 'folder/b.txt']);
  expect(folders).toEqual(['folder folder/a.txt']);
});

it('follows no link that the import did not follow', async () => {
  const root = makeScratchFolder();
  const elsewhere = makeScratchFolder();
  fs.writeFileSync(path.join(elsewhere, 'secret.txt'), 'secret');
  fs.symlinkSync(path.join(elsewhere, 'secret.txt'), path.join(root, 'link.txt'));
  const { found } = await again(root, 'link.txt');
  expect(found).toMatchObject([{ kind: 'failed', source: path.join(root, 'link.txt'), code: 'unsupported-format' }]);
});
