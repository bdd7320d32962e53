import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { attackFragments, attackPage } from './fixtures/attack-fragments.ts';
import { articleList, articleText, expectOpen, openArticle, place, reader } from './fixtures/parts.ts';
import { watchForHarm } from './fixtures/watch-for-harm.ts';

const TITLE = 'A page that wants too much';
const ELSEWHERE = 'http://elsewhere.test';

/** All that a page can try by links, forms and its head, around enough honest text to be an article. */
const HOSTILE_PAGE = `<!DOCTYPE html>
<html lang="en"><head><title>${TITLE}</title>
<base href="${ELSEWHERE}/base/" target="_top">
<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/refreshed">
<link rel="stylesheet" href="${ELSEWHERE}/style.css"><link rel="preconnect" href="${ELSEWHERE}">
<script src="${ELSEWHERE}/script.js"></script><script>top.__harmed('script in the head')</script>
</head><body onload="top.__harmed('load of the body')"><article><h1>${TITLE}</h1>
<p>The first paragraph is honest. It tells of a shopkeeper who wrote the prices of the day on a slate and wiped it clean each evening, for forty years, without ever keeping a copy.</p>
<img src="${ELSEWHERE}/pixel.png" width="40" height="40" alt="A remote picture" onerror="top.__harmed('error of an image')">
<p>There is a <a href="javascript:top.__harmed('address of a link')">link that runs</a>, a <a href="${ELSEWHERE}/top" target="_top">link for the whole window</a>, a <a href="${ELSEWHERE}/parent" target="_parent">link for the parent</a>, a <a href="${ELSEWHERE}/blank" target="_blank">link for a new tab</a>, a <a href="/relative/elsewhere">link without a host</a> and a <a href="data:text/html,<script>top.__harmed('data')</script>">link that holds a page</a>.</p>
<form action="${ELSEWHERE}/form" target="_top"><input name="secret" autofocus onfocus="top.__harmed('focus')"><button>Send everything</button></form>
<p>The second paragraph is honest as well, and ends with a <a href="#end">jump to its own end</a>. Prices rose, the slate stayed the same size, and in the end he wrote with a finer chalk.</p>
<iframe src="${ELSEWHERE}/frame"></iframe><object data="${ELSEWHERE}/object"></object><embed src="${ELSEWHERE}/embed">
<video src="${ELSEWHERE}/video.mp4" poster="${ELSEWHERE}/poster.png" autoplay></video>
<p id="end" style="background:url(${ELSEWHERE}/background.png)">That is the whole story of the slate, and nobody has wiped it since. It hangs in the town museum beside a till that nobody can open.</p>
</article></body></html>
`;

test('a hostile page is read without running, loading or leading anywhere', async ({ app, window }) => {
  const harm = await watchForHarm(window, app.host.origin);
  await importFolder(window, app.writeFiles({ 'hostile.html': HOSTILE_PAGE }));
  await place(window, 'All').click();
  const answered = window.waitForResponse(/\/articles\/[\w-]+\/$/);
  await openArticle(window, TITLE);
  const response = await answered;
  expect(response.headers()['content-security-policy']).toBe(
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; font-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin",
  );
  await expect(articleText(window).getByText('The first paragraph is honest')).toBeVisible();
  await expect(articleText(window).locator('form, input, button, script, iframe, object, embed, base, meta[http-equiv]')).toHaveCount(0);

  const address = window.url();
  const frameAddress = await frameLocation(window);
  const tabs = window.context().pages().length;
  const links = await articleText(window).getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  // Of the video a link is left, which loads nothing until somebody clicks it.
  expect(links).toEqual([...['top', 'parent', 'blank', 'relative/elsewhere'].map((page) => `${ELSEWHERE}/${page}`), '#carrel-end', `${ELSEWHERE}/video.mp4`]);
  await clickText(window, 'jump to its own end');
  expect(window.url()).toBe(address);
  expect(await frameLocation(window)).toBe(frameAddress);
  expect(window.context().pages()).toHaveLength(tabs);
  await expectOpen(window, TITLE);
  expect(await harm.sandboxes()).toEqual(['allow-same-origin']);
  expect(harm.found()).toEqual([]);
});

