import type { Page } from '@playwright/test';
import { call, expect, importFolder, listImports, test as base } from './fixtures/app-test.ts';
import { dragLinks, dropLinks, pasteOnto } from './fixtures/drop-links.ts';
import { articleText, expectOpen, messages, openArticle, place, row, runByName, searchBox, tabOnto, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES } from './fixtures/sample-files.ts';
import { articlePage, startSite, type SmallSite } from './fixtures/small-site.ts';

const test = base.extend<{ site: SmallSite }>({
  site: async ({}, use) => {
    const site = await startSite({
      '/ferry': articlePage('The last ferry', 'She sailed at nine.'),
      '/pier': articlePage('The new pier', 'It is made of oak.'),
      '/lamp': articlePage('The borrowed lamp', 'It burns whale oil.'),
      '/members': { status: 401, body: '<title>Members only</title>' },
      '/broken': { status: 500, body: '' },
    });
    await use(site);
    await site.close();
  },
});

// Sites are given a rest between two pages, and what fails is tried again after a while.
test.describe.configure({ timeout: 180_000 });

/** As a user does in the settings, but at once. */
async function allow(window: Page, site: SmallSite): Promise<void> {
  await call(window, 'settings.change', { allowedHosts: [site.host] });
}

async function untilSaved(window: Page, count = 1): Promise<void> {
  await expect.poll(async () => (await listImports(window)).filter(({ origin, state }) => origin === 'addresses' && state === 'finished').length, { timeout: 60_000 }).toBe(count);
}

const dialog = (window: Page) => window.getByRole('dialog', { name: 'Save pages of the web' });
const addresses = (within: Page | ReturnType<typeof dialog>) => within.getByRole('textbox', { name: 'Addresses of pages, one a line or in any text' });
const entry = (window: Page, name: string) => window.getByRole('listitem').filter({ hasText: name });

test('an address that is pasted onto the window is saved at once, with its picture, and that is undone', async ({ window, site }) => {
  await allow(window, site);
  await pasteOnto(window, { 'text/plain': `Have a look: ${site.address('/ferry')}` });
  await expect(messages(window)).toContainText('“The last ferry” is saved', { timeout: 60_000 });
  await openArticle(window, 'The last ferry');
  await expect(articleText(window).getByText('She sailed at nine.')).toBeVisible();
  await expect.poll(() => articleText(window).locator('img').evaluate((image) => image instanceof HTMLElement && 'naturalWidth' in image && image.naturalWidth)).toBe(160);
  await messages(window).getByRole('button', { name: 'Undo' }).click();
  await expect(row(window, 'The last ferry')).toHaveCount(0);
  expect(site.asked).toContain('/ferry.png');
});

test('several pasted addresses are shown first, and saved with tags; a page that is there already says so', async ({ window, site }) => {
  await allow(window, site);
  await pasteOnto(window, { 'text/plain': `The last ferry\n${site.address('/ferry')}\n\nThe new pier\n${site.address('/pier')}\n` });
  await expect(addresses(dialog(window))).toHaveValue(`${site.address('/ferry')}\n${site.address('/pier')}`);
  await expect(addresses(dialog(window))).toBeFocused();
  await dialog(window).getByRole('textbox', { name: 'Tags for all of them, with commas between them' }).fill('coast, to read');
  await dialog(window).getByRole('button', { name: 'Save 2 pages' }).click();
  await expect(dialog(window)).toBeHidden();
  await expect(messages(window)).toContainText('2 pages saved', { timeout: 60_000 });
  const { articles } = await call(window, 'articles.list', {});
  expect(articles.map(({ tags }) => tags)).toEqual([['coast', 'to read'], ['coast', 'to read']]);

  await pasteOnto(window, { 'text/plain': site.address('/pier') });
  await expect(messages(window)).toContainText('This page is in the library already', { timeout: 60_000 });
  await messages(window).getByRole('button', { name: 'Open' }).last().click();
  await expectOpen(window, 'The new pier');

  // A tag that a link is dropped on is given to its page.
  await dropLinks(window, { 'text/uri-list': site.address('/lamp') }, 'nav a:has-text("coast")');
  await expect.poll(async () => (await call(window, 'articles.list', { tag: 'coast' })).total, { timeout: 60_000 }).toBe(3);
  // One that is there already gets it, too.
  await dropLinks(window, { 'text/uri-list': site.address('/lamp') }, 'nav a:has-text("to read")');
  await expect(messages(window)).toContainText('This page was in the library already, and is now also under: to read', { timeout: 60_000 });
  expect((await call(window, 'articles.list', { tag: 'to read' })).total).toBe(3);
});

