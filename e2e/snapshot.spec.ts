import type { FrameLocator, Locator, Page } from '@playwright/test';
import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleText, expectOpen, messages, openArticle, place, reader, runByName, searchBox, toolbar } from './fixtures/parts.ts';
import { watchForHarm } from './fixtures/watch-for-harm.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');
const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';
const TITLE = 'Ferry late again';
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="parent.__harmed(\'svg\')"><script>parent.__harmed("svg script")</script><rect width="40" height="20" fill="teal"/></svg>';

/** A page as a browser saves it in one file, with what a stranger might have put into it. */
const FERRY = mhtml('https://harbour.example/news/ferry', [
  ['text/html', 'https://harbour.example/news/ferry', `<!DOCTYPE html><html lang="en"><head><title>${TITLE}</title><link rel="stylesheet" href="/css/page.css"><link rel="preload" as="image" href="https://evil.example/preload.png"><meta http-equiv="refresh" content="1;url=https://evil.example/"><base target="_top">
<style>@import "https://evil.example/a.css"; nav { background: url(https://evil.example/nav.png) }</style><script>parent.__harmed('head')</script></head>
<body onload="parent.__harmed('load')"><nav><a href="https://harbour.example/">Harbour news</a> <a href="#late">How late</a> <a id="bad" href="javascript:parent.__harmed('link')">Menu</a></nav>
<article><h1>${TITLE}</h1><img id="wave" src="/wave.png" srcset="https://evil.example/wave-2.png 2x" alt="A wave" width="40"><img id="drawn" src="/wave.svg" alt="A drawing">
<img id="late-picture" src="data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==" data-src="/wave.png" alt="Another wave">
<img src="https://evil.example/pixel.gif" onerror="parent.__harmed('img')" alt="">${`<p>${SENTENCE.repeat(4)}</p>`.repeat(12)}<h2 id="late">How late it was</h2>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(6)}</article>
<form name="documentElement" action="https://evil.example/"><input id="closest" name="q" value="Search"><button>Send</button></form><iframe src="https://evil.example/frame" srcdoc="<script>parent.parent.__harmed('srcdoc')</script>"></iframe></body></html>`],
  ['text/css', 'https://harbour.example/css/page.css', '@import "more.css"; h1 { color: rgb(1, 102, 119); background: url(https://evil.example/h1.png) } nav { border-bottom: 4px solid teal } body { max-width: 46rem; margin: 0 auto; font-family: sans-serif }'],
  ['text/css', 'https://harbour.example/css/more.css', 'article { padding-left: 23px; background: url(../wave.png) repeat-y; } @import "https://evil.example/b.css";'],
  ['image/png', 'https://harbour.example/wave.png', PNG],
  ['image/svg+xml', 'https://harbour.example/wave.svg', SVG],
]);

