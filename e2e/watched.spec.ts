import fs from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { call, expect, test } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { place, row } from './fixtures/parts.ts';
import { runCarrel } from './fixtures/run-carrel.ts';

const story = (title: string) => `${title}\n\nThe ferry was late, and so the passengers told each other where they would have been by now: ${title}. It passed the time.\n`;
/** A file has to have been still for some seconds. */
const TAKEN = { timeout: 30_000 };

function section(window: Page): Locator {
  return window.getByRole('region', { name: 'Watched folders' });
}

function card(window: Page, name: string): Locator {
  return section(window).getByRole('listitem').filter({ has: window.getByRole('heading', { name }) });
}

test('what lies in a watched folder and what comes into it is imported by itself, and the window follows', async ({ app, window }) => {
  test.setTimeout(120_000);
  const folder = app.writeFiles({ 'first.txt': story('The first ferry') }, 'Clippings');
  await app.host.stop();
  await app.start(0, ['--watch', folder]);
  await app.open(window);
  await place(window, 'Import').click();
  await expect(card(window, 'Clippings')).toContainText(folder);
  await expect(card(window, 'Clippings')).toContainText('Watching');
  await expect(card(window, 'Clippings')).toContainText('1 file taken', TAKEN);
  expect(await findViolations(window)).toEqual([]);

  fs.writeFileSync(path.join(folder, 'second.txt'), story('The second ferry'));
  fs.writeFileSync(path.join(folder, 'third.txt.crdownload'), story('The third ferry'));
  await expect(card(window, 'Clippings')).toContainText('2 files taken', TAKEN);
  await card(window, 'Clippings').getByRole('link', { name: 'Newest report of Clippings' }).click();
  await expect(window.getByRole('listitem').getByRole('link', { name: 'The second ferry' })).toBeVisible();
  expect((await call(window, 'imports.list', {})).imports).toMatchObject([{ origin: 'watched', counts: { imported: 2, duplicates: 0, failed: 0 } }]);
  await place(window, 'All').click();
  await expect(row(window, 'The first ferry')).toBeVisible();

  // In the folder it is deleted; in the library it stays, and nothing comes twice at the next start.
  fs.rmSync(path.join(folder, 'first.txt'));
  await app.restart();
  await app.open(window);
  fs.writeFileSync(path.join(folder, 'fourth.txt'), story('The fourth ferry'));
  await place(window, 'Import').click();
  await expect(card(window, 'Clippings')).toContainText('3 files taken', TAKEN);
  expect((await call(window, 'articles.list', {})).total).toBe(3);
});

test('watching is paused, continued and stopped; a folder that is gone is said to be', async ({ app, window }) => {
  test.setTimeout(120_000);
  const folder = app.writeFiles({ 'first.txt': story('The first ferry') }, 'Clippings');
  await app.host.stop();
  expect(runCarrel(app.library, 'watch', folder)).toMatchObject({ code: 0, value: { folders: [{ path: folder, state: 'idle', taken: 0 }] } });
  await app.start();
  await app.open(window);
  await place(window, 'Import').click();
  await expect(card(window, 'Clippings')).toContainText('1 file taken', TAKEN);
  await card(window, 'Clippings').getByRole('button', { name: 'Pause watching Clippings' }).click();
  await expect(card(window, 'Clippings')).toContainText('Paused');
  fs.writeFileSync(path.join(folder, 'second.txt'), story('The second ferry'));
  await card(window, 'Clippings').getByRole('button', { name: 'Continue watching Clippings' }).click();
  await expect(card(window, 'Clippings')).toContainText('2 files taken', TAKEN);

  fs.renameSync(folder, `${folder}-elsewhere`);
  await expect(card(window, 'Clippings')).toContainText('The folder is gone', TAKEN);
  fs.renameSync(`${folder}-elsewhere`, folder);
  await expect(card(window, 'Clippings')).toContainText('Watching', TAKEN);

  await card(window, 'Clippings').getByRole('button', { name: 'Stop watching Clippings' }).click();
  await window.getByRole('alertdialog', { name: 'Stop watching Clippings?' }).getByRole('button', { name: 'Keep watching' }).click();
  await card(window, 'Clippings').getByRole('button', { name: 'Stop watching Clippings' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Stop watching' }).click();
  await expect(card(window, 'Clippings')).toHaveCount(0);
  expect((await call(window, 'articles.list', {})).total).toBe(2);
});

test('a window in a browser names no folder, and says how one is named', async ({ app, window }) => {
  await place(window, 'Import').click();
  await expect(section(window)).toContainText('carrel serve --watch FOLDER');
  await expect(section(window).getByRole('button')).toHaveCount(0);
  const status = await window.evaluate(async (folder) => {
    const response = await fetch('/api/watched.add', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ path: folder }) });
    return response.json();
  }, app.folder);
  expect(status).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
});
