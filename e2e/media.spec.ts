import type { Browser, Locator } from '@playwright/test';
import { makeWav } from '../main/core/save/fixtures/media.ts';
import { call, expect, listImports, test } from './fixtures/app-test.ts';
import { call as callDesktop, test as desktopTest } from './fixtures/desktop-app.ts';
import { pasteOnto } from './fixtures/drop-links.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleText, messages, openArticle, place } from './fixtures/parts.ts';
import { makePng } from './fixtures/sample-files.ts';
import { articlePage, startSite, type SitePage, type SmallSite } from './fixtures/small-site.ts';
import { watchForHarm } from './fixtures/watch-for-harm.ts';

/** A quarter of an hour, which is more than is read of a file at once. */
const SECONDS = 900;

/** A moving picture as this browser itself writes it. */
async function recordFilm(browser: Browser): Promise<Buffer> {
  const page = await browser.newPage();
  const film = await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 180 });
    const brush = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(25), { mimeType: 'video/webm' });
    const chunks: Blob[] = [];
    recorder.addEventListener('dataavailable', ({ data }) => chunks.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve));
    recorder.start();
    for (let frame = 0; frame < 30; frame += 1) {
      if (brush) brush.fillStyle = `hsl(${frame * 9} 60% 40%)`;
      brush?.fillRect(0, 0, 320, 180);
      await new Promise((resolve) => setTimeout(resolve, 33));
    }
    recorder.stop();
    await stopped;
    return [...new Uint8Array(await new Blob(chunks).arrayBuffer())];
  });
  await page.close();
  return Buffer.from(film);
}

function harbourPage(): SitePage {
  const { body } = articlePage('The harbour at night', 'She sailed at nine.');
  const players = `<figure><video src="/film.webm" poster="/still.png" width="320" height="180"></video><figcaption>The ferry goes</figcaption></figure><p>Hear the horn:</p><audio src="/horn.wav"></audio>`;
  return { body: String(body).replace('<figure>', `${players}<figure>`) };
}

const startHarbour = (film: Buffer): Promise<SmallSite> =>
  startSite({ '/harbour': harbourPage(), '/film.webm': { type: 'video/webm', body: film }, '/horn.wav': { type: 'audio/wav', body: makeWav(SECONDS) }, '/still.png': { type: 'image/png', body: makePng(320, 180) } });

/** What a player says of itself. */
function stateOf(player: Locator) {
  return player.evaluate((element) => {
    if (!(element instanceof (element.ownerDocument.defaultView ?? window).HTMLMediaElement)) throw new Error('This plays nothing');
    const { paused, ended, duration, currentTime, error, readyState, controls } = element;
    return { paused, ended, duration, currentTime, controls, readyState, error: error?.message ?? null };
  });
}

test('videos and sounds that were asked for play in their article without the net, and keys reach them', async ({ app, browser, window }) => {
  test.setTimeout(120_000);
  const site = await startHarbour(await recordFilm(browser));
  await call(window, 'settings.change', { allowedHosts: [site.host] });
  await window.keyboard.press('Control+Shift+s');
  const dialog = window.getByRole('dialog', { name: 'Save pages of the web' });
  await dialog.getByRole('textbox', { name: 'Addresses of pages, one a line or in any text' }).fill(site.address('/harbour'));
  await dialog.getByRole('checkbox', { name: 'Keep videos and sound, too' }).check();
  await expect.poll(async () => (await call(window, 'settings.get', {})).saveMedia).toBe(true);
  await window.screenshot({ path: 'test-results/media/form.png' });
  await dialog.getByRole('button', { name: 'Save 1 page' }).click();
  await expect(messages(window)).toContainText('“The harbour at night” is saved', { timeout: 60_000 });
  await site.close();
  const watch = await watchForHarm(window, app.host.origin);

  await openArticle(window, 'The harbour at night');
  const [video, audio] = [articleText(window).locator('video'), articleText(window).locator('audio')];
  await expect.poll(() => stateOf(video)).toMatchObject({ controls: true, paused: true, error: null });
  // Its length is known once its beginning was read, and nothing has been played.
  await expect.poll(async () => (await stateOf(audio)).duration).toBeCloseTo(SECONDS, 0);
  await window.screenshot({ path: 'test-results/media/article.png' });

  await audio.focus();
  const top = await window.evaluate(() => document.querySelector('main')?.scrollTop);
  await window.keyboard.press(' ');
  await expect.poll(async () => (await stateOf(audio)).paused).toBe(false);
  await expect.poll(async () => (await stateOf(audio)).currentTime).toBeGreaterThan(0.2);
  await window.keyboard.press(' ');
  await expect.poll(async () => (await stateOf(audio)).paused).toBe(true);
  expect(await window.evaluate(() => document.querySelector('main')?.scrollTop)).toBe(top);
  // The last seconds of a long file, which are asked for by themselves, to their end.
  await audio.evaluate((element) => {
    Object.assign(element, { currentTime: 898.5 });
  });
  await window.keyboard.press(' ');
  await expect.poll(() => stateOf(audio), { timeout: 20_000 }).toMatchObject({ ended: true, error: null });

  await video.focus();
  await window.keyboard.press(' ');
  await expect.poll(() => stateOf(video), { timeout: 20_000 }).toMatchObject({ ended: true, error: null });
  // The player's own button asks for the same.
  await video.evaluate((element) => element.requestFullscreen());
  await video.evaluate((element) => element.ownerDocument.exitFullscreen());
  await window.screenshot({ path: 'test-results/media/played.png' });
  expect(watch.found()).toEqual([]);
  // Letters are still the window's.
  await window.keyboard.press('f');
  await expect.poll(async () => (await call(window, 'articles.list', { in: 'favourites' })).total).toBe(1);
});

