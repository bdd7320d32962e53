import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from '../../e2e/fixtures/find-chromium.ts';
import { startHost } from '../../e2e/fixtures/start-host.ts';
import { benchCliImport } from './bench-cli-import.js';
import { watchMemory } from './measure-process.js';
import { writeReutersFiles } from './reuters-articles.js';

/**
 * Imports text files through the window, and clicks in it all the while: how fast the import is, how much memory the
 * library's process tree takes, and how long the window takes to answer. With `--cli` by the command line instead, with `--library FOLDER` into one that is kept.
 *
 * @param {readonly string[]} flags
 */
export async function benchImport(flags) {
  const at = flags.indexOf('--files');
  const files = at === -1 ? 2_000 : Number(flags[at + 1]);
  if (flags.includes('--cli')) return benchCliImport(files, { library: flags.includes('--library') ? flags[flags.indexOf('--library') + 1] : undefined, json: flags.includes('--json') });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const host = await startHost(path.join(folder, 'library'));
  try {
    writeReutersFiles(path.join(folder, 'seed'), 20);
    writeReutersFiles(path.join(folder, 'articles'), files);
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    await importFolder(page, path.join(folder, 'seed'));
    await page.getByRole('link', { name: /^All/ }).click();
    await articles(page).first().waitFor();
    const endMemory = watchMemory(host.process.pid ?? 0);
    const started = performance.now();
    await importFolder(page, path.join(folder, 'articles'), false);
    const clicks = await clickWhileImporting(page);
    const seconds = (performance.now() - started) / 1000;
    report({ files, seconds, filesPerSecond: files / seconds, peakMb: endMemory() / 1_048_576, ...clicks }, flags.includes('--json'));
  } finally {
    await browser.close();
    await host.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('@playwright/test').Page} page */
function articles(page) {
  return page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
}

/** @param {import('@playwright/test').Page} page @param {string} folder */
async function importFolder(page, folder, wait = true) {
  await page.getByRole('link', { name: /^Import/ }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a folder' }).click();
  await (await chooser).setFiles(folder);
  if (wait) await page.waitForFunction(() => document.body.innerText.includes('Finished'));
}

/**
 * Clicks as a person does, on articles and on places in turn, until the import has ended.
 *
 * @param {import('@playwright/test').Page} page
 */
async function clickWhileImporting(page) {
  await page.evaluate(() => {
    const durations = Object.assign(window, { clickDurations: /** @type {number[]} */ ([]) }).clickDurations;
    // From the press to the next painted frame, as the browser itself measures it, in steps of 8 ms.
    const options = { type: 'event', durationThreshold: 16, buffered: false };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'click') durations.push(entry.duration);
    }).observe(options);
  });
  let clicks = 0;
  /** @type {number[]} */
  const opened = [];
  for (let running = true; running; running = await isImporting(page)) {
    await page.getByRole('link', { name: clicks % 2 ? /^All/ : /^Unread/ }).click();
    const row = articles(page).nth(clicks % 5);
    await row.waitFor();
    const before = performance.now();
    await row.click();
    await page.locator('iframe').waitFor();
    opened.push(performance.now() - before);
    clicks += 2;
    await page.waitForTimeout(100);
  }
  /** @type {number[]} */
  const slow = await page.evaluate(() => Reflect.get(window, 'clickDurations'));
  // Clicks answered within 16 ms are not reported by the browser: they are the rest.
  const answered = [...Array.from({ length: Math.max(0, clicks - slow.length) }, () => 16), ...slow].toSorted((a, b) => a - b);
  return { clicks, clickP50Ms: at(answered, 0.5), clickP95Ms: at(answered, 0.95), clickMaxMs: at(answered, 1), articleOpenP95Ms: at(opened.toSorted((a, b) => a - b), 0.95) };
}

/** @param {import('@playwright/test').Page} page */
async function isImporting(page) {
  return page.evaluate(async () => {
    const response = await fetch('/api/imports.list', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });
    const { value } = await response.json();
    return value.imports.some((/** @type {{ state: string }} */ { state }) => state === 'running' || state === 'receiving');
  });
}

/** @param {readonly number[]} sorted @param {number} share */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {Record<string, number>} figures @param {boolean} json */
function report(figures, json) {
  const rounded = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, Math.round(value * 10) / 10]));
  if (json) console.log(JSON.stringify(rounded));
  else console.table(rounded);
}
