import path from 'node:path';
import type { Page } from '@playwright/test';
import { LARGE_IMPORT } from '../main/contract/imports.ts';
import { call, expect, importsFinished, test, type Desktop } from './fixtures/desktop-app.ts';
import { openDesktopPage } from './fixtures/desktop-page.ts';
import { dropFiles } from './fixtures/drop-files.ts';
import { articleText, openArticle, row } from './fixtures/parts.ts';
import type { FakeElectron } from '../main/hosts/desktop/fake/launch.ts';

// The window itself, in Chromium, over a desktop's bridge: what it says to main, and what it does when main speaks.

const TITLE = 'The ice road';
const ARTICLE = `${TITLE}\n\nBy Marta Lindqvist\n\nThe road over the lake was opened on the second of January. Nobody had expected it so early.\n`;

/** A desktop whose window is open on one article. */
async function startWithArticle(desktop: Desktop, page: Page): Promise<FakeElectron> {
  const electron = await desktop.start();
  await openDesktopPage(page, electron, { 'ice.txt': desktop.write('ice.txt', ARTICLE) });
  await dropFiles(page, { 'ice.txt': 'not these bytes: the file on disk' });
  await importsFinished(electron, 1);
  return electron;
}

test('a dropped file is imported from where it lies, and read in its locked frame', async ({ desktop, page }) => {
  await startWithArticle(desktop, page);
  await openArticle(page, TITLE);
  await expect(articleText(page).getByText('Nobody had expected it so early')).toBeVisible();
});

test('a large folder that is dropped is looked at where it lies, and imported once that is wanted', async ({ desktop, page }) => {
  const electron = await desktop.start();
  const files = Array.from({ length: LARGE_IMPORT }, (_, index) => desktop.write(`clippings/${index}.txt`, ARTICLE.replaceAll('second', `${index}th`)));
  await openDesktopPage(page, electron, { clippings: path.dirname(files[0] ?? '') });
  await dropFiles(page, { clippings: '' });
  const dialog = page.getByRole('dialog', { name: 'Import clippings?' });
  await expect(dialog).toContainText('Of 500 files, 12 were looked at.', { timeout: 30_000 });
  await expect(dialog.getByRole('rowheader')).toHaveCount(12);
  expect((await call(electron, 'imports.list', {})).imports).toEqual([]);
  await dialog.getByRole('button', { name: 'Import 500 files' }).click();
  await importsFinished(electron, 1);
  expect((await call(electron, 'imports.list', {})).imports[0]).toMatchObject({ label: 'clippings', done: LARGE_IMPORT });
});

test('what is no file on disk is not imported, and that is said', async ({ desktop, page }) => {
  const electron = await startWithArticle(desktop, page);
  await dropFiles(page, { 'pasted.png': 'x' });
  await expect(page.getByText('“pasted.png” cannot be imported: it is no file on your disk')).toBeVisible();
  expect((await call(electron, 'imports.list', {})).imports).toHaveLength(1);
});

test('the menu moves the window', async ({ desktop, page }) => {
  const electron = await startWithArticle(desktop, page);
  await electron.do('click', 'go-trash');
  await expect(page.getByRole('heading', { name: 'Trash' })).toBeVisible();
  await electron.do('click', 'shortcuts');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('a link to an article opens it, and no other address moves the window', async ({ desktop, page }) => {
  const electron = await startWithArticle(desktop, page);
  const { articles } = await call(electron, 'articles.list', {});
  await electron.do('emitApp', 'open-url', 'carrel://article/https://example.org/');
  await electron.do('emitApp', 'open-url', `carrel://article/${articles[0]?.id}`);
  await expect(articleText(page).getByText('Nobody had expected it so early')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe(`/a/${articles[0]?.id}`);
});

test('the window says that the library is started again, and goes on when it is', async ({ desktop, page }) => {
  const electron = await startWithArticle(desktop, page);
  // Only a page that looks all the time sees what is there for a fraction of a second.
  await page.evaluate(() => {
    const notices: string[] = [];
    Object.assign(globalThis, { notices });
    new MutationObserver(() => {
      for (const notice of document.querySelectorAll('[role=alert]')) notices.push(notice.textContent);
    }).observe(document.body, { childList: true, subtree: true });
  });
  await electron.do('killLibrary');
  await expect.poll(() => page.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'notices')))).toContain('being started again');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(row(page, TITLE)).toBeVisible();
});
