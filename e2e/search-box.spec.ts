import type { Page } from '@playwright/test';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { findViolations } from './fixtures/find-violations.ts';
import { articleList, messages, place, row, runByName, searchBox, tabOnto, tabTo } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const [LAMP, BAKERS] = SAMPLE_TITLES;

const notice = (window: Page, database: string) => window.getByRole('note').filter({ hasText: `This looks like a ${database} query.` });

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  // A key that is pressed before would reach the window of an empty library.
  await expect(row(window, LAMP)).toBeVisible();
});

test('a search is read back in words with its parts, and where it finds nothing, what would, or the right spelling, is one click away', async ({ window }) => {
  await searchBox(window).fill('keeper zeppelin');
  await searchBox(window).press('Enter');
  await expect(row(window, LAMP)).toBeVisible();
  const understood = window.getByText('Articles with “keeper” or “zeppelin”');
  await expect(window.getByText('nowhere: “zeppelin”')).toBeVisible();
  await understood.click();
  await expect(window.getByRole('list', { name: 'Parts of the search' }).getByRole('listitem')).toHaveText(['“keeper”1', '“zeppelin”no article']);

  await searchBox(window).fill('+sourdough +zeppelin');
  const instead = window.getByRole('list', { name: 'What to search for instead' });
  await expect(instead.getByRole('button')).toHaveText(['Without “zeppelin”1 article']);
  await instead.getByRole('button').click();
  await expect(searchBox(window)).toHaveValue('+sourdough');
  await expect(row(window, BAKERS)).toBeVisible();
  await expect(articleList(window)).toBeFocused();

  await searchBox(window).fill('+sourdouhg +table');
  await window.getByRole('button', { name: 'Search for +sourdough +table' }).click();
  await expect(searchBox(window)).toHaveValue('+sourdough +table');
  await expect(row(window, BAKERS)).toBeVisible();
});

test('with the keyboard alone the parts of a search are shown, and a word is corrected', async ({ window }) => {
  await window.keyboard.press('/');
  await window.keyboard.type('keeper zeppelin');
  await expect(window.getByText('nowhere: words that begin with “zeppelin”')).toBeVisible();
  await tabOnto(window, window.locator('.understood summary'));
  await window.keyboard.press('Enter');
  await expect(window.getByRole('list', { name: 'Parts of the search' }).getByRole('listitem')).toHaveText(['“keeper”1', 'words that begin with “zeppelin”no article']);

  await window.keyboard.press('/');
  await window.keyboard.type('+sourdouhg +table');
  const correction = window.getByRole('button', { name: 'Search for +sourdough +table' });
  await tabOnto(window, correction);
  await expect(correction).toContainText('1 article');
  expect(await findViolations(window)).toEqual([]);
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('+sourdough +table');
  await expect(articleList(window)).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: BAKERS })).toBeVisible();
});

test('examples of the help run at a click, and the form writes its query live and runs it', async ({ window }) => {
  await searchBox(window).fill('keeper');
  await window.getByRole('button', { name: 'Search help' }).click();
  await window.getByRole('button', { name: 'lamp NOT oil' }).click();
  await expect(searchBox(window)).toHaveValue('lamp NOT oil');
  await expect(row(window, LAMP)).toBeVisible();

  await window.keyboard.press('ControlOrMeta+Shift+E');
  const form = window.getByRole('dialog', { name: 'Search with a form' });
  await expect(form.getByLabel('All of these words')).toBeFocused();
  await expect(form.getByLabel('All of these words')).toHaveValue('');
  await form.getByLabel('All of these words').fill('sourdough tarn-street');
  await form.getByLabel('These words near each other').fill('oven cold');
  await form.getByLabel('None of these words').fill('keeper');
  await form.getByLabel('Published since').fill('2023-01-01');
  await expect(form.getByRole('status')).toHaveText('+sourdough +"tarn-street" +(oven NEAR/5 cold) -keeper date:2023-01-01..');
  await form.getByLabel('None of these words').press('Enter');
  await expect(searchBox(window)).toHaveValue('+sourdough +"tarn-street" +(oven NEAR/5 cold) -keeper date:2023-01-01..');
  await expect(row(window, BAKERS)).toBeVisible();
  await window.getByRole('button', { name: 'Search with a form' }).click();
  await expect(form.getByLabel('None of these words')).toHaveValue('keeper');
});

