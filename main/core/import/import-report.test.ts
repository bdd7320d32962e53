import { describe, expect, it, vi } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { ArticleId, ImportId, WatchedFolderId } from '../../contract/ids.ts';
import { ImportOptions, type ImportEntry } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import { packArticle, unpackArticle } from '../store/packed-article.ts';
import { makeArticle } from '../store/store-fixtures.ts';
import type { PackedWrite } from '../store/write-import.ts';
import { ImportReport, type EarlierReport, type WatchedFiles } from './import-report.ts';

const facts = { id: ImportId.parse('i'), label: 'In', origin: 'paths', started: '2026-01-01T00:00:00.000Z', paths: ['/in'], options: ImportOptions.parse({}) } as const;
const failed = (source: string): ImportEntry => ({ list: 'failed', source, code: 'no-text', message: 'No text.' });
const FINISHED = { state: 'finished', seconds: 1, error: null, undone: null } as const;

/** A report on a library that takes a write whenever `full` is false. */
function makeReport(earlier?: EarlierReport, watched?: WatchedFiles) {
  const library = { full: false };
  const written: PackedWrite[] = [];
  const reported: ImportEntry[] = [];
  const write = async (asked: PackedWrite) => {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (library.full) throw new LibraryError('disk-full', 'Full.');
    written.push(asked);
    return asked.articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title }) as const);
  };
  const parts = { facts: { ...facts, paths: [...facts.paths] }, write, seconds: () => 1, onReported: (entries: readonly ImportEntry[]) => reported.push(...entries), earlier, watched };
  return { library, written, reported, make: () => new ImportReport(parts) };
}

const numbersOf = (written: readonly PackedWrite[]) => written.flatMap(({ places, entries }) => [...places, ...entries].map(({ number }) => number));

