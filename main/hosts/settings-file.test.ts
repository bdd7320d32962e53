import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LibraryError } from '../contract/errors.ts';
import { DEFAULT_SETTINGS, Settings } from '../contract/settings.ts';
import { JsonSettingsFile, settingsFolder } from './settings-file.ts';

function makeFile(content?: string) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-test-'));
  onTestFinished(() => {
    fs.chmodSync(folder, 0o700);
    fs.rmSync(folder, { recursive: true, force: true });
  });
  const said: string[] = [];
  const file = new JsonSettingsFile(path.join(folder, 'config'), (message) => said.push(message));
  if (content !== undefined) {
    fs.mkdirSync(path.dirname(file.path));
    fs.writeFileSync(file.path, content);
  }
  const onDisk = (): unknown => JSON.parse(fs.readFileSync(file.path, 'utf8'));
  return { file, said, onDisk, aside: `${file.path}.damaged` };
}

const changed = (file: JsonSettingsFile, change: Partial<Settings>) => file.write({ ...Settings.parse(file.read()), ...change });

/** Runs code in another process, and returns what it prints. */
function runApart(code: string): string {
  const address = (file: string) => JSON.stringify(new URL(file, import.meta.url).href);
  const imports = `import fs from 'node:fs'; import { JsonSettingsFile, settingsFolder } from ${address('./settings-file.ts')}; import { Settings } from ${address('../contract/settings.ts')};`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', `${imports}${code}`], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout;
}

const changeTextSize = (file: JsonSettingsFile) =>
  `(async () => { const file = new JsonSettingsFile(${JSON.stringify(path.dirname(file.path))}, () => {}); await file.write({ ...Settings.parse(file.read()), textSize: 130 }); })()`;

it('lies where CARREL_CONFIG says, from where the program was started, and else in the system\'s place', () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('CARREL_CONFIG', 'mine');
  expect(settingsFolder()).toBe(path.resolve('mine'));
  vi.stubEnv('CARREL_CONFIG', '');
  expect(settingsFolder()).toMatch(/Carrel/);
  expect(path.isAbsolute(settingsFolder())).toBe(true);
});

describe('the settings file', () => {
  it('is made by the first change, for its owner alone, with only what was chosen', async () => {
    const { file, onDisk, said } = makeFile();
    expect(file.read()).toEqual({});
    expect(fs.existsSync(path.dirname(file.path))).toBe(false);
    await changed(file, { theme: 'dark' });
    expect(onDisk()).toEqual({ theme: 'dark' });
    if (process.platform !== 'win32') expect(fs.statSync(file.path).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(path.dirname(file.path))).toEqual(['settings.json']);
    expect(said).toEqual([]);
  });

  it('keeps lists, and says nothing of them', async () => {
    const { file, onDisk, said } = makeFile();
    await file.write(Settings.parse({ theme: 'dark' }));
    expect(onDisk()).toEqual({ theme: 'dark' });
    await file.write(Settings.parse({ theme: 'dark', allowedHosts: ['intranet.example'] }));
    await file.write(Settings.parse({ theme: 'sepia', allowedHosts: ['intranet.example'] }));
    expect(onDisk()).toEqual({ theme: 'sepia', allowedHosts: ['intranet.example'] });
    expect(Settings.parse(file.read()).allowedHosts).toEqual(['intranet.example']);
    expect(said).toEqual([]);
  });

  it('keeps what a newer version wrote there, names and values', async () => {
    const { file, onDisk, said } = makeFile('{"holograms":{"on":true},"theme":"ultraviolet","textSize":110}');
    expect(Settings.parse(file.read())).toEqual({ ...DEFAULT_SETTINGS, textSize: 110 });
    await changed(file, { textSize: 120 });
    expect(onDisk()).toEqual({ holograms: { on: true }, theme: 'ultraviolet', textSize: 120 });
    expect(said).toEqual([expect.stringMatching(/"theme".*"system" is used/)]);
  });

  it.each(['{"theme":"da', '', '[1,2]', '"text"', 'null', '\u0000\u0000\u0000'])('is set aside, once and with a word, when it holds %j', async (content) => {
    const { file, said, aside, onDisk } = makeFile(content);
    expect(file.read()).toEqual({});
    expect(file.read()).toEqual({});
    expect(fs.readFileSync(aside, 'utf8')).toBe(content);
    await changed(file, { theme: 'sepia' });
    expect(onDisk()).toEqual({ theme: 'sepia' });
    expect(said).toEqual([expect.stringContaining(`kept as ${aside}`)]);
  });

  it('is set aside when it is a folder', async () => {
    const { file, said, aside, onDisk } = makeFile();
    fs.mkdirSync(path.join(file.path, 'inside'), { recursive: true });
    expect(file.read()).toEqual({});
    expect(fs.existsSync(path.join(aside, 'inside'))).toBe(true);
    await changed(file, { theme: 'sepia' });
    expect(onDisk()).toEqual({ theme: 'sepia' });
    expect(said).toHaveLength(1);
  });

  it('that cannot be written is said in words, and stays as it was', async () => {
    const { file, onDisk } = makeFile('{"theme":"dark"}');
    // A file where the folder should be fails for everybody, an administrator too.
    const blocked = new JsonSettingsFile(path.join(file.path, 'below'), () => {});
    const failure = await changed(blocked, { theme: 'sepia' }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(LibraryError);
    expect(failure).toMatchObject({ code: 'read-only', message: expect.stringMatching(/could not be saved in .*settings\.json/) });
    expect(onDisk()).toEqual({ theme: 'dark' });
  });

  it('is whole after a write that failed at its last step', async () => {
    const { file, onDisk } = makeFile('{"theme":"dark"}');
    // In a process of its own: the writer takes its disk calls when it is loaded.
    const code = runApart(`
      fs.renameSync = () => { throw Object.assign(new Error('no space'), { code: 'ENOSPC' }); };
      ${changeTextSize(file)}.catch((error) => process.stdout.write(error.code));`);
    expect(code).toBe('disk-full');
    expect(onDisk()).toEqual({ theme: 'dark' });
  });

  it('keeps the changes of two processes', async () => {
    const { file, onDisk } = makeFile();
    await changed(file, { theme: 'dark' });
    runApart(`await ${changeTextSize(file)};`);
    await changed(file, { letterKeys: false });
    expect(onDisk()).toEqual({ theme: 'dark', textSize: 130, letterKeys: false });
  });

  it('tells of changes, whoever makes them, until it is asked to stop', async () => {
    const { file } = makeFile('{}');
    let told = 0;
    const stop = file.watch(() => (told += 1));
    onTestFinished(stop);
    let written = 70;
    const writeAndLook = () => {
      // Again and again: a change in the moment in which watching begins is nobody's.
      fs.writeFileSync(file.path, `{"textSize":${(written += 1)}}`);
      expect(told).toBeGreaterThan(0);
    };
    await vi.waitFor(writeAndLook, { timeout: 25_000, interval: 1_500 });
    stop();
  });
});
