import { call, expect, test } from './fixtures/app-test.ts';
import { openFilled, titleOf } from './fixtures/filled-library.ts';
import { articleList, articleText, messages, place, reader, row, selectionBar } from './fixtures/parts.ts';

/** More than two pages of the list, so that not all of it is known to the window. */
const ARTICLES = 250;
/** As the fixture makes them: every third is read. */
const UNREAD = 166;

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
