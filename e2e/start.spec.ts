import fs from 'node:fs';
import path from 'node:path';
import { expect } from '@playwright/test';
import { startMirror } from './fixtures/electron-mirror.ts';
import { test, VERSION, ZIP_NAME } from './fixtures/start-test.ts';

// `npm start` after its build, with an npm package of Electron that has no program yet, a mirror on loopback to load one
// from, and a stand-in for the browser.
test.skip(process.platform !== 'linux', 'the stand-in of Electron is laid out as on Linux');

const DIST = 'scripts/dist/make-packages.js';
const DOWNLOADING = 'Downloading the desktop window (Electron, about 110 MB)…';
const NOTHING = { program: false, pathFile: false };

test('a good download is said in one line, started with what was asked for, and found by the next start', async ({ desk }) => {
  const first = desk.start(['article.txt', '--library', 'Papers'], { ELECTRON_RUN_AS_NODE: '1' });
  expect(await first.ended()).toBe(0);
  const [said, window = ''] = first.printed().trim().split('\n');
  expect(said).toBe(DOWNLOADING);
  expect(JSON.parse(window)).toEqual({ args: [path.resolve('.'), 'article.txt', '--library', 'Papers'] });
  expect(desk.mirror.asked).toEqual([ZIP_NAME, 'SHASUMS256.txt']);

  const second = desk.start();
  expect(await second.ended()).toBe(0);
  expect(second.printed()).not.toContain('Downloading');
  expect(desk.mirror.asked).toHaveLength(2);
});

test('without a network it says so and opens the browser, and tries again at the next start', async ({ desk }) => {
  const gone = await startMirror(VERSION);
  await gone.close();
  const first = desk.start([], { ELECTRON_MIRROR: gone.url });
  await first.servesTheWindow();
  expect(first.printed()).toContain(`${DOWNLOADING}
The desktop window could not be downloaded: no connection to the server was possible (no network, or a firewall or a proxy in between). Carrel opens in your browser instead.`);
  expect(await first.stop()).toBe(0);
  expect(desk.left()).toEqual(NOTHING);

  const second = desk.start();
  expect(await second.ended()).toBe(0);
  expect(second.printed()).toContain('"args"');
});

test('a file with a wrong checksum is thrown away and not loaded again on the same day, unless one insists', async ({ desk }) => {
  desk.mirror.setManner('wrong-sum');
  const first = desk.start();
  await first.servesTheWindow();
  expect(first.printed()).toContain('could not be downloaded: what arrived is not what Electron published (its checksum is wrong), so it was thrown away. It is tried again a day later. To try now: npm start -- --desktop. Carrel opens in your browser instead.');
  expect(await first.stop()).toBe(0);
  expect(desk.left()).toEqual(NOTHING);
  const asked = desk.mirror.asked.length;

  desk.mirror.setManner('good');
  const second = desk.start();
  await second.servesTheWindow();
  expect(second.printed()).toMatch(/could not be downloaded at .+: what arrived is not what Electron published .+ To try now: npm start -- --desktop\. Carrel opens in your browser instead\./);
  expect(await second.stop()).toBe(0);
  expect(desk.mirror.asked).toHaveLength(asked);

  const third = desk.start(['--desktop']);
  expect(await third.ended()).toBe(0);
  expect(third.printed()).toContain(`{"args":["${path.resolve('.')}"]}`);
  // The note of the failure is gone with it.
  fs.rmSync(path.join(desk.electronFolder, 'path.txt'));
  const fourth = desk.start();
  expect(await fourth.ended()).toBe(0);
});

test('a server that is too slow is left after the time limit, and what it sent is removed', async ({ desk }) => {
  desk.mirror.setManner('slow');
  const first = desk.start([], { CARREL_DOWNLOAD_SECONDS: '3' });
  await first.servesTheWindow();
  expect(first.printed()).toContain('could not be downloaded: it was not there after 3 seconds: the network or the server is too slow. It is tried again a day later.');
  expect(await first.stop()).toBe(0);
  expect(desk.left()).toEqual(NOTHING);
  expect(desk.temporaryFiles()).toEqual([]);

  const second = desk.start();
  await second.servesTheWindow();
  expect(second.printed()).not.toContain('Downloading');
  expect(await second.stop()).toBe(0);
});

test('without a folder for temporary files it says so and opens the browser', async ({ desk }) => {
  const start = desk.start([], { TMPDIR: path.join(desk.folder, 'gone') });
  await start.servesTheWindow();
  expect(start.printed()).toContain('could not be downloaded: there is no folder for temporary files');
  expect(await start.stop()).toBe(0);
});

test('a server without the file is named as such', async ({ desk }) => {
  desk.mirror.setManner('missing');
  const start = desk.start();
  await start.servesTheWindow();
  expect(start.printed()).toContain('could not be downloaded: the server does not have it, or does not give it. Carrel opens in your browser instead.');
  expect(await start.stop()).toBe(0);
});

