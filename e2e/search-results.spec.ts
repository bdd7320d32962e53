import fs from 'node:fs';
import type { Page } from '@playwright/test';
import { call, expect, test } from './fixtures/app-test.ts';
import { openFilled } from './fixtures/filled-library.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, messages, navigation, place, runByName, searchBox, selectionBar, tabOnto, tabTo } from './fixtures/parts.ts';

/** Ten subjects of sixty articles each; every other article has tags, and one in three is read. */
const ARTICLES = 600;

const filterPane = (window: Page) => window.getByRole('region', { name: 'Filters' });
const chips = (window: Page) => window.getByRole('group', { name: 'Active filters' });
const value = (window: Page, name: string) => filterPane(window).getByRole('checkbox', { name: new RegExp(`^${name}`) });
const expectFound = (window: Page, count: string) => expect(window.getByRole('status').filter({ hasText: `${count} in` })).toBeVisible({ timeout: 20_000 });

test.beforeEach(async ({ app, window }) => {
  await openFilled(app, window, ARTICLES);
  await searchBox(window).fill('station');
  await expectFound(window, '600 articles');
});

test('filters narrow results down, live in the address, and go one by one or all at once', async ({ window }) => {
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  await expect(value(window, 'tide')).toHaveAccessibleName(/60$/);
  await value(window, 'tide').check();
  await expectFound(window, '60 articles');
  // Another value of the same facet can still be chosen; other facets count within the choice.
  await value(window, 'lantern').check();
  await expectFound(window, '120 articles');
  await expect(value(window, 'Unread')).toHaveAccessibleName(/80$/);
  await value(window, 'Unread').press('Space');
  await expectFound(window, '80 articles');
  await expect(window.getByRole('button', { name: 'Filter, 3 active' })).toBeVisible();

  await window.reload();
  await expectFound(window, '80 articles');
  await expect(value(window, 'lantern')).toBeChecked();
  await chips(window).getByRole('button', { name: 'Remove the filter Tag: tide' }).click();
  await expectFound(window, '40 articles');
  await window.goBack();
  await expectFound(window, '80 articles');
  expect(await findViolations(window)).toEqual([]);

  await window.setViewportSize({ width: 900, height: 600 });
  await expect.poll(async () => (await articleList(window).boundingBox())?.width ?? 0).toBeGreaterThan(270);
  await filterPane(window).press('Escape');
  await expect(filterPane(window)).toHaveCount(0);
  await searchBox(window).fill('zeppelin');
  await expect(window.getByRole('heading', { name: 'Nothing left' })).toBeVisible();
  await searchBox(window).fill('station');
  await expectFound(window, '80 articles');
  await chips(window).getByRole('button', { name: 'Clear all' }).click();
  await expectFound(window, '600 articles');
  await expect(chips(window)).toHaveCount(0);
});

test('with the keyboard alone filters are opened, chosen, taken away and closed', async ({ window }) => {
  await window.keyboard.press('Control+Shift+L');
  await tabTo(window, 'checkbox', /^lantern/);
  await window.keyboard.press('Space');
  await expectFound(window, '60 articles');
  await tabTo(window, 'checkbox', /^tide/);
  await window.keyboard.press('Space');
  await expectFound(window, '120 articles');
  await window.keyboard.press('Escape');
  await expect(filterPane(window)).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();

  await window.keyboard.press('Control+Shift+F');
  await tabTo(window, 'button', 'Remove the filter Tag: tide');
  await window.keyboard.press('Enter');
  await expectFound(window, '60 articles');
  await window.keyboard.press('Control+Shift+F');
  await tabTo(window, 'button', 'Clear all');
  await window.keyboard.press('Enter');
  await expectFound(window, '600 articles');
  await expect(chips(window)).toHaveCount(0);
});

test('tags and sources of the library are completed as they are typed', async ({ window }) => {
  const completions = window.getByRole('listbox', { name: 'Completions' });
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('+station tag:tid');
  await expect(completions.getByRole('option')).toHaveText(['tag:tide']);
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('+station tag:tide ');
  await expectFound(window, '60 articles');
  await window.keyboard.type('site:paper');
  await completions.getByRole('option', { name: 'site:Paper 0', exact: true }).click();
  await expect(searchBox(window)).toHaveValue('+station tag:tide site:"Paper 0" ');
  await expectFound(window, '1 article');
  await expect(searchBox(window)).toBeFocused();
});

