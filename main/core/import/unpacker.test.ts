import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { makeZip } from '../extract/zip/make-zip.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { WorkerLink } from '../workers/worker-link.ts';
import type { UnpackCalls } from '../workers/unpack-worker.ts';
import { Unpacker, type Unpacking } from './unpacker.ts';

function makeUnpacker(worker = '../workers/unpack-worker.ts') {
  const incoming = path.join(makeScratchFolder(), 'incoming');
  let started = 0;
  const unpacker = new Unpacker(() => {
    started += 1;
    return new WorkerLink<UnpackCalls>(new URL(worker, import.meta.url), undefined);
  }, incoming);
  onTestFinished(() => unpacker.close());
  return { incoming, unpacker, started: () => started };
}

function write(bytes: Uint8Array): string {
  const file = path.join(makeScratchFolder(), 'x.zip');
  fs.writeFileSync(file, bytes);
  return file;
}

async function itemsOf(unpacking: Unpacking): Promise<string[]> {
  const items: string[] = [];
  for (let group = await unpacking.next([]); group !== undefined; group = await unpacking.next([])) {
    for (const unpacked of group) items.push('item' in unpacked ? (unpacked.item ?? '') : unpacked.kind);
  }
  return items;
}

const PAGE = { name: 'page.html', content: '<img src="a.png">' };
const PICTURE = { name: 'a.png', content: 'picture' };
const { signal } = new AbortController();

describe('unpacking in a worker', () => {
  it('gives all that an archive holds, one archive after the other in one worker', async () => {
    const { unpacker, started } = makeUnpacker();
    for (const name of ['one', 'two', 'three']) {
      const large = Buffer.alloc(100_000, 'x');
      const unpacking = unpacker.unpack({ path: write(makeZip([{ name, content: large }])), fileName: 'x.zip', container: 'zip', signal });
      const [file] = (await unpacking.next([])) ?? [];
      expect(file?.kind === 'file' && Buffer.from(file.bytes).equals(large)).toBe(true);
      expect(await unpacking.next([])).toBeUndefined();
      await unpacking.close();
    }
    expect(started()).toBe(1);
  });

  it('asks what is settled', async () => {
    const { unpacker } = makeUnpacker();
    const archive = write(makeZip(['a', 'b', 'c'].map((name) => ({ name, content: name }))));
    expect(await itemsOf(unpacker.unpack({ path: archive, fileName: 'x.zip', container: 'zip', signal, isSettled: (item) => item === 'b' }))).toEqual(['a', 'settled', 'c']);
  });

  it('leaves nothing on the disk, and pictures only until it is closed', async () => {
    const { unpacker, incoming } = makeUnpacker();
    const unpacking = unpacker.unpack({ path: write(makeZip([PAGE, PICTURE])), fileName: 'x.zip', container: 'zip', signal });
    await itemsOf(unpacking);
    expect(fs.readdirSync(incoming)).toHaveLength(1);
    await unpacking.close();
    expect(fs.readdirSync(incoming)).toEqual([]);
  });

  it('stops at once, also in the middle of a file', async () => {
    const { unpacker, started } = makeUnpacker();
    const abort = new AbortController();
    const archive = write(makeZip(Array.from({ length: 1_000 }, (_, index) => ({ name: `${index}`, content: 'x' }))));
    const unpacking = unpacker.unpack({ path: archive, fileName: 'x.zip', container: 'zip', signal: abort.signal });
    await unpacking.next([]);
    abort.abort(new LibraryError('cancelled', 'Stop.'));
    await expect(unpacking.next([])).rejects.toMatchObject({ code: 'cancelled' });
    await unpacking.close();
    expect(await itemsOf(unpacker.unpack({ path: archive, fileName: 'x.zip', container: 'zip', signal }))).toHaveLength(1_000);
    expect(started()).toBe(2);
  });

  it('reports an archive whose worker dies, and goes on with the next', async () => {
    const { unpacker } = makeUnpacker('./fixtures/dying-unpack-worker.ts');
    const dying = unpacker.unpack({ path: write(makeZip([])), fileName: 'deadly.zip', container: 'zip', signal });
    await expect(itemsOf(dying)).rejects.toMatchObject({ code: 'reader-crashed' });
    await dying.close();
    const next = unpacker.unpack({ path: write(makeZip([])), fileName: 'other.zip', container: 'zip', signal });
    expect(await itemsOf(next)).toEqual([]);
  });

  it('says that a file is gone', async () => {
    const { unpacker } = makeUnpacker();
    await expect(itemsOf(unpacker.unpack({ path: '/nowhere/x.zip', fileName: 'x.zip', container: 'zip', signal }))).rejects.toMatchObject({ code: 'file-missing' });
  });
});
