import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { COMMANDS } from '../main/contract/commands.ts';
import { call, dialogTexts, expect, importsFinished, test, toldOf, type Desktop } from './fixtures/desktop-app.ts';
import { SAMPLE_FILES } from './fixtures/sample-files.ts';
import type { FakeElectron } from '../main/hosts/desktop/fake/launch.ts';

// The built main process and preload under the fake Electron, with the real library in a process of its own.

const ARTICLE = 'The ice road\n\nBy Marta Lindqvist\n\nThe road over the lake was opened on the second of January. Nobody had expected it so early.\n';

async function importOne(desktop: Desktop, electron: FakeElectron): Promise<string> {
  await electron.do('importDropped', 1, [{ name: 'ice.txt', path: desktop.write('ice.txt', ARTICLE) }]);
  await importsFinished(electron, 1);
  return (await call(electron, 'articles.list', {})).articles[0]?.id ?? '';
}

/** The carrel command on the same library and settings, as in a terminal beside the window. */
function carrel(desktop: Desktop, ...args: readonly string[]) {
  const env = { ...process.env, CARREL_CONFIG: path.join(desktop.folder, 'home', 'settings') };
  return spawnSync(process.execPath, ['main/hosts/cli/carrel.js', '--json', '--library', desktop.library, ...args], { encoding: 'utf8', env });
}

test('dropped files and folders are imported where they lie, and the page is told', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  const folder = path.dirname(desktop.write('many/one.txt', ARTICLE));
  desktop.write('many/deep/two.txt', 'Another road\n\nIt leads along the shore, and it is open all the year.\n');
  const outcome = await electron.do('importDropped', 1, [{ name: 'many', path: folder }, { name: 'pasted.png' }]);
  expect(outcome).toEqual({ ok: true, value: { importId: expect.any(String), withoutPath: ['pasted.png'] } });
  await importsFinished(electron, 1);
  expect((await call(electron, 'library.counts', {})).articles).toBe(2);
  await expect.poll(async () => JSON.stringify(await toldOf(electron, 'library'))).toContain('articles-changed');
  expect(await electron.do('importDropped', 1, [{ name: 'pasted.png' }])).toEqual({ ok: true, value: { importId: null, withoutPath: ['pasted.png'] } });
});

test('an article and its images come through the scheme', async ({ desktop }) => {
  const electron = await desktop.start();
  const folder = path.join(desktop.folder, 'files/bakery');
  fs.mkdirSync(path.join(folder, 'images'), { recursive: true });
  for (const name of ['sourdough.html', 'images/oven.png']) fs.writeFileSync(path.join(folder, name), SAMPLE_FILES[`bakery/${name}`] ?? '');
  await electron.do('importDropped', 1, [{ name: 'bakery', path: folder }]);
  await importsFinished(electron, 1);
  const { articles } = await call(electron, 'articles.list', {});
  const address = `carrel-app://library/articles/${articles[0]?.id}/`;
  const page = await electron.do('fetch', address);
  const image = /<img[^>]* src="([^"]+)"/.exec(page?.body ?? '')?.[1] ?? '';
  expect(await electron.do('fetch', new URL(image, address).href)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
});

test('files and folders are chosen in the system\'s dialog', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('answer', { open: [desktop.write('a/ice.txt', ARTICLE)] });
  await electron.do('click', 'import-files');
  await importsFinished(electron, 1);
  await electron.do('answer', { open: [path.dirname(desktop.write('b/more.txt', 'More ice\n\nIt came down the river in the night and stayed.\n'))] });
  await electron.do('click', 'import-folder');
  await importsFinished(electron, 2);
  const shown = await electron.do('dialogs');
  expect(shown.map(({ options }) => options)).toEqual([
    expect.objectContaining({ properties: ['openFile', 'multiSelections'] }),
    expect.objectContaining({ properties: ['openDirectory', 'multiSelections'] }),
  ]);
  // Given up: nothing happens.
  await electron.do('click', 'import-files');
  await expect.poll(async () => (await electron.do('dialogs')).length).toBe(3);
  expect((await call(electron, 'imports.list', {})).imports).toHaveLength(2);
});

