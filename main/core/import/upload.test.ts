import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { newImportId } from './import-queue.ts';
import { safeSegments, Upload } from './upload.ts';

describe('an upload', () => {
  it('gives its files once all are there, each with the folder that its page may look into', async () => {
    const incoming = makeScratchFolder();
    const upload = new Upload(incoming, newImportId());
    await upload.receive('folder/page.html', 'folder/page.html', Readable.from([Buffer.from('<p>')]));
    await upload.receive('folder/image.png', 'folder/image.png', Readable.from([Buffer.from('png')]));
    upload.close();
    const sources = [];
    for await (const source of upload.sources()) sources.push(source);
    expect(sources.map(({ source }) => source)).toEqual(['folder/page.html', 'folder/image.png']);
    expect(sources.every((source) => source.kind === 'file' && source.path.startsWith(source.root + path.sep))).toBe(true);
    await upload.remove();
    expect(fs.readdirSync(incoming)).toEqual([]);
  });

  it('gives texts while others are still on their way', async () => {
    const upload = new Upload(makeScratchFolder(), newImportId());
    const sources = upload.sources();
    const first = sources.next();
    await upload.receive('page.html', 'page.html', Readable.from([Buffer.from('<p>')]));
    await upload.receive('a.txt', 'a.txt', Readable.from([Buffer.from('a')]));
    expect((await first).value).toMatchObject({ source: 'a.txt' });
    const second = sources.next();
    await upload.receive('b.TXT', 'b.TXT', Readable.from([Buffer.from('b')]));
    expect((await second).value).toMatchObject({ source: 'b.TXT' });
    const third = sources.next();
    upload.close();
    expect((await third).value).toMatchObject({ source: 'page.html' });
    expect((await sources.next()).done).toBe(true);
  });

  it('keeps nothing of a file that came in part or is too large', async () => {
    const incoming = makeScratchFolder();
    const upload = new Upload(incoming, newImportId());
    const broken = new Readable({
      read() {
        this.push('half');
        this.destroy(new Error('the sender left'));
      },
    });
    await expect(upload.receive('a.txt', 'a.txt', broken)).rejects.toThrow('the sender left');
    await expect(upload.receive('b.txt', 'b.txt', Readable.from([Buffer.alloc(20)]), 10)).rejects.toMatchObject({ code: 'too-large' });
    const files = fs.readdirSync(incoming, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files).toEqual([]);
  });
});

describe('the name of an uploaded file', () => {
  it.each(['', '.', '..', '../a', 'a/../b', '/a', 'a//b', 'a/', 'a\\b', 'a\u0000b', 'a\nb', 'x'.repeat(256), 'a/'.repeat(70) + 'b'])('%j is refused', (name) => {
    expect(() => safeSegments(name)).toThrow(/name or folder/);
  });

  it.each(['Who? What: a story.txt', 'ünï/日本.html', 'a b/c.txt', '...txt'])('%j is taken as it is', (name) => {
    expect(safeSegments(name, 'linux')).toEqual(name.split('/'));
  });

  it.each([
    ['Who? What.txt', 'Who_ What.txt'],
    ['con.txt', '_con.txt'],
    ['LPT1', '_LPT1'],
    ['dots...', 'dots_'],
    ['a:stream.txt', 'a_stream.txt'],
  ])('%j becomes %j on Windows', (name, fitting) => {
    expect(safeSegments(name, 'win32')).toEqual([fitting]);
  });
});
