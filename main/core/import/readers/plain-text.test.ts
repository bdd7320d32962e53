import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../../contract/errors.ts';
import { encodeAs, SAMPLES } from '../../extract/charset/charset-samples.ts';
import { plainTextReader } from './plain-text.ts';
import { readAll } from './read-all.ts';

const read = async (bytes: Uint8Array, fileName = 'ferry.txt') => (await readAll(plainTextReader, bytes, fileName)).read;

describe('plainTextReader', () => {
  it('makes one article of a file in any charset, and says which it was', async () => {
    const [item, ...more] = await read(encodeAs(`${SAMPLES.ko}\r\n`, 'euc-kr'), '2025-09-24.txt');
    expect(more).toEqual([]);
    expect(item?.draft).toMatchObject({ text: SAMPLES.ko, language: 'ko', published: { value: '2025-09-24' }, extra: { charset: 'euc-kr' } });
  });

  it('says nothing of UTF-8', async () => {
    expect((await read(new TextEncoder().encode(SAMPLES.de)))[0]?.draft.extra).toBeNull();
  });

  it('refuses what is empty or no text', async () => {
    await expect(read(new Uint8Array())).rejects.toThrow(LibraryError);
    await expect(read(Uint8Array.from({ length: 64 }, (_, at) => at % 16))).rejects.toThrow(expect.objectContaining({ code: 'not-text' }));
  });
});