test('a copy of the open article is saved whole, or the user is told why not', async ({ desktop }) => {
  const electron = await desktop.start();
  const id = await importOne(desktop, electron);
  await electron.do('click', 'Save a Copy of This Article…');
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('No article is open'));

  await electron.quit();
  const reading = await desktop.start({ args: [`carrel://article/${id}`] });
  const target = path.join(desktop.folder, 'copy.md');
  await expect.poll(async () => (await reading.do('windows'))[0]?.url).toBe(`carrel-app://library/a/${id}`);
  await reading.do('answer', { save: target });
  await reading.do('click', 'Save a Copy of This Article…');
  await expect.poll(() => fs.existsSync(target)).toBe(true);
  expect(fs.readFileSync(target, 'utf8')).toContain('# The ice road');
  expect((await reading.do('dialogs'))[0]?.options).toMatchObject({ defaultPath: 'The ice road.md' });

  await reading.do('answer', { save: path.join(desktop.folder, 'gone', 'copy.md') });
  await reading.do('click', 'Save a Copy of This Article…');
  await expect.poll(() => dialogTexts(reading)).toContainEqual(expect.stringContaining('The copy was not saved'));
  expect(fs.readdirSync(desktop.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('settings are one file for window and command line, and work while no library does', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  await call(electron, 'settings.change', { theme: 'sepia', textSize: 130 });
  expect(await toldOf(electron, 'library')).toContainEqual({ type: 'settings-changed' });
  const file = path.join(desktop.folder, 'home', 'settings', 'settings.json');
  expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({ theme: 'sepia', textSize: 130 });
  // The command opens the library, which the window may still be making.
  await call(electron, 'library.counts', {});
  expect(JSON.parse(carrel(desktop, 'call', 'settings.get').stdout)).toMatchObject({ theme: 'sepia', textSize: 130 });

  await stopForGood(electron);
  expect(await electron.do('call', 1, 'library.counts', {})).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  expect(await call(electron, 'settings.change', { theme: 'dark' })).toMatchObject({ theme: 'dark', textSize: 130 });
});

test('a change of the settings by another program reaches the window', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  const file = path.join(desktop.folder, 'home', 'settings', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, '{"theme":"contrast"}');
  await expect.poll(() => toldOf(electron, 'library')).toContainEqual({ type: 'settings-changed' });
  expect(await call(electron, 'settings.get', {})).toMatchObject({ theme: 'contrast' });
});

test('a library process that dies is started again, the page is told, and nothing acknowledged is lost', async ({ desktop }) => {
  const electron = await desktop.start();
  await importOne(desktop, electron);
  await electron.do('listen', 1);
  const before = await electron.do('libraryPid');
  await electron.do('killLibrary');
  await expect.poll(() => electron.do('libraryStarts')).toBe(2);
  // A call that comes meanwhile waits and is answered.
  expect((await call(electron, 'library.counts', {})).articles).toBe(1);
  expect(await electron.do('libraryPid')).not.toBe(before);
  const conditions = await toldOf(electron, 'condition');
  expect(conditions.slice(-2)).toEqual(['restarting', 'answering']);
});

test('a library process without memory is started again, without a word to the user', async ({ desktop }) => {
  const electron = await desktop.start();
  await call(electron, 'library.counts', {});
  await electron.do('exhaustLibrary');
  await expect.poll(() => electron.do('libraryStarts')).toBe(2);
  expect((await call(electron, 'library.counts', {})).articles).toBe(0);
  expect(await dialogTexts(electron)).toEqual([]);
});

test('a terminal that went away takes nothing with it', async ({ desktop }) => {
  const electron = await desktop.start();
  await call(electron, 'library.counts', {});
  electron.process.stderr?.destroy();
  await electron.do('killLibrary');
  await expect.poll(() => electron.do('libraryStarts')).toBe(2);
  expect((await call(electron, 'library.counts', {})).articles).toBe(0);
  expect(await dialogTexts(electron)).toEqual([]);
});

test('a call that a process dies in ends as unreachable', async ({ desktop }) => {
  const electron = await desktop.start({ libraryModule: path.resolve('main/hosts/desktop/fake/example-library-process.ts') });
  expect(await electron.do('call', 1, 'example.echo', { text: 'a' })).toMatchObject({ ok: true });
  const waiting = electron.do('call', 1, 'example.later', { afterMs: 600_000 });
  await electron.do('killLibrary');
  expect(await waiting).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

test('a library process that dies again and again is given up, and the user is asked', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  await stopForGood(electron);
  expect((await toldOf(electron, 'condition')).at(-1)).toBe('stopped');
  await electron.do('answer', { button: 0 });
  await expect.poll(() => electron.do('libraryStarts')).toBe(5);
  expect((await call(electron, 'library.counts', {})).articles).toBe(0);
  await expect.poll(async () => (await toldOf(electron, 'condition')).at(-1)).toBe('answering');
});

async function stopForGood(electron: FakeElectron): Promise<void> {
  for (let death = 1; death <= 4; death += 1) {
    await expect.poll(() => electron.do('libraryPid')).not.toBeNull();
    await electron.do('killLibrary');
    if (death < 4) await expect.poll(() => electron.do('libraryStarts')).toBe(death + 1);
  }
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('stopped again and again'));
}

test('a library that another program has open is said, and tried again when asked', async ({ desktop }) => {
  const other = await desktop.start({ home: path.join(desktop.folder, 'other-home') });
  await call(other, 'library.counts', {});
  const electron = await desktop.start();
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringMatching(/could not be opened.*the desktop window/s));
  expect(await electron.do('call', 1, 'library.counts', {})).toMatchObject({ ok: false, error: { code: 'locked' } });
  await other.quit();
  await electron.do('answer', { button: 0 });
  await expect.poll(async () => JSON.stringify(await electron.do('call', 1, 'library.counts', {}))).toContain('"ok":true');
});

