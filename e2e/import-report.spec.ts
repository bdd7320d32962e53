import fs from 'node:fs';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import { call, chooseFolder, expect, importFolder, listImports, test, type App } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, messages, navigation, place, tabOnto } from './fixtures/parts.ts';
import { runCarrel } from './fixtures/run-carrel.ts';
import { manyPages } from './fixtures/sample-files.ts';

const story = (title: string) => `${title}\n\nThe ferry was late, and so the passengers told each other where they would have been by now. It passed the time until the ferry came.\n`;
const FERRIES = { 'first.txt': story('The first ferry'), 'second.txt': story('The second ferry'), 'empty.txt': '', 'chart.txt': '' };

/** Imports a folder by its path, as a desktop does, and opens the report. */
async function openReport(app: App, window: Page, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = app.writeFiles(files);
  await app.host.stop();
  runCarrel(app.library, 'import', folder);
  await app.start();
  await app.open(window);
  await place(window, 'Import').click();
  await window.getByRole('link', { name: 'Report of articles' }).click();
  await expect(window.getByRole('heading', { name: 'articles', level: 1 })).toBeVisible();
  return folder;
}

const entry = (window: Page, name: string) => window.getByRole('listitem').filter({ hasText: name });
const list = (window: Page, name: RegExp) => window.getByRole('group', { name: 'Lists of the report' }).getByRole('button', { name });
const actions = (window: Page) => window.getByRole('group', { name: 'This import' });
const question = (window: Page, name: string) => window.getByRole('alertdialog', { name });
const read = async (download: Download) => fs.readFileSync(await download.path(), 'utf8');

test('what failed is tried again, one by one or all at once, once it is mended', async ({ app, window }) => {
  const folder = await openReport(app, window, FERRIES);
  await expect(list(window, /^Not imported/)).toContainText('2');
  expect(await findViolations(window)).toEqual([]);

  fs.writeFileSync(path.join(folder, 'empty.txt'), story('The third ferry'));
  await window.getByRole('button', { name: 'Try again: empty.txt' }).click();
  await expect(list(window, /^Not imported/)).toContainText('1');
  await expect(list(window, /^Imported/)).toContainText('3');
  await expect(entry(window, 'empty.txt')).toHaveCount(0);
  await expect(entry(window, 'chart.txt')).toContainText('The file is empty');

  // Not mended: it fails again, and says so again.
  const retried = window.waitForResponse((response) => response.url().endsWith('/imports.retry'));
  await window.getByRole('button', { name: 'Try it again' }).click();
  await retried;
  await expect.poll(async () => (await listImports(window))[0]?.state).toBe('finished');
  await expect(entry(window, 'chart.txt')).toContainText('The file is empty');

  fs.writeFileSync(path.join(folder, 'chart.txt'), story('The fourth ferry'));
  await tabOnto(window, window.getByRole('button', { name: 'Try it again' }));
  await window.keyboard.press('Enter');
  await expect(list(window, /^Imported/)).toContainText('4');
  await expect(list(window, /^Not imported/)).toContainText('0');
  await list(window, /^Imported/).click();
  await expect(entry(window, 'The fourth ferry')).toBeVisible();
  expect((await call(window, 'library.counts', {})).articles).toBe(4);
});

test('files that a browser handed over are not kept, and that is said', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(FERRIES));
  await window.getByRole('link', { name: 'Report of articles' }).click();
  await expect(entry(window, 'empty.txt')).toContainText('The file is empty');
  await expect(window.getByText('Files that a browser handed over are not kept.')).toBeVisible();
  await expect(window.getByRole('button', { name: /^Try/ })).toHaveCount(0);
});

