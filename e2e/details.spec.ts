import type { Page } from '@playwright/test';
import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, articleText, messages, navigation, openArticle, place, reader, row, searchBox, selectionBar, tabTo, toolbar } from './fixtures/parts.ts';

/** A text whose title, author and date are stated, and whose source and language are worked out. */
const PIER = `Wind takes the east pier

By Ada Example
26 February 1987

HARROW POINT, Feb 26 (Harrow Gazette) - The sea came over the east pier in the night and took its railing, two benches and the lamp at its end with it. Nobody was hurt. The harbour office has closed the pier until the spring.
`;
const PLUMS = `Die Pflaumen kommen spät

Der Sommer war kühl, und die Pflaumen hängen noch immer grün an den Bäumen. Die Bauern auf der Insel warten jeden Morgen auf die Sonne und schreiben auf, wie viele Wochen es dieses Jahr schon sind.
`;
const FERRY = `Ferry late again

The ferry was late for the ninth time in a month, and this time the captain himself came down to the pier to say that he did not know why. The passengers gave him coffee.
`;

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles({ 'pier.txt': PIER, 'plums.txt': PLUMS, 'ferry.txt': FERRY }));
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
});

const dialogOf = (window: Page, title: string) => window.getByRole('dialog', { name: `Details of ${title}` });
const link = (window: Page, name: RegExp) => navigation(window).getByRole('link', { name });

async function articleNamed(window: Page, title: string) {
  const { articles } = await call(window, 'articles.list', {});
  const found = articles.find((article) => article.title === title);
  if (!found) throw new Error(`there is no article ${title}`);
  return found;
}

test('a guessed fact shows how sure it is, and is corrected with one press, and that is taken back', async ({ window }) => {
  await openArticle(window, 'Die Pflaumen kommen spät');
  const before = await articleNamed(window, 'Die Pflaumen kommen spät');
  const sure = before.guessed['language'] ?? 1;
  const sign = reader(window).getByRole('button', { name: /^Language: / });
  await expect(sign).toHaveText(`Language: ${sure >= 0.7 ? 'probably' : 'uncertain'}`);
  await expect(sign).toHaveAttribute('title', new RegExp(`worked it out from the text. It is ${Math.round(sure * 100)}% sure`));
  await sign.click();
  const dialog = dialogOf(window, '“Die Pflaumen kommen spät”');
  const field = dialog.getByRole('combobox', { name: 'Language' });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('German');
  await expect(dialog).toContainText(`Guessed, ${Math.round(sure * 100)}% sure`);
  expect(await findViolations(window)).toEqual([]);
  await field.fill('Dutch');
  await dialog.getByRole('textbox', { name: 'Author' }).fill('  Bo   Baum ');
  await dialog.getByRole('textbox', { name: 'Date' }).fill('1987-08');
  await dialog.getByRole('combobox', { name: 'Source' }).fill('Inselbote');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('https://inselbote.example/pflaumen');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(reader(window)).toContainText('Bo Baum');
  await expect(reader(window)).toContainText('August 1987');
  await expect(reader(window)).toContainText('Dutch');
  await expect(sign).toHaveCount(0);
  await expect(link(window, /^Inselbote/)).toContainText('1');
  await expect(articleText(window).locator('html')).toHaveAttribute('lang', 'nl');
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(sign).toBeVisible();
  await expect(link(window, /^Inselbote/)).toHaveCount(0);
  expect(await articleNamed(window, 'Die Pflaumen kommen spät')).toEqual({ ...before, state: { ...before.state, read: expect.any(Boolean) } });
});

test('details are corrected with the keyboard alone, and found by them at once', async ({ window }) => {
  await tabTo(window, 'link', /^All/);
  await window.keyboard.press('j');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('End');
  await window.keyboard.press('d');
  const dialog = window.getByRole('dialog', { name: /^Details of “/ });
  const field = dialog.getByRole('textbox', { name: 'Title' });
  await expect(field).toBeFocused();
  await window.keyboard.type('A barometer nobody asked for');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(articleList(window)).toBeFocused();
  await expect(row(window, 'A barometer nobody asked for')).toBeVisible();
  await searchBox(window).fill('title:barometer');
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await window.keyboard.press('Escape');
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await articleList(window).focus();
  await window.keyboard.press('Control+z');
  await expect(row(window, 'A barometer nobody asked for')).toHaveCount(0);
});

