import type { Writable } from 'node:stream';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { makeFetcher, outcomeOf } from './fixtures/fetch-in-test.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

/** Sends for as long as somebody takes it. */
function sendOn(to: Writable, bytes: Buffer): void {
  const more = () => {
    while (!to.destroyed && to.write(bytes));
  };
  to.on('error', () => {});
  to.on('drain', more);
  more();
}

/** Counts the answers without an end that are still being sent. */
function makeEndless(headers: Record<string, string>) {
  const under = { way: 0 };
  const answer: Answer = (_request, response) => {
    under.way += 1;
    response.on('close', () => (under.way -= 1));
    response.writeHead(200, headers);
    sendOn(response, Buffer.alloc(65_536));
  };
  return { under, answer };
}

describe('an answer that is given up', () => {
  it.each<[string, Record<string, string>, boolean, string]>([
    ['because it is packed many times over', { 'content-encoding': 'gzip, gzip, gzip' }, false, 'site-failed'],
    ['because there is no room for it', {}, true, 'disk-full'],
  ])('%s comes no further, and holds nobody up', async (_why, headers, isFull, code) => {
    const endless = makeEndless(headers);
    const site = await serveLocal((request, response) => (request.url === '/good' ? response.end('good') : endless.answer(request, response)));
    const { fetch } = makeFetcher();
    const full = {
      begin: () => {
        throw new LibraryError('disk-full', 'There is no room.');
      },
      write: () => {},
      over: () => {},
    };
    expect(await outcomeOf(fetch(site.url('/'), isFull ? { sink: full } : {}))).toBe(code);
    await expect.poll(() => endless.under.way).toBe(0);
    expect(await outcomeOf(fetch(site.url('/good'), { timeMs: 2_000 }))).toBe('good');
  });
});

describe('the ledger', () => {
  it.each<[string, Answer, { status: number | null; least: number }]>([
    ['is longer than it may be', makeEndless({}).answer, { status: 200, least: 1_000_000 }],
    ['breaks off', (_request, response) => void response.writeHead(200, { 'content-length': 90_000 }).write(Buffer.alloc(50_000), () => response.destroy()), { status: 200, least: 50_000 }],
    ['is late', (_request, response) => void response.writeHead(203).write(Buffer.alloc(50_000)), { status: 203, least: 50_000 }],
    ['is none', (_request, response) => response.destroy(), { status: null, least: 0 }],
  ])('says what came of an answer that %s', async (_how, answer, { status, least }) => {
    const site = await serveLocal(answer);
    const { fetch, noted } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/'), { timeMs: 500 }))).toMatch(/^(?:too-large|site-failed|timed-out)$/);
    expect(noted[0]).toMatchObject({ status, sentTo: '127.0.0.1', error: expect.any(String) });
    expect(noted[0]?.bytes).toBeGreaterThanOrEqual(least);
  });
});

describe('an answer that goes on for ever without becoming longer', () => {
  const raw = (start: string, ...more: string[]): Answer => (_request, { socket }) => {
    if (!socket) return;
    socket.write(start);
    sendOn(socket, Buffer.from(more.join('').repeat(1_000)));
  };
  it.each<[string, Answer]>([
    [
      'packed nothing',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' });
        sendOn(response, Buffer.concat(Array.from({ length: 3_000 }, () => zlib.gzipSync(''))));
      },
    ],
    ['words between its pieces', raw('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n1;', 'lamp=oil;')],
    ['beginnings of answers', raw('', 'HTTP/1.1 102 Processing\r\n\r\n')],
  ])('by %s is given up', async (_how, answer) => {
    const site = await serveLocal((request, response) => (request.url === '/good' ? response.end('good') : answer(request, response)));
    const { fetch, noted } = makeFetcher();
    const told = { bytes: 0 };
    const sink = { begin: () => {}, write: () => {}, over: (bytes: number) => void (told.bytes += bytes) };
    expect(await outcomeOf(fetch(site.url('/'), { limitBytes: 100_000, timeMs: 20_000, sink }))).toBe('too-large');
    // What came is told, though it was nothing.
    expect(told.bytes).toBeGreaterThan(1_000_000);
    expect(noted[0]?.bytes).toBeGreaterThan(1_000_000);
    expect(await outcomeOf(fetch(site.url('/good')))).toBe('good');
  });
});