test('a report is searched, and saved as a table', async ({ app, window }) => {
  await openReport(app, window, { ...FERRIES, 'a,"b".txt': '' });
  const box = window.getByRole('searchbox', { name: 'Search this list' });
  await box.fill('CHART');
  await expect(window.getByText('1 found')).toBeVisible();
  await expect(entry(window, 'chart.txt')).toBeVisible();
  await expect(entry(window, 'empty.txt')).toHaveCount(0);
  await box.fill('nothing has this');
  await expect(window.getByText('0 found')).toBeVisible();
  await list(window, /^Imported/).click();
  await box.fill('second');
  await expect(entry(window, 'The second ferry')).toBeVisible();
  await expect(entry(window, 'The first ferry')).toHaveCount(0);

  const coming = window.waitForEvent('download');
  await actions(window).getByRole('button', { name: 'Save as a table (CSV)' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^carrel-import-\d{4}-\d\d-\d\d\.csv$/);
  const table = await read(download);
  expect(table.startsWith('\ufeff')).toBe(true);
  expect(table.trim().split(/\r?\n/)).toHaveLength(1 + 5);
  expect(table).toContain('a,""b"".txt"');
  await expect(messages(window)).toContainText('5 lines of the report saved');
});

test('an import is undone: its articles are in the trash, and are brought back', async ({ app, window }) => {
  await openReport(app, window, FERRIES);
  await actions(window).getByRole('button', { name: 'Undo this import…' }).click();
  const asked = question(window, 'Undo the import of articles?');
  await expect(asked).toContainText('2 articles that it brought move to the trash.');
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await findViolations(window)).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(asked).toHaveCount(0);
  expect((await call(window, 'library.counts', {})).articles).toBe(2);

  await actions(window).getByRole('button', { name: 'Undo this import…' }).click();
  await asked.getByRole('button', { name: 'Undo the import' }).click();
  await expect(messages(window)).toContainText('2 articles moved to the trash.');
  await expect(window.getByText(/^Undone on/)).toBeVisible();
  await expect(place(window, 'Trash')).toContainText('2');
  await expect(actions(window).getByRole('button', { name: 'Undo this import…' })).toHaveCount(0);
  await expect(window.getByRole('button', { name: /^Try/ })).toHaveCount(0);
  await messages(window).getByRole('button', { name: 'Bring them back' }).click();
  await expect(place(window, 'All')).toContainText('2');
  await window.reload();
  await expect(window.getByText(/^Undone on/)).toBeVisible();
});

test('what is in the library already gets the labels of an import, the report says so, and undoing takes them off', async ({ app, window }) => {
  const folder = await openReport(app, window, FERRIES);
  await app.host.stop();
  runCarrel(app.library, 'import', folder, '--tag', 'ferries', '--collection', 'Coast/Ports');
  await app.start();
  await app.open(window);
  await place(window, 'Import').click();
  await window.getByRole('link', { name: 'Report of articles' }).first().click();
  expect((await call(window, 'articles.list', { tag: 'ferries' })).total).toBe(2);
  await list(window, /^Already here/).click();
  await expect(entry(window, 'first.txt')).toContainText('Already in the library, and now also under: ferries, Coast/Ports');
  await actions(window).getByRole('button', { name: 'Undo this import…' }).click();
  await question(window, 'Undo the import of articles?').getByRole('button', { name: 'Undo the import' }).click();
  await expect(messages(window)).toContainText('2 articles that were here before are without its tags and collections again.');
  expect((await call(window, 'articles.list', { collection: 'Coast' })).total).toBe(0);
  expect((await call(window, 'library.counts', {})).articles).toBe(2);
});

test('a report is removed, and no article with it', async ({ app, window }) => {
  await openReport(app, window, FERRIES);
  await actions(window).getByRole('button', { name: 'Remove the report' }).click();
  const asked = question(window, 'Remove the report of articles?');
  await asked.getByRole('button', { name: 'Keep the report' }).click();
  await expect(window.getByRole('heading', { name: 'articles', level: 1 })).toBeVisible();
  await actions(window).getByRole('button', { name: 'Remove the report' }).click();
  await asked.getByRole('button', { name: 'Remove the report' }).click();
  await expect(window.getByRole('heading', { name: 'No imports yet' })).toBeVisible();
  expect(await listImports(window)).toEqual([]);
  await expect(place(window, 'All')).toContainText('2');
});

