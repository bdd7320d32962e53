import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { ArticleId } from '../../contract/ids.ts';
import { ImportOptions, type ImportEntry } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import { packArticle, unpackArticle } from '../store/packed-article.ts';
import { makeArticle } from '../store/store-fixtures.ts';
import type { Source } from './find-sources.ts';
import { ImportRun, type RunParts } from './import-run.ts';
import type { Unpacked } from './containers/walk-container.ts';
import type { FileToPrepare } from './prepare-file.ts';
import type { Unpacking } from './unpacker.ts';

const file = (name: string): Source => ({ kind: 'file', path: `/in/${name}`, source: `/in/${name}`, root: '/in' });

const nameOf = (file: FileToPrepare): string => ('path' in file ? file.path : file.item);

async function* streamOf(sources: readonly Source[]): AsyncGenerator<Source> {
  yield* sources;
}

function makeRun(sources: readonly Source[], parts: Partial<RunParts> = {}): { run: ImportRun; entries: ImportEntry[] } {
  const entries: ImportEntry[] = [];
  const run = new ImportRun({
    sources: streamOf(sources),
    options: ImportOptions.parse({}),
    prepare: (file) => Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(nameOf(file))) }], companions: [] }),
    unpack: () => unpackingOf([]),
    storeBatch: (articles) => Promise.resolve(articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title }))),
    parallel: 4,
    onUnexpected: () => new LibraryError('internal', 'A bug.'),
    onFound: () => {},
    onAllFound: () => {},
    onEntry: (entry) => entries.push(entry),
    ...parts,
  });
  return { run, entries };
}

/** An archive that gives these groups, and then ends or fails. */
function unpackingOf(groups: readonly (readonly Unpacked[])[], problem?: Error): Unpacking {
  const left = [...groups];
  return { next: () => (left.length === 0 && problem ? Promise.reject(problem) : Promise.resolve(left.shift())), close: () => Promise.resolve() };
}

const packed = (item: string): Unpacked => ({ kind: 'file', item, fileName: item, bytes: Buffer.from(item) });

/** Reads archives as what they are and everything else as an article, which uses what it is told to. */
const prepareAll = (uses: Readonly<Record<string, string[]>> = {}): RunParts['prepare'] => (file) =>
  Promise.resolve(
    'path' in file && file.path.endsWith('.zip')
      ? { kind: 'container', container: 'zip' }
      : { kind: 'articles', items: [{ ...('item' in file ? { item: file.item } : {}), article: packArticle(makeArticle(nameOf(file))) }], companions: uses[nameOf(file)] ?? [] },
  );

const outline = (entries: readonly ImportEntry[]) => entries.map((entry) => `${entry.list} ${entry.source}${entry.list === 'failed' ? ` ${entry.code}` : ''}`).toSorted();

