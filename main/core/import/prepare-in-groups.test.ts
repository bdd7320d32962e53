import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { unpackArticle } from '../store/packed-article.ts';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import type { UnrulyPreparingCalls } from './fixtures/unruly-preparing-worker.ts';
import type { FileToPrepare } from './prepare-file.ts';
import type { PackedItem } from './prepare-some.ts';
import { GroupedPreparation } from './prepare-in-groups.ts';

let folder = '';
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-groups-'));
  return () => fs.rmSync(folder, { recursive: true, force: true });
});

function writeFile(name: string, content: string | Uint8Array = `The harbour of ${name}\n\nNothing was heard of it again.\n`): FileToPrepare {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  return { path: file, root: folder, tags: [], collections: [] };
}

/** Preparation by a real pool, and how many files each call had. Impatient: for files that never end. */
function startGroups({ impatient = false } = {}) {
  const pool = new WorkerPool<UnrulyPreparingCalls>({
    file: new URL('./fixtures/unruly-preparing-worker.ts', import.meta.url),
    size: 2,
    timeoutMs: LIMITS.itemTimeMs,
    limits: { maxOldGenerationSizeMb: 128 },
  });
  onTestFinished(() => pool.close());
  const groups: number[] = [];
  const preparation = new GroupedPreparation({
    size: pool.size,
    prepareSome: (files, timeoutMs) => {
      groups.push(files.length);
      return pool.call('prepareSome', files, impatient ? timeoutMs / 3 : timeoutMs);
    },
  });
  const outcome = (file: FileToPrepare, signal = new AbortController().signal) =>
    preparation.prepare(file, signal).then(
      (prepared) => (prepared.kind === 'articles' ? titleOf(prepared.items[0]) : prepared.kind),
      (error: unknown) => (error instanceof LibraryError ? error.code : String(error)),
    );
  return { pool, groups, outcome };
}

function titleOf(item: PackedItem | undefined): string | undefined {
  return item && 'article' in item ? unpackArticle(item.article).content.title : undefined;
}

describe('preparing files in groups', () => {
  it('gives each file its own outcome, many files by few calls', async () => {
    const { groups, outcome } = startGroups();
    const files = Array.from({ length: 200 }, (_, index) => (index % 7 === 3 ? writeFile(`${index}.txt`, '') : writeFile(`${index}.txt`)));
    const outcomes = await Promise.all(files.map((file) => outcome(file)));
    expect(outcomes).toEqual(files.map((_, index) => (index % 7 === 3 ? 'empty' : `The harbour of ${index}.txt`)));
    expect(Math.max(...groups)).toBe(LIMITS.groupFiles);
  });

  it.each([
    ['deadly.txt', 'reader-crashed'],
    ['endless.txt', 'timed-out'],
  ])('lets %s fail alone', async (name, code) => {
    const { outcome } = startGroups({ impatient: true });
    const files = Array.from({ length: 60 }, (_, index) => writeFile(index === 40 ? name : `${index}.txt`));
    const outcomes = await Promise.all(files.map((file) => outcome(file)));
    expect(outcomes).toEqual(files.map((_, index) => (index === 40 ? code : `The harbour of ${index}.txt`)));
  }, 90_000);

  it('comes back to the files that a worker did not get to', async () => {
    const { outcome } = startGroups();
    const large = `A long story\n\n${'It went on and on.\n'.repeat(LIMITS.groupBytes / 256)}`;
    const files = Array.from({ length: 12 }, (_, index) => writeFile(`${index}.txt`, `${large}${index}`));
    expect(await Promise.all(files.map((file) => outcome(file)))).toEqual(files.map(() => 'A long story'));
  });

  it('does not begin with files of an import that was cancelled, and goes on with those of another', async () => {
    const { outcome } = startGroups();
    const cancelled = new AbortController();
    const files = Array.from({ length: 300 }, (_, index) => writeFile(`${index}.txt`));
    const outcomes = Promise.all(files.map((file, index) => outcome(file, index % 2 === 0 ? cancelled.signal : undefined)));
    cancelled.abort(new LibraryError('cancelled', 'The import was cancelled.'));
    const codes = await outcomes;
    expect(codes.filter((code) => code === 'cancelled').length).toBeGreaterThan(100);
    expect(codes.filter((_, index) => index % 2 === 1)).toEqual(files.flatMap((_, index) => (index % 2 === 1 ? [`The harbour of ${index}.txt`] : [])));
  });

  it('sends no more of what is in memory at once than a message may hold', async () => {
    const { groups, outcome } = startGroups();
    const bytes = Buffer.from(`A long story\n\n${'It went on and on.\n'.repeat(LIMITS.groupBytes / 40)}`);
    const files = Array.from({ length: 12 }, (_, index) => ({ bytes, fileName: `${index}.txt`, item: `${index}.txt`, tags: [], collections: [] }));
    expect(await Promise.all(files.map((file) => outcome(file)))).toEqual(files.map(() => 'A long story'));
    expect(Math.max(...groups)).toBeLessThanOrEqual(2);
  });

  it('ends with the pool', async () => {
    const { pool, outcome } = startGroups();
    const outcomes = Promise.all(Array.from({ length: 100 }, (_, index) => outcome(writeFile(`${index}.txt`))));
    await pool.close();
    expect([...new Set(await outcomes)]).toContain('closed');
  });
});
