import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LIMITS } from '../../base/limits.ts';
import { makeZip, type FileToZip } from './make-zip.ts';
import { openZip } from './open-zip.ts';
import { ZipError } from './zip-error.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const readOnly = async (file: FileToZip, limitBytes?: number): Promise<string> => {
  const zip = await openZip(makeZip([file]));
  const [entry] = zip.entries;
  if (entry === undefined) throw new Error('no entry');
  return text(await zip.read(entry, limitBytes));
};
const problem = (name: string): object => expect.objectContaining({ problem: name });

describe('openZip', () => {
  test('lists the files of an archive in their order and unpacks each', async () => {
    const zip = await openZip(makeZip([{ name: 'b/', content: '', store: true }, { name: 'b/two.txt', content: 'Two. '.repeat(99) }, { name: 'one.txt', content: 'One.', store: true }]));
    expect(zip.entries).toEqual([{ name: 'b/two.txt', sizeBytes: 495, isEncrypted: false }, { name: 'one.txt', sizeBytes: 4, isEncrypted: false }]);
    const texts = await Promise.all(zip.entries.map(async (entry) => text(await zip.read(entry))));
    expect(texts).toEqual(['Two. '.repeat(99), 'One.']);
  });

  test('finds an entry by its exact name, the last of several', async () => {
    const zip = await openZip(makeZip([{ name: 'a', content: 'old' }, { name: 'a', content: 'new' }]));
    const entry = zip.find('a');
    expect(entry && text(await zip.read(entry))).toBe('new');
    expect(zip.find('A')).toBeUndefined();
    expect(zip.entries).toHaveLength(2);
  });

  test('reads names that lead out of folders as names, and backslashes as slashes', async () => {
    const zip = await openZip(makeZip([{ name: '../../evil.txt', content: 'x' }, { name: '/etc/passwd', content: 'x' }, { name: 'C:\\a\\b.txt', content: 'x' }]));
    expect(zip.entries.map(({ name }) => name)).toEqual(['../../evil.txt', '/etc/passwd', 'C:/a/b.txt']);
  });

  test('reads names in UTF-8 whether marked or not, and those of old archives', async () => {
    const zip = await openZip(makeZip([{ name: 'é', content: '', flags: 0x800 }, { name: 'ü', content: '' }, { name: Buffer.from([0x82]), content: '' }]));
    expect(zip.entries.map(({ name }) => name)).toEqual(['é', 'ü', 'é']);
  });

  test('gives each entry memory of its own', async () => {
    const zip = await openZip(makeZip([{ name: 'a', content: 'x'.repeat(50_000), store: true }, { name: 'b', content: Buffer.alloc(500_000, 'yz'), store: true }]));
    const first = zip.find('a');
    expect((first && (await zip.read(first)))?.buffer.byteLength).toBe(50_000);
  });

  test('does not mind bytes after the end', async () => {
    const zip = await openZip(Buffer.concat([makeZip([{ name: 'a', content: 'x' }]), Buffer.from('\r\n\0\0')]));
    expect(zip.entries).toHaveLength(1);
  });
});

describe('a zip archive that cannot be read', () => {
  test('says that an entry is encrypted', async () => {
    await expect(readOnly({ name: 'a', content: 'secret', flags: 1 })).rejects.toThrow(problem('encrypted'));
    await expect(openZip(makeZip([{ name: 'a', content: 'secret', flags: 0x41 }]))).rejects.toThrow(problem('encrypted'));
  });

  test('says that it breaks off', async () => {
    const whole = makeZip([{ name: 'a', content: 'x'.repeat(999), store: true }]);
    await expect(openZip(whole.subarray(0, 500))).rejects.toThrow(problem('truncated'));
  });

  test('says that it is none', async () => {
    for (const bytes of ['', 'This is text.', 'PK']) await expect(openZip(Buffer.from(bytes))).rejects.toThrow(ZipError);
    await expect(openZip(Buffer.from('This is text.'))).rejects.toThrow(problem('malformed'));
  });

  test('says that an entry is damaged', async () => {
    await expect(readOnly({ name: 'a', content: 'x', crc: 1 })).rejects.toThrow(problem('malformed'));
    await expect(readOnly({ name: 'a', content: Buffer.from([0xff, 0xff, 0xff]), store: true, method: 8 })).rejects.toThrow(problem('malformed'));
    await expect(readOnly({ name: 'a', content: 'x', method: 93 })).rejects.toThrow(problem('unknown-method'));
  });

  test('is a LibraryError with a sentence for the user', async () => {
    await expect(readOnly({ name: 'a', content: 'x', flags: 1 })).rejects.toMatchObject({ code: 'protected', message: expect.stringContaining('password') });
  });
});

describe('a zip archive that unpacks to too much', () => {
  test('stops at the limit for one entry, whatever the directory claims', async () => {
    expect(await readOnly({ name: 'a', content: 'x'.repeat(1_000) }, 1_000)).toHaveLength(1_000);
    await expect(readOnly({ name: 'a', content: 'x'.repeat(1_001) }, 1_000)).rejects.toThrow(problem('too-large'));
    await expect(readOnly({ name: 'a', content: 'x'.repeat(1_001), claimedBytes: 5 }, 1_000)).rejects.toThrow(problem('too-large'));
    await expect(readOnly({ name: 'a', content: 'x'.repeat(1_001), store: true, claimedBytes: 5 }, 1_000)).rejects.toThrow(problem('too-large'));
  });

  test('stops where the ratio is that of a bomb', async () => {
    await expect(readOnly({ name: 'a', content: Buffer.alloc(8 * 1024 * 1024) })).rejects.toThrow(problem('too-large'));
    await expect(readOnly({ name: 'a', content: Buffer.alloc(8 * 1024 * 1024), claimedBytes: 5 })).rejects.toThrow(problem('too-large'));
    expect(await readOnly({ name: 'a', content: Buffer.alloc(1024 * 1024) })).toHaveLength(1024 * 1024);
  });

  test('stops at the limit for all entries together, each of them small', async () => {
    const zip = await openZip(makeZip([{ name: 'a', content: Buffer.alloc(4 * 1024 * 1024) }]));
    const entry = zip.find('a');
    if (entry === undefined) throw new Error('no entry');
    for (let read = 0; read < LIMITS.zipTotalBytes; read += 4 * 1024 * 1024) await zip.read(entry);
    await expect(zip.read(entry)).rejects.toThrow(problem('too-large'));
  });

  test('is refused when it holds too many files', async () => {
    const many = makeZip(Array.from({ length: LIMITS.zipEntries + 1 }, () => ({ name: 'a', content: '', store: true })));
    await expect(openZip(many)).rejects.toThrow(problem('too-large'));
  });
});

test('any damage to an archive ends in its entries or in a ZipError', async () => {
  const whole = makeZip([{ name: 'a.txt', content: 'The ferry left. '.repeat(20) }, { name: 'b/c.txt', content: 'x', store: true }, { name: 'é.txt', content: '', flags: 0x800 }]);
  const damage = fc.record({ cut: fc.nat(whole.length), flips: fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 6 }) });
  await fc.assert(
    fc.asyncProperty(damage, async ({ cut, flips }) => {
      const bytes = Buffer.from(whole);
      for (const [at, value] of flips) bytes[at] = value;
      try {
        const zip = await openZip(cut % 3 === 0 ? bytes.subarray(0, cut) : bytes);
        for (const entry of zip.entries) await zip.read(entry);
      } catch (error) {
        expect(error).toBeInstanceOf(ZipError);
      }
    }),
    { numRuns: randomRuns(500) },
  );
});
