import type { Page } from '@playwright/test';
import type { ArticleId } from '../main/contract/ids.ts';
import { call, expect, importFolder, test } from './fixtures/app-test.ts';
import { dropFiles } from './fixtures/drop-files.ts';
import { articleList, messages, navigation, openArticle, place, row, tabTo } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const [LAMP, BAKERS, ORCHARD] = SAMPLE_TITLES;

async function idOf(window: Page, title: string): Promise<ArticleId> {
  const { articles } = await call(window, 'articles.list', {});
  const found = articles.find((article) => article.title === title);
  if (!found) throw new Error(`No article is called ${title}`);
  return found.id;
}

const link = (window: Page, name: RegExp) => navigation(window).getByRole('link', { name });

test.beforeEach(async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  const [lamp, bakers, orchard] = [await idOf(window, LAMP), await idOf(window, BAKERS), await idOf(window, ORCHARD)];
  await call(window, 'articles.setTag', { ids: [lamp, orchard], tag: 'quiet', on: true });
  await call(window, 'articles.setCollection', { ids: [lamp], path: 'Coast/North', on: true });
  await call(window, 'articles.setCollection', { ids: [bakers], path: 'City', on: true });
  await place(window, 'All').click();
  await expect(link(window, /^quiet/)).toContainText('2');
});

test('collections, tags and sources are places with counts and addresses', async ({ window }) => {
  await link(window, /^quiet/).click();
  await expect(window.getByRole('heading', { name: 'quiet', level: 1 })).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await expect(link(window, /^quiet/)).toHaveAttribute('aria-current', 'page');
  await expect(window).toHaveURL(/\/tag\?name=quiet$/);

  await expect(link(window, /^North/)).toHaveCount(0);
  await navigation(window).getByRole('button', { name: 'Collections in Coast' }).click();
  await link(window, /^North/).click();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await expect(row(window, LAMP)).toBeVisible();
  await window.reload();
  await expect(link(window, /^North/)).toHaveAttribute('aria-current', 'page');
  await window.goBack();
  await expect(link(window, /^quiet/)).toHaveAttribute('aria-current', 'page');
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
});

test('the tree and the sections are opened and closed with the keyboard alone, and stay so', async ({ window }) => {
  await tabTo(window, 'link', /^Coast/);
  await window.keyboard.press('ArrowRight');
  await expect(link(window, /^North/)).toBeVisible();
  await window.keyboard.press('ArrowLeft');
  await expect(link(window, /^North/)).toHaveCount(0);
  await window.keyboard.press('ArrowRight');
  await tabTo(window, 'link', /^North/);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Coast/North', level: 1 })).toBeVisible();

  await tabTo(window, 'button', /^Tags/);
  await window.keyboard.press('Enter');
  await expect(link(window, /^quiet/)).toHaveCount(0);
  await window.reload();
  await expect(navigation(window).getByRole('button', { name: /^Tags/ })).toHaveAttribute('aria-expanded', 'false');
  await expect(link(window, /^North/)).toBeVisible();
});

test('of many names the most frequent are shown, and any is found by typing', async ({ window }) => {
  const id = await idOf(window, ORCHARD);
  for (let number = 10; number < 40; number += 1) await call(window, 'articles.setTag', { ids: [id], tag: `topic ${number}`, on: true });
  await window.reload();
  const topics = navigation(window).getByRole('link', { name: /^topic/ });
  await expect(topics).toHaveCount(7);
  await navigation(window).getByRole('button', { name: 'Show all 31' }).click();
  await expect(topics).toHaveCount(30);
  await navigation(window).getByRole('searchbox', { name: 'Find a tag' }).fill('IC 39');
  await expect(topics).toHaveCount(1);
  await topics.click();
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await navigation(window).getByRole('button', { name: 'Show fewer' }).click();
  await expect(link(window, /^topic 39/)).toBeVisible();
});

