import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { makeFetcher, outcomeOf } from './fixtures/fetch-in-test.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

/** Counts the answers without an end that are still being sent. */
function makeEndless(headers: Record<string, string>) {
  const under = { way: 0 };
  const answer: Answer = (_request, response) => {
    under.way += 1;
    response.on('close', () => (under.way -= 1));
    response.writeHead(200, headers);
    const send = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536)));
    };
    response.on('drain', send);
    send();
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
    };
    expect(await outcomeOf(fetch(site.url('/'), isFull ? { sink: full } : {}))).toBe(code);
    await expect.poll(() => endless.under.way).toBe(0);
    expect(await outcomeOf(fetch(site.url('/good'), { timeMs: 2_000 }))).toBe('good');
  });
});