desktopTest('the desktop gives a player the part of a file that it asks for', async ({ browser, desktop }) => {
  const site = await startHarbour(await recordFilm(browser));
  const electron = await desktop.start();
  await callDesktop(electron, 'settings.change', { allowedHosts: [site.host] });
  await callDesktop(electron, 'saving.start', { addresses: [site.address('/harbour')], options: { media: true } });
  await expect.poll(async () => (await callDesktop(electron, 'imports.list', {})).imports[0]?.state, { timeout: 60_000 }).toBe('finished');
  await site.close();
  const [article] = (await callDesktop(electron, 'articles.list', {})).articles;
  const address = `carrel-app://library/articles/${article?.id}/`;
  const page = await electron.do('fetch', address);
  const [, sound = ''] = /<audio src="(images\/[0-9a-f]{64})"/.exec(Buffer.from(page?.base64 ?? '', 'base64').toString()) ?? [];
  const horn = makeWav(SECONDS);
  const whole = await electron.do('fetch', `${address}${sound}`);
  expect(whole).toMatchObject({ status: 200, headers: { 'content-type': 'audio/wav', 'accept-ranges': 'bytes', 'content-length': String(horn.length) } });
  expect(Buffer.from(whole?.base64 ?? '', 'base64').equals(horn)).toBe(true);
  const part = await electron.do('fetch', `${address}${sound}`, 'GET', { range: 'bytes=4000000-5000000' });
  expect(part).toMatchObject({ status: 206, headers: { 'content-range': `bytes 4000000-5000000/${horn.length}`, 'x-content-type-options': 'nosniff' } });
  expect(Buffer.from(part?.base64 ?? '', 'base64').equals(horn.subarray(4_000_000, 5_000_001))).toBe(true);
  expect((await electron.do('fetch', `${address}${sound}`, 'GET', { range: 'bytes=9000000-' }))?.status).toBe(416);
});

test('an article of many long sounds is read like any other, in two windows', async ({ app, context, window }) => {
  test.setTimeout(120_000);
  const sounds = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`/horn-${n}.wav`, { type: 'audio/wav', body: makeWav(600 + n) }]));
  const players = Object.keys(sounds).map((path) => `<p>Hear it:</p><audio src="${path}"></audio>`).join('');
  const site = await startSite({ ...sounds, '/horns': { body: String(articlePage('Eight horns', 'They were heard at nine.').body).replace('<figure>', `${players}<figure>`) } });
  await call(window, 'settings.change', { allowedHosts: [site.host] });
  await call(window, 'saving.start', { addresses: [site.address('/horns')], options: { media: true } });
  await expect.poll(async () => (await listImports(window))[0]?.state, { timeout: 60_000 }).toBe('finished');
  await site.close();
  const second = await context.newPage();
  await second.goto(app.host.origin);
  for (const one of [window, second]) await openArticle(one, 'Eight horns');
  for (const one of [window, second]) {
    const audio = articleText(one).locator('audio');
    await expect(audio).toHaveCount(8);
    await expect.poll(async () => Promise.all((await audio.all()).map(async (player) => Math.round((await stateOf(player)).duration)))).toEqual([600, 601, 602, 603, 604, 605, 606, 607]);
    expect((await call(one, 'articles.list', {})).total).toBe(1);
    await expect.poll(() => articleText(one).locator('img').evaluate((image) => 'naturalWidth' in image && image.naturalWidth)).toBe(160);
  }
});

test('what could not be had is named when the page is saved, and stands with the article', async ({ window }) => {
  const site = await startHarbour(Buffer.from('no film'));
  site.pages.delete('/ferry.png');
  await call(window, 'settings.change', { allowedHosts: [site.host], saveMedia: true });
  // The window is told of it, and only then it saves so.
  await place(window, 'Settings').click();
  await expect(window.getByRole('checkbox', { name: 'Keep videos and sound, too' })).toBeChecked();
  await place(window, 'All').click();
  await pasteOnto(window, { 'text/plain': site.address('/harbour') });
  await expect(messages(window)).toContainText('“The harbour at night” is saved, without 1 picture and 1 video or sound', { timeout: 60_000 });
  await openArticle(window, 'The harbour at night');
  await expect(articleText(window).locator('audio')).toHaveCount(1);
  await expect(articleText(window).locator('video')).toHaveCount(0);
  const missing = window.getByText('Not kept with it: 1 picture and 1 video or sound');
  await missing.click();
  for (const path of ['/ferry.png', '/film.webm']) await expect(window.getByRole('link', { name: site.address(path) })).toBeVisible();
  expect(await findViolations(window)).toEqual([]);
  await window.screenshot({ path: 'test-results/media/missing.png' });
  await site.close();
});

test('without asking, none is fetched', async ({ window }) => {
  const site = await startHarbour(Buffer.from('no film'));
  await call(window, 'settings.change', { allowedHosts: [site.host] });
  await call(window, 'saving.start', { addresses: [site.address('/harbour')] });
  await expect.poll(async () => (await listImports(window))[0]?.state, { timeout: 60_000 }).toBe('finished');
  expect(site.asked.filter((path) => /film|horn/.test(path))).toEqual([]);
  await site.close();
});
