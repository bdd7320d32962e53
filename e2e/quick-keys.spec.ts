import type { Page } from '@playwright/test';
import { call, expect, importFolder, test, type App } from './fixtures/app-test.ts';
import { openFilled, titleOf } from './fixtures/filled-library.ts';
import { articleList, articleText, expectOpen, messages, place, reader, row, searchBox, titlesInOrder, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';
import { delayFrames, holdAnswers } from './fixtures/slow-window.ts';

// Keys follow each other faster than the window is drawn and than the library answers.

/** Long enough for all the keys of a test to be pressed before anything is drawn. */
const LATE_MS = 1_500;
/** More than two pages of the list, so that not all of it is known to the window. */
const MANY = 250;

async function press(window: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await window.keyboard.press(key);
}

/** The row that keys act on, counted from 1. */
async function activeRow(window: Page): Promise<string | null | undefined> {
  return await articleList(window).evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-posinset'));
}

test.describe('in a short list', () => {
  test.beforeEach(async ({ app, window }) => {
    await importFolder(window, app.writeFiles(SAMPLE_FILES));
    await place(window, 'All').click();
    await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length);
    await articleList(window).focus();
  });

  test('j and k go on from article to article before any of them has been loaded or drawn', async ({ window }) => {
    const [first = '', second = '', third = ''] = await titlesInOrder(window);
    await delayFrames(window, LATE_MS);
    const articles = await holdAnswers(window, 'articles.get');
    await press(window, 'Enter', 'j', 'k', 'j', 'j', 'k');
    await articles.arrived(3);
    await articles.release();
    await expectOpen(window, second);
    await press(window, 'k');
    await expectOpen(window, first);
    await press(window, 'j', 'j');
    await expectOpen(window, third);
    await expect(reader(window)).toBeFocused();
  });

  test('keys pressed in the text of an article go on in the next', async ({ window }) => {
    const [first = '', , third = ''] = await titlesInOrder(window);
    await press(window, 'Enter');
    await expectOpen(window, first);
    await delayFrames(window, LATE_MS);
    await articleText(window).locator('body').focus();
    await press(window, 'j', 'j');
    await expectOpen(window, third);
    await expect(reader(window)).toBeFocused();
  });

  test('at the end of the list the button that leads on keeps the focus, and keys go on from there', async ({ window }) => {
    const [first = '', second = '', third = ''] = await titlesInOrder(window);
    await press(window, 'Enter');
    await expectOpen(window, first);
    const next = toolbar(window).getByRole('button', { name: 'Next article' });
    await next.focus();
    await press(window, 'Enter', 'Enter', 'Enter');
    await expectOpen(window, third);
    await expect(next).toBeDisabled();
    await expect(next).toBeFocused();
    await press(window, 'k');
    await expectOpen(window, second);
  });

  test('back in the history leaves the keys in the reader', async ({ window }) => {
    const [, second = '', third = ''] = await titlesInOrder(window);
    await row(window, second).click();
    await expectOpen(window, second);
    await place(window, 'Unread').click();
    await press(window, 'j', 'Enter');
    await expect(reader(window)).toBeFocused();
    await window.evaluate(() => history.go(-2));
    await expectOpen(window, second);
    await press(window, 'j');
    await expectOpen(window, third);
  });

  test('a mark that is pressed often ends where the presses lead, though the article is still on its way', async ({ window }) => {
    const [first = ''] = await titlesInOrder(window);
    // Among the hits of a search nothing is known of an article's marks.
    await searchBox(window).fill(`"${first}"`);
    await searchBox(window).press('Enter');
    await expect(articleList(window).getByRole('option')).toHaveCount(1);
    const articles = await holdAnswers(window, 'articles.get');
    await press(window, 'f', 'f');
    await articles.arrived(1);
    await articles.release();
    await expect(messages(window)).toContainText('Removed from favourites');
    await expect(place(window, 'Favourites')).toContainText('0');
    await press(window, 'f', 'f', 'f');
    await expect(place(window, 'Favourites')).toContainText('1');
  });

  test('an answer from before a mark does not take it away again', async ({ window }) => {
    const star = articleList(window).getByRole('option').first().getByRole('img', { name: 'Favourite' });
    const { articles } = await call(window, 'articles.list', { limit: 3 });
    const lists = await holdAnswers(window, 'articles.list');
    await call(window, 'articles.setState', { ids: articles.slice(2).map(({ id }) => id), archived: true });
    await lists.arrived(1);
    const marks = await holdAnswers(window, 'articles.setState', { before: true });
    await press(window, 'Home', 'f');
    await expect(star).toBeVisible();
    await lists.release();
    await expect(articleList(window).getByRole('option').nth(2).getByRole('img', { name: 'Archived' })).toBeVisible();
    await expect(star).toBeVisible();
    await press(window, 'f');
    await expect(star).toHaveCount(0);
    await marks.release();
    await expect(place(window, 'Favourites')).toContainText('0');
  });

  test('a key after Escape in the search box is not typed into it', async ({ window }) => {
    await delayFrames(window, LATE_MS);
    await press(window, '/');
    await window.keyboard.type('year');
    await expect(articleList(window).getByRole('option')).toHaveCount(2);
    await press(window, 'Escape', 'j');
    await expect(searchBox(window)).toHaveValue('');
    await expect.poll(() => activeRow(window)).toBe('2');
  });

  test('Down from the search box leads into the results of all that was typed', async ({ window }) => {
    const [, second = ''] = await titlesInOrder(window);
    const hits = await holdAnswers(window, 'search.query');
    await press(window, '/');
    await window.keyboard.type(`"${second}"`);
    await press(window, 'ArrowDown');
    await hits.release();
    await expect(articleList(window).getByRole('option')).toHaveCount(1);
    await expect(articleList(window)).toBeFocused();
    await press(window, 'Enter');
    await expectOpen(window, second);
    await expect(searchBox(window)).toHaveValue(`"${second}"`);
  });

  test('other words begin at their own best hit, wherever the best of the words before stands among them', async ({ window }) => {
    await searchBox(window).fill('lamp');
    await expect(articleList(window).getByRole('option')).toHaveCount(1);
    const hits = await holdAnswers(window, 'search.query');
    await searchBox(window).fill('lamp sourdough^20');
    await hits.arrived(1);
    await hits.release();
    await expect(articleList(window).getByRole('option').first()).toContainText(SAMPLE_TITLES[1]);
    await expect(articleList(window).getByRole('option')).toHaveCount(2);
    expect(await activeRow(window)).toBe('1');
  });

  test('steps from match to match count while the matches are on their way', async ({ window }) => {
    const counter = toolbar(window).getByRole('group', { name: 'Matches' }).getByRole('status');
    await searchBox(window).fill('lamp keeper harbour seals');
    await expect(articleList(window).getByRole('option').first()).toContainText(SAMPLE_TITLES[0]);
    await press(window, 'Enter');
    await expectOpen(window, SAMPLE_TITLES[0]);
    await expect(counter).toHaveText(/^Match \d+ of \d+$/);
    const [at, of] = (await counter.innerText()).match(/\d+/g)?.map(Number) ?? [];
    const places = await holdAnswers(window, 'search.locate');
    await window.reload();
    await expectOpen(window, SAMPLE_TITLES[0]);
    await press(window, 'F3', 'F3', 'F3', 'Shift+F3');
    await places.release();
    await expect(counter).toHaveText(`Match ${Number(at) + 2} of ${of}`);
  });

  test('keys that are pressed while a list is on its way count in it', async ({ window }) => {
    const lists = await holdAnswers(window, 'articles.list');
    await press(window, 'Control+k');
    await expect(window.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await window.keyboard.insertText('show unread');
    await press(window, 'Enter', 'j', 'j', 'k');
    await lists.arrived(1);
    await lists.release();
    await expect(window).toHaveURL(/\/unread$/);
    await expect.poll(() => activeRow(window)).toBe('2');
    await press(window, 'ArrowDown');
    await expect.poll(() => activeRow(window)).toBe('3');
  });

  test('Enter on a list that is on its way opens the article that the keys have gone to', async ({ window }) => {
    const [, second = '', third = ''] = await titlesInOrder(window);
    const lists = await holdAnswers(window, 'articles.list');
    await place(window, 'Unread').click();
    await lists.arrived(1);
    await press(window, 'j', 'ArrowDown', 'Enter');
    await lists.release();
    await expectOpen(window, second);
    await press(window, 'j');
    await expectOpen(window, third);
  });
});

test.describe('in a long list', () => {
  test.beforeEach(async ({ app, window }) => {
    await openFilled(app, window, MANY);
    await expect(row(window, titleOf(MANY - 1))).toBeVisible();
  });

  /** Opens the window on the article in a row (counted from 0). */
  async function openAt({ host }: App, window: Page, index: number): Promise<void> {
    const { articles } = await call(window, 'articles.list', { limit: 1, offset: index });
    await window.goto(`${host.origin}/a/${articles[0]?.id}`);
    await expectOpen(window, articles[0]?.title ?? '');
    await reader(window).focus();
  }

  const titleAt = (index: number): RegExp => titleOf(MANY - 1 - index);

  test('steps from an article go to its neighbours, though it is not known yet where it stands', async ({ app, window }) => {
    const positions = await holdAnswers(window, 'articles.position');
    await openAt(app, window, 180);
    await positions.arrived(1);
    await press(window, 'j', 'j', 'j', 'k');
    await positions.release();
    await expect(reader(window).getByRole('heading', { level: 1 })).toContainText(titleAt(182));
    await press(window, 'k');
    await expect(reader(window).getByRole('heading', { level: 1 })).toContainText(titleAt(181));
  });

  test('steps go on from the open article when the list shows quite other rows', async ({ app, window }) => {
    await openAt(app, window, 180);
    await articleList(window).focus();
    await press(window, 'Home');
    await expect(row(window, titleAt(0))).toBeVisible();
    await press(window, 'F6');
    await expect(reader(window)).toBeFocused();
    await press(window, 'j');
    await expect(reader(window).getByRole('heading', { level: 1 })).toContainText(titleAt(181));
  });

  test('a step to a row that is still on its way is done when that is there', async ({ app, window }) => {
    await openAt(app, window, 99);
    const lists = await holdAnswers(window, 'articles.list');
    await window.reload();
    await expect(articleText(window).locator('body > article')).not.toBeEmpty();
    await reader(window).focus();
    await press(window, 'j', 'j');
    await lists.release();
    await expect(reader(window).getByRole('heading', { level: 1 })).toContainText(titleAt(101));
  });

  test('a step that could not be done at once is forgotten by who has gone to the search meanwhile', async ({ app, window }) => {
    const positions = await holdAnswers(window, 'articles.position');
    await openAt(app, window, 180);
    await press(window, 'j');
    await press(window, '/');
    await window.keyboard.type('entry 7');
    await expect(articleList(window).getByRole('option').first()).toContainText('entry 7');
    await positions.release();
    await expect(searchBox(window)).toHaveValue('entry 7');
    await expect(searchBox(window)).toBeFocused();
    await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
  });

  test('Enter on a row that is still on its way opens it when it is there', async ({ window }) => {
    await articleList(window).focus();
    const lists = await holdAnswers(window, 'articles.list');
    await press(window, 'End', 'Enter');
    await lists.arrived(1);
    await lists.release();
    await expectOpen(window, 'Article 000000 ');
    await expect(reader(window)).toBeFocused();
  });
});