test('the user may quit where a library cannot be opened', async ({ desktop }) => {
  fs.mkdirSync(desktop.folder, { recursive: true });
  fs.writeFileSync(desktop.library, 'no folder');
  const electron = await desktop.start();
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('could not be opened'));
  await electron.do('answer', { button: 1 });
  expect(await electron.ended).toBe(0);
});

test('a second start hands its files over and ends', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  await electron.do('minimize', 1);
  desktop.write('over/ice.txt', ARTICLE);
  const second = await desktop.start({ args: ['ice.txt', '--some-switch'], folder: path.join(desktop.folder, 'files/over') });
  expect(await second.ended).toBe(0);
  await importsFinished(electron, 1);
  expect(await electron.do('happened')).toContain('app:second-instance');
  const [window] = await electron.do('windows');
  expect(window).toMatchObject({ minimized: false, focused: true, visible: true });
  const { imports } = await call(electron, 'imports.list', {});
  await expect.poll(() => toldOf(electron, 'open')).toEqual([`/import/${imports[0]?.id}`]);
});

test('a second start for another library is a Carrel of its own', async ({ desktop }) => {
  const electron = await desktop.start();
  const second = await desktop.start({ library: `${desktop.library}-2` });
  expect(await second.do('profile')).not.toBe(await electron.do('profile'));
  expect((await call(second, 'library.counts', {})).articles).toBe(0);
});

test('what is neither file nor address is refused with words, and the rest is opened', async ({ desktop }) => {
  const electron = await desktop.start({ args: ['carrel://settings/theme', '/no/such/file.txt', desktop.write('ice.txt', ARTICLE)] });
  await importsFinished(electron, 1);
  const [dialog] = await dialogTexts(electron);
  expect(dialog).toContain('Carrel cannot open this');
  expect(dialog).toContain('carrel://settings/theme');
  expect(dialog).toContain('/no/such/file.txt');
});

