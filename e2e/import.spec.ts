import type { Page } from '@playwright/test';
import { call, chooseFolder, expect, importFolder, listImports, test } from './fixtures/app-test.ts';
import { dragFiles, dropFiles } from './fixtures/drop-files.ts';
import { articleList, articleText, openArticle, place, row, searchBox } from './fixtures/parts.ts';
import { manyPages, SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const story = (title: string) => `${title}\n\nThe ferry was late, and so the passengers told each other where they would have been by now. It passed the time until the ferry came.\n`;

test('the first run offers ten sample articles, which can be read at once', async ({ window }) => {
  await expect(window.getByRole('heading', { name: 'Welcome to Carrel' })).toBeVisible();
  await window.getByRole('button', { name: 'Add ten sample articles' }).click();
  await expect(place(window, 'All')).toContainText('10');
  await expect(articleList(window).getByRole('option').first()).toHaveAttribute('aria-setsize', '10');
  await articleList(window).getByRole('option').first().click();
  await expect(articleText(window).locator('body > article')).not.toBeEmpty();
});

test('files are dropped anywhere on the window: on an empty library, on the list, on an open article', async ({ window }) => {
  await dragFiles(window, { 'first.txt': story('The first ferry') });
  const overlay = window.getByText('Drop to import');
  await expect(overlay).toBeVisible();
  // Whoever takes the files away again sees the window again.
  await expect(overlay).toBeHidden();

  await dropFiles(window, { 'first.txt': story('The first ferry') });
  await expect(overlay).toBeHidden();
  await expect(row(window, 'The first ferry')).toBeVisible();
  await dropFiles(window, { 'second.txt': story('The second ferry'), 'third.md': `# The third ferry\n\n${story('')}` }, '[role=listbox]');
  await expect(row(window, 'The second ferry')).toBeVisible();
  await expect(row(window, 'The third ferry')).toBeVisible();

  await openArticle(window, 'The first ferry');
  await expect(articleText(window).locator('body > article')).not.toBeEmpty();
  await window.evaluate((content) => {
    const frame = document.querySelector('iframe');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'fourth.txt'));
    for (const type of ['dragenter', 'dragover', 'drop']) frame?.contentDocument?.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, story('The fourth ferry'));
  await expect(row(window, 'The fourth ferry')).toBeVisible();
  await expect(articleText(window).locator('body > article')).not.toBeEmpty();
});

test('the report names every file: imported, already here, not imported and why, and parts of others', async ({ app, window }) => {
  const folder = app.writeFiles({
    ...SAMPLE_FILES,
    'broken/annual-figures.db': 'SQLite format 3\u0000',
    'broken/nothing.txt': '',
    'broken/picture-of-nobody.png': SAMPLE_FILES['bakery/images/oven.png'] ?? '',
  });
  await importFolder(window, folder);
  await window.getByRole('link', { name: 'Report of articles' }).click();
  await expect(window.getByRole('heading', { name: 'articles', level: 1 })).toBeVisible();
  const lists = window.getByRole('group', { name: 'Lists of the report' });

  // What failed is shown first.
  await expect(lists.getByRole('button', { name: /^Not imported/ })).toHaveAttribute('aria-pressed', 'true');
  const entry = (name: string) => window.getByRole('listitem').filter({ hasText: name });
  await expect(entry('annual-figures.db')).toContainText('SQLite');
  await expect(entry('annual-figures.db')).toContainText('Carrel cannot read this kind of file yet');
  await expect(entry('nothing.txt')).toContainText('The file is empty');

  await lists.getByRole('button', { name: /^Imported/ }).click();
  for (const title of SAMPLE_TITLES) await expect(window.getByRole('listitem').getByRole('link', { name: title })).toBeVisible();
  await lists.getByRole('button', { name: /^Parts of others/ }).click();
  await expect(entry('oven.png')).toContainText('belongs to sourdough.html');
  await lists.getByRole('button', { name: /^Already here/ }).click();
  await expect(window.getByText('No duplicates were found.')).toBeVisible();

  const [progress] = await listImports(window);
  const { imported, duplicates, failed, companions } = progress?.counts ?? { imported: 0, duplicates: 0, failed: 0, companions: 0 };
  expect(imported + duplicates + failed + companions).toBe(Object.keys(SAMPLE_FILES).length + 3);
  expect({ imported, duplicates }).toEqual({ imported: 3, duplicates: 0 });

  await lists.getByRole('button', { name: /^Imported/ }).click();
  await window.getByRole('listitem').getByRole('link', { name: SAMPLE_TITLES[1] }).click();
  await expect(articleText(window).getByText('sourdough')).toBeVisible();
});

