import { describe, expect, it, onTestFinished } from 'vitest';
import { ImportId } from '../../contract/ids.ts';
import { packArticle } from '../store/packed-article.ts';
import { makeArticle, makeScratchFolder } from '../store/store-fixtures.ts';
import type { PackedWrite } from '../store/write-import.ts';
import type { StoreCalls } from '../workers/store-worker.ts';
import { RestartingLink } from '../workers/restarting-link.ts';
import { WorkerLink } from '../workers/worker-link.ts';
import { LibraryWriter } from './library-writer.ts';

function makeWriter() {
  const root = makeScratchFolder();
  const link = new RestartingLink(() => new WorkerLink<StoreCalls>(new URL('../workers/store-worker.ts', import.meta.url), { root, host: 'a test' }));
  onTestFinished(() => link.end());
  const told: number[] = [];
  return { link, told, writer: new LibraryWriter(link, ({ change }) => told.push(change)) };
}

const oneArticle = (name: string): PackedWrite => ({ importId: ImportId.parse('i1'), articles: [packArticle(makeArticle(name))], onDuplicate: 'skip', places: [], entries: [], seconds: 0 });
const add = (writer: LibraryWriter, name: string) => writer.change((store) => store.call('writeImport', oneArticle(name)));

describe('the writer', () => {
  it('tells of a change during which another import begins', async () => {
    const { writer, told } = makeWriter();
    await writer.open();
    await Promise.all([add(writer, 'first'), writer.open()]);
    expect(told).toEqual([1]);
  });

  it('tells of a change that failed only after it was made', async () => {
    const { writer, told } = makeWriter();
    await writer.open();
    const failing = writer.change(async (store) => {
      await store.call('writeImport', oneArticle('kept'));
      throw new Error('what came after it');
    });
    await expect(failing).rejects.toThrow('what came after it');
    expect(told).toEqual([1]);
  });

  it('refuses at once when its worker has died', async () => {
    const { writer, link } = makeWriter();
    await writer.open();
    await link.end();
    await expect(add(writer, 'late')).rejects.toMatchObject({ code: 'closed' });
    await expect(writer.close()).rejects.toMatchObject({ code: 'closed' });
  });
});
