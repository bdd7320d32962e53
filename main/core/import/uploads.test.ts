import fs from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { ArticleId } from '../../contract/ids.ts';
import { ImportOptions } from '../../contract/imports.ts';
import { packArticle, unpackArticle } from '../store/packed-article.ts';
import { makeArticle, makeScratchFolder } from '../store/store-fixtures.ts';
import { ImportQueue } from './import-queue.ts';
import { Uploads } from './uploads.ts';

function makeUploads() {
  const incoming = makeScratchFolder();
  const sources: string[] = [];
  const states: string[] = [];
  const imports = new ImportQueue({
    prepare: (file) => {
      const text = 'path' in file ? fs.readFileSync(file.path, 'utf8') : '';
      return Promise.resolve({ kind: 'articles', items: [{ article: packArticle(makeArticle(text)) }], companions: [] });
    },
    whoWaits: () => Promise.resolve({ waits: true }),
    saver: { save: () => Promise.reject(new Error('Nothing is fetched here')), remove: () => Promise.resolve() },
    unpack: () => {
      throw new Error('These are no archives');
    },
    write: ({ articles }) => Promise.resolve(articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title }))),
    tryArticles: () => Promise.resolve([]),
    parallel: 2,
    now: () => new Date(),
    onProgress: ({ state }) => states.push(state),
    onEntries: (_id, entries) => sources.push(...entries.map(({ source }) => source)),
    onUnexpected: () => new LibraryError('internal', 'A bug.'),
  });
  const uploads = new Uploads(incoming, imports);
  return { incoming, imports, uploads, sources, states, id: uploads.open('files', ImportOptions.parse({})) };
}

describe('uploads', () => {
  it('import the file that is still on its way when the upload is closed', async () => {
    const { imports, uploads, sources, id } = makeUploads();
    await uploads.receive(id, 'first.txt', 'first.txt', Readable.from([Buffer.from('first')]));
    const slow = new PassThrough();
    const received = uploads.receive(id, 'slow.txt', 'slow.txt', slow);
    uploads.close(id);
    uploads.close(id);
    await expect(uploads.receive(id, 'late.txt', 'late.txt', Readable.from([]))).rejects.toMatchObject({ code: 'not-found' });
    slow.end('slow');
    await received;
    await imports.ended(id);
    expect(sources).toEqual(['first.txt', 'slow.txt']);
  });

  it('do not wait for a sender that stands still when they are cancelled', async () => {
    const { incoming, imports, uploads, states, id } = makeUploads();
    const stalled = new PassThrough();
    const received = uploads.receive(id, 'a.txt', 'a.txt', stalled);
    await vi.waitFor(() => expect(fs.readdirSync(incoming, { recursive: true })).toHaveLength(2));
    uploads.cancel(id);
    await imports.ended(id);
    expect(states.at(-1)).toBe('cancelled');
    stalled.destroy(new Error('the sender left'));
    await expect(received).rejects.toThrow('the sender left');
  });

  it('leave nothing behind when all of them are ended', async () => {
    const { incoming, uploads, states, id } = makeUploads();
    await uploads.receive(id, 'a.txt', 'a.txt', Readable.from([Buffer.from('a')]));
    await uploads.closeAll();
    expect(states.at(-1)).toBe('cancelled');
    await vi.waitFor(() => expect(fs.readdirSync(incoming)).toEqual([]));
  });
});
