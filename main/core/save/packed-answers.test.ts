import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeFetcher, outcomeOf } from './fixtures/fetch-in-test.ts';
import { serveLocal } from './fixtures/serve-local.ts';

const PAGE = `<p>${Array.from({ length: 500 }, (_, n) => `Lamp ${n * n}`).join(' ')}</p>`;
const [GZIP, BROTLI] = [zlib.gzipSync(PAGE), zlib.brotliCompressSync(PAGE)];

function servePacked(encoding: string, sent: Buffer, status = 200) {
  return serveLocal((_request, response) => void response.writeHead(status, { 'content-type': 'text/html', 'content-encoding': encoding }).end(sent));
}

describe('a packed answer', () => {
  it.each([
    ['half of it', 'gzip', GZIP.subarray(0, GZIP.length / 2)],
    ['all but its last words', 'gzip', GZIP.subarray(0, -8)],
    ['half of it', 'br', BROTLI.subarray(0, BROTLI.length / 2)],
    ['half of it', 'br, gzip', zlib.gzipSync(BROTLI).subarray(0, -20)],
  ])('of which only %s is there (%s) broke off, and is asked for again', async (_what, encoding, sent) => {
    const site = await servePacked(encoding, sent);
    const { fetch } = makeFetcher();
    await expect(fetch(site.url('/'))).rejects.toMatchObject({ code: 'site-failed', message: `The answer of ${site.host} broke off.` });
    expect(site.asked).toHaveLength(3);
  });

  it('may be followed by zeros, as on a tape', async () => {
    const site = await servePacked('gzip', Buffer.concat([GZIP, Buffer.alloc(64)]));
    expect(await outcomeOf(makeFetcher().fetch(site.url('/')))).toBe(PAGE);
  });

  it('that holds nothing is empty, and what a refusal holds is not unpacked', async () => {
    const { fetch } = makeFetcher();
    for (const [status, sent, outcome] of [[200, '', ''], [404, '', 'page-missing'], [403, 'no gzip', 'site-refused']] as const) {
      const site = await servePacked('gzip', Buffer.from(sent), status);
      expect(await outcomeOf(fetch(site.url('/')))).toBe(outcome);
    }
  });
});
