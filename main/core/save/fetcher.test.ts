import { setTimeout as sleep } from 'node:timers/promises';
import zlib from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import type { RequestPurpose } from '../../contract/saving.ts';
import { LIMITS } from '../base/limits.ts';
import { AllowedHosts } from './check-address.ts';
import { makeFetcher, outcomeOf } from './fixtures/fetch-in-test.ts';
import type { Lookup } from './guarded-agent.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

const page: Answer = (_request, response) => response.setHeader('content-type', 'text/html; charset="UTF-8"').end('<p>Here</p>');
const sendTo = (location: string, status = 302): Answer => (_request, response) => void response.writeHead(status, { location }).end();

/** A system that says that every name leads to these. */
const leadingTo = (...answers: string[][]) => {
  const calls: string[] = [];
  const lookup: Lookup = (hostname, _options, done) => {
    calls.push(hostname);
    const answer = answers[Math.min(calls.length, answers.length) - 1] ?? [];
    done(null, answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { calls, lookup };
};

describe('what is fetched', () => {
  it('comes with its address, type and charset, however it is packed, and under our own name', async () => {
    const packed: Record<string, (text: string) => Buffer> = { gzip: zlib.gzipSync, deflate: zlib.deflateSync, br: zlib.brotliCompressSync, 'gzip, br': (text) => zlib.brotliCompressSync(zlib.gzipSync(text)), identity: (text) => Buffer.from(text) };
    const { fetch, noted } = makeFetcher();
    for (const [encoding, pack] of Object.entries(packed)) {
      const site = await serveLocal((_request, response) => response.writeHead(200, { 'content-type': 'Text/HTML; Charset="UTF-8"', 'content-encoding': encoding }).end(pack(`<p>${encoding}</p>`)));
      const fetched = await fetch(site.url('/a#part'));
      expect(fetched).toMatchObject({ type: 'text/html', charset: 'utf-8' });
      expect(fetched.bytes.toString()).toBe(`<p>${encoding}</p>`);
      expect(site.asked[0]?.headers).toMatchObject({ 'user-agent': 'Carrel/test', 'accept-encoding': 'gzip, br' });
      expect(site.asked[0]?.headers).not.toHaveProperty('cookie');
    }
    expect(noted).toHaveLength(5);
    expect(noted[0]).toMatchObject({ sentTo: '127.0.0.1', status: 200, error: null });
  });

  it('is looked for where the site sends, with a line in the ledger for each request', async () => {
    const site = await serveLocal((request, response) => (request.url === '/end' ? page : sendTo(request.url === '/a' ? '/b?x=1' : 'end', request.url === '/a' ? 302 : 300))(request, response));
    const { fetch, noted } = makeFetcher();
    expect((await fetch(site.url('/a'))).url.href).toBe(site.url('/end').href);
    expect(noted.map(({ url, status }) => [URL.parse(url)?.pathname, status])).toEqual([['/a', 302], ['/b', 300], ['/end', 200]]);
  });

  it.each<[RequestPurpose, number]>([['page', LIMITS.fetchRedirects], ['next', LIMITS.fetchRedirects], ['picture', 4], ['style', 4], ['media', 4]])('is followed so far and no farther: a %s over %i redirects', async (purpose, most) => {
    const site = await serveLocal((request, response) => (request.url === '/0' ? page : sendTo(`/${Number(request.url?.slice(1)) - 1}`))(request, response));
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url(`/${most}`), { purpose }))).toBe('<p>Here</p>');
    expect(await outcomeOf(fetch(site.url(`/${most + 1}`), { purpose }))).toBe('site-failed');
  });

  it.each([
    [404, 'page-missing', 1],
    [410, 'page-missing', 1],
    [401, 'login-needed', 1],
    [403, 'site-refused', 1],
    [451, 'site-refused', 1],
    [418, 'site-refused', 1],
    [206, 'site-failed', 3],
    [300, 'site-failed', 3],
    [302, 'site-failed', 3],
    [304, 'site-failed', 3],
    [305, 'site-failed', 3],
    [500, 'site-failed', 3],
    [503, 'site-failed', 3],
  ])('is an error in words where the answer is %i', async (status, code, asked) => {
    const site = await serveLocal((_request, response) => response.writeHead(status).end('<p>An error page</p>'));
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/')))).toBe(code);
    expect(site.asked).toHaveLength(asked);
  });

  it.each([
    [206, 'sent only a part of this page'],
    [300, 'several pages at this address'],
    [301, 'sends on to another address, and does not say to which'],
  ])('is an error that says what is wrong where the answer is %i', async (status, words) => {
    const site = await serveLocal((_request, response) => response.writeHead(status, { 'content-type': 'text/html' }).end('<p>A part</p>'));
    const { fetch, noted } = makeFetcher();
    await expect(fetch(site.url('/'))).rejects.toThrow(words);
    expect(noted[0]).toMatchObject({ status, error: expect.stringContaining(words) });
  });

  it('is asked for again where the site was busy, later each time, and when the site says', async () => {
    const answers: Answer[] = [(_request, response) => response.writeHead(503).end(), (_request, response) => response.destroy(), page];
    const site = await serveLocal((request, response) => answers.shift()?.(request, response));
    const { fetch, waited } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/')))).toBe('<p>Here</p>');
    expect(waited.map((ms) => Math.round(ms / 1_000))).toEqual([1, 4]);

    const limited: Answer[] = [(_request, response) => response.writeHead(429, { 'retry-after': '17' }).end(), page];
    const busy = await serveLocal((request, response) => limited.shift()?.(request, response));
    expect(await outcomeOf(fetch(busy.url('/')))).toBe('<p>Here</p>');
    expect(Math.round((waited.at(-1) ?? 0) / 1_000)).toBe(17);
  });

  it('lets what is next in line wait, too, where the site wants to be left alone for a while', async () => {
    const { fetch, waited } = makeFetcher();
    const waitedBefore: number[] = [];
    const site = await serveLocal((request, response) => {
      waitedBefore.push(Math.max(0, ...waited));
      if (site.asked.length === 1) response.writeHead(503, { 'retry-after': '7' }).end();
      else page(request, response);
    });
    await Promise.all(['/first', '/second'].map((path) => fetch(site.url(path))));
    expect(site.asked.map(({ url }) => url)).toEqual(['/first', '/second', '/first']);
    expect(waitedBefore[1]).toBeGreaterThan(6_000);
  });

  it('is not asked for again where the site wants to be left alone for long', async () => {
    const site = await serveLocal((_request, response) => response.writeHead(429, { 'retry-after': '3600' }).end());
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/')))).toBe('site-refused');
    expect(site.asked).toHaveLength(1);
  });

  it('is given up where pauses and redirects together take too long, whatever each of them takes', async () => {
    let asked = 0;
    const site = await serveLocal((request, response) => {
      asked += 1;
      if (asked % 3 === 0) sendTo(`/${asked}`)(request, response);
      else response.writeHead(503, { 'retry-after': '50' }).end();
    });
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/')))).toBe('site-failed');
    expect(site.asked).toHaveLength(5);
  });

  it('has no more time for its last request than is left for all', async () => {
    const pauses = ['60', '60', undefined, '59'];
    const site = await serveLocal((request, response) => {
      // The last one is not answered.
      if (pauses.length === 0) return;
      const pause = pauses.shift();
      if (pause === undefined) sendTo('/next')(request, response);
      else response.writeHead(503, { 'retry-after': pause }).end();
    });
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/'), { timeMs: LIMITS.fetchPageMs }))).toBe('timed-out');
    expect(site.asked).toHaveLength(5);
  }, 20_000);

  it('is asked for one after the other of each host, and of several hosts at once', async () => {
    let [now, most] = [0, 0];
    const slow: Answer = async (request, response) => {
      now += 1;
      most = Math.max(most, now);
      await sleep(30);
      now -= 1;
      page(request, response);
    };
    const [one, other] = [await serveLocal(slow), await serveLocal(slow, '127.0.0.2')];
    const { fetch, waited } = makeFetcher();
    await Promise.all(['/1', '/2', '/3'].map((path) => fetch(one.url(path))));
    expect(most).toBe(1);
    expect(waited.length).toBeGreaterThanOrEqual(2);
    await Promise.all([fetch(one.url('/4')), fetch(other.url('/5'))]);
    expect(most).toBe(2);
  });

  it('is given up when nobody wants it any more', async () => {
    const site = await serveLocal(() => {});
    const { fetch, noted } = makeFetcher();
    const abort = new AbortController();
    const fetching = outcomeOf(fetch(site.url('/'), { signal: abort.signal }));
    setTimeout(() => abort.abort(new LibraryError('cancelled', 'No.')), 50);
    expect(await fetching).toBe('cancelled');
    expect(noted[0]?.error).toBe('No.');
  });
});

