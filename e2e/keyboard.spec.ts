import type { Page } from '@playwright/test';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, articleText, expectOpen, place, reader, row, searchBox, tabTo, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES } from './fixtures/sample-files.ts';

// No test in this file touches the mouse.

const LETTER = `Letters from a lightship

By Anneke Vos
3 May 2021

The mail boat comes on Thursdays when the sea allows it. Between two Thursdays there is nothing to do but to write, and so the crew of the lightship has become a crew of writers.

One of them is at work on a dictionary of knots. Another has been describing the same cloud since March.
`;

test('from an empty library to reading, with the keyboard alone', async ({ window }) => {
  await tabTo(window, 'button', 'Add ten sample articles');
  await window.keyboard.press('Enter');
  await expect(articleList(window).getByRole('option').first()).toBeVisible();
  await expect(place(window, 'All')).toContainText('10');

  await tabTo(window, 'link', /^Import/);
  await window.keyboard.press('Enter');
  await tabTo(window, 'button', 'Paste text');
  await window.keyboard.press('Enter');
  const dialog = window.getByRole('dialog', { name: 'Import pasted text' });
  await expect(dialog.getByRole('textbox', { name: 'Text of the article' })).toBeFocused();
  await window.keyboard.insertText(LETTER);
  await window.keyboard.press('Tab');
  await window.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Import this text' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();

  await window.keyboard.press('/');
  await expect(searchBox(window)).toBeFocused();
  await window.keyboard.type('lightship knots');
  await expect(row(window, 'Letters from a lightship')).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await expectOpen(window, 'Letters from a lightship');
  await expect(reader(window)).toBeFocused();
  await expect(articleText(window).getByText('dictionary of knots')).toBeVisible();

  // First the marks of what was searched for, then back to the list.
  await expect(window.getByRole('group', { name: 'Matches' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('group', { name: 'Matches' })).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('heading', { name: 'All articles' })).toBeVisible();
  await expect(searchBox(window)).toHaveValue('');
});

test('keys move, open, mark, remove and take back', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('Enter');
  const rows = articleList(window).getByRole('option');
  await expect(rows).toHaveCount(3);
  const active = () => articleList(window).evaluate((list) => document.getElementById(list.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-posinset'));

  await window.keyboard.press('j');
  await expect(articleList(window)).toBeFocused();
  await expect.poll(active).toBe('1');
  await window.keyboard.press('j');
  await window.keyboard.press('ArrowDown');
  await expect.poll(active).toBe('3');
  await window.keyboard.press('k');
  await window.keyboard.press('ArrowUp');
  await expect.poll(active).toBe('1');
  await window.keyboard.press('End');
  await expect.poll(active).toBe('3');
  await window.keyboard.press('Home');
  await expect.poll(active).toBe('1');

  await window.keyboard.press('f');
  await expect(rows.first().getByRole('img', { name: 'Favourite' })).toBeVisible();
  await window.keyboard.press('f');
  await expect(rows.first().getByRole('img', { name: 'Favourite' })).toHaveCount(0);
  await window.keyboard.press('u');
  await expect(place(window, 'Unread')).toContainText('2');
  await window.keyboard.press('u');
  await expect(place(window, 'Unread')).toContainText('3');

  await window.keyboard.press('Delete');
  await expect(rows).toHaveCount(2);
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Control+z');
  await expect(rows).toHaveCount(3);

  await window.keyboard.press('Home');
  await window.keyboard.press('Enter');
  await expect(reader(window)).toBeFocused();
  // Until the article is there, the title is the program's own.
  await expect(window).toHaveTitle(/ – Carrel$/);
  const first = await window.title();
  await window.keyboard.press('j');
  await expect(window).not.toHaveTitle(first);
  await window.keyboard.press('k');
  await expect(window).toHaveTitle(first);
  // Tab leads from the toolbar's end into the text; keys pressed there reach the window all the same.
  await articleText(window).locator('body').focus();
  await window.keyboard.press('f');
  await expect(toolbar(window).getByRole('button', { name: 'Remove from favourites' })).toBeVisible();
});

test('a sheet shows the shortcuts and gives the focus back', async ({ window }) => {
  await tabTo(window, 'button', 'Keyboard shortcuts');
  await window.keyboard.press('?');
  const sheet = window.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Search the library');
  await expect(sheet).toContainText('Move to trash');
  await window.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(window.getByRole('button', { name: 'Keyboard shortcuts' })).toBeFocused();
});

test('the first Tab offers to skip to the articles and to the reader', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('Enter');
  await window.reload();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);

  await window.keyboard.press('Tab');
  await expect(window.getByRole('button', { name: 'Skip to the articles' })).toBeFocused();
  await expect(window.getByRole('button', { name: 'Skip to the articles' })).toBeInViewport();
  await window.keyboard.press('Enter');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(reader(window)).toBeFocused();

  await window.reload();
  await expect(reader(window)).toBeVisible();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Tab');
  await expect(window.getByRole('button', { name: 'Skip to the reader' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(reader(window)).toBeFocused();

  const stops: (string | null)[] = [];
  for (let pane = 0; pane < 3; pane += 1) {
    await window.keyboard.press('F6');
    stops.push(await window.evaluate(() => document.activeElement?.closest('[data-pane]')?.getAttribute('data-pane') ?? null));
  }
  expect(stops).toEqual(['navigation', 'list', 'reader']);
});

test('a link in the text is reached by Tab, shows that it has the focus, and opens with Enter', async ({ app, window, context }) => {
  await context.route('http://elsewhere.test/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  await importFolder(window, app.writeFiles({ 'linked.md': '# A note with a link\n\nThe full story stands in [another paper](http://elsewhere.test/story), which nobody in the harbour reads, though everybody quotes it.\n' }));
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('Enter');
  await expect(row(window, 'A note with a link')).toBeVisible();
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  await expectOpen(window, 'A note with a link');

  const link = articleText(window).getByRole('link', { name: 'another paper' });
  const outline = () => link.evaluate((element) => (element === element.ownerDocument.activeElement ? getComputedStyle(element).outlineStyle : 'elsewhere'));
  for (let presses = 0; presses < 3 && (await outline()) === 'elsewhere'; presses += 1) await window.keyboard.press('Tab');
  expect(await outline()).toBe('solid');
  const opening = context.waitForEvent('page');
  await window.keyboard.press('Enter');
  const tab = await opening;
  await tab.waitForURL('http://elsewhere.test/story');
  await tab.close();
  await expectOpen(window, 'A note with a link');
});

test('the text as a whole shows that it has the focus when Tab brings it there', async ({ app, window }) => {
  await importFolder(window, app.writeFiles({ 'plain.txt': 'A note without links\n\nNothing in this note leads anywhere, and the harbour is glad of it, because it has work to do.\n' }));
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('Enter');
  await expect(row(window, 'A note without links')).toBeVisible();
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  await expectOpen(window, 'A note without links');
  await expect(articleText(window).locator('body')).not.toBeEmpty();
  const frameHasFocus = () => window.evaluate(() => document.activeElement instanceof HTMLIFrameElement);
  const outline = () => window.locator('.article-frame').evaluate((element) => getComputedStyle(element).outlineStyle);
  expect(await outline()).toBe('none');
  for (let presses = 0; presses < 8 && !(await frameHasFocus()); presses += 1) await window.keyboard.press('Tab');
  expect(await frameHasFocus()).toBe(true);
  await expect.poll(outline).toBe('solid');
  await window.screenshot({ path: 'test-results/frame-focus.png' });
  await window.keyboard.press('Shift+Tab');
  await expect.poll(outline).toBe('none');
});

/** What has the focus, and whether it looks otherwise than it does without. */
interface Stop {
  readonly name: string;
  readonly visible: boolean;
}

/** A browser that has no controls of its own leaves the focus in the article, which is the window's last stop. */
const PRESSES_AT_END = 20;

/** Walks the whole window with Tab, from its first stop until it comes round, looking at every stop. */
async function walkStops(window: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  let atEnd = 0;
  await tabTo(window, 'button', 'Skip to the articles');
  for (let presses = 0; presses < 80; presses += 1) {
    const stop = await window.evaluate(lookAtFocus);
    if (stop && stop.name === stops[0]?.name) return stops;
    if (stop) stops.push(stop);
    atEnd = stop ? 0 : atEnd + 1;
    if (atEnd === PRESSES_AT_END) return stops;
    await window.keyboard.press('Tab');
  }
  throw new Error('Tab does not come round');
}

/** Runs in the window. Null at the page's end, where a browser's own controls come next. */
function lookAtFocus(): Stop | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return null;
  // In a frame it is the article's own document that shows what has the focus.
  if (focused instanceof HTMLIFrameElement) return null;
  // A radio button shows the focus on the label that draws it, a list on the row that keys act on.
  const activeRow = document.getElementById(focused.getAttribute('aria-activedescendant') ?? '');
  const label = focused instanceof HTMLInputElement && focused.type === 'radio' ? focused.closest('label') : null;
  const drawn = activeRow ?? label ?? focused;
  const look = () => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(drawn);
    return [outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`, boxShadow, borderColor, backgroundColor].join('|');
  };
  const withFocus = look();
  const box = drawn.getBoundingClientRect();
  const onScreen = box.width > 0 && box.height > 0 && box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  focused.blur();
  const without = look();
  focused.focus({ preventScroll: true });
  return { name: (focused.getAttribute('aria-label') ?? focused.title) || (focused.textContent ?? '').trim() || focused.localName, visible: onScreen && withFocus !== without };
}

test('Tab reaches every control, and every stop shows that it has the focus', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  const inImport = await walkStops(window);
  const names = inImport.map(({ name }) => name);
  for (const control of ['Skip to the articles', 'Choose files', 'Choose a folder', 'Paste text', 'Keyboard shortcuts', 'Report of articles']) expect(names).toContain(control);
  expect(inImport.filter(({ visible }) => !visible)).toEqual([]);

  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('Enter');
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await window.keyboard.press('j');
  await window.keyboard.press('Enter');
  await expect(reader(window)).toBeFocused();
  await window.reload();
  await expect(articleText(window).locator('body')).not.toBeEmpty();
  const inReader = await walkStops(window);
  const found = inReader.map(({ name }) => name);
  // On a slow machine the walk takes long enough for the article to count as read.
  expect(found.some((name) => /^Mark as (un)?read$/.test(name))).toBe(true);
  for (const control of ['Search the library', 'Sort by', 'Articles', 'Add to favourites', 'Move to trash', 'Open article']) expect(found).toContain(control);
  expect(inReader.filter(({ visible }) => !visible)).toEqual([]);
});
