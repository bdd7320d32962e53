import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { readerOf } from './byte-reader.ts';
import { joinChunks, readHttpBody, readHttpHead } from './http-message.ts';
import { inMemory } from './random-bytes.ts';
import { UnpackBudget } from './unpack-budget.ts';

const readerOn = (bytes: string | Buffer) => readerOf(inMemory(Buffer.from(bytes)));
const PAGE = '<!doctype html><p>The ferry left the harbour.</p>';

function bodyOf(bytes: string | Buffer, headers: Record<string, string>): Promise<string> {
  return readHttpBody(readerOn(bytes), new Map(Object.entries(headers)), new UnpackBudget(1_000)).then(String);
}

describe('the head of a message', () => {
  it('is its status and its headers', async () => {
    const reader = readerOn('HTTP/1.1 200 OK\r\nContent-Type: text/html;\r\n charset=utf-8\r\nX: 1\r\nx: 2\r\n\r\nbody');
    expect(await readHttpHead(reader)).toEqual({ status: 200, headers: new Map([['content-type', 'text/html; charset=utf-8'], ['x', '1']]) });
    expect((await reader.read(10)).toString()).toBe('body');
  });

  it('may be of HTTP/2, or end its lines as Unix does', async () => {
    expect(await readHttpHead(readerOn('HTTP/2 404\na: b\n\n'))).toEqual({ status: 404, headers: new Map([['a', 'b']]) });
  });

  it('is not there where a record holds none, and then nothing is taken', async () => {
    const reader = readerOn(PAGE);
    expect(await readHttpHead(reader)).toBeUndefined();
    expect(reader.position).toBe(0);
  });
});

describe('the body of a message', () => {
  it.each([
    ['gzip', gzipSync(PAGE)],
    ['x-gzip', gzipSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['zstd', zstdCompressSync(PAGE)],
    ['gzip, br', brotliCompressSync(gzipSync(PAGE))],
    ['identity', Buffer.from(PAGE)],
    ['unheard-of', Buffer.from(PAGE)],
  ])('is unpacked: %s', async (coding, bytes) => {
    expect(await bodyOf(bytes, { 'content-encoding': coding })).toBe(PAGE);
  });

  it.each(['gzip', 'deflate', 'br', 'zstd'])('is taken as it is where it claims to be packed and is not: %s', async (coding) => {
    expect(await bodyOf(PAGE, { 'content-encoding': coding, 'transfer-encoding': 'chunked' })).toBe(PAGE);
  });

  it('is joined and then unpacked', async () => {
    const packed = gzipSync(PAGE);
    const chunked = Buffer.concat([Buffer.from('a;name=value\r\n'), packed.subarray(0, 10), Buffer.from(`\r\n${(packed.length - 10).toString(16)}\r\n`), packed.subarray(10), Buffer.from('\r\n0\r\n\r\n')]);
    expect(await bodyOf(chunked, { 'content-encoding': 'gzip', 'transfer-encoding': 'chunked' })).toBe(PAGE);
  });

  it('gives what there is where it breaks off', async () => {
    const page = PAGE.repeat(100);
    expect((await bodyOf(gzipSync(page).subarray(0, -9), { 'content-encoding': 'gzip' })).startsWith(PAGE)).toBe(true);
    expect(joinChunks(Buffer.from('5\r\nferry\r\n9\r\nlef'))?.toString()).toBe('ferrylef');
  });

  it('is refused where it is damaged, or larger than a page can be', async () => {
    await expect(bodyOf(Buffer.from('1f8b0800ffffffffffffffffffff', 'hex'), { 'content-encoding': 'gzip' })).rejects.toMatchObject({ code: 'malformed' });
    await expect(bodyOf(gzipSync(Buffer.alloc(LIMITS.articleFileBytes + 1)), { 'content-encoding': 'gzip' })).rejects.toMatchObject({ code: 'too-large' });
  });
});