describe('an import', () => {
  it('reports every source in exactly one list, bad ones and bugs included', async () => {
    const { run, entries } = makeRun([file('good'), file('bad'), file('bug'), { kind: 'companion', source: '/in/.DS_Store', of: '/in' }], {
      prepare: (file) => {
        if (nameOf(file).endsWith('bad')) return Promise.reject(new LibraryError('no-text', 'No text.'));
        if (nameOf(file).endsWith('bug')) return Promise.reject(new TypeError('undefined is not a function'));
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(nameOf(file))) }], companions: [] });
      },
    });
    expect(await run.run()).toBeUndefined();
    expect(outline(entries)).toEqual(['companions /in/.DS_Store', 'failed /in/bad no-text', 'failed /in/bug internal', 'imported /in/good']);
  });

  it('gives an image to the page that used it, and names the others as unsupported', async () => {
    const { run, entries } = makeRun([file('a.png'), file('page.html'), file('z.png')], {
      prepare: (file) =>
        Promise.resolve(
          nameOf(file).endsWith('.png') ? { kind: 'unsupported', label: 'a PNG image', asset: true } : { kind: 'articles', items: [{ article: packArticle(makeArticle(nameOf(file))) }], companions: ['/in/a.png'] },
        ),
    });
    await run.run();
    expect(outline(entries)).toEqual(['companions /in/a.png', 'failed /in/z.png unsupported-format', 'imported /in/page.html']);
  });

  it('reports what a file with several articles holds one by one', async () => {
    const { run, entries } = makeRun([file('three')], {
      prepare: () => Promise.resolve({ kind: 'articles', items: ['1', '2', '3'].map((item) => ({ item, article: packArticle(makeArticle(item)) })), companions: [] }),
    });
    await run.run();
    expect(entries.map((entry) => ('item' in entry ? entry.item : ''))).toEqual(['1', '2', '3']);
  });

  it('stops trying when the library cannot go on, and still names every item', async () => {
    const sources = Array.from({ length: 600 }, (_, index) => file(`${index}`));
    let prepared = 0;
    const { run, entries } = makeRun(sources, {
      prepare: (file) => {
        prepared += 1;
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(nameOf(file))) }], companions: [] });
      },
      storeBatch: () => Promise.reject(new LibraryError('disk-full', 'Full.')),
    });
    expect((await run.run())?.code).toBe('disk-full');
    expect(new Set(entries.map(({ source }) => source)).size).toBe(600);
    expect(entries).toHaveLength(600);
    expect(entries.every((entry) => entry.list === 'failed' && entry.code === 'disk-full')).toBe(true);
    expect(prepared).toBeLessThan(600);
  });

  it('keeps what it had when it is cancelled, and names the rest as cancelled', async () => {
    const sources = Array.from({ length: 1_000 }, (_, index) => file(`${index}`));
    const { run, entries } = makeRun(sources, {
      storeBatch: (articles) => {
        run.cancel();
        return Promise.resolve(articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title })));
      },
    });
    expect((await run.run())?.code).toBe('cancelled');
    expect(entries).toHaveLength(1_000);
    expect(entries.some(({ list }) => list === 'imported')).toBe(true);
    expect(entries.some((entry) => entry.list === 'failed' && entry.code === 'cancelled')).toBe(true);
  });

  it('has a bounded number of articles on the way, however many files there are', async () => {
    let waiting = 0;
    let most = 0;
    const { run } = makeRun(Array.from({ length: 3_000 }, (_, index) => file(`${index}`)), {
      prepare: (file) => {
        waiting += 1;
        most = Math.max(most, waiting);
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(nameOf(file))) }], companions: [] });
      },
      storeBatch: async (articles) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        waiting -= articles.length;
        return articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title }));
      },
    });
    await run.run();
    expect(waiting).toBe(0);
    expect(most).toBeLessThanOrEqual(LIMITS.batchItems * 2);
  });
});

