// Makes every system's icons from the one drawing: node scripts/icons/make-icons.js (through npm: `npm run icons`).
// They are committed, because a build must not need a browser; a test holds them and the drawing together.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findChromium } from '../../e2e/fixtures/find-chromium.ts';
import { ICNS_SIZES, writeIcns, writeIco } from './icon-containers.js';

const FOLDER = fileURLToPath(new URL('../../resources/icons/', import.meta.url));

export const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
export const WINDOW_SIZE = 256;
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];

/** On macOS an icon fills 824 of its 1024 pixels, so that it is as large as its neighbours. */
const MAC_SHARE = 824 / 1024;

/** The drawing's sum, whatever the line ends of this checkout are. */
export function sumOfDrawing() {
  const svg = fs.readFileSync(`${FOLDER}carrel.svg`, 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(svg).digest('hex');
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {number} size in pixels
 * @param {number} share how much of the width the drawing takes
 * @returns {Promise<Buffer>} a PNG file
 */
async function render(browser, size, share) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const drawing = fs.readFileSync(`${FOLDER}carrel.svg`).toString('base64');
  // Whole pixels, or every edge is blurred.
  const margin = Math.round((size * (1 - share)) / 2);
  await page.setContent(`<style>* { margin: 0 }</style><img style="display: block; padding: ${margin}px" width="${size - 2 * margin}" src="data:image/svg+xml;base64,${drawing}">`);
  await page.locator('img').evaluate(async (image) => {
    if (image instanceof HTMLImageElement) await image.decode();
  });
  const png = await page.screenshot({ omitBackground: true });
  await page.close();
  return png;
}

/** @param {import('@playwright/test').Browser} browser @param {readonly number[]} sizes @param {number} share */
async function renderAll(browser, sizes, share) {
  /** @type {Map<number, Buffer>} */
  const made = new Map();
  for (const size of new Set(sizes)) made.set(size, await render(browser, size, share));
  return (/** @type {number} */ size) => made.get(size) ?? Buffer.alloc(0);
}

async function makeIcons() {
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === undefined ? {} : { executablePath });
  try {
    const full = await renderAll(browser, [...LINUX_SIZES, ...ICO_SIZES], 1);
    const inset = await renderAll(browser, Object.values(ICNS_SIZES), MAC_SHARE);
    fs.rmSync(`${FOLDER}linux`, { recursive: true, force: true });
    fs.mkdirSync(`${FOLDER}linux`);
    for (const size of LINUX_SIZES) fs.writeFileSync(`${FOLDER}linux/${size}x${size}.png`, full(size));
    // The window's own, on systems that do not take it from the program.
    fs.writeFileSync(`${FOLDER}carrel.png`, full(WINDOW_SIZE));
    fs.writeFileSync(`${FOLDER}carrel.ico`, writeIco(ICO_SIZES.map((size) => ({ size, png: full(size) }))));
    fs.writeFileSync(`${FOLDER}carrel.icns`, writeIcns(inset));
    fs.writeFileSync(`${FOLDER}made-from.json`, `${JSON.stringify({ 'carrel.svg': sumOfDrawing() }, null, 2)}\n`);
  } finally {
    await browser.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await makeIcons();
