import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ICNS_SIZES, readIcns, readIco, readPngSize } from './icon-containers.js';
import { ICO_SIZES, LINUX_SIZES, sumOfDrawing, WINDOW_SIZE } from './make-icons.js';

const read = (name: string) => fs.readFileSync(fileURLToPath(new URL(`../../resources/icons/${name}`, import.meta.url)));
const square = (size: number) => ({ width: size, height: size });

describe('the committed icons', () => {
  it('are made from the drawing as it is (else: npm run icons)', () => {
    expect(JSON.parse(read('made-from.json').toString())).toEqual({ 'carrel.svg': sumOfDrawing() });
  });

  it('hold every size for Windows in one file', () => {
    const images = readIco(read('carrel.ico'));
    expect(images.map(({ size }) => size)).toEqual(ICO_SIZES);
    expect(images.map(({ png }) => readPngSize(png))).toEqual(ICO_SIZES.map(square));
  });

  it('hold every size for macOS in one file', () => {
    const images = readIcns(read('carrel.icns'));
    expect(Object.fromEntries(images.map(({ name, png }) => [name, readPngSize(png).width]))).toEqual(ICNS_SIZES);
  });

  it('hold one for the window', () => {
    expect(readPngSize(read('carrel.png'))).toEqual(square(WINDOW_SIZE));
  });

  it('are one file for each size on Linux', () => {
    expect(LINUX_SIZES.map((size) => readPngSize(read(`linux/${size}x${size}.png`)))).toEqual(LINUX_SIZES.map(square));
    expect(fs.readdirSync(fileURLToPath(new URL('../../resources/icons/linux', import.meta.url)))).toHaveLength(LINUX_SIZES.length);
  });
});

it('refuses a cut-off icon file for macOS', () => {
  expect(() => readIcns(read('carrel.icns').subarray(0, 1000))).toThrow('not a whole one');
});
