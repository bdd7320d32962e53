import { expect, it } from 'vitest';
import { article, prose } from './fixtures/hard-pages.ts';
import { openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal, type Answer } from './fixtures/serve-local.ts';

const html = (text: string): Answer => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(text);

/** A page that says no and much besides. */
const teasers = (title: string) => `<!doctype html><html lang="en"><title>${title}</title><article><h1>${title}</h1>${Array.from({ length: 40 }, (_, n) => `<p>Wind number ${n} turned at dusk, gulls came home, children slept late.</p>`).join('')}</article>`;

it('an article that is fetched again gets a new version where its page says something new, and is never followed by a page that says no', { timeout: 60_000 }, async () => {
  let answer = html(article('lamp', ''));
  const site = await serveLocal((request, response) => answer(request, response));
  const library = await openToSave([site.host]);
  const url = site.url('/story').href;
  const fetchAgain = async (next: Answer) => {
    answer = next;
    const [entry] = (await saveInTest(library, [url])).entries;
    return entry && 'code' in entry ? entry.code : entry && 'action' in entry ? entry.action : entry?.list;
  };
  const textNow = async () => {
    const listed = await library.client['articles.list']({});
    const [first, ...others] = listed.ok ? listed.value.articles : [];
    expect(others).toEqual([]);
    return first && (await library.readArticle(first.id))?.text;
  };
  expect(await fetchAgain(answer)).toBe('imported');
  const good = await textNow();
  expect(await fetchAgain(answer)).toBe('skipped');
  for (const [bad, code] of [
    [(_request, response) => void response.writeHead(404).end(article('lamp', '')), 'page-missing'],
    [html('<title>Page not found</title><p>Nothing is here.</p>'), 'page-missing'],
    [html('<title>Just a moment...</title><p>Checking.</p>'), 'site-refused'],
    [html('<title>About lamp</title><h1>About lamp</h1><p>Please enable JavaScript to read this page, or log in to your account.</p>'), 'login-needed'],
    [html(`<title>About lamp</title><article><h1>About lamp</h1><p>${prose('teaser', 2)}</p><p>Subscribe to read on.</p></article>`), 'login-needed'],
    [html(teasers('404 - Page not found')), 'page-missing'],
    [html(teasers('Error 404: not found')), 'page-missing'],
    [html(teasers('Verify you are human')), 'site-refused'],
    [(_request, response) => void response.writeHead(503).end(), 'site-failed'],
  ] satisfies [Answer, string][]) {
    expect(await fetchAgain(bad)).toBe(code);
    expect(await textNow()).toBe(good);
  }
  expect(await fetchAgain(html(article('lamp', '<p>Corrected: the lamp was lit at six.</p>')))).toBe('versioned');
  expect(await textNow()).toContain('lit at six');
  // It may be called so.
  expect(await fetchAgain(html(article('lamp', '<p>Corrected: the lamp was lit at seven.</p>').replaceAll('About lamp', '404: about the lamp')))).toBe('versioned');
  expect(await textNow()).toContain('lit at seven');
});