test('the histogram looks closer by dragging, by keys and by dates, down to single days', async ({ window }) => {
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  const histogram = filterPane(window).getByRole('slider');
  // 600 days from the first of January 1980 on.
  await expect(histogram).toHaveAccessibleName('Results by month');
  const box = await histogram.boundingBox();
  if (!box) throw new Error('the histogram is shown');
  await window.mouse.move(box.x + 4, box.y + 40);
  await window.mouse.down();
  await window.mouse.move(box.x + (box.width * 3.5) / 20, box.y + 40, { steps: 4 });
  await window.mouse.up();
  // January to April: 31 + 29 + 31 + 30 days.
  await expectFound(window, '121 articles');
  await expect(chips(window)).toContainText('Jan 1980 – Apr 1980');

  await histogram.focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowRight');
  await expect(histogram).toHaveAttribute('aria-valuetext', /60 articles/);
  await window.keyboard.press('Enter');
  await expectFound(window, '60 articles');
  await expect(histogram).toHaveAccessibleName('Results by day');
  expect(await findViolations(window)).toEqual([]);

  await filterPane(window).getByLabel('To').fill('1980-01-10');
  await filterPane(window).getByLabel('To').press('Enter');
  await expectFound(window, '10 articles');
  await filterPane(window).getByText('As a table').click();
  await expect(filterPane(window).getByRole('row')).toHaveCount(11);
  await filterPane(window).getByRole('button', { name: 'All dates' }).click();
  await expectFound(window, '600 articles');
});

test('a search is saved, tells what is new in it, is changed, renamed, deleted and brought back', async ({ window }) => {
  const link = (name: string | RegExp) => navigation(window).getByRole('link', { name });
  await searchBox(window).fill('+tide');
  await expectFound(window, '60 articles');
  await window.getByRole('button', { name: 'Save this search…' }).click();
  await window.getByRole('dialog').getByLabel('Name').fill('High water');
  await window.keyboard.press('Enter');
  await expect(link('High water')).toContainText('60');
  await expect(window.getByRole('heading', { level: 1, name: 'High water' })).toBeVisible();

  await place(window, 'All').click();
  await call(window, 'imports.startText', { text: 'Spring tide\n\nThe tide came up to the third step of the quay, and the ferry was late.' });
  await expect(link(/High water/)).toContainText('1 new', { timeout: 30_000 });
  await link(/High water/).click();
  await expectFound(window, '61 articles');
  await expect(link(/High water/)).not.toContainText('new', { timeout: 20_000 });
  expect(await findViolations(window)).toEqual([]);

  await searchBox(window).fill('+tide +quay');
  await window.getByRole('button', { name: 'Save changes' }).click();
  await expect(link('High water')).toHaveText(/High water1$/);
  await window.getByRole('button', { name: 'Smart collection', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Rename…' }).click();
  await window.getByRole('dialog').getByLabel('Name').fill('Flood');
  await window.keyboard.press('Enter');
  await expect(link('Flood')).toBeVisible();
  await window.getByRole('button', { name: 'Smart collection', exact: true }).click();
  await window.getByRole('menuitem', { name: 'Delete this smart collection' }).click();
  await expect(link('Flood')).toHaveCount(0);
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(link('Flood')).toBeVisible();
  expect((await call(window, 'library.verify', {})).problems).toEqual([]);
});

test('with the keyboard alone a search is saved, opened again and changed', async ({ window }) => {
  const link = (name: RegExp) => navigation(window).getByRole('link', { name });
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('+tide');
  await expectFound(window, '60 articles');
  await runByName(window, 'save this search');
  await expect(window.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await expect(window.getByRole('dialog').getByLabel('Name')).toHaveValue('+tide');
  await window.keyboard.type('High water');
  await window.keyboard.press('Enter');
  await expect(link(/^High water/)).toContainText('60');
  await runByName(window, 'show all articles');
  await tabTo(window, 'link', /^High water/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'High water' })).toBeVisible();

  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('+ferry');
  await expectFound(window, '60 articles');
  await tabTo(window, 'button', 'Save changes');
  await window.keyboard.press('Enter');
  await expect(messages(window)).toContainText('“High water” looks for this from now on');
  await tabTo(window, 'button', /^Smart collection$/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('menuitem', { name: 'Rename…' })).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.press('Enter');
  await expect(link(/^High water/)).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(link(/^High water/)).toContainText('60');
});

test('all results within filters are selected, tagged and exported; so is a list of any place', async ({ window }) => {
  await window.getByRole('button', { name: 'Filter', exact: true }).click();
  await value(window, 'Unread').check();
  await expectFound(window, '400 articles');
  await articleList(window).press('Control+a');
  await expect(selectionBar(window)).toContainText('400 selected');
  const saved = window.waitForEvent('download');
  await selectionBar(window).getByRole('button', { name: 'Export as a table (CSV)' }).click();
  const lines = fs.readFileSync(await (await saved).path(), 'utf8').split('\r\n');
  expect(lines[0]).toBe('\ufefftitle,byline,date,site,url,language,words,tags,collections,id,score');
  expect(lines).toHaveLength(402);
  expect(lines[1]).toMatch(/^Article \d+ on the \w+,,19\d\d-\d\d-\d\d,Paper \d+,,en,\d+,.*,[0-9a-z]{16},0\.\d+$/);
  expect((await saved).suggestedFilename()).toMatch(/^carrel-\d{4}-\d{2}-\d{2}\.csv$/);

  await window.keyboard.press('t');
  await window.getByRole('dialog').getByRole('searchbox').or(window.getByRole('dialog').getByRole('textbox')).first().fill('to read soon');
  await window.keyboard.press('Enter');
  await expect(messages(window)).toContainText('400 articles tagged “to read soon”');
  await window.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await expect(value(window, 'to read soon')).toHaveAccessibleName(/400$/, { timeout: 20_000 });

  await place(window, 'Favourites').click();
  await expect(articleList(window).getByRole('option').first()).toBeVisible();
  const whole = window.waitForEvent('download');
  await window.keyboard.press('Control+k');
  await window.keyboard.type('export this list');
  await window.keyboard.press('Enter');
  expect(fs.readFileSync(await (await whole).path(), 'utf8').split('\r\n')).toHaveLength(62);
});

test('with the pointer all results are selected, collected, tagged and exported', async ({ window }) => {
  await searchBox(window).fill('+ferry');
  await expectFound(window, '60 articles');
  const first = articleList(window).getByRole('option').first();
  await first.hover();
  await first.locator('.row-check').click();
  await expect(selectionBar(window)).toContainText('1 selected');
  await selectionBar(window).getByRole('button', { name: 'Select all 60' }).click();
  await expect(selectionBar(window)).toContainText('60 selected');
  await selectionBar(window).getByRole('button', { name: 'Edit collections' }).click();
  const dialog = window.getByRole('dialog', { name: 'Collections of 60 articles' });
  await dialog.getByRole('textbox').fill('To write/The ferry');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('list', { name: 'Collections' })).toContainText('To write/The ferry');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(navigation(window).getByRole('link', { name: /^To write/ })).toContainText('60');
  await selectionBar(window).getByRole('button', { name: 'Edit tags' }).click();
  const tags = window.getByRole('dialog', { name: 'Tags of 60 articles' });
  await tags.getByRole('textbox').fill('ferries');
  await tags.getByRole('button', { name: 'Add' }).click();
  await expect(tags.getByRole('list', { name: 'Tags' })).toContainText('ferries');
  await tags.getByRole('button', { name: 'Done' }).click();
  const saved = window.waitForEvent('download');
  await selectionBar(window).getByRole('button', { name: 'Export as a table (CSV)' }).click();
  const lines = fs.readFileSync(await (await saved).path(), 'utf8').split('\r\n');
  expect(lines).toHaveLength(62);
  expect(lines.slice(1, 61).filter((line) => line.includes('To write/The ferry'))).toHaveLength(60);
});