test('a text that only quotes addresses is offered as a text, and its pages beside it', async ({ window, site }) => {
  await allow(window, site);
  const text = `${'The ferry left at six with eleven passengers. '.repeat(10)}\n\nSee ${site.address('/pier')}.`;
  await pasteOnto(window, { 'text/plain': text, 'text/html': `<p>The <a href="${site.address('/lamp')}">lamp</a></p>` });
  const paste = window.getByRole('dialog', { name: 'Import pasted text' });
  await expect(paste.getByRole('textbox')).toHaveValue(text);
  await paste.getByRole('button', { name: 'Save the 2 pages named in this text' }).click();
  await expect(paste).toBeHidden();
  await expect(addresses(dialog(window))).toHaveValue(`${site.address('/pier')}\n${site.address('/lamp')}`);
  await window.keyboard.press('Escape');
  await expect(dialog(window)).toBeHidden();
  expect(await listImports(window)).toEqual([]);
});

test('links are dropped anywhere, on an open article too; a text in a field and the window’s own links are left alone', async ({ app, window, site }) => {
  await allow(window, site);
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  const overlay = window.getByText('Drop to save');
  await dragLinks(window, { 'text/uri-list': site.address('/ferry') }, ['dragenter', 'dragover']);
  await expect(overlay).toBeVisible();
  await expect(overlay).toBeHidden();
  await dropLinks(window, { 'text/uri-list': `# The last ferry\r\n${site.address('/ferry')}`, 'text/plain': site.address('/ferry') });
  await expect(row(window, 'The last ferry')).toBeVisible({ timeout: 60_000 });

  await openArticle(window, 'The last ferry');
  await window.evaluate((html) => {
    const body = document.querySelector('iframe')?.contentDocument?.body;
    const dataTransfer = new DataTransfer();
    dataTransfer.setData('text/html', html);
    dataTransfer.setData('text/plain', 'The new pier');
    for (const type of ['dragenter', 'dragover', 'drop']) body?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, `<a href="${site.address('/pier')}">The new pier</a>`);
  await expect(row(window, 'The new pier')).toBeVisible({ timeout: 60_000 });

  await window.evaluate(() => document.body.dispatchEvent(new DragEvent('dragstart', { bubbles: true })));
  await dragLinks(window, { 'text/uri-list': site.address('/lamp') }, ['dragover', 'drop']);
  await window.mouse.move(10, 10);
  await searchBox(window).click();
  await dragLinks(window, { 'text/plain': site.address('/lamp') }, ['dragover', 'drop'], '[role=combobox]');
  await expect(overlay).toHaveCount(0);
  expect(await listImports(window)).toHaveLength(3);
});

test('addresses are typed in the place of imports or by a command, and a list comes out of a file', async ({ window, site }) => {
  await allow(window, site);
  await place(window, 'Import').click();
  await expect(window.getByRole('button', { name: 'Save pages' })).toBeDisabled();
  await addresses(window).evaluate((field, text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'list.txt'));
    for (const type of ['dragenter', 'dragover', 'drop']) field.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
  }, `- ${site.address('/ferry')}\n- ${site.address('/pier')}\n`);
  await expect(window.getByText('2 addresses found')).toBeVisible();
  await tabOnto(window, window.getByRole('button', { name: 'Save 2 pages' }));
  await window.keyboard.press('Enter');
  await expect(addresses(window)).toHaveValue('');
  await untilSaved(window);

  await place(window, 'All').click();
  await runByName(window, 'save a page by');
  await expect(addresses(dialog(window))).toBeFocused();
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+S');
  await addresses(dialog(window)).fill(site.address('/lamp'));
  await dialog(window).getByRole('button', { name: 'Save 1 page' }).click();
  await expect(row(window, 'The borrowed lamp')).toBeVisible({ timeout: 60_000 });
});