describe('an archive in an import', () => {
  const of = (entries: readonly ImportEntry[]) =>
    entries.map((entry) => [entry.list, entry.source, 'item' in entry ? entry.item : '', 'of' in entry ? entry.of : '', 'code' in entry ? entry.code : ''].filter((part) => part !== '').join(' ')).toSorted();

  it('has each of its items in the report, and counts as one of them', async () => {
    let found = 0;
    const groups: Unpacked[][] = [
      [packed('a.txt'), { kind: 'companion', item: '.DS_Store' }],
      [{ kind: 'failed', item: 'b.txt', code: 'malformed', message: 'Broken.' }, { kind: 'asset', item: 'used.png', label: 'a picture' }],
      [packed('page.html'), { kind: 'asset', item: 'other.png', label: 'a picture' }],
    ];
    const { run, entries } = makeRun([file('x.zip'), file('plain')], { prepare: prepareAll({ 'page.html': ['used.png'] }), unpack: () => unpackingOf(groups), onFound: () => (found += 1) });
    await run.run();
    expect(of(entries)).toEqual([
      'companions /in/x.zip/.DS_Store /in/x.zip',
      'companions /in/x.zip/used.png /in/x.zip/page.html',
      'failed /in/x.zip b.txt malformed',
      'failed /in/x.zip other.png unsupported-format',
      'imported /in/plain',
      'imported /in/x.zip a.txt',
      'imported /in/x.zip page.html',
    ]);
    expect(found).toBe(entries.length);
  });

  it('keeps what it gave before it failed, and is reported after that', async () => {
    const { run, entries } = makeRun([file('x.zip'), file('y.zip')], {
      prepare: prepareAll(),
      unpack: ({ path }) => unpackingOf([[packed('a.txt')]], path.endsWith('x.zip') ? new LibraryError('reader-crashed', 'It died.') : undefined),
    });
    await run.run();
    expect(of(entries)).toEqual(['failed /in/x.zip reader-crashed', 'imported /in/x.zip a.txt', 'imported /in/y.zip a.txt']);
    const places = entries.filter(({ source }) => source === '/in/x.zip').map(({ list }) => list);
    expect(places).toEqual(['imported', 'failed']);
  });

  it('is asked for more only while there is room for it', async () => {
    let open = 0;
    let most = 0;
    const groups = Array.from({ length: 100 }, (_, group) => Array.from({ length: 10 }, (_unused, index) => packed(`${group}-${index}`)));
    const { run, entries } = makeRun([file('x.zip')], {
      prepare: async (file, signal) => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open -= 1;
        return prepareAll()(file, signal);
      },
      unpack: () => unpackingOf(groups),
    });
    await run.run();
    expect(entries).toHaveLength(1_000);
    expect(most).toBeLessThan(LIMITS.unpackedFiles + 10);
  });

  it('ends at once when the import is cancelled, with what it had', async () => {
    const { run, entries } = makeRun([file('x.zip')], {
      prepare: prepareAll(),
      unpack: ({ signal }) => {
        let isFirst = true;
        const next = () => {
          if (!isFirst) return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
          isFirst = false;
          setTimeout(() => run.cancel(), 300);
          return Promise.resolve([packed('a.txt')]);
        };
        return { next, close: () => Promise.resolve() };
      },
    });
    expect((await run.run())?.code).toBe('cancelled');
    expect(of(entries)).toEqual(['failed /in/x.zip cancelled', 'imported /in/x.zip a.txt']);
  });
});

describe('an import that is taken up again', () => {
  it('passes over what was reported, and reads no such item of an archive', async () => {
    const settled = new Set(['/in/old', '/in/x.zip a.txt', '/in/x.zip/.DS_Store ']);
    const asked: boolean[] = [];
    let found = 0;
    const { run, entries } = makeRun([file('old'), file('new'), file('picture.png'), file('x.zip')], {
      isSettled: (source, item) => settled.has(item === undefined ? (source.startsWith('/in/x.zip/') ? `${source} ` : source) : `${source} ${item}`),
      prepare: (file, signal) => (nameOf(file).endsWith('.png') ? Promise.resolve({ kind: 'unsupported', label: 'a picture', asset: true }) : prepareAll()(file, signal)),
      unpack: ({ isSettled }) => {
        for (const item of ['a.txt', 'b.txt', '.DS_Store']) asked.push(isSettled?.(item) ?? false);
        return unpackingOf([[{ kind: 'settled' }, packed('b.txt'), { kind: 'settled' }]]);
      },
      onFound: () => (found += 1),
    });
    await run.run();
    expect(outline(entries)).toEqual(['companions /in/picture.png', 'imported /in/new', 'imported /in/x.zip']);
    expect(asked).toEqual([true, false, true]);
    expect(found).toBe(6);
  });

  it('passes over single items of a file that holds several', async () => {
    const { run, entries } = makeRun([file('three')], {
      isSettled: (_, item) => item === '2',
      prepare: () => Promise.resolve({ kind: 'articles', items: ['1', '2', '3'].map((item) => ({ item, article: packArticle(makeArticle(item)) })), companions: [] }),
    });
    await run.run();
    expect(entries.map((entry) => ('item' in entry ? entry.item : ''))).toEqual(['1', '3']);
  });
});