test('in a narrow window a drawer shows the whole navigation, and gives the focus back', async ({ window }) => {
  await window.setViewportSize({ width: 900, height: 600 });
  const show = window.getByRole('button', { name: 'Show navigation' });
  const drawer = window.getByRole('dialog', { name: 'Navigation' });
  await expect(place(window, 'Unread')).toContainText('3');
  await show.click();
  await expect(drawer.getByRole('link', { name: /^quiet/ })).toBeVisible();
  expect(await drawer.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await window.keyboard.press('Escape');
  await expect(drawer).toHaveCount(0);
  await expect(show).toBeFocused();

  await window.keyboard.press('Control+b');
  await drawer.getByRole('link', { name: /^quiet/ }).click();
  await expect(drawer).toHaveCount(0);
  await expect(window.getByRole('heading', { name: 'quiet', level: 1 })).toBeVisible();

  await show.click();
  await expect(drawer).toBeVisible();
  await window.mouse.click(800, 300);
  await expect(drawer).toHaveCount(0);
  await window.keyboard.press('Control+b');
  await expect(drawer).toBeVisible();
  await window.keyboard.press('Control+b');
  await expect(drawer).toHaveCount(0);
});

test('in a wide window the navigation makes room when asked to, and remembers that', async ({ window }) => {
  await window.keyboard.press('Control+b');
  await expect(link(window, /^quiet/)).toHaveCount(0);
  await expect(place(window, 'All')).toBeVisible();
  await window.reload();
  await expect(window.getByRole('button', { name: 'Show navigation' })).toBeVisible();
  await window.keyboard.press('Control+b');
  await expect(link(window, /^quiet/)).toBeVisible();
});

test('the window itself never scrolls, and every shelf is reached, at any size', async ({ window }) => {
  for (const [width, height] of [[1920, 1080], [1280, 800], [1000, 400], [700, 600], [500, 700], [360, 640]] as const) {
    await window.setViewportSize({ width, height });
    await expect(place(window, 'Unread')).toBeVisible();
    await place(window, 'Unread').click();
    await expect(window.getByRole('heading', { name: 'Unread', level: 1 })).toBeVisible();
    await place(window, 'All').click();
    const overflow = await window.evaluate(() => {
      const page = document.documentElement;
      const shell = document.querySelector('.window') ?? page;
      return [page.scrollHeight - innerHeight, page.scrollWidth - innerWidth, shell.scrollHeight - shell.clientHeight, shell.scrollWidth - shell.clientWidth];
    });
    expect(overflow.every((pixels) => pixels <= 0), `${width}x${height}: ${overflow.join(' ')}`).toBe(true);
  }
});

test('articles dragged onto a place do what that means, and it can be taken back', async ({ window }) => {
  const undo = messages(window).getByRole('button', { name: 'Undo' });
  await row(window, BAKERS).dragTo(place(window, 'Favourites'));
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toBeVisible();
  await undo.click();
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toHaveCount(0);

  await row(window, BAKERS).click({ modifiers: ['Control'] });
  await row(window, LAMP).click({ modifiers: ['Control'] });
  await row(window, BAKERS).dragTo(link(window, /^quiet/));
  await expect(messages(window)).toContainText('1 article tagged “quiet”');
  await expect(link(window, /^quiet/)).toContainText('3');
  await undo.click();
  await expect(link(window, /^quiet/)).toContainText('2');

  await row(window, BAKERS).dragTo(place(window, 'Trash'));
  await expect(articleList(window).getByRole('option')).toHaveCount(1);
  await place(window, 'Trash').click();
  await row(window, LAMP).dragTo(place(window, 'All'));
  await expect(messages(window)).toContainText('Restored to the library');
  await place(window, 'All').click();
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
  await openArticle(window, LAMP);
});

test('files dropped on a tag or a collection are imported into it', async ({ window }) => {
  await dropFiles(window, { 'ferry.txt': 'The last ferry\n\nThe last ferry of the evening leaves the landing without passengers and comes back without them, too.\n' }, 'a[title="quiet"]');
  await expect(link(window, /^quiet/)).toContainText('3');
  await dropFiles(window, { 'tram.txt': 'The first tram\n\nThe first tram of the morning carries nobody but bakers, and it smells of what they will have baked by noon.\n' }, 'a[title="City"]');
  await link(window, /^City/).click();
  await expect(row(window, 'The first tram')).toBeVisible();
  await expect(articleList(window).getByRole('option')).toHaveCount(2);
});

test('the drawer gives the focus on: to the place that was chosen, and back after what was opened from it', async ({ window }) => {
  await window.setViewportSize({ width: 900, height: 600 });
  const isInMain = () => window.evaluate(() => document.activeElement?.closest('main') !== null);
  const drawer = window.getByRole('dialog', { name: 'Navigation' });
  for (const name of ['Trash', 'Settings', 'All'] as const) {
    await window.keyboard.press('Control+b');
    await drawer.getByRole('link', { name: new RegExp(`^${name}`) }).click();
    await expect(drawer).toHaveCount(0);
    await expect.poll(isInMain, name).toBe(true);
  }
  await window.keyboard.press('Control+b');
  await drawer.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toHaveCount(0);
  await expect.poll(() => window.evaluate(() => document.activeElement !== document.body)).toBe(true);
});
