import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ImportId } from '../../contract/ids.ts';
import { ImportOptions, type ImportOrigin } from '../../contract/imports.ts';
import { findImport, readReport } from './import-rows.ts';
import type { LibraryStore } from './library-store.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';
import { writeImport } from './write-import.ts';

const ID = ImportId.parse('upload-1');

/** A library that was left while an import was under way, with files on their way in. */
function leaveLibrary(files: readonly string[], origin: ImportOrigin = 'upload'): string {
  const root = makeScratchFolder();
  const store = openStore(root);
  const begin = { id: ID, label: 'Dropped', origin, started: '2026-02-01T08:00:00.000Z', paths: [], options: ImportOptions.parse({}) };
  writeImport(store, { importId: ID, begin, articles: [makeArticle('a')], onDuplicate: 'skip', places: [{ number: 1, source: 'a/a.txt' }], entries: [], seconds: 2 });
  store.close();
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(root, 'incoming', ID, file)), { recursive: true });
    fs.writeFileSync(path.join(root, 'incoming', ID, file), file);
  }
  return root;
}

const entries = (store: LibraryStore) => readReport(store.database, ID, { limit: 10, offset: 0 }).entries;

describe('an upload that was cut off', () => {
  it('has ended, and names what had come and was not imported', () => {
    const root = leaveLibrary(['a/a.txt', 'a/b.html', 'pasted text']);
    const store = openStore(root);
    onTestFinished(() => store.close());
    expect(findImport(store.database, ID)).toMatchObject({ state: 'failed', error: { code: 'interrupted' }, counts: { imported: 1, failed: 2 } });
    expect(entries(store)).toMatchObject([
      { number: 1, list: 'imported', source: 'a/a.txt' },
      { number: 2, list: 'failed', source: expect.stringMatching(/^(?:-|a\/b\.html)$/), code: 'interrupted' },
      { number: 3, list: 'failed', source: expect.stringMatching(/^(?:-|a\/b\.html)$/), code: 'interrupted' },
    ]);
    expect(fs.readdirSync(root)).not.toContain('incoming');
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });

  it('is named once', () => {
    const root = leaveLibrary(['a/b.html']);
    openStore(root).close();
    const store = openStore(root);
    onTestFinished(() => store.close());
    expect(entries(store)).toHaveLength(2);
  });

  it('is named at the next opening where there is no room for it now', () => {
    const root = leaveLibrary(['a/b.html']);
    for (let failing = 1; ; failing += 1) {
      const failingDisk = new FailingDisk();
      failingDisk.failing = failing;
      let opened: LibraryStore | undefined;
      try {
        opened = openStore(root, failingDisk.disk);
      } catch {
        continue;
      }
      const named = entries(opened).length;
      opened.close();
      expect(named).toBe(fs.existsSync(path.join(root, 'incoming')) ? 1 : 2);
      if (named === 2) break;
    }
  });

  it('leaves imports of paths to be gone on with', () => {
    const store = openStore(leaveLibrary([], 'paths'));
    onTestFinished(() => store.close());
    expect(findImport(store.database, ID)?.state).toBe('running');
  });
});