test('Ctrl+C ends a download, leaves nothing of it and opens nothing', async ({ desk }) => {
  desk.mirror.setManner('slow');
  const start = desk.start();
  await expect.poll(() => desk.mirror.asked).toEqual([ZIP_NAME]);
  expect(await start.stop()).toBe(130);
  expect(start.printed()).toContain('Stopped. Nothing of the download was kept.');
  expect(start.printed()).not.toContain('Carrel is at');
  expect(desk.left()).toEqual(NOTHING);
  expect(desk.temporaryFiles()).toEqual([]);
});

test('what a killed start has half unpacked is not taken for the program', async ({ desk }) => {
  fs.mkdirSync(path.join(desk.electronFolder, 'dist'));
  fs.writeFileSync(path.join(desk.electronFolder, 'dist/electron'), 'Half of a program', { mode: 0o755 });
  fs.writeFileSync(path.join(desk.electronFolder, 'dist/version'), VERSION);
  const start = desk.start();
  expect(await start.ended()).toBe(0);
  expect(start.printed()).toContain('"args"');
});

test('the program of another version is replaced', async ({ desk }) => {
  expect(await desk.start().ended()).toBe(0);
  fs.writeFileSync(path.join(desk.electronFolder, 'dist/version'), '1.2.3');
  const start = desk.start();
  expect(await start.ended()).toBe(0);
  expect(start.printed()).toContain(DOWNLOADING);
});

test('a window that ends at once is explained, and the browser offered', async ({ desk }) => {
  expect(await desk.start().ended()).toBe(0);
  const says = 'FATAL: The SUID sandbox helper binary was found, but is not configured correctly.';
  const start = desk.start([], { STAND_IN_SAYS: says });
  expect(await start.ended()).toBe(1);
  expect(start.printed()).toContain(says);
  expect(start.printed()).toContain('The desktop window ended at once. This system does not let the window make its sandbox');
  expect(start.printed()).toContain('"npm start -- --web" opens the same library in your browser.');
});

test('nothing is downloaded on a CI machine, without a screen, or for who asks for the browser', async ({ desk }) => {
  for (const [env, words] of [
    [{ CI: 'true' }, 'There is no desktop window: nobody sees one on a CI machine. Carrel opens in your browser instead.'],
    [{ DISPLAY: '' }, 'There is no desktop window: this session has no screen (neither DISPLAY nor WAYLAND_DISPLAY is set). Carrel opens in your browser instead.'],
  ] as const) {
    const start = desk.start([], env);
    await start.servesTheWindow();
    expect(start.printed()).toContain(words);
    expect(await start.stop()).toBe(0);
  }
  for (const args of [['--web'], ['--no-open', '--port', '0', '--library', path.join(desk.folder, 'other')]]) {
    const start = desk.start(args);
    await start.servesTheWindow();
    expect(start.printed()).not.toContain('window');
    expect(await start.stop()).toBe(0);
  }
  expect(fs.existsSync(path.join(desk.folder, 'other/library.db'))).toBe(true);
  expect(desk.mirror.asked).toEqual([]);
});

test('a program of the user\'s own is started, and where there is none that is said', async ({ desk }) => {
  expect(await desk.start().ended()).toBe(0);
  const own = path.join(desk.folder, 'own');
  fs.cpSync(path.join(desk.electronFolder, 'dist'), own, { recursive: true });
  fs.rmSync(path.join(desk.electronFolder, 'dist'), { recursive: true });
  const good = desk.start([], { ELECTRON_OVERRIDE_DIST_PATH: own });
  expect(await good.ended()).toBe(0);
  expect(good.printed()).toContain('"args"');

  const wrong = desk.start([], { ELECTRON_OVERRIDE_DIST_PATH: desk.folder });
  await wrong.servesTheWindow();
  expect(wrong.printed()).toContain(`There is no Electron in ${desk.folder}, which ELECTRON_OVERRIDE_DIST_PATH names. Carrel opens in your browser instead.`);
  expect(await wrong.stop()).toBe(0);
});

test('packages are made with an Electron that is downloaded first; where it cannot be, one sentence says so', async ({ desk }) => {
  desk.mirror.setManner('missing');
  const without = desk.start(['--dir'], {}, DIST);
  expect(await without.ended()).toBe(1);
  expect(without.printed()).toBe(`${DOWNLOADING}
The desktop packages need Electron, which could not be downloaded: the server does not have it, or does not give it. "npm run dist -- --npm" packs the command line and the web host without it.
`);

  desk.mirror.setManner('good');
  const out = path.join(desk.folder, 'dist');
  const made = desk.start(['--dir', `-c.directories.output=${out}`], {}, DIST);
  expect(await made.ended(), made.printed()).toBe(0);
  const unpacked = fs.readdirSync(out).find((name) => name.endsWith('-unpacked')) ?? '';
  expect(fs.existsSync(path.join(out, unpacked, 'resources/app.asar'))).toBe(true);
  expect(fs.existsSync(path.join(out, unpacked, 'carrel-desktop'))).toBe(true);
});
