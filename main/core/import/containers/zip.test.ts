import { deflateRawSync, crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeZip } from '../../extract/zip/make-zip.ts';
import { outline } from './fixtures/walk-bytes.ts';

const A = { name: 'a.txt', content: 'The ferry left.' };
const B = { name: 'folder/b.txt', content: 'The lamp burned. '.repeat(20) };

describe('a zip archive', () => {
  it('gives its files in their order, packed or stored', async () => {
    expect(await outline(makeZip([{ name: 'folder/', content: '' }, A, { ...B, store: true }, { ...A, name: 'c.txt', method: 93 }]), 'x.zip')).toEqual([
      'companion folder/',
      'file a.txt: The ferry left.',
      'file folder/b.txt: The lamp burned. The lamp burned. The la',
      'failed c.txt: malformed',
    ]);
  });

  it('is read whatever stands before it and behind it', async () => {
    const zip = makeZip([A, B]);
    const names = ['file a.txt: The ferry left.', 'file folder/b.txt: The lamp burned. The lamp burned. The la'];
    expect(await outline(Buffer.concat([zip, Buffer.alloc(300)]), 'x.zip')).toEqual(names);
    // A program that unpacks itself: its own bytes come first, and places are counted from behind them.
    const withProgram = Buffer.concat([makeZip([{ name: 'z', content: '' }]).subarray(0, 31), zip]);
    expect(await outline(withProgram, 'x.zip')).toEqual(names);
  });

  it('lets one bad file go, and says why', async () => {
    const files = [{ ...A, crc: 1 }, { ...A, name: 'long.txt', claimedBytes: 3 }, { ...A, name: 'short.txt', claimedBytes: 99 }, { ...A, name: 'odd.txt', method: 14 }, { ...A, name: 'secret.txt', flags: 1 }, B];
    expect(await outline(makeZip(files), 'x.zip')).toEqual([
      'failed a.txt: malformed',
      'failed long.txt: malformed',
      'failed short.txt: malformed',
      'failed odd.txt: unsupported-format',
      'failed secret.txt: protected',
      'file folder/b.txt: The lamp burned. The lamp burned. The la',
    ]);
  });

  it('is protected as a whole where its first file is, whatever its directory says', async () => {
    expect(await outline(makeZip([{ ...A, flags: 1 }, B]), 'x.zip')).toEqual(['failed itself: protected']);
    const zip = makeZip([A, B]);
    zip.writeUInt16LE(1, 6);
    expect(await outline(zip, 'x.zip')).toEqual(['failed itself: protected']);
  });

  it('says that there is nothing in it', async () => {
    expect(await outline(makeZip([]), 'x.zip')).toEqual(['failed itself: empty']);
    expect(await outline(makeZip([{ name: '.DS_Store', content: 'x' }]), 'x.zip')).toEqual(['companion .DS_Store', 'failed itself: empty']);
  });

  it('follows no link and writes nowhere', async () => {
    const files = [
      { name: 'link', content: '/tmp', unixMode: 0xa1ff },
      { name: 'link/evil.txt', content: 'evil' },
      { name: 'pipe', content: '', unixMode: 0x1180 },
      ...['../evil.txt', 'a/../../evil.txt', '/etc/evil.txt', 'C:\\evil.txt', '..\\evil.txt', '\\\\server\\evil.txt'].map((name) => ({ name, content: 'evil' })),
      { name: 'a..b.txt', content: 'good', unixMode: 0x81a4 },
    ];
    expect(await outline(makeZip(files), 'x.zip')).toEqual([
      'failed link: unsupported-format',
      'failed link/evil.txt: malformed',
      'failed pipe: unsupported-format',
      'failed ../evil.txt: malformed',
      'failed a/../../evil.txt: malformed',
      'failed /etc/evil.txt: malformed',
      'failed C:/evil.txt: malformed',
      'failed ../evil.txt (2): malformed',
      'failed //server/evil.txt: malformed',
      'file a..b.txt: good',
    ]);
  });

  it('passes over what systems put beside files', async () => {
    const junk = ['__MACOSX/._a.txt', '.DS_Store', 'b/Thumbs.db', 'desktop.ini', 'b/._c.txt'];
    expect(await outline(makeZip([A, ...junk.map((name) => ({ name, content: 'x' }))]), 'x.zip')).toEqual(['file a.txt: The ferry left.', ...junk.map((name) => `companion ${name}`)]);
  });

  it('gives each of two files of one name its own', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map((content) => ({ name: 'a.txt', content }));
    expect(await outline(makeZip([one ?? A, two ?? A, { name: 'a.txt (2)', content: 'x' }, three ?? A]), 'x.zip')).toEqual(['file a.txt: one', 'file a.txt (2): two', 'file a.txt (2) (2): x', 'file a.txt (3): three']);
  });

  it('shows names of other systems, in one line', async () => {
    const names = [Buffer.from('M\x81ller.txt', 'latin1'), Buffer.from('a\n\x1b[31m.txt'), Buffer.from('Bücher.txt')];
    expect(await outline(makeZip(names.map((name) => ({ name, content: 'x' }))), 'x.zip')).toEqual(['file Müller.txt: x', 'file a  [31m.txt: x', 'file Bücher.txt: x']);
  });
});

describe('a zip archive that breaks off', () => {
  it('gives what came before, also where lengths stand behind the files', async () => {
    const zip = makeZip([A, B]);
    expect(await outline(zip.subarray(0, -40), 'x.zip')).toEqual(['file a.txt: The ferry left.', 'file folder/b.txt: The lamp burned. The lamp burned. The la', 'failed itself: malformed']);
    expect(await outline(zip.subarray(0, 100), 'x.zip')).toEqual(['file a.txt: The ferry left.', 'failed folder/b.txt: malformed', 'failed itself: malformed']);
    const streamed = Buffer.concat([streamedEntry('a.txt', A.content), streamedEntry('b.txt', B.content)]);
    expect(await outline(streamed, 'x.zip')).toEqual(['file a.txt: The ferry left.', 'file b.txt: The lamp burned. The lamp burned. The la', 'failed itself: malformed']);
  });

  it('says so where its directory is damaged', async () => {
    const zip = makeZip([A, B]);
    const second = zip.lastIndexOf('PK\u0001\u0002');
    zip.fill(0, second, second + 4);
    expect(await outline(zip, 'x.zip')).toEqual(['file a.txt: The ferry left.', 'failed itself: malformed']);
  });
});

/** As programs write it that do not know the length beforehand. */
function streamedEntry(name: string, content: string): Buffer {
  const packed = deflateRawSync(content);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 6);
  head.writeUInt16LE(8, 8);
  head.writeUInt16LE(name.length, 26);
  const behind = Buffer.alloc(16);
  behind.writeUInt32LE(0x08074b50, 0);
  behind.writeUInt32LE(crc32(content), 4);
  behind.writeUInt32LE(packed.length, 8);
  behind.writeUInt32LE(Buffer.byteLength(content), 12);
  return Buffer.concat([head, Buffer.from(name), packed, behind]);
}
