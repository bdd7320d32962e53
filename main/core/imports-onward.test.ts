import fs from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import type { Outcome } from '../contract/define.ts';
import type { ImportId } from '../contract/ids.ts';
import type { ImportProgress } from '../contract/imports.ts';
import { openLibrary, type Library } from './open-library.ts';
import { openForTest as open, testServices as services } from './library-fixtures.ts';
import { makeScratchFolder } from './store/store-fixtures.ts';

// Imports that are stopped and gone on with, on the whole library with its real workers.

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

async function reached(library: Library, importId: ImportId, state: ImportProgress['state']): Promise<ImportProgress> {
  const get = async () => value(await library.client['imports.get']({ importId }));
  await vi.waitFor(async () => expect((await get()).state).toBe(state), { timeout: 30_000, interval: 50 });
  return get();
}

const FILES = 400;

function writeFiles(): string {
  const folder = makeScratchFolder();
  for (let index = 0; index < FILES; index += 1) fs.writeFileSync(path.join(folder, `${index}.txt`), `Report ${index}\n\nThe keeper wrote down the number ${index} and nothing else.\n`);
  return folder;
}

const start = async (library: Library, folder: string) => value(await library.client['imports.startPaths']({ paths: [folder] })).importId;

async function sourcesOf(library: Library, importId: ImportId): Promise<string[]> {
  const { entries } = value(await library.client['imports.entries']({ importId, list: 'imported', limit: 1_000 }));
  return entries.map(({ source }) => source);
}

it('an import that is cut off when the library is closed goes on at the next opening, in its own report', { timeout: 60_000 }, async () => {
  const root = makeScratchFolder();
  const folder = writeFiles();
  const first = await openLibrary({ root, access: 'write' }, services);
  const importId = await start(first, folder);
  await vi.waitFor(async () => expect(value(await first.client['imports.get']({ importId })).done).toBeGreaterThan(0), { timeout: 30_000, interval: 10 });
  await first.close();

  const offering = await openLibrary({ root, access: 'write' }, services);
  const left = value(await offering.client['imports.get']({ importId }));
  await offering.close();
  expect(left.state === 'interrupted' || left.done === FILES).toBe(true);

  const library = await open(root, { staysOpen: true });
  const done = await reached(library, importId, 'finished');
  expect(done).toMatchObject({ found: FILES, done: FILES, counts: { imported: FILES, duplicates: 0, failed: 0 } });
  expect(new Set(await sourcesOf(library, importId)).size).toBe(FILES);
  expect(value(await library.client['articles.list']({})).total).toBe(FILES);
  expect(value(await library.client['imports.list']({})).total).toBe(1);
  expect(value(await library.client['library.verify']({})).ok).toBe(true);
});

it('a paused import reads nothing, stays paused over a restart, and is continued when asked to', { timeout: 60_000 }, async () => {
  const root = makeScratchFolder();
  const folder = writeFiles();
  const first = await openLibrary({ root, access: 'write' }, services);
  const importId = await start(first, folder);
  value(await first.client['imports.pause']({ importId }));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const paused = value(await first.client['imports.get']({ importId }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(paused.state).toBe('paused');
  expect(paused.done).toBeLessThan(FILES);
  expect(value(await first.client['imports.get']({ importId }))).toMatchObject({ done: paused.done, seconds: paused.seconds });
  await first.close();

  const library = await open(root, { staysOpen: true });
  expect(value(await library.client['imports.get']({ importId })).state).toBe('paused');
  value(await library.client['imports.continue']({ importId }));
  const done = await reached(library, importId, 'finished');
  expect(done.counts).toMatchObject({ imported: FILES, duplicates: 0, failed: 0 });
});

it('the same import once more takes over from one that was cut off', { timeout: 60_000 }, async () => {
  const root = makeScratchFolder();
  const folder = writeFiles();
  const first = await openLibrary({ root, access: 'write' }, services);
  const cutOff = await start(first, folder);
  await first.close();
  const library = await open(root);
  expect(value(await library.client['imports.get']({ importId: cutOff })).state).toBe('interrupted');
  const again = await start(library, folder);
  const { counts } = await reached(library, again, 'finished');
  expect(counts.imported + counts.duplicates).toBe(FILES);
  expect(value(await library.client['imports.get']({ importId: cutOff })).state).toBe('cancelled');
  expect(value(await library.client['articles.list']({})).total).toBe(FILES);
});

it('what failed is tried again in the same report: all of it, or some', { timeout: 60_000 }, async () => {
  const library = await open(makeScratchFolder());
  const { client } = library;
  const folder = makeScratchFolder();
  for (const name of ['a.txt', 'b.txt', 'c.txt']) fs.writeFileSync(path.join(folder, name), name === 'a.txt' ? 'A story\n\nThat was there at once.' : '');
  const importId = await start(library, folder);
  expect((await reached(library, importId, 'finished')).counts).toMatchObject({ imported: 1, failed: 2 });

  for (const name of ['b.txt', 'c.txt']) fs.writeFileSync(path.join(folder, name), `Story of ${name}\n\nThat came later.`);
  const failed = async () => value(await client['imports.entries']({ importId, list: 'failed' })).entries;
  const [first] = await failed();
  expect(value(await client['imports.retry']({ importId, entries: [first?.number ?? 0] }))).toEqual({ importId, retried: 1 });
  expect((await reached(library, importId, 'finished')).counts).toMatchObject({ imported: 2, failed: 1 });
  expect(value(await client['imports.entries']({ importId, list: 'imported', search: 'Story of' })).entries).toMatchObject([{ number: first?.number, source: first?.source }]);

  expect(value(await client['imports.retry']({ importId }))).toEqual({ importId, retried: 1 });
  expect(await reached(library, importId, 'finished')).toMatchObject({ found: 3, done: 3, counts: { imported: 3, failed: 0 } });
  expect(await client['imports.retry']({ importId })).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  expect(value(await client['library.verify']({}))).toMatchObject({ ok: true, articles: 3 });
});

it('what fails once more keeps its place with the newest reason', { timeout: 60_000 }, async () => {
  const library = await open(makeScratchFolder());
  const folder = makeScratchFolder();
  fs.writeFileSync(path.join(folder, 'a.txt'), '');
  const importId = await start(library, folder);
  await reached(library, importId, 'finished');
  fs.rmSync(path.join(folder, 'a.txt'));
  value(await library.client['imports.retry']({ importId }));
  await reached(library, importId, 'finished');
  await vi.waitFor(async () => expect(value(await library.client['imports.entries']({ importId, list: 'failed' }))).toMatchObject({ total: 1, entries: [{ number: 1, code: 'file-missing' }] }), { timeout: 10_000 });
});

it('an import is undone by one call, and its articles come back by another', { timeout: 60_000 }, async () => {
  const library = await open(makeScratchFolder());
  const folder = makeScratchFolder();
  fs.writeFileSync(path.join(folder, 'a.txt'), 'A story\n\nThat was there at once.');
  const importId = await start(library, folder);
  await reached(library, importId, 'finished');
  const undone = value(await library.client['imports.undo']({ importId }));
  expect([undone.trashed.length, value(await library.client['articles.list']({})).total]).toEqual([1, 0]);
  expect(value(await library.client['imports.get']({ importId })).undoneAt).not.toBeNull();
  expect(value(await library.client['articles.restore']({ ids: undone.trashed })).restored).toEqual(undone.trashed);
});