describe('a private network', () => {
  it.each(['http://127.0.0.1/', 'http://0x7f.1/', 'http://2130706433/', 'http://0/', 'http://10.1.2.3/', 'http://172.20.0.1/', 'http://192.168.1.1/', 'http://169.254.169.254/latest/', 'http://100.64.0.1/', 'http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[fe80::1]/', 'http://[fd00::1]/', 'http://[64:ff9b::7f00:1]/', 'http://[2002:7f00:1::]/', 'http://[::]/', 'http://224.0.0.1/', 'http://255.255.255.255/'])(
    'is not asked: %s',
    async (address) => {
      const { fetch, noted } = makeFetcher();
      expect(await outcomeOf(fetch(new URL(address), { allowed: new AllowedHosts([]) }))).toBe('private-address');
      expect(noted).toMatchObject([{ sentTo: null, status: null }]);
    },
  );

  it('is not asked where a site sends there, or a name leads there', async () => {
    const inner = await serveLocal(page);
    const { port } = inner.url('/');
    const outer = await serveLocal(sendTo(`http://127.0.0.1:${port}/secret`), '127.0.0.2');
    const named = leadingTo(['127.0.0.1', '10.0.0.1', '::1']);
    const { fetch } = makeFetcher({ lookup: named.lookup });
    const allowed = new AllowedHosts(['127.0.0.2']);
    expect(await outcomeOf(fetch(outer.url('/'), { allowed }))).toBe('private-address');
    expect(await outcomeOf(fetch(new URL(`http://rebind.example:${port}/`), { allowed }))).toBe('private-address');
    expect(inner.asked).toEqual([]);
  });

  it('is not asked where a name leads elsewhere the second time: it is asked where it leads once for each connection, and that is where the connection goes', async () => {
    const inner = await serveLocal(page);
    // The first answer is an address of the open net (where nothing is, at this port); all others lead home.
    const named = leadingTo(['1.1.1.1'], ['127.0.0.1']);
    const { fetch } = makeFetcher({ lookup: named.lookup });
    const { port } = inner.url('/');
    const signal = AbortSignal.timeout(400);
    await outcomeOf(fetch(new URL(`http://turns.example:${port}/`), { signal, allowed: new AllowedHosts([]) }));
    expect(await outcomeOf(fetch(new URL(`http://turns.example:${port}/`), { allowed: new AllowedHosts([]) }))).not.toBe('<p>Here</p>');
    expect(inner.asked).toEqual([]);
    expect(named.calls.length).toBeGreaterThanOrEqual(1);
  });

  it('is asked where the user allows the host, by its name and at its port alone', async () => {
    const site = await serveLocal(page);
    const { port } = site.url('/');
    const named = leadingTo(['127.0.0.1']);
    const { fetch } = makeFetcher({ lookup: named.lookup });
    const allowed = new AllowedHosts([`Intranet.example:${port}`]);
    expect(await outcomeOf(fetch(new URL(`http://intranet.example:${port}/`), { allowed }))).toBe('<p>Here</p>');
    expect(await outcomeOf(fetch(site.url('/'), { allowed }))).toBe('private-address');
    expect(await outcomeOf(fetch(new URL(`http://other.example:${port}/`), { allowed }))).toBe('private-address');
  });
});

