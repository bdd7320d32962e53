import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makePax, makeTar } from './fixtures/make-tar.ts';
import { outline } from './fixtures/walk-bytes.ts';

const A = { name: 'a.txt', content: 'The ferry left.' };
const B = { name: 'folder/b.txt', content: 'The lamp burned.' };
const AS_FILES = ['file a.txt: The ferry left.', 'file folder/b.txt: The lamp burned.'];

describe('a tar archive', () => {
  it('gives its files, in a file and as a stream', async () => {
    const tar = makeTar([A, { name: 'folder/', type: '5' }, B]);
    const expected = [AS_FILES[0], 'companion folder/', AS_FILES[1]];
    expect(await outline(tar, 'x.tar')).toEqual(expected);
    expect(await outline(gzipSync(tar), 'x.tar.gz')).toEqual(expected);
    expect(await outline(gzipSync(tar), 'x.tgz')).toEqual(expected);
    expect(await outline(zstdCompressSync(tar), 'x.tar.zst')).toEqual(expected);
  });

  it('is read in all its dialects', async () => {
    const long = `${'deep/'.repeat(40)}a.txt`;
    for (const format of ['v7', 'ustar', 'gnu'] as const) expect(await outline(makeTar([{ ...A, format }]), 'x.tar')).toEqual(['file a.txt: The ferry left.']);
    expect(await outline(makeTar([{ ...A, prefix: 'folder' }]), 'x.tar')).toEqual(['file folder/a.txt: The ferry left.']);
    expect(await outline(makeTar([makePax({ path: long, mtime: '1' }), A, B]), 'x.tar')).toEqual([`file ${long}: The ferry left.`, AS_FILES[1]]);
    expect(await outline(makeTar([{ name: '././@LongLink', type: 'L', content: `${long}\0` }, { ...A, format: 'gnu' }, B]), 'x.tar')).toEqual([`file ${long}: The ferry left.`, AS_FILES[1]]);
    expect(await outline(makeTar([{ name: 'global', type: 'g', content: '11 path=x\n' }, A]), 'x.tar')).toEqual(['file a.txt: The ferry left.']);
    expect(await outline(makeTar([makePax({ size: '4' }), { ...A, content: 'four', sizeBytes: 0 }]), 'x.tar')).toEqual(['file a.txt: four']);
  });

  it('follows no link, reads no device and lets no name lead out of it', async () => {
    const entries = [
      { name: 'soft', type: '2' },
      { name: 'hard', type: '1' },
      { name: 'soft/evil.txt', content: 'evil' },
      { name: 'device', type: '3' },
      { name: 'sparse', type: 'S' },
      { name: '../evil.txt', content: 'evil' },
      B,
    ];
    expect(await outline(makeTar(entries), 'x.tar')).toEqual([
      'failed soft: unsupported-format',
      'failed hard: unsupported-format',
      'failed soft/evil.txt: malformed',
      'failed device: unsupported-format',
      'failed sparse: unsupported-format',
      'failed ../evil.txt: malformed',
      AS_FILES[1],
    ]);
  });

  it('goes on behind a damaged header, and behind its end if there is more', async () => {
    expect(await outline(makeTar([A, { ...B, name: 'lost.txt', isSumWrong: true }, B]), 'x.tar')).toEqual([...AS_FILES, 'failed itself: malformed']);
    expect(await outline(Buffer.concat([makeTar([A]), Buffer.alloc(9_216), makeTar([B])]), 'x.tar')).toEqual(AS_FILES);
    expect(await outline(Buffer.concat([makeTar([A, B]), Buffer.from('what is this')]), 'x.tar')).toEqual(AS_FILES);
  });

  it('gives what came before where it breaks off', async () => {
    const tar = makeTar([A, B]);
    for (const bytes of [tar.subarray(0, 1536 + 8), gzipSync(tar.subarray(0, 1536 + 8))]) {
      expect(await outline(bytes, 'x')).toEqual([AS_FILES[0], 'failed folder/b.txt: malformed', 'failed itself: malformed']);
    }
    expect(await outline(makeTar([A, B], { isOpen: true }), 'x.tar')).toEqual([...AS_FILES, 'failed itself: malformed']);
  });

  it('reads a length of more than 8 GB, and is not held up by what is not there', async () => {
    expect(await outline(makeTar([{ ...A, sizeBytes: 9_000_000_000 }]), 'x.tar')).toEqual(['failed a.txt: too-large', 'failed itself: malformed']);
  });
});
