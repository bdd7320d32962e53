import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures/app-test.ts';
import { openFilled, titleOf } from './fixtures/filled-library.ts';
import { articleList, articleText, expectOpen, messages, openArticle, place, reader, row, searchBox, selectionBar, toolbar } from './fixtures/parts.ts';

/** More than two pages of the list, so that not all of it is known to the window. */
const ARTICLES = 250;
/** As the fixture makes them: every third is read. */
const UNREAD = 166;

/** As with many thousands of articles at once. */
async function slowDown(window: Page, method: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await window.route(`**/api/${method}`, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}

test.beforeEach(async ({ app, window }) => {
  await openFilled(app, window, ARTICLES);
  await expect(row(window, titleOf(249))).toBeVisible();
});

test('with the pointer: one by one, a range, marked, and taken back exactly', async ({ window }) => {
  await row(window, titleOf(249)).click({ modifiers: ['Control'] });
  await row(window, titleOf(246)).click({ modifiers: ['Shift'] });
  await expect(selectionBar(window)).toContainText('4 selected');
  await expect(articleList(window).getByRole('option', { selected: true })).toHaveCount(4);
  await row(window, titleOf(246)).click({ modifiers: ['Control'] });
  await expect(selectionBar(window)).toContainText('3 selected');
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();

  // One of the three is read already, and stays so when the mark is taken back.
  await selectionBar(window).getByRole('button', { name: 'Mark as read' }).click();
  await expect(messages(window)).toContainText('2 articles marked as read');
  await expect(place(window, 'Unread')).toContainText(String(UNREAD - 2));
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(place(window, 'Unread')).toContainText(String(UNREAD));

  await selectionBar(window).getByRole('button', { name: 'Move to trash' }).click();
  await expect(selectionBar(window)).toHaveCount(0);
  await expect(row(window, titleOf(247))).toHaveCount(0);
  await expect(place(window, 'Trash')).toContainText('3');
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(row(window, titleOf(247))).toBeVisible();
  await expect(place(window, 'Trash')).toContainText('0');

  await row(window, titleOf(248)).hover();
  await row(window, titleOf(248)).locator('.row-check').click();
  await expect(selectionBar(window)).toContainText('1 selected');
  await selectionBar(window).getByRole('button', { name: 'Clear the selection' }).click();
  await expect(selectionBar(window)).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
});

test('with the keyboard alone: marks, ranges, the whole list, and Escape', async ({ window }) => {
  await window.keyboard.press('j');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('x');
  await expect(selectionBar(window)).toContainText('1 selected');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await expect(selectionBar(window)).toContainText('3 selected');
  await window.keyboard.press('Shift+ArrowUp');
  await expect(selectionBar(window)).toContainText('2 selected');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(selectionBar(window)).toContainText('3 selected');
  await window.keyboard.press('Escape');
  await expect(selectionBar(window)).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();

  await window.keyboard.press('Home');
  await window.keyboard.press('x');
  await window.keyboard.press('Shift+End');
  await expect(selectionBar(window)).toContainText('250 selected');
  await window.keyboard.press('Escape');

  await window.keyboard.press('Control+a');
  await expect(selectionBar(window)).toContainText('250 selected');
  await window.keyboard.press('e');
  await expect(messages(window)).toContainText('250 articles moved to the archive');
  await expect(place(window, 'Unread')).toContainText('0');
  await window.keyboard.press('Control+z');
  await expect(place(window, 'Unread')).toContainText(String(UNREAD));
  await expect(place(window, 'Archive')).toContainText('0');
});

test('what is selected stays when the list changes around it, and not in another place', async ({ window }) => {
  await row(window, titleOf(248)).click({ modifiers: ['Control'] });
  const { articles } = await call(window, 'articles.list', { limit: 3 });
  await call(window, 'articles.remove', { ids: articles.slice(0, 1).map(({ id }) => id) });
  await expect(row(window, titleOf(249))).toHaveCount(0);
  await expect(selectionBar(window)).toContainText('1 selected');
  await expect(row(window, titleOf(248))).toHaveAttribute('aria-selected', 'true');
  await place(window, 'Favourites').click();
  await expect(selectionBar(window)).toHaveCount(0);
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option', { selected: true })).toHaveCount(0);
});

test('while reading, keys mean the open article and Ctrl+A its text', async ({ window }) => {
  await row(window, titleOf(249)).click({ modifiers: ['Control'] });
  await row(window, titleOf(247)).click();
  await expect(articleText(window).locator('body > article')).not.toBeEmpty();
  await reader(window).focus();
  await window.keyboard.press('f');
  await expect(row(window, titleOf(247)).getByRole('img', { name: 'Favourite' })).toBeVisible();
  await expect(row(window, titleOf(249)).getByRole('img', { name: 'Favourite' })).toHaveCount(0);
  await window.keyboard.press('Control+a');
  await expect(selectionBar(window)).toContainText('1 selected');
});

test('in the trash many are restored, or deleted for good after a question with their number', async ({ window }) => {
  const { articles } = await call(window, 'articles.list', { limit: 5 });
  await call(window, 'articles.remove', { ids: articles.map(({ id }) => id) });
  await place(window, 'Trash').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(5);
  await row(window, titleOf(249)).click({ modifiers: ['Control'] });
  await row(window, titleOf(248)).click({ modifiers: ['Control'] });
  await selectionBar(window).getByRole('button', { name: 'Restore' }).click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await expect(messages(window)).toContainText('2 articles restored to the library');

  await articleList(window).press('Control+a');
  await expect(selectionBar(window)).toContainText('3 selected');
  await window.keyboard.press('Delete');
  const question = window.getByRole('alertdialog', { name: 'Delete 3 articles for good?' });
  await question.getByRole('button', { name: 'Keep them' }).click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await selectionBar(window).getByRole('button', { name: 'Delete for good' }).click();
  await question.getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  expect((await call(window, 'library.counts', {})).articles).toBe(ARTICLES - 3);
});

test('a row has a menu, under the pointer and by its key', async ({ window }) => {
  const menu = window.getByRole('menu', { name: 'What to do with it' });
  await row(window, titleOf(248)).click({ button: 'right' });
  await menu.getByRole('menuitem', { name: 'Add to favourites' }).click();
  await expect(row(window, titleOf(248)).getByRole('img', { name: 'Favourite' })).toBeVisible();

  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+F10');
  await expect(menu.getByRole('menuitem', { name: 'Open' })).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Control+a');
  await expect(selectionBar(window)).toContainText('250 selected');
  await window.keyboard.press('ContextMenu');
  await menu.getByRole('menuitem', { name: 'Move to the archive' }).press('Enter');
  await expect(messages(window)).toContainText('250 articles moved to the archive');
});

test('a reload shows the open article in its list, however far down', async ({ window }) => {
  await window.keyboard.press('j');
  await window.keyboard.press('End');
  await expect(row(window, titleOf(0))).toBeInViewport();
  await window.keyboard.press('Enter');
  await expect(reader(window).getByRole('heading', { level: 1 })).toContainText('Article 000000');
  await window.reload();
  await expect(row(window, titleOf(0))).toBeInViewport();
  await expect(row(window, titleOf(0))).toHaveAttribute('aria-current', 'true');
});

test('who has gone elsewhere while articles were moved to the trash stays there', async ({ window }) => {
  const answer = await slowDown(window, 'articles.remove');
  await openArticle(window, 'Article 000249');
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await place(window, 'Favourites').click();
  await searchBox(window).click();
  answer();
  await expect(messages(window)).toContainText('Moved to trash');
  await expect(row(window, titleOf(240))).toBeVisible();
  await expect(window).toHaveURL(/favourites$/);
  await expect(searchBox(window)).toBeFocused();
});

test('asked for twice, the trash is asked once, and its undo is not lost', async ({ window }) => {
  const answer = await slowDown(window, 'articles.remove');
  const undo = messages(window).getByRole('button', { name: 'Undo' });
  await articleList(window).focus();
  await window.keyboard.press('Delete');
  await window.keyboard.press('Delete');
  answer();
  await expect(row(window, titleOf(249))).toHaveCount(0);
  await expect(undo).toBeVisible();
  // Held down, it goes on from row to row; it never turns into a question about what is in the trash by then.
  for (let presses = 0; presses < 8; presses += 1) await window.keyboard.press('Delete');
  await expect.poll(async () => (await call(window, 'library.counts', {})).trashed).toBeGreaterThan(1);
  await expect(window.getByRole('alertdialog')).toHaveCount(0);
  await expect(undo).toBeVisible();
});

test('articles are deleted for good once, however often that is asked for, and the focus stays in the list', async ({ window }) => {
  const { articles } = await call(window, 'articles.list', { limit: 3 });
  await call(window, 'articles.remove', { ids: articles.map(({ id }) => id) });
  await place(window, 'Trash').click();
  await articleList(window).press('Control+a');
  await expect(selectionBar(window)).toContainText('3 selected');
  await window.keyboard.press('Delete');
  const answer = await slowDown(window, 'articles.purge');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect(window.getByRole('alertdialog')).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Delete');
  await expect(window.getByRole('alertdialog')).toHaveCount(0);
  answer();
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await expect(messages(window)).toHaveText('3 articles deleted for good');
  await expect.poll(() => window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane'))).toBe('list');
});

test('what a mark takes out of the list is not selected any more, and the keys stay in the list', async ({ window }) => {
  await place(window, 'Unread').click();
  await expect(articleList(window).getByRole('option').first()).toBeVisible();
  await articleList(window).focus();
  await window.keyboard.press('x');
  await expect(selectionBar(window)).toContainText('1 selected');
  await window.keyboard.press('u');
  await expect(messages(window)).toContainText('Marked as read');
  await expect(selectionBar(window)).toHaveCount(0);

  await window.keyboard.press('x');
  await window.keyboard.press('Shift+ArrowDown');
  await selectionBar(window).getByRole('button', { name: 'Mark as read' }).press('Enter');
  await expect(selectionBar(window)).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
});

test('a menu opens the article that it was asked for, although the rows have moved', async ({ window }) => {
  await row(window, titleOf(245)).click({ button: 'right' });
  const open = window.getByRole('menuitem', { name: /^Open/ });
  await expect(open).toBeVisible();
  const { articles } = await call(window, 'articles.list', { limit: 2 });
  await call(window, 'articles.remove', { ids: articles.map(({ id }) => id) });
  await expect(window.locator('[role=option]', { hasText: titleOf(249) })).toHaveCount(0);
  await open.click();
  await expectOpen(window, 'Article 000245');
});

test('Undo in a message gives the focus back to where it was', async ({ window }) => {
  await articleList(window).focus();
  await window.keyboard.press('e');
  await messages(window).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(messages(window)).toContainText('Taken back');
  await expect(articleList(window)).toBeFocused();
});

test('a dialog that is left by its button gives the focus back', async ({ window }) => {
  for (const [key, button] of [['t', 'Done'], ['?', 'Close']] as const) {
    await articleList(window).focus();
    await window.keyboard.press(key);
    await window.getByRole('dialog').getByRole('button', { name: button }).click();
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await expect(articleList(window)).toBeFocused();
  }
});