describe('a report under way', () => {
  it('begins at once, numbers entries without a gap, and writes what failed with the next articles', async () => {
    const { make, written, reported } = makeReport();
    const report = make();
    report.take(failed('/in/a'));
    expect(await report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/b', item: '1' }])).toHaveLength(1);
    await report.end(FINISHED);
    expect(written.map(({ begin, articles, entries, stand }) => [begin !== undefined, articles.length, entries.length, stand?.state])).toEqual([
      [true, 0, 0, undefined],
      [false, 1, 1, undefined],
      [false, 0, 0, 'finished'],
    ]);
    expect(new Set(numbersOf(written))).toEqual(new Set([1, 2]));
    expect(reported).toEqual([failed('/in/a')]);
  });

  it('does not wait for articles longer than a moment, and tells of entries only when they are kept', async () => {
    const { make, written, reported } = makeReport();
    const report = make();
    report.take(failed('/in/a'));
    expect(reported).toEqual([]);
    await vi.waitFor(() => expect(reported).toHaveLength(1), { timeout: 3 * LIMITS.reportWaitMs });
    expect(written.at(-1)?.entries).toEqual([{ ...failed('/in/a'), number: 1 }]);
    await report.end(FINISHED);
  });

  it('makes no write of more entries than one may hold', async () => {
    const { make, written, reported } = makeReport();
    const report = make();
    for (let index = 0; index < LIMITS.reportEntries * 2 + 10; index += 1) report.take(failed(`/in/${index}`));
    await report.end(FINISHED);
    expect(written.map(({ entries }) => entries.length).filter((length) => length > 0)).toEqual([LIMITS.reportEntries, LIMITS.reportEntries, 10]);
    expect(reported).toHaveLength(LIMITS.reportEntries * 2 + 10);
    expect(new Set(numbersOf(written)).size).toBe(LIMITS.reportEntries * 2 + 10);
  });

  it('goes on with an earlier one, and writes the entries anew that are tried again', async () => {
    const { make, written } = makeReport({ lastNumber: 41, take: (source) => (source === '/in/again' ? 7 : undefined), giveBack: () => {} });
    const report = make();
    report.take(failed('/in/a'));
    await report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/again' }]);
    await report.end(FINISHED);
    expect(written.map(({ begin, stand }) => [begin, stand?.state])).toEqual([[undefined, 'running'], [undefined, undefined], [undefined, 'finished']]);
    expect(written[1]).toMatchObject({ places: [{ number: 7 }], entries: [{ number: 42 }] });
  });

  it('keeps the numbers of entries that could not be written, and gives those of articles back', async () => {
    const back: unknown[] = [];
    const numbers = [7, 8];
    const { make, written, library } = makeReport({ lastNumber: 41, take: () => numbers.shift(), giveBack: (...place) => back.push(place) });
    library.full = true;
    const report = make();
    report.take(failed('/in/again'));
    await expect(report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/b', item: '1' }])).rejects.toMatchObject({ code: 'disk-full' });
    expect(back).toEqual([[8, '/in/b', '1']]);
    library.full = false;
    await report.end(FINISHED);
    expect(written).toMatchObject([{ entries: [{ number: 7 }] }]);
  });

  it('is begun by a later write where the first could not begin it', async () => {
    const { make, written, library } = makeReport();
    library.full = true;
    const report = make();
    report.take(failed('/in/a'));
    await expect(report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/b' }])).rejects.toMatchObject({ code: 'disk-full' });
    library.full = false;
    await report.storeBatch([packArticle(makeArticle('c'))], [{ source: '/in/c' }]);
    expect(written).toMatchObject([{ begin: facts, entries: [{ source: '/in/a' }] }]);
    await report.end(FINISHED);
    expect(written.at(-1)?.begin).toBeUndefined();
  });

  it('holds what the library has no room for, and tells of it all the same', async () => {
    const { make, library, reported } = makeReport();
    const report = make();
    await report.storeBatch([packArticle(makeArticle('a'))], [{ source: '/in/a' }]);
    library.full = true;
    report.take(failed('/in/b'));
    report.take(failed('/in/c'));
    await expect(report.end(FINISHED)).rejects.toMatchObject({ code: 'disk-full' });
    expect(reported.map(({ source }) => source)).toEqual(['/in/b', '/in/c']);
    expect(report.unkept.map(({ source }) => source)).toEqual(['/in/b', '/in/c']);
  });
});

describe('a report on files of a watched folder', () => {
  const watched: WatchedFiles = {
    folder: WatchedFolderId.parse('folder-1'),
    fileOf: (source) => (source.startsWith('/in/other') ? undefined : { path: source.slice('/in/'.length), sizeBytes: 1, modified: 2 }),
    isPassing: (code) => code === 'disk-full',
  };
  const takenOf = (written: readonly PackedWrite[]) => written.flatMap(({ taken }) => (taken ? [taken.files.map(({ path, whole }) => [path, whole])] : []));

  it('takes each file in the write that says what became of it', async () => {
    const { make, written } = makeReport(undefined, watched);
    const report = make();
    report.take(failed('/in/empty'));
    report.take({ list: 'failed', source: '/in/unlucky', code: 'disk-full', message: 'Full.' });
    report.take(failed('/in/other'));
    await report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/b' }]);
    await report.end(FINISHED);
    expect(takenOf(written)).toEqual([
      [
        ['b', true],
        ['empty', true],
      ],
    ]);
    expect(written.map(({ taken }) => taken?.folder)).toContain('folder-1');
  });

  it('takes a file of several items in part, and as a whole only after all that failed in it', async () => {
    const { make, written } = makeReport(undefined, watched);
    const report = make();
    await report.storeBatch([packArticle(makeArticle('b'))], [{ source: '/in/letters', item: '1' }]);
    for (let item = 2; item < LIMITS.reportEntries + 10; item += 1) report.take({ list: 'failed', source: '/in/letters', item: `${item}`, code: 'no-text', message: 'No text.' });
    report.takeWhole('/in/letters');
    await report.end(FINISHED);
    expect(takenOf(written)).toEqual([[['letters', false]], [['letters', false]], [['letters', true]]]);
  });
});
