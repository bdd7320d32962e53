import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { ArticleId } from '../../contract/ids.ts';
import { ImportOptions, type ImportEntry } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import { packArticle, unpackArticle } from '../store/packed-article.ts';
import { makeArticle } from '../store/store-fixtures.ts';
import type { Source } from './find-sources.ts';
import { ImportRun, type RunParts } from './import-run.ts';

const file = (name: string): Source => ({ kind: 'file', path: `/in/${name}`, source: `/in/${name}`, root: '/in' });

async function* streamOf(sources: readonly Source[]): AsyncGenerator<Source> {
  yield* sources;
}

function makeRun(sources: readonly Source[], parts: Partial<RunParts> = {}): { run: ImportRun; entries: ImportEntry[] } {
  const entries: ImportEntry[] = [];
  const run = new ImportRun({
    sources: streamOf(sources),
    options: ImportOptions.parse({}),
    prepare: ({ path }) => Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(path)) }], companions: [] }),
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

const outline = (entries: readonly ImportEntry[]) => entries.map((entry) => `${entry.list} ${entry.source}${entry.list === 'failed' ? ` ${entry.code}` : ''}`).toSorted();

describe('an import', () => {
  it('reports every source in exactly one list, bad ones and bugs included', async () => {
    const { run, entries } = makeRun([file('good'), file('bad'), file('bug'), { kind: 'companion', source: '/in/.DS_Store', of: '/in' }], {
      prepare: ({ path }) => {
        if (path.endsWith('bad')) return Promise.reject(new LibraryError('no-text', 'No text.'));
        if (path.endsWith('bug')) return Promise.reject(new TypeError('undefined is not a function'));
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(path)) }], companions: [] });
      },
    });
    expect(await run.run()).toBeUndefined();
    expect(outline(entries)).toEqual(['companions /in/.DS_Store', 'failed /in/bad no-text', 'failed /in/bug internal', 'imported /in/good']);
  });

  it('gives an image to the page that used it, and names the others as unsupported', async () => {
    const { run, entries } = makeRun([file('a.png'), file('page.html'), file('z.png')], {
      prepare: ({ path }) =>
        Promise.resolve(
          path.endsWith('.png') ? { kind: 'unsupported', label: 'a PNG image', asset: true } : { kind: 'articles', items: [{ article: packArticle(makeArticle(path)) }], companions: ['/in/a.png'] },
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
      prepare: ({ path }) => {
        prepared += 1;
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(path)) }], companions: [] });
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
      prepare: ({ path }) => {
        waiting += 1;
        most = Math.max(most, waiting);
        return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(path)) }], companions: [] });
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
