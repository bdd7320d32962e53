import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, expectOpen, messages, openArticle, place, reader, row, searchBox, selectionBar, titlesInOrder, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';
import { delayTimers, holdAnswers } from './fixtures/slow-window.ts';

// The library takes its time, and the user goes on meanwhile: an answer takes nothing away from them.

const [LAMP, BAKERS, ORCHARD] = SAMPLE_TITLES;

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length);
});

test('what is typed while an article is being deleted for good stays in the search box', async ({ window }) => {
  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await place(window, 'Trash').click();
  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Delete for good' }).click();
  const purges = await holdAnswers(window, 'articles.purge');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  // The library's own word that something changed comes before its answer.
  await expect(window.getByRole('heading', { name: 'The trash is empty' })).toBeVisible();
  await expect(window.getByRole('alertdialog')).toHaveCount(0);

  // The answer comes before the search has been asked.
  await delayTimers(window, 1_500);
  await searchBox(window).fill('skerry');
  await purges.release();
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
  await expect(searchBox(window)).toHaveValue('skerry');
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
  await expect(searchBox(window)).toHaveValue('skerry');
});

test('who types on after Enter goes on typing, and no hit of the words before opens', async ({ window }) => {
  await searchBox(window).focus();
  await window.keyboard.type('lamp');
  const hits = await holdAnswers(window, 'search.query');
  await window.keyboard.press('Enter');
  await hits.arrived(1);
  await delayTimers(window, 1_500);
  await window.keyboard.type(' sourdough');
  await hits.release();
  await expect(row(window, BAKERS)).toBeVisible();
  await expect(searchBox(window)).toHaveValue('lamp sourdough');
  await expect(searchBox(window)).toBeFocused();
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
});

test('a hit that Enter has asked for does not open in another place', async ({ window }) => {
  const hits = await holdAnswers(window, 'search.query');
  await searchBox(window).fill('lamp');
  await searchBox(window).press('Enter');
  await hits.arrived(1);
  await place(window, 'Unread').click();
  await hits.release();
  await expect(articleList(window).getByRole('option')).toHaveCount(SAMPLE_TITLES.length);
  await expect(window).toHaveURL(/\/unread$/);
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
});

test('words that are typed right before the order is changed are searched for in that order', async ({ window }) => {
  await searchBox(window).fill('year');
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await delayTimers(window, 1_500);
  await searchBox(window).fill('lamp');
  await window.getByRole('combobox', { name: 'Sort by' }).selectOption('Newest first');
  await expect(row(window, LAMP)).toBeVisible();
  await expect(searchBox(window)).toHaveValue('lamp');
  await expect(window).toHaveURL(/\/search\?q=lamp&sort=/);
});

test('who types into the search box while an article is being removed goes on typing there', async ({ window }) => {
  await openArticle(window, LAMP);
  await reader(window).focus();
  const removals = await holdAnswers(window, 'articles.remove');
  await window.keyboard.press('Delete');
  await removals.arrived(1);
  await delayTimers(window, 1_500);
  await window.keyboard.press('/');
  await window.keyboard.type('quin');
  await removals.release();
  await expect(window.getByRole('heading', { name: 'Nothing open' })).toBeVisible();
  await window.keyboard.type('ce');
  await expect(searchBox(window)).toHaveValue('quince');
  await expect(row(window, ORCHARD)).toBeVisible();
  await expect(searchBox(window)).toBeFocused();
});

test('who reads the next article while the one before is being removed goes on reading', async ({ window }) => {
  await articleList(window).focus();
  await window.keyboard.press('Home');
  const [, second = '', third = ''] = await titlesInOrder(window);
  // Before the article's frame is there: what is held is held from here on, whatever the browser does for the frame.
  const removals = await holdAnswers(window, 'articles.remove');
  await window.keyboard.press('Enter');
  await window.keyboard.press('Delete');
  await removals.arrived(1);
  await window.keyboard.press('j');
  await removals.release();
  await expect(messages(window)).toContainText('Moved to trash');
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await expect(reader(window)).toBeFocused();
  await expectOpen(window, second);
  await window.keyboard.press('j');
  await expectOpen(window, third);
});

test('what is selected while other articles are being removed stays selected', async ({ window }) => {
  await row(window, LAMP).click({ modifiers: ['Control'] });
  const removals = await holdAnswers(window, 'articles.remove');
  await selectionBar(window).getByRole('button', { name: 'Move to trash' }).click();
  await removals.arrived(1);
  await selectionBar(window).getByRole('button', { name: 'Clear the selection' }).click();
  // The library's own word that something changed comes before its answer, and moves the rows.
  await expect(row(window, LAMP)).toHaveCount(0);
  await row(window, BAKERS).click({ modifiers: ['Control'] });
  await removals.release();
  await expect(messages(window)).toContainText('Moved to trash');
  await expect(row(window, BAKERS)).toHaveAttribute('aria-selected', 'true');
  await expect(selectionBar(window)).toContainText('1 selected');
});

test('the next tag can be typed while the one before is being given', async ({ window }) => {
  await openArticle(window, LAMP);
  await reader(window).focus();
  await window.keyboard.press('t');
  const field = window.getByRole('dialog').getByRole('searchbox').or(window.getByRole('dialog').getByRole('combobox')).or(window.getByRole('dialog').getByRole('textbox'));
  await expect(field).toBeFocused();
  const tags = await holdAnswers(window, 'articles.setTag');
  await window.keyboard.type('coast');
  await window.keyboard.press('Enter');
  await tags.arrived(1);
  await window.keyboard.type('islands');
  await tags.release();
  await expect(window.getByRole('dialog').getByRole('listitem').filter({ hasText: 'coast' })).toBeVisible();
  await expect(field).toHaveValue('islands');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog').getByRole('listitem').filter({ hasText: 'islands' })).toBeVisible();
  await expect(field).toHaveValue('');
});

test('a text that is begun while the one before is being handed over stays', async ({ window }) => {
  await place(window, 'Import').click();
  const dialog = window.getByRole('dialog', { name: 'Import pasted text' });
  const texts = await holdAnswers(window, 'imports.startText');
  await window.getByRole('button', { name: 'Paste text' }).click();
  await window.keyboard.insertText('A note on tides\n\nThe tide comes in, and after a while it goes out again.');
  await dialog.getByRole('button', { name: 'Import this text' }).click();
  await texts.arrived(1);
  await expect(dialog.getByRole('button', { name: 'Import this text' })).toBeDisabled();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Paste text' }).click();
  await window.keyboard.insertText('A note on gulls');
  await texts.release();
  await expect(messages(window)).toContainText('Pasted text: 1 article imported');
  await expect(dialog.getByRole('textbox')).toHaveValue('A note on gulls');
});
