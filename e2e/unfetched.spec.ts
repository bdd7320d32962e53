import type { Page } from '@playwright/test';
import { call, expect, listImports, test as base } from './fixtures/app-test.ts';
import { dropLinks, pasteOnto } from './fixtures/drop-links.ts';
import { articleList, articleText, expectOpen, messages, place, reader, row, runByName, selectionBar, tabTo, toolbar } from './fixtures/parts.ts';
import { articlePage, startSite, type SmallSite } from './fixtures/small-site.ts';
import { setOnline } from './fixtures/window-state.ts';

const test = base.extend<{ site: SmallSite }>({
  site: async ({}, use) => {
    const site = await startSite({
      '/2024/the-last-ferry-sails': articlePage('The last ferry', 'She sailed at nine.'),
      '/pier': articlePage('The new pier', 'It is made of oak.'),
      '/lamp': { status: 404, body: '<title>Not found</title>' },
    });
    await use(site);
    await site.close();
  },
});

test.describe.configure({ timeout: 180_000 });

async function allow(window: Page, site: SmallSite): Promise<void> {
  await call(window, 'settings.change', { allowedHosts: [site.host] });
}

const FETCH = { timeout: 60_000 };
const textFetched = (window: Page) => articleText(window).getByText('She sailed at nine.');

test('addresses are kept for later without the net, and fetched from the open article by keyboard; that is undone', async ({ window, site }) => {
  await allow(window, site);
  await pasteOnto(window, { 'text/plain': ['/2024/the-last-ferry-sails', '/pier'].map((path) => site.address(path)).join('\n') });
  const dialog = window.getByRole('dialog', { name: 'Save pages of the web' });
  await dialog.getByRole('textbox', { name: /^Tags/ }).fill('coast');
  await tabTo(window, 'button', 'Keep for later');
  await window.keyboard.press('Enter');
  await expect(messages(window)).toContainText('2 addresses kept, to be fetched later');
  await expect(dialog).toBeHidden();
  expect(site.asked).toEqual([]);
  await expect(place(window, 'To fetch')).toContainText('2');
  await expect(row(window, /The last ferry sails.*not fetched yet/)).toContainText(`${site.host}/2024/the-last-ferry-sails`);

  await row(window, 'The last ferry sails').click();
  await expect(reader(window).getByRole('heading', { level: 1 })).toContainText('The last ferry sails');
  await expect(reader(window).getByText('min read')).toHaveCount(0);
  await toolbar(window).getByRole('button', { name: 'More' }).click();
  await expect(window.getByRole('menuitem')).toHaveText([/^Fetch this page/, /^Edit tags/, /^Edit collections/, /^Correct details/, /^Copy the link/, /^Open the original page/]);
  await window.keyboard.press('Escape');
  await tabTo(window, 'button', 'Fetch this page');
  await window.keyboard.press('Enter');
  await expect(textFetched(window)).toBeVisible(FETCH);
  await expect(messages(window)).toContainText('“The last ferry” is saved');
  await expect(reader(window).getByRole('link', { name: 'coast' })).toBeVisible();
  // There was a button; the keys are in the reader still.
  await expect.poll(() => window.evaluate(() => document.activeElement?.closest('.reader-page') !== null)).toBe(true);
  await expect(place(window, 'To fetch')).toContainText('1');

  await messages(window).getByRole('button', { name: 'Undo' }).last().click();
  await expect(window.getByRole('button', { name: 'Fetch this page' })).toBeVisible();
  await expect(textFetched(window)).toHaveCount(0);
  await expect(place(window, 'To fetch')).toContainText('2');
  // It was open for longer than it takes to be read, had there been something to read.
  const { articles } = await call(window, 'articles.list', { in: 'unfetched' });
  expect(articles.map(({ state }) => state.read)).toEqual([false, false]);
});

