import { describe, expect, it } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { article } from './fixtures/hard-pages.ts';
import { makePng } from './fixtures/pictures.ts';
import { openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

const html = (text: string): Answer => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(text);

describe('a site that means harm', { timeout: 120_000 }, () => {
  it('gets no more requests than its limits allow, whatever its pages ask for, and harms nothing else', async () => {
    const many = Array.from({ length: 10_000 }, (_, n) => `<img src="/many/${n}.png" alt="">`).join('');
    const pages: Record<string, Answer> = {
      '/many': html(article('many', many)),
      '/styles': html(article('styles', '', '<link rel="stylesheet" href="/css/0">')),
      '/endless': html(article('endless', '<a rel="next" href="/endless?page=2">Next page</a>')),
      '/good': html(article('good', '')),
    };
    const site = await serveLocal((request, response) => {
      const url = request.url ?? '';
      if (url.startsWith('/many/')) response.writeHead(200, { 'content-type': 'image/png' }).end(makePng(3, 3, [Number(url.slice(6, -4)) % 256, Math.floor(Number(url.slice(6, -4)) / 256), 9]));
      else if (url.startsWith('/css/')) response.writeHead(200, { 'content-type': 'text/css' }).end(`@import "/css/${Number(url.slice(5)) + 1}"; p { color: red }`);
      else if (url.startsWith('/endless?page=')) html(article(`page ${url.slice(14)}`, `<a rel="next" href="/endless?page=${Number(url.slice(14)) + 1}">Next page</a>`))(request, response);
      else pages[url]?.(request, response);
    });
    const library = await openToSave([site.host]);
    const { entries, told } = await saveInTest(library, Object.keys(pages).map((path) => site.url(path).href));
    expect(entries.map(({ list }) => list)).toEqual(['imported', 'imported', 'imported', 'imported']);
    const count = (start: string) => site.asked.filter(({ url }) => url?.startsWith(start)).length;
    expect(count('/many/')).toBe(LIMITS.savedParts);
    expect(count('/css/')).toBeLessThan(100);
    expect(count('/endless?')).toBe(LIMITS.savedNextPages);
    const stages = new Set(told.flatMap(({ saving }) => saving.map(({ stage }) => stage)));
    expect(stages).toContain('parts');
    expect(told.at(-1)?.saving).toEqual([]);
    const many1 = entries.find(({ source }) => source.endsWith('/many'));
    const read = many1 && 'id' in many1 ? await library.readArticle(many1.id) : undefined;
    expect(new Set(read?.html.match(/images\/[0-9a-f]{64}/g)).size).toBe(LIMITS.savedParts);
    // What is left out is named.
    expect(read?.article.extra?.['missingImages']).toContain(site.url('/many/400.png').href);
  });

  it('is given up where it is too much, and named', async () => {
    const chunk = Buffer.alloc(1_048_576, '<p>Lamp oil. ');
    const pages: Record<string, Answer> = {
      '/huge': (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        let sent = 0;
        const send = () => {
          while (sent < 300 && response.writable && !response.destroyed) {
            sent += 1;
            if (!response.write(chunk)) return void response.once('drain', send);
          }
          response.end();
        };
        send();
      },
      '/deep': html(`<title>Deep</title>${'<div>'.repeat(100_000)}x`),
      '/wide': html(`<title>Wide</title>${'<b>x</b>'.repeat(200_000)}`),
      '/evil.svg': (_request, response) => void response.writeHead(200, { 'content-type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      '/good': html(article('good', '')),
    };
    const site = await serveLocal((request, response) => pages[request.url ?? '']?.(request, response));
    const library = await openToSave([site.host]);
    const { entries } = await saveInTest(library, Object.keys(pages).map((path) => site.url(path).href));
    const codes = Object.fromEntries(entries.map((entry) => [new URL(entry.source).pathname, 'code' in entry ? entry.code : entry.list]));
    expect(codes).toEqual({ '/huge': 'too-large', '/deep': 'too-deep', '/wide': 'too-large', '/evil.svg': 'unsupported-format', '/good': 'imported' });
  });

  it('is not followed into a private network by a name, a redirect, a picture, a style or a next page', async () => {
    const inner = await serveLocal((_request, response) => void response.end('secret'));
    const inside = `http://inner.example:${inner.url('/').port}`;
    const site = await serveLocal(html(article('lure', `<img src="${inside}/p.png" alt=""><a rel="next" href="${inside}/?page=2">2</a>`, `<link rel="stylesheet" href="${inside}/s.css"><style>p { background: url(${inside}/b.png) } @import "${inside}/t.css";</style>`)), '127.0.0.2');
    const library = await openToSave([site.host], { names: { 'inner.example': ['127.0.0.1'], 'mixed.example': ['10.0.0.1', '127.0.0.1', '::1'] } });
    const { entries } = await saveInTest(library, [site.url('/').href, `${inside}/`, `http://mixed.example:${inner.url('/').port}/`]);
    expect(Object.fromEntries(entries.map((entry) => [new URL(entry.source).hostname, 'code' in entry ? entry.code : entry.list]))).toEqual({ '127.0.0.2': 'imported', 'inner.example': 'private-address', 'mixed.example': 'private-address' });
    expect(inner.asked).toEqual([]);
    const ledger = await library.client['ledger.list']({ search: 'inner.example' });
    if (!ledger.ok) throw new Error(ledger.error.message);
    expect(ledger.value.requests.every(({ sentTo, error }) => sentTo === null && error?.includes('private network'))).toBe(true);
    expect(ledger.value.total).toBeGreaterThanOrEqual(5);
    expect(await library.client['ledger.clear']({})).toMatchObject({ ok: true });
    expect(await library.client['ledger.list']({})).toMatchObject({ value: { total: 0, requests: [] } });
  });

  it('or is not there is asked a few times for the parts of a page, and not waited for fifty times', async () => {
    const parts = Array.from({ length: 50 }, (_, n) => `<img src="http://gone.example/${n}.png" alt="">`).join('');
    const site = await serveLocal(html(article('gone', parts)), '127.0.0.2');
    const library = await openToSave([site.host], { names: {} });
    expect((await saveInTest(library, [site.url('/').href])).entries).toMatchObject([{ list: 'imported' }]);
    const ledger = await library.client['ledger.list']({ search: 'gone.example' });
    if (!ledger.ok) throw new Error(ledger.error.message);
    expect(ledger.value.total).toBeGreaterThanOrEqual(2);
    // Those that were under way together.
    expect(ledger.value.total).toBeLessThan(10);
  });
});
