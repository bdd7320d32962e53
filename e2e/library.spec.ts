import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, articleText, expectOpen, openArticle, place, reader, row, searchBox, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';
import { holdAnswers } from './fixtures/slow-window.ts';

const [LAMP, BAKERS, ORCHARD] = SAMPLE_TITLES;

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length);
});

test('text, web pages with images and Markdown are listed after import, and can be read', async ({ window }) => {
  await expect(window.getByRole('heading', { name: 'All articles' })).toBeVisible();
  for (const title of SAMPLE_TITLES) await expect(row(window, title)).toBeVisible();
  await expect(row(window, ORCHARD)).toContainText('2022');

  await openArticle(window, LAMP);
  await expect(reader(window)).toContainText('Marta Lindqvist');
  await expect(articleText(window).getByText('forty winters')).toBeVisible();

  await openArticle(window, ORCHARD);
  await expect(articleText(window).getByRole('listitem')).toHaveCount(2);
  await expect(articleText(window).locator('strong')).toHaveText('quince trees');

  await openArticle(window, BAKERS);
  await expect(reader(window)).toContainText('Ivo Brandt');
  await expect(articleText(window).getByText('Home')).toHaveCount(0);
  const image = articleText(window).getByRole('img', { name: 'The oven of the bakery' });
  await image.scrollIntoViewIfNeeded();
  await expect(image).toBeVisible();
  await expect.poll(() => window.evaluate(() => document.querySelector('iframe')?.contentDocument?.querySelector('img')?.naturalWidth)).toBe(160);
});

test('search finds the article as its words are typed, and marks them', async ({ window }) => {
  await searchBox(window).pressSequentially('sourd');
  await expect(row(window, BAKERS)).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await expect(window.getByRole('status').filter({ hasText: '1 article in' })).toBeVisible();
  await expect(row(window, BAKERS).locator('mark')).toHaveText(['sourdough']);

  // What only the title has is marked there, above the beginning of the text.
  await searchBox(window).fill('title:bakers');
  await expect(row(window, BAKERS).locator('mark')).toHaveText(['bakers']);
  await expect(row(window, BAKERS)).toContainText('At four in the morning');

  await searchBox(window).fill('keeper seals');
  await searchBox(window).press('Enter');
  await expect(window.getByRole('status').filter({ hasText: '1 article in' })).toBeVisible();
  await expect(row(window, LAMP).locator('mark').first()).toBeVisible();
  const marked = await row(window, LAMP).locator('mark').allTextContents();
  expect(new Set(marked.map((word) => word.toLowerCase()))).toContain('keeper');
  await openArticle(window, LAMP);

  await searchBox(window).fill('zeppelin');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await window.getByRole('button', { name: 'Clear the search' }).click();
  await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length);
});

test('an article that is opened right after a key stays open: the late search does not close it', async ({ window }) => {
  await searchBox(window).fill('bakers');
  await expect(row(window, BAKERS)).toBeVisible();
  const answers = await holdAnswers(window, 'search.query');
  // The first is asked, and the second waits for its answer.
  await searchBox(window).pressSequentially(' z');
  await answers.arrived(1);
  await row(window, BAKERS).click();
  await expect(window).toHaveURL(/\/a\//);
  await answers.release();
  await expectOpen(window, BAKERS);
  await expect(window).toHaveURL(/\/a\//);
  await expect(searchBox(window)).toHaveValue('bakers ');
});

test('marks of an article are shown in list, reader and counts, and can be taken back', async ({ window }) => {
  await expect(place(window, 'Unread')).toContainText('3');
  await openArticle(window, BAKERS);
  await toolbar(window).getByRole('button', { name: 'Mark as read' }).click();
  await expect(place(window, 'Unread')).toContainText('2');
  await toolbar(window).getByRole('button', { name: 'Add to favourites' }).click();
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toBeVisible();

  await place(window, 'Unread').click();
  await expect(window.getByRole('heading', { name: 'Unread' })).toBeVisible();
  await expect(row(window, BAKERS)).toHaveCount(0);
  await expect(articleList(window).getByRole('option')).toHaveCount(2);

  await place(window, 'All').click();
  await openArticle(window, BAKERS);
  await toolbar(window).getByRole('button', { name: 'Mark as unread' }).click();
  await toolbar(window).getByRole('button', { name: 'Remove from favourites' }).click();
  await expect(place(window, 'Unread')).toContainText('3');
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toHaveCount(0);
});

test('removing goes to the trash and can be undone; only the trash deletes for good, and asks first', async ({ window }) => {
  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await expect(row(window, LAMP)).toHaveCount(0);
  await window.getByRole('status', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
  await expect(row(window, LAMP)).toBeVisible();

  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await expect(place(window, 'Trash')).toContainText('1');
  await place(window, 'Trash').click();
  await openArticle(window, LAMP);
  await expect(toolbar(window)).toContainText('This article is in the trash.');
  await toolbar(window).getByRole('button', { name: 'Restore' }).click();
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await window.getByRole('button', { name: 'Show all articles' }).click();

  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await place(window, 'Trash').click();
  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Delete for good' }).click();
  const question = window.getByRole('alertdialog', { name: 'Delete this article for good?' });
  await expect(question).toContainText(LAMP);
  await expect(question.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(row(window, LAMP)).toBeVisible();

  await toolbar(window).getByRole('button', { name: 'Delete for good' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await searchBox(window).fill('skerry');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});

test('articles, marks and trash are still there after a restart', async ({ app, window }) => {
  await openArticle(window, BAKERS);
  await toolbar(window).getByRole('button', { name: 'Add to favourites' }).click();
  await toolbar(window).getByRole('button', { name: 'Mark as read' }).click();
  await openArticle(window, ORCHARD);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await expect(place(window, 'Trash')).toContainText('1');

  await app.restart();
  await app.open(window);
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toBeVisible();
  await expect(place(window, 'Unread')).toContainText('1');
  await openArticle(window, LAMP);
  await place(window, 'Trash').click();
  await openArticle(window, ORCHARD);
  await searchBox(window).fill('sourdough');
  await expect(row(window, BAKERS)).toBeVisible();
  expect((await call(window, 'library.verify', {})).problems).toEqual([]);
});

test('reload and back keep the place, and an address opens its article', async ({ app, window, context }) => {
  await place(window, 'Unread').click();
  await openArticle(window, LAMP);
  await expect(window).toHaveURL(/\/unread\/a\/[\w-]+$/);
  await expect(window).toHaveTitle(`${LAMP} – Carrel`);
  await window.reload();
  await expectOpen(window, LAMP);
  await expect(place(window, 'Unread')).toHaveAttribute('aria-current', 'page');

  await window.goBack();
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
  await expect(place(window, 'Unread')).toHaveAttribute('aria-current', 'page');
  await window.goBack();
  await expect(place(window, 'All')).toHaveAttribute('aria-current', 'page');
  await window.goForward();
  await window.goForward();
  await expectOpen(window, LAMP);

  await searchBox(window).fill('quince');
  await searchBox(window).press('Enter');
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await openArticle(window, ORCHARD);
  await window.reload();
  await expectOpen(window, ORCHARD);
  await expect(searchBox(window)).toHaveValue('quince');

  const id = /\/a\/([\w-]+)/.exec(window.url())?.[1];
  const other = await context.newPage();
  await other.goto(`${app.host.origin}/a/${id}`);
  await expectOpen(other, ORCHARD);
});