test('the same fact is stated of many, only where it was filled in, and each gets its own again', async ({ window }) => {
  const before = (await call(window, 'articles.list', { sort: 'title' })).articles;
  await articleList(window).focus();
  await window.keyboard.press('Control+a');
  await selectionBar(window).getByRole('button', { name: 'Correct details' }).click();
  const dialog = dialogOf(window, '3 articles');
  const source = dialog.getByRole('combobox', { name: 'Source' });
  await expect(source).toBeFocused();
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  const language = dialog.getByRole('combobox', { name: 'Language' });
  await expect(language).toHaveValue('');
  await expect(language).toHaveAttribute('placeholder', 'Mixed: 2 different');
  await expect(dialog).toContainText('English (2), German (1)');
  expect(await findViolations(window)).toEqual([]);
  await window.keyboard.type('The Harrow Gazette');
  await window.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(messages(window)).toContainText('Details of 3 articles corrected');
  await expect(link(window, /^The Harrow Gazette/)).toContainText('3');
  const after = (await call(window, 'articles.list', { sort: 'title' })).articles;
  expect(after.map(({ site, corrected, language }) => ({ site, corrected, language }))).toEqual(before.map(({ language }) => ({ site: 'The Harrow Gazette', corrected: ['site'], language })));
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(link(window, /^The Harrow Gazette/)).toHaveCount(0);
  expect((await call(window, 'articles.list', { sort: 'title' })).articles).toEqual(before);
});

test('a guess that is right is confirmed, and stated from then on', async ({ window }) => {
  await openArticle(window, 'Ferry late again');
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: /^Correct details/ }).click();
  const dialog = dialogOf(window, '“Ferry late again”');
  await dialog.getByRole('button', { name: 'Language: that is right' }).click();
  await expect(dialog.getByRole('combobox', { name: 'Language' })).toBeFocused();
  await expect(dialog).toContainText('Will be kept as stated by you');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(async () => (await articleNamed(window, 'Ferry late again')).corrected).toEqual(['language']);
  await reader(window).getByRole('button', { name: 'Correct details' }).click();
  await expect(dialog).toContainText('Stated by you');
  await window.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(reader(window).getByRole('button', { name: 'Correct details' })).toBeFocused();
});

test('what cannot be a fact is refused at its field, and nothing is changed', async ({ window }) => {
  const before = await articleNamed(window, 'Ferry late again');
  await row(window, 'Ferry late again').click({ button: 'right' });
  await window.getByRole('menuitem', { name: /^Correct details/ }).click();
  const dialog = dialogOf(window, '“Ferry late again”');
  await dialog.getByRole('textbox', { name: 'Title' }).fill(' ');
  await dialog.getByRole('textbox', { name: 'Date' }).fill('last spring');
  await dialog.getByRole('textbox', { name: 'Address' }).fill('nowhere');
  await dialog.getByRole('combobox', { name: 'Language' }).fill('Klingonese');
  await window.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  for (const problem of ['An article needs a title.', 'A date is written as 1987', 'An address begins with http', 'A language is written as its code']) await expect(dialog).toContainText(problem);
  expect(await findViolations(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await articleNamed(window, 'Ferry late again')).toEqual(before);
});

test('an article in the trash shows how sure its facts are and is left as it is', async ({ window }) => {
  await openArticle(window, 'Die Pflaumen kommen spät');
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await place(window, 'Trash').click();
  await openArticle(window, 'Die Pflaumen kommen spät');
  await expect(reader(window)).toContainText(/Language: (probably|uncertain)/);
  await expect(reader(window).getByRole('button', { name: /Language|Correct details/ })).toHaveCount(0);
  await articleList(window).focus();
  await window.keyboard.press('d');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});
