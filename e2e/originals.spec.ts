import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { addOldArticles, LEFTOVER } from '../main/core/import/fixtures/old-articles.ts';
import { LibraryStore } from '../main/core/store/library-store.ts';
import { call, expect, test, type App } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, articleText, expectOpen, messages, openArticle, place, reader, row, runByName, selectionBar, toolbar } from './fixtures/parts.ts';

const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';
const FERRY = `<html lang="en"><head><title>Ferry late again</title></head><body><article><h1>Ferry late again</h1>${`<p>${SENTENCE.repeat(4)}</p>`.repeat(3)}<script>document.title = 'run'</script></article></body></html>`;
const FILES = { 'ferry.html': FERRY, 'night.txt': `A long night\n\n${'The lamp burned until four, and then there was no more oil. '.repeat(6)}\n` };

/** Puts into the library what an extractor of before made of some files, and opens the window on it. */
async function openOld(app: App, page: Page): Promise<void> {
  await app.host.stop();
  const store = new LibraryStore(app.library, { host: 'the tests' });
  await addOldArticles(store, app.writeFiles(FILES));
  store.close();
  await app.start();
  await app.open(page);
  await place(page, 'All').click();
  await expect(articleList(page).getByRole('option')).toHaveCount(2);
}

const more = (page: Page) => toolbar(page).getByRole('button', { name: 'More' });
const item = (page: Page, name: RegExp) => page.getByRole('menuitem', { name });

test('the imported file is given as it came, as a download that nothing runs', async ({ app, page }) => {
  await openOld(app, page);
  await openArticle(page, 'Ferry late again');
  await more(page).click();
  const saved = page.waitForEvent('download');
  await item(page, /^Save the imported file/).click();
  const download = await saved;
  expect(download.suggestedFilename()).toBe('ferry.html');
  expect(fs.readFileSync(await download.path(), 'utf8')).toBe(FERRY);
  await expect(page).toHaveTitle(/^Ferry late again/);
  const again = page.waitForEvent('download');
  await runByName(page, 'save the imported');
  expect((await again).suggestedFilename()).toBe('ferry.html');

  // Nobody else gets it, and whoever opens its address gets a file, too.
  const article = (await call(page, 'articles.list', {})).articles.find(({ title }) => title === 'Ferry late again');
  const address = `${app.host.origin}/articles/${article?.id}/original`;
  const strange = await fetch(address);
  expect(strange.status).toBe(401);
  expect(await strange.text()).not.toContain('ferry');
  const own = await page.request.get(address);
  expect(own.headers()).toMatchObject({ 'content-type': 'application/octet-stream', 'content-disposition': "attachment; filename*=UTF-8''ferry.html", 'x-content-type-options': 'nosniff' });
});

test('an article of an older extractor says so, is extracted anew and gone back with', async ({ app, page }) => {
  await openOld(app, page);
  await openArticle(page, 'Ferry late again');
  await expect(articleText(page).locator('body')).toContainText(LEFTOVER);
  await more(page).click();
  const extracting = item(page, /^Extract again/);
  await expect(extracting).toContainText('A newer way of reading files may do better here.');
  expect(await findViolations(page)).toEqual([]);
  await extracting.click();
  await expect(messages(page)).toContainText('Extracted anew');
  await expect(articleText(page).locator('body')).not.toContainText(LEFTOVER);
  await expectOpen(page, 'Ferry late again');
  await more(page).click();
  await expect(extracting).not.toContainText('A newer way');
  await page.keyboard.press('Escape');

  await messages(page).getByRole('button', { name: 'Undo' }).click();
  await expect(messages(page)).toContainText('Taken back');
  await expect(articleText(page).locator('body')).toContainText(LEFTOVER);
  await expect(reader(page)).toContainText('Ferry late again');
});

test('what is selected is extracted again, and what came of it is said', async ({ app, page }) => {
  await openOld(app, page);
  await openArticle(page, 'A long night');
  await runByName(page, 'extract again');
  await expect(messages(page)).toContainText('Extracted anew');
  await runByName(page, 'extract again');
  await expect(messages(page)).toContainText('Extracted again: the same came out');
  await row(page, 'A long night').click({ modifiers: ['ControlOrMeta'] });
  await page.keyboard.press('Control+a');
  await expect(selectionBar(page)).toContainText('2 selected');
  await row(page, 'A long night').click({ button: 'right' });
  await item(page, /^Extract again/).click();
  await expect(messages(page)).toContainText('1 article extracted anew, 1 came out the same');
  await app.kill();
  await app.start();
  await app.open(page);
  await openArticle(page, 'Ferry late again');
  await expect(articleText(page).locator('body')).not.toContainText(LEFTOVER);
  expect((await call(page, 'library.verify', {})).problems).toEqual([]);
});