test('all that is to be fetched is fetched at once; what fails stays, says why, and is tried again', async ({ window, site }) => {
  await allow(window, site);
  await call(window, 'saving.start', { addresses: ['/2024/the-last-ferry-sails', '/pier', '/lamp'].map((path) => site.address(path)), options: { later: true } });
  await place(window, 'To fetch').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await window.getByRole('button', { name: 'Fetch all' }).click();
  await expect(messages(window)).toContainText('2 pages saved, 1 not saved', FETCH);
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await row(window, 'lamp').click();
  const page = window.getByRole('region', { name: 'Open article' });
  await expect(page.getByRole('heading', { name: 'The page is not there' })).toBeVisible();
  await expect(page.getByText(`${site.host} has no page at this address.`)).toBeVisible();

  site.pages.set('/lamp', articlePage('The borrowed lamp', 'It burns whale oil.'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(articleText(window).getByText('It burns whale oil.')).toBeVisible(FETCH);
  await expect(articleList(window).getByRole('option')).toHaveCount(0);
  // Now there is something to read.
  await expect.poll(async () => (await call(window, 'articles.list', {})).articles.filter(({ state }) => state.read).map(({ title }) => title)).toEqual(['The borrowed lamp']);
  await place(window, 'All').click();
  await expect(place(window, 'To fetch')).toHaveCount(0);
  await runByName(window, 'fetch all pages');
  await expect(messages(window)).toContainText('No page is to be fetched');
  expect(site.asked.filter((path) => path === '/pier')).toHaveLength(1);
});

test('without a network a pasted address is kept, and a page that could not be had is kept from the report', async ({ window, site }) => {
  await expect(place(window, 'All')).toBeVisible();
  await setOnline(window, false);
  await pasteOnto(window, { 'text/plain': site.address('/pier') });
  await expect(messages(window)).toContainText('This computer has no network now, so the address is kept, to be fetched later');
  await setOnline(window, true);
  expect(await listImports(window)).toMatchObject([{ origin: 'addresses', state: 'finished', counts: { imported: 1 } }]);

  await allow(window, site);
  await pasteOnto(window, { 'text/plain': site.address('/lamp') });
  await messages(window).getByRole('button', { name: 'Show report' }).click(FETCH);
  await window.getByRole('button', { name: `Keep for later: ${site.host}/lamp` }).click();
  await expect(messages(window)).toContainText('1 address kept, to be fetched later');
  await expect(place(window, 'To fetch')).toContainText('2');
  await dropLinks(window, { 'text/uri-list': site.address('/2024/the-last-ferry-sails') }, 'nav a:has-text("To fetch")');
  await expect(place(window, 'To fetch')).toContainText('3');
});

test('an address that leads to what the library has already says so, and opens it', async ({ window, site }) => {
  await allow(window, site);
  site.pages.set('/copy', articlePage('The new pier', 'It is made of oak.'));
  await call(window, 'saving.start', { addresses: [site.address('/copy')], options: { later: true } });
  await pasteOnto(window, { 'text/plain': site.address('/pier') });
  await expect(messages(window)).toContainText('“The new pier” is saved', FETCH);
  await place(window, 'To fetch').click();
  await row(window, 'copy').click();
  await window.getByRole('button', { name: 'Fetch this page' }).click();
  await expect(window.getByRole('heading', { name: 'Its page is in the library already' })).toBeVisible(FETCH);
  await window.getByRole('link', { name: 'Open “The new pier”' }).click();
  await expectOpen(window, 'The new pier');
});

test('a window that is narrow, and one whose articles are selected, fetch them, too', async ({ window, site }) => {
  await allow(window, site);
  await call(window, 'saving.start', { addresses: ['/2024/the-last-ferry-sails', '/pier', '/lamp'].map((path) => site.address(path)), options: { later: true } });
  await expect.poll(async () => (await call(window, 'articles.list', { in: 'unfetched' })).total).toBe(3);
  const { articles } = await call(window, 'articles.list', { in: 'unfetched' });
  // One that can never be fetched, as long as it has no address.
  await call(window, 'articles.setFacts', { ids: articles.filter(({ url }) => url?.endsWith('/lamp')).map(({ id }) => id), facts: { url: null } });
  await window.setViewportSize({ width: 420, height: 700 });
  await runByName(window, 'what is to be fetched');
  await expect(articleList(window).getByRole('option')).toHaveCount(3);
  await expect(window.getByRole('button', { name: 'Fetch all' })).toBeInViewport();
  await window.keyboard.press('Control+a');
  await row(window, 'pier').click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Fetch these pages', exact: true }).click();
  await expect(messages(window)).toContainText('1 article left out: Carrel knows no address of a page of it.');
  // They leave the list, and must not stay selected where nobody sees it.
  await expect(selectionBar(window)).toHaveCount(0);
  await expect(messages(window)).toContainText('2 pages saved', FETCH);
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
});
