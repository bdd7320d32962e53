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

test('a query of a news database is offered in our language, with what is lost, and never run unasked', async ({ window }) => {
  const pasted = 'rst=j and keeper w/9 skerry and wc>5';
  await searchBox(window).fill(pasted);
  const notice = window.getByRole('note').filter({ hasText: 'This looks like a Factiva query.' });
  await expect(notice).toContainText('source codes are the database’s own');
  await expect(searchBox(window)).toHaveValue(pasted);
  await notice.getByRole('button', { name: 'Search for this instead' }).click();
  await expect(searchBox(window)).toHaveValue('(keeper NEAR/9 skerry) AND words:>5');
  await expect(row(window, LAMP)).toBeVisible();
  await expect(notice).toHaveCount(0);
});
