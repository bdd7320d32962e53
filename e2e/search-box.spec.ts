import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, place, row, searchBox } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const [LAMP, BAKERS] = SAMPLE_TITLES;

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
});

test('a search is read back in words with its parts, and where it finds nothing, what would is one click away', async ({ window }) => {
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
  await form.getByLabel('All of these words').fill('bakery tarn-street');
  await form.getByLabel('These words near each other').fill('oven cold');
  await form.getByLabel('None of these words').fill('keeper');
  await form.getByLabel('Published since').fill('2023-01-01');
  await expect(form.getByRole('status')).toHaveText('+bakery +"tarn-street" +(oven NEAR/5 cold) -keeper date:2023-01-01..');
  await form.getByLabel('None of these words').press('Enter');
  await expect(searchBox(window)).toHaveValue('+bakery +"tarn-street" +(oven NEAR/5 cold) -keeper date:2023-01-01..');
  await expect(row(window, BAKERS)).toBeVisible();
  await window.getByRole('button', { name: 'Search with a form' }).click();
  await expect(form.getByLabel('None of these words')).toHaveValue('keeper');
});
