import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { fillLibrary } from '../../e2e/fixtures/filled-library.ts';
import { findChromium } from '../../e2e/fixtures/find-chromium.ts';
import { startHost } from '../../e2e/fixtures/start-host.ts';
import { keyTimes, timeKeys } from '../../e2e/fixtures/watch-rows.ts';

/** Between two presses of a key that is held: thirty a second, as most keyboards repeat. */
const REPEAT_MS = 33;

/**
 * How long the window takes on a large library: from a key to the frame that shows what came of it, from a click to an
 * article's text, from one place to the next.
 *
 * @param {readonly string[]} flags `--articles N`, 100,000 by default; `--library FOLDER` takes one that is there already
 */
export async function benchWindow(flags) {
  const articles = Number(valueOf(flags, '--articles') ?? 100_000);
  const given = valueOf(flags, '--library');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  const library = given ?? path.join(folder, 'library');
  if (given === undefined) await fillLibrary(library, articles);
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const host = await startHost(library);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    await rows(page).first().waitFor();
    const keys = await benchKeys(page);
    const opening = await benchOpening(page);
    const places = await benchPlaces(page);
    report({ ...keys, 'open an article': opening, ...places }, flags.includes('--json'));
  } finally {
    await browser.close();
    await host.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('@playwright/test').Page} page */
async function benchKeys(page) {
  await page.getByRole('listbox', { name: 'Articles' }).focus();
  await timeKeys(page);
  /** @type {Record<string, readonly number[]>} */
  const figures = {};
  for (const [name, key, times] of /** @type {const} */ ([['key: down', 'ArrowDown', 150], ['key: page down', 'PageDown', 100], ['key: select down', 'Shift+ArrowDown', 60], ['key: end', 'End', 5]])) {
    await page.keyboard.press('Home');
    await page.waitForTimeout(300);
    await keyTimes(page);
    for (let press = 0; press < times; press += 1) {
      await page.keyboard.press(key);
      await page.waitForTimeout(REPEAT_MS);
    }
    await page.waitForTimeout(300);
    figures[name] = await keyTimes(page);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  return figures;
}

/** @param {import('@playwright/test').Page} page From the click to the text in its frame. */
async function benchOpening(page) {
  /** @type {number[]} */
  const times = [];
  for (let turn = 0; turn < 20; turn += 1) {
    const row = rows(page).nth(turn % 5);
    const title = (await row.locator('.row-title').textContent())?.replace(/^Unread: /, '') ?? '';
    const started = performance.now();
    await row.click();
    await page.locator(`iframe[data-ready][title*="${title.slice(0, 20)}"]`).waitFor();
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

/** @param {import('@playwright/test').Page} page From the click to the first row of the other place. */
async function benchPlaces(page) {
  /** @type {Record<string, number[]>} */
  const times = { 'place: shelf': [], 'place: tag': [] };
  const names = [['place: shelf', /^Unread/], ['place: shelf', /^Favourites/], ['place: tag', /^tide/], ['place: tag', /^ferry/]];
  for (let turn = 0; turn < 24; turn += 1) {
    const [kind, name] = names[turn % names.length] ?? [];
    const started = performance.now();
    await page.getByRole('link', { name: name ?? '' }).click();
    await page.locator('.list-header h1', { hasText: name ?? '' }).waitFor();
    await rows(page).first().waitFor();
    times[String(kind)]?.push(performance.now() - started);
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, values.toSorted((a, b) => a - b)]));
}

/** @param {import('@playwright/test').Page} page */
function rows(page) {
  return page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
}

/** @param {readonly string[]} flags @param {string} name */
function valueOf(flags, name) {
  const at = flags.indexOf(name);
  return at === -1 ? undefined : flags[at + 1];
}

/** @param {Record<string, readonly number[]>} figures in order @param {boolean} json */
function report(figures, json) {
  const rounded = Object.fromEntries(
    Object.entries(figures).map(([name, times]) => {
      const at = (/** @type {number} */ share) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN) * 10) / 10;
      return [name, { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1), count: times.length }];
    }),
  );
  if (json) console.log(JSON.stringify(rounded));
  else console.table(rounded);
}