test('an example of the help runs by keys, from the palette and beside a running search', async ({ window }) => {
  await runByName(window, 'how to search');
  await expect(window.getByRole('heading', { name: 'Search your library' })).toBeVisible();
  await expect(searchBox(window)).toBeFocused();
  await tabOnto(window, window.getByRole('button', { name: /^lamp NOT oil / }));
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('lamp NOT oil');
  await expect(row(window, LAMP)).toBeVisible();
  await expect(articleList(window)).toBeFocused();

  await window.keyboard.press('/');
  await tabTo(window, 'button', 'Search help');
  await window.keyboard.press('Enter');
  await tabOnto(window, window.getByRole('note').getByRole('button', { name: /^words:>500 / }));
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('words:>500');
  await expect(window.getByRole('note')).toHaveCount(0);
  await expect(window.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});

test('the form is filled, emptied and run with the pointer', async ({ window }) => {
  const form = window.getByRole('dialog', { name: 'Search with a form' });
  const enter = async (label: string, text: string) => {
    await form.getByLabel(label).click();
    await window.keyboard.type(text);
  };
  await window.getByRole('button', { name: 'Search with a form' }).click();
  await enter('None of these words', 'bread');
  await form.getByRole('button', { name: 'Empty the form' }).click();
  await expect(form.getByRole('status')).toHaveText('nothing yet');
  await expect(form.getByRole('button', { name: 'Search', exact: true })).toBeDisabled();
  await enter('This exact phrase', 'failed her only once');
  await enter('Any of these words', 'seals kettle');
  await enter('These words near each other', 'rowing boats');
  await form.getByLabel('At most so many words apart').fill('2');
  await form.getByLabel('Published until').fill('2024-12-31');
  await expect(form.getByRole('status')).toHaveText('+"failed her only once" +(rowing NEAR/2 boats) +(seals kettle) date:..2024-12-31');
  expect(await findViolations(window)).toEqual([]);
  await form.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(row(window, LAMP)).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
});

test('completion offers filters, their values and earlier searches, and takes no key from who does not want it', async ({ window }) => {
  const completions = window.getByRole('listbox', { name: 'Completions' });
  await searchBox(window).pressSequentially('keeper ti');
  await expect(completions.getByRole('option')).toHaveText(['title:']);
  await searchBox(window).press('Alt+ArrowDown');
  // What is a command on a list is text in the box, even within its completions.
  await searchBox(window).press('Delete');
  await searchBox(window).press('Enter');
  await expect(searchBox(window)).toHaveValue('keeper title:');
  await searchBox(window).pressSequentially('lamp has:da');
  await expect(completions.getByRole('option', { name: 'has:date' })).toBeVisible();
  await searchBox(window).press('Enter');
  await expect(searchBox(window)).toHaveValue('keeper title:lamp has:da');
  await expect(completions).toHaveCount(0);

  await searchBox(window).fill('sourdough has:da');
  await expect(row(window, BAKERS)).toBeVisible();
  await completions.getByRole('option', { name: 'has:date' }).click();
  await expect(searchBox(window)).toHaveValue('sourdough has:date ');
  await searchBox(window).press('ArrowDown');
  await expect(articleList(window)).toBeFocused();

  await expect(place(window, 'Trash')).toContainText('0');
  await expect(place(window, 'Unread')).toContainText('3');
  await searchBox(window).fill('');
  await expect(completions.getByRole('option')).toHaveText(['keeper title:lamp has:dasearched before']);
  // An article that is opened before that would be opened from the search, and bring its words back.
  await expect(window).toHaveURL(/\/$/);
  await row(window, BAKERS).click();
  await expect(window).toHaveURL(/\/a\//);
  await expect(completions).toHaveCount(0);
  await searchBox(window).focus();
  await window.getByRole('button', { name: 'Forget searches' }).click();
  await expect(completions).toHaveCount(0);
});

test('an earlier search is run again, by a key and by a click', async ({ window }) => {
  const completions = window.getByRole('listbox', { name: 'Completions' });
  await searchBox(window).fill('sourdough');
  await searchBox(window).press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: BAKERS })).toBeVisible();
  await searchBox(window).fill('skerry');
  await searchBox(window).press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: LAMP })).toBeVisible();

  await window.keyboard.press('/');
  await window.keyboard.press('Delete');
  await expect(completions.getByRole('option')).toHaveText(['skerrysearched before', 'sourdoughsearched before']);
  await window.keyboard.press('Alt+ArrowDown');
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('sourdough');
  await expect(window.getByRole('heading', { level: 1, name: BAKERS })).toBeVisible();

  await searchBox(window).fill('sk');
  await completions.getByRole('option', { name: /^skerry/ }).click();
  await expect(searchBox(window)).toHaveValue('skerry');
  await expect(window.getByRole('heading', { level: 1, name: LAMP })).toBeVisible();
});

