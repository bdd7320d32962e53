import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, importFolder, test } from './fixtures/app-test.ts';
import { articleList, openArticle, place, reader, row, toolbar } from './fixtures/parts.ts';
import { SAMPLE_FILES, SAMPLE_TITLES } from './fixtures/sample-files.ts';

const [LAMP, BAKERS] = SAMPLE_TITLES;

test('the printed address lets a browser in, and nothing but it does', async ({ app, browser, page }) => {
  expect(app.host.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{20,}$/);
  await app.open(page);
  await expect(page.getByRole('heading', { name: 'Welcome to Carrel' })).toBeVisible();
  // The token is not left where it could be read over a shoulder, in the history or by a page's address.
  expect(page.url()).toBe(`${app.host.origin}/`);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(await page.evaluate(() => document.cookie)).toBe('');

  const stranger = await browser.newContext();
  const strange = await stranger.newPage();
  for (const address of ['/', '/a/abc', '/import', '/api/articles.list', '/events', '/articles/abc/', '/?token=wrong']) {
    const response = await strange.goto(`${app.host.origin}${address}`);
    expect(response?.status(), address).toBe(401);
    await expect(strange.locator('body')).toHaveText('Open the address that Carrel printed when it started.');
  }
  await app.open(strange);
  await stranger.close();
});

test('two windows follow each other', async ({ app, window, context }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  const other = await context.newPage();
  await other.goto(`${app.host.origin}/`);
  await expect(articleList(other).getByRole('option')).toHaveCount(3);

  await openArticle(window, LAMP);
  await toolbar(window).getByRole('button', { name: 'Move to trash' }).click();
  await expect(row(other, LAMP)).toHaveCount(0);
  await expect(place(other, 'Trash')).toContainText('1');

  await openArticle(other, BAKERS);
  await toolbar(other).getByRole('button', { name: 'Add to favourites' }).click();
  await expect(row(window, BAKERS).getByRole('img', { name: 'Favourite' })).toBeVisible();

  await importFolder(other, app.writeFiles({ 'late.txt': 'A late arrival\n\nThis article came in through the other window while the first one was only looking on, as windows do.\n' }, 'late'));
  await expect(row(window, 'A late arrival')).toBeVisible();
});

test('a window whose host was started again says so, and keeps what it shows', async ({ app, window }) => {
  await importFolder(window, app.writeFiles(SAMPLE_FILES));
  await place(window, 'All').click();
  await openArticle(window, LAMP);
  const port = Number(new URL(app.host.origin).port);
  await app.host.stop();
  const notice = window.getByRole('alert');
  await expect(notice).toContainText('Carrel’s library is not answering');
  await expect(notice).toContainText('Your articles are safe on your disk.');
  await expect(reader(window)).toContainText('Marta Lindqvist');

  await app.start(port);
  await expect(notice).toContainText('This window’s session has ended', { timeout: 20_000 });
  await app.open(window);
  await expect(notice).toHaveCount(0);
  await expect(row(window, LAMP)).toBeVisible();
});

test('Ctrl+C ends the host cleanly, with windows open', async ({ app, window }) => {
  await expect(window.getByRole('heading', { name: 'Welcome to Carrel' })).toBeVisible();
  await app.host.stop();
  expect(app.host.process.exitCode).toBe(0);
  expect(app.host.process.signalCode).toBeNull();
});

test('a second host on the same library says who holds it, and ends', async ({ app }) => {
  const second = await runCarrel('--library', app.library, 'serve', '--no-open', '--json', '--port', '0');
  expect(second.code).toBe(3);
  expect(JSON.parse(second.stdout)).toMatchObject({ error: { code: 'locked', message: expect.stringContaining('web host') } });
});

test('a host that is to have a taken port says so, and ends', async ({ app }) => {
  const { port } = new URL(app.host.origin);
  const third = await runCarrel('--library', path.join(app.folder, 'other'), 'serve', '--no-open', '--json', '--port', port);
  expect(third.code).toBe(2);
  expect(JSON.parse(third.stdout)).toMatchObject({ error: { code: 'usage', message: expect.stringContaining(port) } });
});

test('without --json the host prints its address and how to stop it', async ({ app, page }) => {
  const child = spawn(process.execPath, ['main/hosts/cli/carrel.js', '--library', path.join(app.folder, 'plain'), 'serve', '--no-open', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const first = String((await lines.next()).value);
  expect(first).toMatch(/^Carrel is at http:\/\/127\.0\.0\.1:/);
  expect((await lines.next()).value).toBe('Press Ctrl+C to stop it.');
  await welcome(page, first.replace('Carrel is at ', ''));
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

async function welcome(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Welcome to Carrel' })).toBeVisible();
}

async function runCarrel(...args: string[]): Promise<{ code: number; stdout: string }> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['main/hosts/cli/carrel.js', ...args], { timeout: 15_000 });
    return { code: 0, stdout };
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !('stdout' in error)) throw error;
    return { code: Number(error.code), stdout: String(error.stdout) };
  }
}

test('the command line begins without what only workers need', () => {
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const [, imported = ''] of fs.readFileSync(path.join('build/node', name), 'utf8').matchAll(/^import[^;]*?["']\.\/([^"']+)["'];/gm)) load(imported);
  };
  load('cli.js');
  expect(loaded.size).toBeGreaterThan(10);
  const bytes = [...loaded].reduce((sum, name) => sum + fs.statSync(path.join('build/node', name)).size, 0);
  // The readers of all formats alone have three million more: every command would take twice as long to begin.
  expect(bytes).toBeLessThan(2_000_000);
});
