import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { reasonForNoWindow } from '../scripts/start/reason-for-no-window.js';
import { findElectron } from '../scripts/start/find-electron.js';
import { SAMPLE_FILES } from './fixtures/sample-files.ts';

// The built application on a real Electron: only this shows what the fake cannot. It runs by itself wherever there is
// a program and a screen (`xvfb-run npm run e2e` where there is none to look at).

const program = findElectron(path.resolve('node_modules/electron'), process.env);
const reason = program === undefined ? 'Electron\'s program is not here (npm start downloads it)' : reasonForNoWindow({ platform: process.platform, isRoot: false, env: { ...process.env, CI: '' } });
// Once: the file is loaded again by each worker.
if (reason !== undefined && process.env['TEST_WORKER_INDEX'] === undefined) console.log(`The specs of the real Electron are skipped: ${reason}.`);

interface Started {
  readonly app: ElectronApplication;
  readonly page: Page;
}

const test = base.extend<{ folder: string; start: () => Promise<Started> }>({
  folder: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-electron-'));
    await use(folder);
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  start: async ({ folder }, use) => {
    const started: ElectronApplication[] = [];
    await use(async () => {
      const isRoot = process.getuid?.() === 0;
      const app = await _electron.launch({
        ...(program === undefined ? {} : { executablePath: program }),
        // The sandbox does not work for root; only tests may say so.
        args: [path.resolve('.'), `--user-data-dir=${path.join(folder, 'profile')}`, `--library=${path.join(folder, 'library')}`, ...(isRoot ? ['--no-sandbox'] : [])],
        env: { ...plainEnvironment(), CARREL_CONFIG: path.join(folder, 'settings') },
      });
      started.push(app);
      const page = await app.firstWindow();
      await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
      return { app, page };
    });
    for (const app of started) await app.close().catch(() => {});
  },
});

function plainEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

test.skip(reason !== undefined, reason);

/** Imports the sample files through the menu, with the native dialog's answer given by the test. */
async function importSamples({ app, page }: Started, folder: string): Promise<void> {
  const files = path.join(folder, 'articles');
  for (const [name, content] of Object.entries(SAMPLE_FILES)) {
    fs.mkdirSync(path.dirname(path.join(files, name)), { recursive: true });
    fs.writeFileSync(path.join(files, name), content);
  }
  await app.evaluate(({ dialog, Menu }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    Menu.getApplicationMenu()?.getMenuItemById('import-folder')?.click();
  }, files);
  await expect(page.getByRole('option')).toHaveCount(3, { timeout: 30_000 });
}

test('the window shows itself, locked, at an address of its own', async ({ start }) => {
  const { app, page } = await start();
  expect(page.url()).toBe('carrel-app://library/');
  expect(await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process'), Object.keys(window.carrel ?? {}).toSorted()])).toEqual([
    'undefined',
    'undefined',
    ['call', 'importDropped', 'subscribe'],
  ]);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()))).toEqual([true]);
});

test('a folder is imported through the menu; its article shows text and image and runs no script', async ({ start, folder }) => {
  const started = await start();
  await importSamples(started, folder);
  const { page } = started;
  await page.getByRole('option').filter({ hasText: 'The bakers of Tarn Street' }).click();
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText('At four in the morning')).toBeVisible();
  await expect.poll(() => frame.locator('img').evaluate((image) => Number(Reflect.get(image, 'naturalWidth')))).toBeGreaterThan(0);
  const ran = await page.evaluate(() => {
    const inside = document.querySelector('iframe')?.contentDocument;
    const script = inside?.createElement('script');
    if (!inside || !script) return 'no document';
    script.textContent = 'document.title = "it ran"';
    inside.body.append(script);
    return inside.title;
  });
  expect(ran).not.toBe('it ran');
});

test('no page leaves the window, and nothing is fetched from elsewhere', async ({ start }) => {
  const { page } = await start();
  await page.evaluate(() => location.assign('https://example.org/'));
  await page.evaluate(() => window.open('file:///etc/passwd'));
  const fetched = await page.evaluate(() => fetch('https://example.org/').then(() => 'fetched', () => 'refused'));
  expect(fetched).toBe('refused');
  expect(page.url()).toBe('carrel-app://library/');
});

test('the library is started again after its process was killed', async ({ start, folder }) => {
  const started = await start();
  await importSamples(started, folder);
  const killed = await started.app.evaluate(({ app }) => {
    const library = app.getAppMetrics().find(({ name, serviceName }) => name === 'Carrel library' || serviceName === 'Carrel library');
    if (library) process.kill(library.pid, 'SIGKILL');
    return library !== undefined;
  });
  expect(killed).toBe(true);
  await expect.poll(() => started.page.evaluate(async () => JSON.stringify(await window.carrel?.call('library.counts', {}))), { timeout: 20_000 }).toContain('"articles":3');
});

test('a window comes back where it was left', async ({ start }) => {
  const first = await start();
  const left = await first.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds({ x: 60, y: 70, width: 700, height: 500 });
    return window?.getNormalBounds();
  });
  await first.app.close();
  const again = await start();
  expect(await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())).toEqual(left);
});
