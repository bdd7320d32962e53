import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../e2e/fixtures/find-chromium.ts';
import { startHost } from '../../e2e/fixtures/start-host.ts';
import { writeReutersFiles } from './reuters-articles.js';

const CLI = fileURLToPath(new URL('../../main/hosts/cli/carrel.js', import.meta.url));
/** Between two keys: about a hundred words a minute, faster than most people type. */
const KEY_MS = 110;

const QUERIES = [
  'cocoa prices bahia', '"trade deficit"', 'oil AND opec -libya', 'title:earthquake', 'interest rates NEAR/5 cut', 'semiconduct* tariffs',
  '+gulf +tanker attack', 'the bank of japan', 'gorbachov~1 summit', 'date:1987-03 wheat exports', 'sterling OR dollar', '="hostile takeover"',
];

/**
 * Types searches into the window of a large library: from each key to the frame that shows the answer to what stands
 * in the box then, or to something typed later.
 *
 * @param {readonly string[]} flags `--articles N`, 100,000 by default; `--library FOLDER` takes one that is there already
 */
export async function benchTyping(flags) {
  const valueOf = (/** @type {string} */ name) => (flags.includes(name) ? flags[flags.indexOf(name) + 1] : undefined);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  const given = valueOf('--library');
  const library = given ?? path.join(folder, 'library');
  if (given === undefined) {
    writeReutersFiles(path.join(folder, 'articles'), Number(valueOf('--articles') ?? 100_000));
    execFileSync(process.execPath, [CLI, '--library', library, 'import', path.join(folder, 'articles')], { stdio: 'ignore' });
  }
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  const host = await startHost(library);
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(host.url);
    await page.getByRole('listbox', { name: 'Articles' }).getByRole('option').first().waitFor();
    await watchAnswers(page);
    // The first search opens the index.
    await typeQuery(page, 'the first search');
    await readTimes(page);
    for (const query of QUERIES) await typeQuery(page, query);
    report(await readTimes(page), flags.includes('--json'));
  } finally {
    await browser.close();
    await host.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {import('@playwright/test').Page} page @param {string} query */
async function typeQuery(page, query) {
  // Also where the box has the focus already: then its text is selected.
  await page.keyboard.press('Control+Shift+F');
  await page.keyboard.type(query, { delay: KEY_MS });
  await page.waitForFunction((text) => document.querySelector('[data-answers]')?.getAttribute('data-answers') === text, query);
  await page.waitForTimeout(500);
}

/** @param {import('@playwright/test').Page} page Notes each key in the search box, and the frame in which its answer stands there. */
async function watchAnswers(page) {
  await page.evaluate(() => {
    /** @type {{ text: string, pressed: number }[]} */
    let waiting = [];
    /** @type {number[]} */
    const times = [];
    Object.assign(globalThis, { __answerTimes: times });
    let pressed = 0;
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), { capture: true });
    addEventListener('input', ({ target }) => target instanceof HTMLInputElement && waiting.push({ text: target.value, pressed }), { capture: true });
    // Told of changes instead of looking in every frame: frames for the watcher's sake would be half the window's work.
    const observer = new MutationObserver(() => {
      const shown = document.querySelector('[data-answers]')?.getAttribute('data-answers');
      const at = waiting.findLastIndex(({ text }) => text === shown);
      if (at === -1) return;
      const answered = waiting.slice(0, at + 1);
      waiting = waiting.slice(at + 1);
      requestAnimationFrame(() => {
        // The message comes once the frame has been handed over for painting.
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => times.push(...answered.map((key) => performance.now() - key.pressed)));
        port1.start();
        port2.postMessage(null);
      });
    });
    observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-answers'] });
  });
}

/** @param {import('@playwright/test').Page} page @returns {Promise<number[]>} shortest first; a new measurement begins */
async function readTimes(page) {
  /** @type {number[]} */
  const times = await page.evaluate(() => Reflect.get(globalThis, '__answerTimes').splice(0));
  return times.toSorted((a, b) => a - b);
}

/** @param {readonly number[]} times @param {boolean} json */
function report(times, json) {
  const at = (/** @type {number} */ share) => Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN) * 10) / 10;
  const figures = { 'key to painted results': { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1), count: times.length } };
  if (json) console.log(JSON.stringify(figures));
  else console.table(figures);
}