test('files and addresses that come before ready wait for it, later ones are taken at once', async ({ desktop }) => {
  const early = desktop.write('early.txt', ARTICLE);
  const electron = await desktop.start({ early: [{ event: 'open-file', value: early }, { event: 'open-url', value: 'carrel://article/Abc-1' }] });
  await electron.do('listen', 1);
  await importsFinished(electron, 1);
  const [started] = (await call(electron, 'imports.list', {})).imports;
  await expect.poll(() => toldOf(electron, 'open')).toEqual(expect.arrayContaining(['/a/Abc-1', `/import/${started?.id}`]));
  expect(await electron.do('windows')).toHaveLength(1);

  const late = desktop.write('late.txt', 'Late ice\n\nIt came in March, when the boats were out already.\n');
  expect(await electron.do('emitApp', 'open-file', late)).toBe(true);
  await importsFinished(electron, 2);
  await electron.do('emitApp', 'open-url', 'carrel://article/Later_2');
  await expect.poll(() => toldOf(electron, 'open')).toContain('/a/Later_2');
  await electron.do('emitApp', 'open-url', 'carrel://article/../../etc');
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('cannot open this'));
});

test('a window comes back where it was left', async ({ desktop }) => {
  const first = await desktop.start();
  await first.do('setBounds', 1, { x: 300, y: 200, width: 900, height: 700 });
  await first.do('maximize', 1);
  expect(await first.quit()).toBe(0);
  const again = await desktop.start();
  await expect.poll(async () => (await again.do('windows'))[0]).toMatchObject({ bounds: { x: 300, y: 200, width: 900, height: 700 }, maximized: true, visible: true });
});

const TWO_DISPLAYS = [
  { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } },
  { id: 2, workArea: { x: 1920, y: 0, width: 2560, height: 1400 } },
];

test('a window whose display is gone comes back on one that is there', async ({ desktop }) => {
  const first = await desktop.start({ displays: TWO_DISPLAYS });
  await first.do('setBounds', 1, { x: 2400, y: 300, width: 1000, height: 800 });
  expect(await first.quit()).toBe(0);
  const again = await desktop.start({ displays: TWO_DISPLAYS.slice(0, 1) });
  expect((await again.do('windows'))[0]?.bounds).toEqual({ x: 460, y: 120, width: 1000, height: 800 });
});

test('a display that is unplugged takes no window with it', async ({ desktop }) => {
  const electron = await desktop.start({ displays: TWO_DISPLAYS });
  await electron.do('setBounds', 1, { x: 2400, y: 300, width: 1000, height: 800 });
  await electron.do('removeDisplay', 2);
  expect((await electron.do('windows'))[0]?.bounds).toEqual({ x: 460, y: 120, width: 1000, height: 800 });
});

test('damaged window settings cost the place of the window, not the start', async ({ desktop }) => {
  const first = await desktop.start();
  const profile = await first.do('profile');
  expect(await first.quit()).toBe(0);
  const file = path.join(profile, 'window.json');
  for (const damage of ['{', '{"window":{"bounds":{"x":"left"}}}', '[]', '', 'a folder']) {
    fs.rmSync(file);
    if (damage === 'a folder') fs.mkdirSync(file);
    else fs.writeFileSync(file, damage);
    const again = await desktop.start();
    expect((await again.do('windows'))[0]?.bounds, damage).toEqual({ x: 320, y: 90, width: 1280, height: 860 });
    expect(await again.quit()).toBe(0);
  }
});

test('a start that fails says so and ends, and leaves no unseen Carrel behind', async ({ desktop }) => {
  // A build whose window is missing.
  const built = path.join(desktop.folder, 'build/desktop');
  fs.cpSync(path.resolve('build/desktop'), built, { recursive: true });
  const electron = await desktop.start({ main: path.join(built, 'main.js') });
  expect(await electron.ended).toBe(1);
  expect(electron.output).toContain('Unexpected error in starting');
});

