import type { Page } from '@playwright/test';
import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, messages, navigation, openArticle, place, reader, row, selectionBar, tabTo } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const [LAMP, BAKERS, ORCHARD] = SAMPLE_TITLES;

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
});

const link = (window: Page, name: RegExp) => navigation(window).getByRole('link', { name });

test('tags are made, given, given to all and taken off, with the pointer', async ({ window }) => {
  await openArticle(window, LAMP);
  await reader(window).getByRole('button', { name: 'Edit tags' }).click();
  const single = window.getByRole('dialog', { name: `Tags of “${LAMP}”` });
  await single.getByRole('textbox', { name: 'Find or create a tag' }).fill('  sea  ');
  await single.getByRole('button', { name: 'Add' }).click();
  await expect(single.getByRole('list', { name: 'Tags' })).toContainText('sea');
  await single.getByRole('button', { name: 'Done' }).click();
  await expect(link(window, /^sea/)).toContainText('1');
  await reader(window).getByRole('link', { name: 'sea' }).click();
  await expect(window.getByRole('heading', { name: 'sea', level: 1 })).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);

  await place(window, 'All').click();
  await row(window, LAMP).click({ modifiers: ['Control'] });
  await row(window, BAKERS).click({ modifiers: ['Control'] });
  await selectionBar(window).getByRole('button', { name: 'Edit tags' }).click();
  const both = window.getByRole('dialog', { name: 'Tags of 2 articles' });
  await expect(both.getByRole('list', { name: 'Tags' })).toContainText('1 of 2');
  await both.getByRole('button', { name: 'Give “sea” to all' }).click();
  await expect(both.getByRole('button', { name: 'Give “sea” to all' })).toHaveCount(0);
  await expect(link(window, /^sea/)).toContainText('2');
  await both.getByRole('button', { name: 'Remove “sea”' }).click();
  await expect(both).toContainText('No tags yet.');
  await both.getByRole('button', { name: 'Done' }).click();
  await expect(link(window, /^sea/)).toHaveCount(0);
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(link(window, /^sea/)).toContainText('2');
});

test('collections are made in one another with the keyboard alone, and found by typing', async ({ window }) => {
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('j');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('x');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('c');
  const dialog = window.getByRole('dialog', { name: 'Collections of 2 articles' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await window.keyboard.type('Coast / North');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('list', { name: 'Collections' })).toContainText('Coast/North');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
  await expect(link(window, /^Coast/)).toContainText('2');

  await window.keyboard.press('Escape');
  await window.keyboard.press('End');
  await window.keyboard.press('c');
  const one = window.getByRole('dialog', { name: /^Collections of “/ });
  await window.keyboard.type('nor');
  await expect(one.getByRole('option', { name: 'Coast/North' })).toBeVisible();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(one.getByRole('list', { name: 'Collections' })).toContainText('Coast/North');
  await tabTo(window, 'button', 'Remove “Coast/North”');
  await window.keyboard.press('Enter');
  await expect(one).toContainText('In no collection yet.');
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+z');
  await expect(link(window, /^Coast/)).toContainText('3');
});

test('what cannot be a name, or one too many, is refused in words', async ({ window }) => {
  const { articles } = await call(window, 'articles.list', {});
  const orchard = articles.find(({ title }) => title === ORCHARD);
  expect(orchard).toBeDefined();
  for (let number = 0; number < 200; number += 1) await call(window, 'articles.setTag', { ids: orchard ? [orchard.id] : [], tag: `t${number}`, on: true });
  await openArticle(window, ORCHARD);
  await reader(window).getByRole('button', { name: 'Edit tags' }).click();
  const dialog = window.getByRole('dialog', { name: `Tags of “${ORCHARD}”` });
  const field = dialog.getByRole('textbox');
  await field.fill('x'.repeat(101));
  await field.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('A tag has up to 100 characters.');
  await field.fill('one too many');
  await field.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('200 tags already');
  await expect(field).toHaveValue('one too many');
  await field.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('after a label is taken off the focus is in the field', async ({ window }) => {
  await articleList(window).focus();
  await window.keyboard.press('t');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox').fill('sea');
  await window.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Remove “sea”' }).press('Enter');
  await expect(dialog).toContainText('No tags yet.');
  await expect(dialog.getByRole('textbox')).toBeFocused();
});

test('a dialog that was left by going back is not there on the way forward', async ({ window }) => {
  await place(window, 'Settings').click();
  await place(window, 'All').click();
  await articleList(window).focus();
  await window.keyboard.press('t');
  const dialog = window.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await window.goBack();
  await expect(window.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await window.goForward();
  await expect(row(window, LAMP)).toBeVisible();
  await expect(dialog).toHaveCount(0);
});