test('a query of a news database is offered in our language, with what is lost, and never run unasked', async ({ window }) => {
  const pasted = 'rst=j and keeper w/9 skerry and wc>5';
  await searchBox(window).fill(pasted);
  await expect(notice(window, 'Factiva')).toContainText('source codes are the database’s own');
  await expect(searchBox(window)).toHaveValue(pasted);
  await notice(window, 'Factiva').getByRole('button', { name: 'Search for this instead' }).click();
  await expect(searchBox(window)).toHaveValue('(keeper NEAR/9 skerry) AND words:>5');
  await expect(row(window, LAMP)).toBeVisible();
  await expect(notice(window, 'Factiva')).toHaveCount(0);

  await searchBox(window).fill('TI(bakers) AND sourdough N/9 table AND SU(bread)');
  await expect(notice(window, 'ProQuest')).toContainText('subject terms and codes are not in the articles');
  await notice(window, 'ProQuest').getByRole('button', { name: 'Search for this instead' }).click();
  await expect(searchBox(window)).toHaveValue('title:bakers AND (sourdough NEAR/9 table)');
  await expect(row(window, BAKERS)).toBeVisible();
});

test('a query of a news database is pasted and translated with the keyboard alone', async ({ window, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // On several lines, as they stand in a researcher's notes.
  await window.evaluate(() => navigator.clipboard.writeText('HEADLINE(lamp)\nAND keep! w/9 skerry\nAND SUBJECT(shipping)'));
  await window.keyboard.press('/');
  await window.keyboard.press('Control+v');
  await expect(searchBox(window)).toHaveValue('HEADLINE(lamp) AND keep! w/9 skerry AND SUBJECT(shipping)');
  await expect(notice(window, 'Nexis')).toContainText('“SUBJECT(shipping)”: the database’s own subject terms and codes are not in the articles');
  expect(await findViolations(window)).toEqual([]);
  await tabTo(window, 'button', 'Search for this instead');
  await window.keyboard.press('Enter');
  await expect(searchBox(window)).toHaveValue('title:lamp AND (keep* NEAR/9 skerry)');
  await expect(row(window, LAMP)).toBeVisible();
  await expect(articleList(window)).toBeFocused();

  await window.evaluate(() => navigator.clipboard.writeText('keeper OR '.repeat(250)));
  await window.keyboard.press('/');
  await window.keyboard.press('Control+v');
  await expect(messages(window)).toContainText('A search has up to 2,000 characters.');
});

test('completions come and go over the head of the results, and nothing of these moves', async ({ window }) => {
  const top = async () => (await articleList(window).boundingBox())?.y;
  await searchBox(window).fill('year tha');
  await expect(window.getByText('Articles with “year” or words that begin with “tha”')).toBeVisible();
  const before = await top();
  await searchBox(window).fill('year ti');
  await expect(window.getByRole('listbox', { name: 'Completions' })).toBeVisible();
  expect(await top()).toBe(before);
});