test('importing twice doubles nothing', async ({ app, window }) => {
  const folder = app.writeFiles(SAMPLE_FILES);
  await importFolder(window, folder);
  await importFolder(window, folder);
  await expect(window.getByText('Already here: 3')).toBeVisible();
  await window.getByRole('link', { name: 'Report of articles' }).first().click();
  await window.getByRole('button', { name: /^Already here/ }).click();
  const entry = window.getByRole('listitem').filter({ hasText: 'lighthouse.txt' });
  await expect(entry).toContainText('Already in the library, left as it was');
  await entry.getByRole('link', { name: 'Open the article in the library' }).click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
});

test('text is imported from a dialog, and from the clipboard', async ({ window }) => {
  await window.getByRole('button', { name: 'Paste text' }).click();
  const dialog = window.getByRole('dialog', { name: 'Import pasted text' });
  await expect(dialog.getByRole('button', { name: 'Import this text' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Text of the article' }).fill(story('A ferry on the clipboard'));
  await dialog.getByRole('button', { name: 'Import this text' }).click();
  await expect(dialog).toBeHidden();
  await expect(row(window, 'A ferry on the clipboard')).toBeVisible();

  await window.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
  }, story('Another ferry'));
  await expect(dialog.getByRole('textbox')).toHaveValue(story('Another ferry'));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
});

const MANY = 200;

/** Waits until some articles of the newest import are in the library, and more are to come. */
async function untilUnderWay(window: Page): Promise<void> {
  await expect.poll(async () => (await listImports(window))[0]?.counts.imported ?? 0, { intervals: [50], timeout: 60_000 }).toBeGreaterThan(20);
}

test('a large import shows its progress while the library is used, and can be cancelled', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await chooseFolder(window, app.writeFiles(manyPages(MANY), 'pages'));
  await expect(window.getByRole('progressbar', { name: 'Progress of pages' })).toBeVisible();
  await expect(place(window, 'Import')).toContainText('1 running');

  await place(window, 'All').click();
  await expect(window.getByRole('complementary', { name: 'Running' })).toContainText('pages');
  await searchBox(window).fill('sourdough');
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await openArticle(window, SAMPLE_TITLES[1]);

  await window.getByRole('complementary', { name: 'Running' }).getByRole('link', { name: 'Show report' }).click();
  await untilUnderWay(window);
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText(/^Cancelled in/)).toBeVisible();
  const [progress] = await listImports(window);
  const { imported = 0, failed = 0 } = progress?.counts ?? {};
  expect(imported).toBeGreaterThan(20);
  expect(imported).toBeLessThan(MANY);
  // Every file that the library was given is in one list: imported, or named with the reason.
  expect(imported + failed).toBe(MANY);
  await window.getByRole('button', { name: /^Not imported/ }).click();
  await expect(window.getByText('The import was cancelled before this item.').first()).toBeVisible();
  await expect(place(window, 'All')).toContainText((imported + 3).toLocaleString('en-GB'));

  // What is missing can be brought in afterwards, and what is there is not doubled.
  await importFolderAgain(window, app.writeFiles({}, 'pages'));
  await expect.poll(async () => (await call(window, 'library.counts', {})).articles, { timeout: 60_000 }).toBe(MANY + 3);
});

async function importFolderAgain(window: Page, folder: string): Promise<void> {
  await chooseFolder(window, folder);
  await expect.poll(async () => (await listImports(window))[0]?.state, { timeout: 60_000 }).toBe('finished');
}

test('a host that dies while importing loses nothing that it had reported', async ({ app, window }) => {
  await chooseFolder(window, app.writeFiles(manyPages(MANY), 'pages'));
  await untilUnderWay(window);
  const [progress] = await listImports(window);
  if (!progress) throw new Error('no import is running');
  const { entries } = await call(window, 'imports.entries', { importId: progress.id, list: 'imported', limit: 1_000 });
  await app.kill();
  const notice = window.getByRole('alert').filter({ hasText: 'Carrel’s library is not answering' });
  await expect(notice.first()).toContainText('Your articles are safe on your disk.');

  await app.start();
  await app.open(window);
  const ids = new Set((await listAll(window)).map(({ id }) => id));
  expect(entries.length).toBeGreaterThan(20);
  expect(ids.size).toBeLessThan(MANY);
  expect(entries.filter((entry) => entry.list === 'imported' && !ids.has(entry.id))).toEqual([]);
  expect((await call(window, 'library.verify', {})).problems).toEqual([]);
  await expect(place(window, 'All')).toContainText(ids.size.toLocaleString('en-GB'));
});

async function listAll(window: Page) {
  const first = await call(window, 'articles.list', { limit: 500 });
  const articles = [...first.articles];
  while (articles.length < first.total) articles.push(...(await call(window, 'articles.list', { limit: 500, offset: articles.length })).articles);
  return articles;
}