test('a link opens a new tab that knows nothing of the window, and only when it is clicked', async ({ app, window, context }) => {
  const asked: string[] = [];
  await context.route(`${ELSEWHERE}/**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' });
  });
  await importFolder(window, app.writeFiles({ 'hostile.html': HOSTILE_PAGE }));
  await place(window, 'All').click();
  await openArticle(window, TITLE);
  expect(asked).toEqual([]);
  await window.evaluate(recordOpenings);

  for (const [text, button] of [
    ['link for the whole window', 'left'],
    ['link for the parent', 'middle'],
    ['link for a new tab', 'left'],
  ] as const) {
    const opening = context.waitForEvent('page');
    await articleText(window).getByRole('link', { name: text }).click({ button });
    const tab = await opening;
    await tab.waitForURL(`${ELSEWHERE}/**`);
    expect(await tab.evaluate(() => globalThis.opener)).toBeNull();
    expect(await tab.evaluate(() => document.referrer)).toBe('');
    await tab.close();
  }
  // The window's own policy parts it from the tab, too; each lock must be there.
  expect(await window.evaluate(() => Reflect.get(globalThis, '__openings'))).toEqual(Array.from({ length: 3 }, () => 'noopener,noreferrer'));
  expect(asked.map((address) => new URL(address).pathname)).toEqual(['/top', '/parent', '/blank']);
  await expectOpen(window, TITLE);
});

/** Runs in the window: notes what each new tab is opened with. */
function recordOpenings(): void {
  const openings: (string | undefined)[] = [];
  const open = globalThis.open.bind(globalThis);
  Object.assign(globalThis, {
    __openings: openings,
    open: (address?: string | URL, target?: string, features?: string) => {
      openings.push(features);
      return open(address, target, features);
    },
  });
}

/** Fragments of every kind, as the reader itself opens them. */
const chosen = attackFragments.filter(({ kind }, index) => attackFragments.findIndex((other) => other.kind === kind) >= index - 1);

test('the reader stays on the article whatever kind of attack it holds', async ({ app, window }) => {
  test.setTimeout(120_000);
  expect(new Set(chosen.map(({ kind }) => kind)).size).toBe(new Set(attackFragments.map(({ kind }) => kind)).size);
  const harm = await watchForHarm(window, app.host.origin);
  await importFolder(window, app.writeFiles(Object.fromEntries(chosen.map((fragment) => [`${fragment.name}.html`, attackPage(fragment)]))));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option').first()).toBeVisible();
  const total = Number(await articleList(window).getByRole('option').first().getAttribute('aria-setsize'));
  expect(total).toBeGreaterThan(chosen.length * 0.7);

  await articleList(window).focus();
  await window.keyboard.press('Enter');
  for (let opened = 0; opened < total; opened += 1) {
    await expect(window.locator('iframe[data-ready]')).toBeVisible();
    await articleText(window).locator('body').click({ position: { x: 30, y: 30 } });
    const before = await frameLocation(window);
    expect(before).toMatch(new RegExp(`^${app.host.origin}/articles/[\\w-]+/$`));
    await window.keyboard.press('j');
    if (opened < total - 1) await expect.poll(() => frameLocation(window)).not.toBe(before);
  }
  expect(await harm.sandboxes()).toEqual(['allow-same-origin']);
  expect(harm.found()).toEqual([]);
});

/** What the sanitizer would never let through, straight into the frame: the other two locks must hold alone. */
const UNSANITIZED = `<!DOCTYPE html><html lang="en"><head><link rel="stylesheet" href="/article.css">
<meta http-equiv="refresh" content="0;url=${ELSEWHERE}/refreshed"></head>
<body onload="top.__harmed('load')"><article><p>Nothing was taken out of this text.</p>
<script>top.__harmed('script'); alert(1)</script><img src="/missing.png" onerror="top.__harmed('error')">
<svg onload="top.__harmed('svg')"></svg>
<p><a href="javascript:top.__harmed('address')">runs</a> <a href="${ELSEWHERE}/top" target="_top" onclick="top.__harmed('click')">leads away</a></p>
<form action="${ELSEWHERE}/form" target="_top"><button>send</button></form></article></body></html>`;

for (const { name, keepsPolicy } of [
  { name: 'the frame alone', keepsPolicy: false },
  { name: 'the frame and the policy', keepsPolicy: true },
]) {
  test(`${name}: not even what was never sanitized runs or leads away`, async ({ app, window, context }) => {
    const harm = await watchForHarm(window, app.host.origin);
    await context.route(/\/articles\/[\w-]+\/$/, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy, ...headers } = response.headers();
      await route.fulfill({ response, headers: keepsPolicy && policy !== undefined ? { ...headers, 'content-security-policy': policy } : headers, body: UNSANITIZED });
    });
    await importFolder(window, app.writeFiles({ 'plain.txt': `${TITLE}\n\nIt is replaced on its way into the frame, so what stands here is never seen by anybody.\n` }));
    await place(window, 'All').click();
    await openArticle(window, TITLE);
    await expect(articleText(window).getByText('Nothing was taken out')).toBeVisible();
    const frameAddress = await frameLocation(window);
    await clickText(window, 'runs');
    await articleText(window).getByRole('button', { name: 'send' }).click();
    const opening = context.waitForEvent('page');
    await context.route(`${ELSEWHERE}/**`, (route) => route.fulfill({ body: 'Elsewhere' }));
    harm.allow(`${ELSEWHERE}/top`);
    await clickText(window, 'leads away');
    await (await opening).close();
    expect(await frameLocation(window)).toBe(frameAddress);
    await expect(reader(window)).toBeVisible();
    expect(harm.found()).toEqual([]);
  });
}

test('the policy alone: an article opened as a page of its own runs nothing', async ({ app, window, context }) => {
  const harm = await watchForHarm(window, app.host.origin);
  await importFolder(window, app.writeFiles({ 'plain.txt': `${TITLE}\n\nIt is replaced on its way to the page, so what stands here is never seen by anybody at all.\n` }));
  await place(window, 'All').click();
  await openArticle(window, TITLE);
  const address = await frameLocation(window);
  await context.route(/\/articles\/[\w-]+\/$/, async (route) => route.fulfill({ response: await route.fetch(), body: UNSANITIZED }));
  await window.goto(address);
  await expect(window.getByText('Nothing was taken out')).toBeVisible();
  await window.getByText('runs').click();
  await window.getByRole('button', { name: 'send' }).click();
  expect(window.url()).toBe(address);
  expect(harm.found()).toEqual([]);
});

test('nothing that was built speaks of allowing scripts in a frame', () => {
  const folder = path.resolve('build');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(js|html|css)$/.test(file));
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => fs.readFileSync(path.join(folder, file), 'utf8').includes('allow-scripts'))).toEqual([]);
});

async function clickText(window: Page, text: string): Promise<void> {
  await articleText(window).getByText(text, { exact: true }).first().click();
}

/** Where the frame really is, whatever its attribute says. */
async function frameLocation(window: Page): Promise<string> {
  return window.evaluate(() => document.querySelector('iframe')?.contentWindow?.location.href ?? 'no frame');
}