test('with the keyboard alone all results are selected, collected and exported', async ({ window }) => {
  await window.keyboard.press('Control+Shift+F');
  await window.keyboard.type('+ferry');
  await expectFound(window, '60 articles');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Control+a');
  await expect(selectionBar(window)).toContainText('60 selected');
  await window.keyboard.press('c');
  await expect(window.getByRole('dialog', { name: 'Collections of 60 articles' }).getByRole('textbox')).toBeFocused();
  await window.keyboard.type('To write/The ferry');
  await window.keyboard.press('Enter');
  await expect(messages(window)).toContainText('60 articles put into “To write/The ferry”');
  await window.keyboard.press('Escape');
  const saved = window.waitForEvent('download');
  await runByName(window, 'as a table');
  expect(fs.readFileSync(await (await saved).path(), 'utf8').split('\r\n')).toHaveLength(62);
});

test('results are sorted, with a key and with the pointer, and the address remembers it', async ({ window }) => {
  const first = articleList(window).getByRole('option').first();
  const sort = window.getByRole('combobox', { name: 'Sort by' });
  await searchBox(window).focus();
  await tabOnto(window, sort);
  await window.keyboard.press('ArrowDown');
  await expect(sort).toHaveValue('newest');
  await expect(first).toContainText('Article 000599');
  await window.keyboard.press('ArrowDown');
  await expect(first).toContainText('Article 000000');
  await window.reload();
  await expect(first).toContainText('Article 000000');
  await expect(window).toHaveURL(/sort=oldest/);
  await sort.selectOption('Newest first');
  await expect(first).toContainText('Article 000599');
  await sort.selectOption('Best match');
  await expect(window).not.toHaveURL(/sort=/);
});

test('results are grouped by month and by source, each group with its head, and the address remembers it', async ({ window }) => {
  await window.getByLabel('Group by').selectOption('By month');
  await expect(articleList(window).getByRole('option').first()).toContainText(/August 1981.?22/);
  await articleList(window).press('End');
  await expect(articleList(window).getByRole('option').last()).toContainText('station');
  await window.reload();
  await expect(articleList(window).locator('.row-head').first()).toContainText('August 1981');
  await searchBox(window).focus();
  await tabTo(window, 'combobox', 'Group by');
  await window.keyboard.press('ArrowUp');
  await expect(articleList(window).locator('.row-head').first()).toContainText('Paper');
  await window.keyboard.press('ArrowDown');
  await expect(articleList(window).locator('.row-head').first()).toContainText('August 1981');
  expect(await findViolations(window)).toEqual([]);
});