describe('a hostile site', () => {
  const bomb = zlib.gzipSync(Buffer.alloc(30_000_000));
  it.each<[string, Answer, string]>([
    ['sends round in circles', sendTo('/'), 'site-failed'],
    ['sends to a file', sendTo('file:///etc/passwd'), 'site-failed'],
    ['sends to a script', sendTo('javascript:alert(1)'), 'site-failed'],
    ['sends to data', sendTo('data:text/html,x'), 'site-failed'],
    ['sends with a password', sendTo('http://me:secret@127.0.0.1/'), 'site-failed'],
    ['sends nowhere', sendTo('http://'), 'site-failed'],
    ['sends without an end', (_request, response) => void setInterval(() => response.write(Buffer.alloc(200_000)), 1).unref(), 'too-large'],
    ['sends a byte now and then', (_request, response) => void setInterval(() => response.write('a'), 20).unref(), 'timed-out'],
    ['says that it sends 300 MB', (_request, response) => response.writeHead(200, { 'content-length': 300_000_000 }).flushHeaders(), 'too-large'],
    ['sends what unpacks to very much', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb), 'too-large'],
    ['sends what unpacks to what unpacks to very much', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, br' }).end(zlib.brotliCompressSync(bomb)), 'too-large'],
    ['packs many times over', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip, gzip, gzip' }).end('x'), 'site-failed'],
    ['packs in a way that nobody asked for', (_request, response) => response.writeHead(200, { 'content-encoding': 'secret' }).end('x'), 'site-failed'],
    ['says that it packs and does not', (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'), 'site-failed'],
    ['begins with a great many headers', (_request, response) => response.writeHead(200, Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x-${n}`, 'y'.repeat(1_000)]))).end(), 'site-failed'],
    ['is no site', (_request, response) => void response.socket?.end('220 smtp ready\r\n'), 'site-failed'],
    ['breaks off', (_request, response) => void response.writeHead(200, { 'content-length': 1_000 }).write('half', () => response.destroy()), 'site-failed'],
  ])('that %s is given up in words', async (_what, answer, code) => {
    const site = await serveLocal(answer);
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(site.url('/'), { timeMs: 700 }))).toBe(code);
  });

  it.each([
    ['another protocol', 'ftp://files.example/a.pdf', 'The site sends on to “ftp://files.example/a.pdf”, which does not begin with http:// or https://.'],
    ['a password', 'http://me:secret@files.example/', 'The site sends on to an address of files.example, which holds a name or a password. Carrel sends none.'],
    ['no address', 'http://', 'The site sends on to “http://”, which is no address.'],
    ['a very long address', `/${'a'.repeat(9_000)}`, 'which is longer than 8192 characters.'],
  ])('that sends on to where nothing is fetched from is named for it: %s', async (_what, location, words) => {
    const site = await serveLocal(sendTo(location));
    await expect(makeFetcher().fetch(site.url('/'))).rejects.toMatchObject({ code: 'site-failed', message: expect.stringContaining(words) });
    expect(site.asked).toHaveLength(1);
  });

  it('that is not there is named', async () => {
    const { fetch } = makeFetcher();
    expect(await outcomeOf(fetch(new URL('http://127.0.0.1:9/')))).toBe('site-unreachable');
  });

  it('gets no header that an address would smuggle in', async () => {
    const site = await serveLocal(page);
    const { fetch } = makeFetcher();
    await fetch(site.url('/a\r\nX-Evil: 1/%0d%0aX-Evil:%202?q=\r\nX: 3'));
    expect(site.asked).toHaveLength(1);
    expect(Object.keys(site.asked[0]?.headers ?? {}).toSorted()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });
});
