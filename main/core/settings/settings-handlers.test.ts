import { expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts';
import { createSettingsHandlers } from './settings-handlers.ts';

/** A file in memory, as slow as a disk may be. */
function makeFile(held: unknown) {
  const file = {
    held,
    read: async (): Promise<unknown> => {
      await new Promise(setImmediate);
      return file.held;
    },
    write: async (settings: Settings): Promise<void> => {
      await new Promise(setImmediate);
      file.held = settings;
    },
  };
  return file;
}

const noInput = {};

it.each([[{}], [undefined], [null], ['text'], [[1, 2]], [{ theme: 'pink', textSize: '100', lineHeight: -1 }]])('%j means the usual settings', async (held) => {
  expect(await createSettingsHandlers(makeFile(held), () => {})['settings.get'](noInput)).toEqual(DEFAULT_SETTINGS);
});

it('each setting falls back on its own', async () => {
  const handlers = createSettingsHandlers(makeFile({ theme: 'sepia', textSize: 5_000 }), () => {});
  expect(await handlers['settings.get'](noInput)).toEqual({ ...DEFAULT_SETTINGS, theme: 'sepia' });
});

it('a change is written, answered with all settings, and told once', async () => {
  const file = makeFile({ theme: 'dark' });
  let told = 0;
  const handlers = createSettingsHandlers(file, () => (told += 1));
  expect(await handlers['settings.change']({ textSize: 120, theme: undefined })).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', textSize: 120 });
  expect(file.held).toMatchObject({ theme: 'dark', textSize: 120 });
  expect(told).toBe(1);
});

it('changes that are made at the same time are all kept', async () => {
  const file = makeFile({});
  const handlers = createSettingsHandlers(file, () => {});
  await Promise.all([handlers['settings.change']({ theme: 'dark' }), handlers['settings.change']({ textSize: 90 }), handlers['settings.change']({ letterKeys: false })]);
  expect(file.held).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', textSize: 90, letterKeys: false });
});

it('a change that cannot be written is refused and not told, and the next one works', async () => {
  const file = makeFile({});
  const { write } = file;
  file.write = () => Promise.reject(new LibraryError('read-only', 'It cannot be written.'));
  let told = 0;
  const handlers = createSettingsHandlers(file, () => (told += 1));
  await expect(handlers['settings.change']({ theme: 'dark' })).rejects.toThrow('It cannot be written.');
  expect(told).toBe(0);
  file.write = write;
  expect(await handlers['settings.change']({ textSize: 90 })).toEqual({ ...DEFAULT_SETTINGS, textSize: 90 });
});