test('every command stands once in the menu, and goes to the window in use', async ({ desktop }) => {
  const electron = await desktop.start();
  await electron.do('listen', 1);
  const ids = flatten(await electron.do('menu')).map(({ id }) => id).filter((id) => id !== undefined);
  expect(ids.toSorted((a, b) => a.localeCompare(b))).toEqual(Object.keys(COMMANDS).toSorted((a, b) => a.localeCompare(b)));
  await electron.do('click', 'palette');
  await electron.do('click', 'New Window');
  await electron.do('listen', 2);
  await electron.do('click', 'theme-dark');
  expect((await electron.do('told')).filter(({ topic }) => topic === 'command')).toEqual([
    { window: 1, topic: 'command', message: 'palette' },
    { window: expect.any(Number), topic: 'command', message: 'theme-dark' },
  ]);
});

interface Item {
  readonly id: string | undefined;
  readonly items: readonly Item[];
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

test('a page that dies is loaded again and that is said; one that hangs may be waited for', async ({ desktop }) => {
  const electron = await desktop.start();
  await call(electron, 'library.counts', {});
  await electron.do('crashPage', 1, 'oom');
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('loaded again'));
  expect((await call(electron, 'library.counts', {})).articles).toBe(0);
  await electron.do('hangPage', 1);
  await electron.do('hangPage', 1);
  await expect.poll(async () => (await dialogTexts(electron)).filter((text) => text.includes('does not answer'))).toHaveLength(1);
  for (let times = 0; times < 3; times += 1) await electron.do('crashPage', 1, 'crashed');
  await expect.poll(() => dialogTexts(electron)).toContainEqual(expect.stringContaining('could not be shown'));
});

test('the last window ends the application, in order, and frees the library', async ({ desktop }) => {
  const electron = await desktop.start();
  await importOne(desktop, electron);
  await electron.do('close', 1);
  expect(await electron.ended).toBe(0);
  const { status, stdout } = carrel(desktop, 'verify');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, articles: 1 });
});

test('quitting during an import ends it cleanly', async ({ desktop }) => {
  const electron = await desktop.start();
  for (let index = 0; index < 300; index += 1) desktop.write(`many/${index}.txt`, `Report ${index}\n\nThe gauge stood at ${index} centimetres in the morning, and nobody had read it twice.\n`);
  await electron.do('importDropped', 1, [{ name: 'many', path: path.join(desktop.folder, 'files/many') }]);
  expect(await electron.quit()).toBe(0);
  expect(JSON.parse(carrel(desktop, 'verify').stdout)).toMatchObject({ ok: true, problems: [] });
});

test('who quits a second time does not wait for a library that does not end', async ({ desktop }) => {
  const libraryModule = desktop.write('hanging.mjs', "process.parentPort.postMessage({ channel: 'state', message: { opened: true } });\nsetInterval(() => {}, 1000);\n");
  const electron = await desktop.start({ libraryModule });
  await electron.do('quit');
  expect(await electron.do('happened')).toContain('app:will-quit');
  expect(await electron.quit()).toBe(0);
});

test('a folder to watch is chosen in the system\'s dialog, and the window names none', async ({ desktop }) => {
  const electron = await desktop.start();
  const folder = path.dirname(desktop.write('clippings/ice.txt', ARTICLE));
  await electron.do('answer', { open: [folder] });
  expect(await call(electron, 'watched.choose', {})).toMatchObject({ folder: { path: folder } });
  await importsFinished(electron, 1);
  await expect.poll(async () => (await call(electron, 'watched.list', {})).folders).toMatchObject([{ path: folder, state: 'watching', taken: 1 }]);
  expect((await electron.do('dialogs')).map(({ options }) => options)).toEqual([expect.objectContaining({ properties: ['openDirectory'] })]);
  // Given up: nothing happens.
  expect(await call(electron, 'watched.choose', {})).toEqual({ folder: null });
  expect(await electron.do('call', 1, 'watched.add', { path: desktop.folder })).toMatchObject({ ok: false, error: { code: 'unknown-method' } });
});