test('a running import says what it does for which address, and is cancelled', async ({ window, site }) => {
  await allow(window, site);
  const { promise, resolve } = Promise.withResolvers<void>();
  site.pages.set('/ferry', { ...articlePage('The last ferry', 'She sailed at nine.'), held: promise });
  await place(window, 'Import').click();
  await pasteOnto(window, { 'text/plain': site.address('/ferry') });
  const steps = window.getByRole('list', { name: 'Being fetched now' });
  await expect(steps.getByRole('listitem')).toContainText(`${site.host}/ferry`);
  await expect(steps.getByRole('listitem')).toContainText('loading the page');
  await expect(window.getByText('Fetching pages')).toBeVisible();
  await messages(window).getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText(/^Cancelled/)).toBeVisible();
  await expect(messages(window)).not.toContainText('Saving');
  resolve();
});

test('a page of a private network is fetched once its host is allowed, and not before', async ({ window, site }) => {
  await pasteOnto(window, { 'text/plain': site.address('/ferry') });
  await expect(messages(window)).toContainText('The address leads into a private network', { timeout: 60_000 });
  await messages(window).getByRole('button', { name: 'Show report' }).click();
  await expect(entry(window, `${site.host}/ferry`)).toContainText('nothing was fetched');
  expect(site.asked).toEqual([]);
  await window.getByRole('button', { name: `Allow ${site.host} and try again` }).click();
  const ask = window.getByRole('alertdialog', { name: `Allow Carrel to fetch from ${site.host}?` });
  await expect(ask.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await ask.getByRole('button', { name: `Allow ${site.host}` }).click();
  await expect(window.getByRole('button', { name: /^Imported/ })).toContainText('1', { timeout: 60_000 });
  expect((await call(window, 'settings.get', {})).allowedHosts).toEqual([site.host]);
});

test('each failure says what can be done: another try, or the browser', async ({ window, site }) => {
  await allow(window, site);
  await place(window, 'Import').click();
  await addresses(window).fill(['/members', '/broken', '/nowhere', '/ferry'].map((path) => site.address(path)).join('\n'));
  await window.getByRole('button', { name: 'Save 4 pages' }).click();
  await expect(messages(window)).toContainText('1 page saved, 3 not saved', { timeout: 90_000 });
  await messages(window).getByRole('button', { name: 'Show report' }).click();
  await expect(entry(window, '/members')).toContainText('save it there as a file, and import that');
  await expect(entry(window, '/nowhere')).toContainText('The page is not there');
  await expect(entry(window, '/broken')).toContainText('The site has a fault of its own');
  await expect(entry(window, '/members').getByRole('link', { name: /^Open in the browser/ })).toHaveAttribute('href', site.address('/members'));
  site.pages.set('/broken', articlePage('Mended', 'It stands again.'));
  await window.getByRole('button', { name: `Try again: ${site.host}/broken` }).click();
  await expect(window.getByRole('button', { name: /^Imported/ })).toContainText('2', { timeout: 60_000 });
});

test('a page is fetched again: nothing new, a new version, or a failure that leaves the article as it was', async ({ window, site }) => {
  await allow(window, site);
  await pasteOnto(window, { 'text/plain': site.address('/ferry') });
  await expect(row(window, 'The last ferry')).toBeVisible({ timeout: 60_000 });
  await openArticle(window, 'The last ferry');
  const fetchAgain = async () => {
    await toolbar(window).getByRole('button', { name: 'More' }).click();
    await window.getByRole('menuitem', { name: 'Fetch this page again' }).click();
  };
  await fetchAgain();
  await expect(messages(window)).toContainText('Nothing new: the page says what the article says.', { timeout: 60_000 });

  site.pages.set('/ferry', articlePage('The last ferry', 'She sailed at ten, and took the dog along.'));
  await row(window, 'The last ferry').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Fetch this page again' }).click();
  await expect(messages(window)).toContainText('The page has changed: the article has a new version.', { timeout: 60_000 });
  await expect(articleText(window).getByText('took the dog along')).toBeVisible();
  await messages(window).getByRole('button', { name: 'Undo' }).last().click();
  await expect(articleText(window).getByText('She sailed at nine.')).toBeVisible();

  site.pages.set('/ferry', { status: 404, body: '<title>Not found</title>' });
  await runByName(window, 'fetch this page');
  await expect(messages(window)).toContainText('The page is not there. The article is as it was.', { timeout: 60_000 });
  await expect(articleText(window).getByText('She sailed at nine.')).toBeVisible();
});

test('an article whose next page is for members ends before it, and says so when it is saved and when it is read', async ({ window, site }) => {
  await allow(window, site);
  const { body } = articlePage('The long ferry', 'She sailed at nine.');
  site.pages.set('/long', { body: String(body).replace('</article>', '<a rel="next" href="/long?page=2">Next page</a></article>') });
  site.pages.set('/long?page=2', { status: 401, body: '<title>Members only</title>' });
  await pasteOnto(window, { 'text/plain': site.address('/long') });
  await expect(messages(window)).toContainText('“The long ferry” is saved, without 1 further page', { timeout: 60_000 });
  await openArticle(window, 'The long ferry');
  await window.getByText('Not kept with it: 1 further page').click();
  await expect(window.getByRole('link', { name: '/long?page=2' })).toHaveAttribute('href', site.address('/long?page=2'));
});

test('hosts are allowed and taken off in the settings, by keyboard', async ({ window }) => {
  await place(window, 'Settings').click();
  const field = window.getByRole('textbox', { name: /^Host, such as/ });
  await expect(window.getByText('No host is allowed.')).toBeVisible();
  await field.fill('not a host');
  await field.press('Enter');
  await expect(window.getByText('That is no host.')).toBeVisible();
  await field.fill('http://Intranet.example/wiki');
  await field.press('Enter');
  await expect(window.getByRole('button', { name: 'Take intranet.example off the list' })).toBeVisible();
  await expect(window.getByText('That is no host.')).toHaveCount(0);
  await field.fill('intranet.example');
  await field.press('Enter');
  await expect(window.getByText('intranet.example is in the list already.')).toBeVisible();
  await window.getByRole('button', { name: 'Take intranet.example off the list' }).press('Enter');
  await expect(window.getByText('No host is allowed.')).toBeVisible();
  await expect(field).toBeFocused();
  expect((await call(window, 'settings.get', {})).allowedHosts).toEqual([]);
});

test('every request that Carrel made is listed, searched, and forgotten', async ({ window, site }) => {
  await allow(window, site);
  await pasteOnto(window, { 'text/plain': site.address('/ferry') });
  await untilSaved(window);
  await place(window, 'Settings').click();
  await window.getByRole('link', { name: 'Requests that Carrel made' }).click();
  const table = window.getByRole('table', { name: 'Requests' });
  await expect(table.getByRole('rowheader', { name: site.address('/ferry') }).first()).toBeVisible();
  await expect(table.getByRole('row').filter({ hasText: '/ferry.png' })).toContainText('Picture');
  const rows = await table.getByRole('row').count();
  expect(rows - 1).toBe(site.asked.length);
  await window.getByRole('searchbox', { name: 'Search the addresses' }).fill('png');
  await expect(window.getByText('1 found')).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(2);
  await window.getByRole('button', { name: 'Clear the list' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Clear the list' }).click();
  await expect(messages(window)).toContainText(`${rows - 1} requests forgotten`);
  await window.getByRole('searchbox', { name: 'Search the addresses' }).fill('');
  await expect(window.getByRole('heading', { name: 'Carrel has asked nothing of the web' })).toBeVisible();
});