test('details of all that an import brought are corrected at once', async ({ app, window }) => {
  await openReport(app, window, FERRIES);
  await actions(window).getByRole('button', { name: 'Correct details of all…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Details of 2 articles' });
  await dialog.getByRole('combobox', { name: 'Source' }).fill('Harbour Post');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(messages(window)).toContainText('Details of 2 articles corrected');
  await expect(navigation(window).getByRole('link', { name: /^Harbour Post/ })).toContainText('2');
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(navigation(window).getByRole('link', { name: /^Harbour Post/ })).toHaveCount(0);
});

test('an import is paused and gone on with, by the keyboard too', async ({ app, window }) => {
  await chooseFolder(window, app.writeFiles(manyPages(200), 'pages'));
  await expect.poll(async () => (await listImports(window))[0]?.counts.imported ?? 0, { intervals: [50], timeout: 60_000 }).toBeGreaterThan(5);
  await window.getByRole('button', { name: 'Pause the import of pages' }).click();
  await expect(window.getByText('Paused')).toBeVisible();
  const stands = async () => (await listImports(window))[0]?.done;
  // What was on its way when it was paused still comes in.
  await expect.poll(async () => (await stands()) === (await stands())).toBe(true);
  const { state, done = 0 } = (await listImports(window))[0] ?? {};
  expect(state).toBe('paused');
  expect(done).toBeLessThan(200);
  expect(await findViolations(window)).toEqual([]);
  await tabOnto(window, window.getByRole('button', { name: 'Continue the import of pages' }));
  await window.keyboard.press('Enter');
  await expect(window.getByText('Imported: 200')).toBeVisible({ timeout: 60_000 });
});

test('a book comes in by its chapters where the user wants that', async ({ window }) => {
  await place(window, 'Import').click();
  await window.getByText('How articles come in').click();
  await window.getByRole('radio', { name: 'Each chapter as an article, in a collection of the book’s title' }).check({ force: true });
  await expect.poll(async () => (await call(window, 'settings.get', {})).books).toBe('chapters');
  await place(window, 'Settings').click();
  await expect(window.getByRole('radio', { name: /^Each chapter as an article/ })).toBeChecked();
});

const LARGE = 500;
const pages = () => Object.fromEntries(Array.from({ length: LARGE }, (_, index) => [`ferry-${index}.txt`, story(`Ferry number ${index}`)]));

test('before a large import, what is read of some files is shown, and nothing is stored', async ({ app, window }) => {
  const folder = app.writeFiles(pages(), 'ferries');
  await chooseFolder(window, folder);
  const dialog = window.getByRole('dialog', { name: 'Import ferries?' });
  await expect(dialog.getByRole('row')).toHaveCount(1 + 12);
  await expect(dialog).toContainText('Of 500 files, 12 were looked at. Nothing is in the library yet.');
  for (const row of await dialog.getByRole('row').filter({ has: window.getByRole('rowheader') }).all()) {
    const number = /^ferry-(\d+).txt/.exec(await row.innerText())?.[1];
    await expect(row).toContainText(`Ferry number ${number}`);
    await expect(row).toContainText(/English (probably|uncertain)/);
  }
  expect(await findViolations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await listImports(window)).toEqual([]);
  expect((await call(window, 'library.counts', {})).articles).toBe(0);

  await chooseFolder(window, folder);
  await dialog.getByRole('button', { name: 'Import 500 files' }).click();
  await expect(window.getByText('Imported: 500')).toBeVisible({ timeout: 60_000 });

  await chooseFolder(window, folder);
  await dialog.getByRole('checkbox', { name: 'Look before a large import' }).uncheck();
  await dialog.getByRole('button', { name: /^Import/ }).click();
  await expect(window.getByText('Already here: 500')).toBeVisible({ timeout: 60_000 });
  await chooseFolder(window, folder);
  await expect(window.getByText('Already here: 500')).toHaveCount(2, { timeout: 60_000 });
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option').first()).toBeVisible();
});
