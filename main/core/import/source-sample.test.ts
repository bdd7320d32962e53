import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { LARGE_IMPORT } from '../../contract/imports.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import type { Source } from './find-sources.ts';
import { SourceSample } from './source-sample.ts';

async function* files(count: number, folder = '/in'): AsyncGenerator<Source> {
  for (let index = 0; index < count; index += 1) {
    const file = path.join(folder, `${index}.txt`);
    yield { kind: 'file', path: file, source: file, root: folder };
    yield { kind: 'companion', source: path.join(folder, `${index}.png`), of: file };
  }
}

async function readAll(sample: SourceSample): Promise<string[]> {
  const chosen: string[] = [];
  for await (const { source } of sample) chosen.push(path.basename(source));
  return chosen;
}

it('chooses among all files of a large import, and counts files alone', async () => {
  const sample = new SourceSample(files(LARGE_IMPORT), 4);
  expect(await readAll(sample)).toEqual(['0.txt', '125.txt', '250.txt', '375.txt']);
  expect(sample.seen).toEqual({ found: LARGE_IMPORT, complete: true });
});

it('chooses none of an import that is not large: it is begun, and not read twice', async () => {
  const sample = new SourceSample(files(LARGE_IMPORT - 1), 4);
  expect(await readAll(sample)).toEqual([]);
  expect(sample.seen).toEqual({ found: LARGE_IMPORT - 1, complete: true });
});

it('passes over a file that would be waited for', async () => {
  const folder = makeScratchFolder();
  for (const name of ['0.txt', '250.txt']) fs.writeFileSync(path.join(folder, name), '');
  fs.truncateSync(path.join(folder, '250.txt'), 11 * 1024 * 1024);
  expect(await readAll(new SourceSample(files(LARGE_IMPORT, folder), 2))).toEqual(['0.txt']);
});

it('does not look for the last file of very many', async () => {
  const sample = new SourceSample(files(1_000_000), 3);
  expect(await readAll(sample)).toHaveLength(3);
  const { found, complete } = sample.seen;
  expect(found).toBeLessThanOrEqual(2_000);
  expect(complete).toBe(false);
});
