import { describe, expect, it } from 'vitest';
import { article, prose } from './fixtures/hard-pages.ts';
import { openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

const send = (type: string, text: string): Answer => (_request, response) => void response.writeHead(200, { 'content-type': type }).end(text);
const lists = (entries: Awaited<ReturnType<typeof saveInTest>>['entries']) => entries.map((entry) => ('action' in entry ? entry.action : entry.list));

describe('a page that claims the address of another article', { timeout: 120_000 }, () => {
  it('takes its place in no way where that is of another site, whatever the page is sent as', async () => {
    const good = await serveLocal(send('text/html', article('harbour', '')));
    const story = good.url('/story').href;
    const later = good.url('/later').href;
    const claims = [story, later].flatMap((url): [string, string][] => {
      const page = article('lure', '', `<link rel="canonical" href="${url}"><meta property="og:url" content="${url}">`);
      const mhtml = ['From: <Saved by Carrel>', `Snapshot-Content-Location: ${url}`, 'MIME-Version: 1.0', 'Content-Type: multipart/related; type="text/html"; boundary="b"', '', '--b', 'Content-Type: text/html', `Content-Location: ${url}`, '', page, '--b--', ''];
      return [
        ['text/html', page],
        ['text/plain', page],
        ['image/png', page],
        ['application/xml', page],
        ['multipart/related; type="text/html"; boundary="b"', mhtml.join('\r\n')],
        ['text/markdown', `---\ntitle: About lure\nurl: ${url}\n---\n\n# About lure\n\n${prose('lure')}\n`],
      ];
    });
    const evil = await serveLocal((request, response) => {
      const [type, text] = claims[Number(request.url?.slice(1))] ?? ['text/plain', ''];
      // No two are the same article.
      send(type, text.replaceAll('lure', `lure${request.url?.slice(1)}`))(request, response);
    }, '127.0.0.2');
    const library = await openToSave([good.host, evil.host]);
    await saveInTest(library, [story]);
    await saveInTest(library, [later], { later: true });
    const { entries } = await saveInTest(library, claims.map((_, at) => evil.url(`/${at}`).href));
    expect(lists(entries)).toEqual(claims.map(() => 'imported'));
    const list = await library.client['articles.list']({ limit: 100 });
    const articles = list.ok ? list.value.articles : [];
    expect(articles).toHaveLength(2 + claims.length);
    expect(articles.filter(({ url }) => url?.startsWith(good.url('/').href)).map(({ source }) => source.kind).toSorted()).toEqual(['address', 'mhtml']);
  });

  it('is another article where it is of the same site and tells something else, and the same where it tells the same', async () => {
    const canonical = '<link rel="canonical" href="/section">';
    const page = (title: string, text: string) => `<!doctype html><html lang="en"><title>${title}</title>${canonical}<article><h1>${title}</h1>${`<p>${text}</p>`.repeat(3)}</article>`;
    const ferry = 'The ferry left the harbour an hour late on Tuesday, and nobody on the quay could say why it had waited so long in such fine weather.';
    const pages: Record<string, string> = {
      '/first': page('The late ferry', ferry),
      '/second': page('Ice in the north', 'Ice closes the northern port for the first time in forty years; fishermen walk to their boats, followed by children with sledges and dogs.'),
      '/first?print=1': page('The late ferry', `${ferry} The company has apologised since.`),
    };
    const site = await serveLocal((request, response) => send('text/html', pages[request.url ?? ''] ?? '')(request, response));
    const library = await openToSave([site.host]);
    const outcomes = [];
    for (const path of ['/first', '/second', '/first?print=1', '/second']) outcomes.push(...lists((await saveInTest(library, [site.url(path).href])).entries));
    expect(outcomes).toEqual(['imported', 'imported', 'versioned', 'skipped']);
  });

  it('does not fill the article that is to be fetched from there', async () => {
    const site = await serveLocal((request, response) => send('text/html', article(request.url === '/lure' ? 'lure' : 'story', '', '<link rel="canonical" href="/story">'))(request, response));
    const library = await openToSave([site.host]);
    const [kept] = (await saveInTest(library, [site.url('/story').href], { later: true })).entries;
    await saveInTest(library, [site.url('/lure').href]);
    expect(lists((await saveInTest(library, [site.url('/story').href])).entries)).toEqual(['imported']);
    const filled = kept && 'id' in kept ? await library.readArticle(kept.id) : undefined;
    expect(filled?.article).toMatchObject({ title: 'About story', url: site.url('/story').href });
  });
});
