import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { unpackArticle } from '../store/packed-article.ts';
import type { FileToPrepare } from './prepare-file.ts';
import { prepareSome, type FileOutcome } from './prepare-some.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-some-'));
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

function writeFile(name: string, content: string) {
  fs.writeFileSync(path.join(folder, name), content);
  return { path: path.join(folder, name), root: folder, tags: [], collections: [] };
}

/** As many calls as it takes: on a busy machine one file may be all that a call has time for. */
async function prepareAll(files: readonly FileToPrepare[]): Promise<FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  while (outcomes.length < files.length) outcomes.push(...(await prepareSome(files.slice(outcomes.length))));
  return outcomes;
}

function titlesOf(outcome: FileOutcome | undefined): string[] {
  if (!outcome || !('prepared' in outcome) || outcome.prepared.kind !== 'articles') return [];
  return outcome.prepared.items.flatMap((item) => ('article' in item ? [unpackArticle(item.article).content.title] : []));
}

it('answers with the outcome of each file, in their order', async () => {
  const outcomes = await prepareAll([writeFile('a.txt', 'A story\n\nOf some words.\n'), writeFile('b.txt', ''), { ...writeFile('c.txt', 'c'), path: path.join(folder, 'gone.txt') }]);
  expect(titlesOf(outcomes[0])).toEqual(['A story']);
  expect(outcomes.slice(1)).toMatchObject([{ code: 'empty' }, { code: 'file-missing' }]);
});

it('stops when it has read as much as may cross at once, and not before the first', async () => {
  const large = `A long story\n\n${'It went on and on.\n'.repeat(LIMITS.groupBytes / 16)}`;
  const outcomes = await prepareSome([writeFile('a.txt', large), writeFile('b.txt', large), writeFile('c.txt', large)]);
  expect(outcomes.length).toBe(1);
  expect(outcomes[0]).toMatchObject({ prepared: { kind: 'articles' } });
});