function mhtml(url: string, parts: readonly (readonly [type: string, url: string, content: string | Buffer])[]): Buffer {
  const head = `From: <Saved by Blink>\r\nSnapshot-Content-Location: ${url}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="--part"\r\n\r\n`;
  const pieces = parts.flatMap(([type, location, content]) => [Buffer.from(`----part\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: binary\r\nContent-Location: ${location}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  return Buffer.concat([Buffer.from(head), ...pieces, Buffer.from('----part--\r\n')]);
}

const FILES = { 'ferry.mhtml': FERRY, 'night.txt': `A long night\n\n${'The lamp burned until four, and then there was no more oil. '.repeat(6)}\n` };

const snapshotFrame = (page: Page): Locator => page.getByRole('region', { name: 'Page as it was' }).locator('iframe');
const snapshot = (page: Page): FrameLocator => page.frameLocator('.snapshot iframe');
const showButton = (page: Page): Locator => toolbar(page).getByRole('button', { name: 'Show the page as it was' });

async function openFerry(page: Page): Promise<void> {
  await place(page, 'All').click();
  await openArticle(page, TITLE);
}

test('a page is shown as it was: with its pictures and styles, and nothing of it runs, loads or leads away', async ({ app, window: page }) => {
  await importFolder(page, app.writeFiles(FILES));
  const watch = await watchForHarm(page, app.host.origin);
  await openFerry(page);
  const answered = page.waitForResponse((response) => response.url().endsWith('/snapshot'));
  await showButton(page).click();
  const headers = (await answered).headers();
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  await expect(snapshotFrame(page)).toHaveAttribute('sandbox', 'allow-same-origin');
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);

  for (const picture of ['#wave', '#drawn', '#late-picture']) expect(await snapshot(page).locator(picture).evaluate((image: HTMLImageElement) => image.naturalWidth), picture).toBeGreaterThan(1);
  const styleOf = (selector: string, name: string) => snapshot(page).locator(selector).evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);
  expect(await styleOf('h1', 'color')).toBe('rgb(1, 102, 119)');
  expect(await styleOf('article', 'padding-left')).toBe('23px');
  expect(await styleOf('article', 'background-image')).toMatch(/^url\("data:image\/png/);
  expect(await styleOf('h1', 'background-image')).toBe('url("data:,")');
  await expect(snapshot(page).locator('script, iframe, base, link, [onload], [onerror], [srcset]')).toHaveCount(0);

  await snapshot(page).locator('#bad').click();
  // By the mouse alone: what looks at elements by their own methods finds a field here.
  await snapshot(page).locator('form input').evaluate((field) => field.scrollIntoView({ block: 'center' }));
  const form = await snapshot(page).locator('form input').boundingBox();
  if (form) await page.mouse.click(form.x + form.width + 200, form.y + 3);
  await snapshot(page).locator('nav a').nth(1).click();
  await expect(snapshot(page).locator('#late')).toBeInViewport();
  await page.context().route('https://harbour.example/**', (route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<title>outside</title>' }));
  watch.allow('https://harbour.example/');
  const opened = page.waitForEvent('popup');
  await snapshot(page).locator('nav a').first().click();
  await (await opened).close();
  // As long as its refresh would have taken, and more.
  await page.waitForTimeout(1_500);
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  expect(watch.found()).toEqual([]);
  expect(await watch.sandboxes()).toEqual(['allow-same-origin']);
});

test('the page and the article change places by key, button, menu and palette, and the article stays where it was read', async ({ app, window: page }, info) => {
  await importFolder(page, app.writeFiles(FILES));
  await openFerry(page);
  await reader(page).evaluate((element) => element.scrollTo(0, 700));
  const top = await reader(page).evaluate((element) => element.scrollTop);
  expect(top).toBe(700);
  await articleText(page).locator('body').click();
  await page.keyboard.press('p');
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  await expect(snapshotFrame(page)).toBeFocused();
  await expect(reader(page)).toHaveAttribute('inert');
  expect(await findViolations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('snapshot-light.png') });

  // The page scrolls by keys, and keys of the window work in it.
  await page.keyboard.press('End');
  await expect.poll(() => snapshot(page).locator('html').evaluate((element) => element.scrollTop)).toBeGreaterThan(100);
  await page.keyboard.press('Escape');
  await expectOpen(page, TITLE);
  await expect(reader(page)).toBeFocused();
  await expect(snapshotFrame(page)).toHaveCount(0);
  expect(await reader(page).evaluate((element) => element.scrollTop)).toBe(700);

  await toolbar(page).getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Show the page as it was/ }).click();
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  await runByName(page, 'theme dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await findViolations(page)).toEqual([]);
  await page.screenshot({ path: info.outputPath('snapshot-dark.png') });
  await toolbar(page).getByRole('button', { name: 'Show the article' }).click();
  await expectOpen(page, TITLE);
  await runByName(page, 'as it was');
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);

  // Another article is an article; what was no page says so. Files that are read at once come in either order.
  const { articles } = await call(page, 'articles.list', {});
  await page.keyboard.press(articles[0]?.title === TITLE ? 'j' : 'k');
  await expectOpen(page, 'A long night');
  await expect(snapshotFrame(page)).toHaveCount(0);
  await expect(showButton(page)).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(messages(page)).toContainText('There is no page to show');
});

test('matches are walked through in the article, whatever is shown', async ({ app, window: page }) => {
  await importFolder(page, app.writeFiles(FILES));
  await place(page, 'All').click();
  await searchBox(page).fill('quay');
  await openArticle(page, TITLE);
  await expect(toolbar(page).getByRole('group', { name: 'Matches' })).toBeVisible();
  await showButton(page).click();
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  await expect(toolbar(page).getByRole('group', { name: 'Matches' })).toBeHidden();
  await page.keyboard.press('F3');
  await expect(snapshotFrame(page)).toHaveCount(0);
  await expect(toolbar(page).getByRole('group', { name: 'Matches' })).toContainText('2 of');
});

test('a page that cannot be shown says why, and leads back to the article', async ({ app, window: page }) => {
  await importFolder(page, app.writeFiles(FILES));
  await openFerry(page);
  const found = (await call(page, 'articles.list', {})).articles.find(({ title }) => title === TITLE);
  await page.route(`**/articles/${found?.id}/snapshot`, (route) =>
    route.fulfill({ status: 422, contentType: 'text/html', body: '<!DOCTYPE html><meta name="carrel-snapshot" content="failed"><p>This page is made of frames.</p>' }),
  );
  await showButton(page).click();
  const failure = page.getByRole('alert').filter({ hasText: 'The page cannot be shown as it was' });
  await expect(failure).toContainText('This page is made of frames.');
  expect(await findViolations(page)).toEqual([]);
  await page.unroute(`**/articles/${found?.id}/snapshot`);
  await failure.getByRole('button', { name: 'Retry' }).click();
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  await toolbar(page).getByRole('button', { name: 'Show the article' }).click();
  await expectOpen(page, TITLE);
});

test('a drawing that would never be drawn to its end is left out, and the window goes on', async ({ app, window: page }) => {
  // Ten of each from the one before, nine times: a thousand million circles.
  const layers = Array.from({ length: 9 }, (_, layer) => `<g id="g${layer + 1}">${`<use href="#g${layer}"/>`.repeat(10)}</g>`).join('');
  const bomb = `<svg viewBox="0 0 9 9" width="90" height="90"><defs><circle id="g0" r="1"/>${layers}</defs><use id="all" href="#g9"/></svg>`;
  const html = `<!DOCTYPE html><html lang="en"><title>${TITLE}</title><article><h1>${TITLE}</h1><p>${SENTENCE.repeat(9)}</p>${bomb}</article></html>`;
  await importFolder(page, app.writeFiles({ 'ferry.mhtml': mhtml('https://harbour.example/news/ferry', [['text/html', 'https://harbour.example/news/ferry', html]]) }));
  await openFerry(page);
  await showButton(page).click();
  await expect(snapshot(page).locator('h1')).toHaveText(TITLE);
  await expect(snapshot(page).locator('#all')).toHaveCount(1);
  await toolbar(page).getByRole('button', { name: 'Show the article' }).click();
  await expectOpen(page, TITLE);
});
