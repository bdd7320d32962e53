import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, vi } from 'vitest';
import type { Outcome } from '../../contract/define.ts';
import type { ImportProgress } from '../../contract/imports.ts';
import type { WatchedFolder } from '../../contract/watched.ts';
import type { HostServices } from '../host-services.ts';
import { testServices as libraryServices } from '../library-fixtures.ts';
import { openLibrary, type Library, type OpenOptions } from '../open-library.ts';

/** For tests: waits that are short, and still longer than a machine under load takes between two looks. */
export const TEST_TIMES = { settleMs: 400, lookMs: 1_500, goneMs: 200, troubleMs: 500 };

export function testServices(more: Partial<HostServices> = {}): HostServices {
  return { ...libraryServices, watchTimes: TEST_TIMES, ...more };
}

/** For tests: a library that stays open, as in a host with a window, until the test closes it. */
export function openToClose(root: string, services: HostServices = testServices(), more: Partial<OpenOptions> = {}): Promise<Library> {
  return openLibrary({ root, access: 'write', staysOpen: true, ...more }, services);
}

/** The same, until the test has ended. */
export async function openWatching(root: string, services?: HostServices, more?: Partial<OpenOptions>): Promise<Library> {
  const library = await openToClose(root, services, more);
  onTestFinished(() => library.close());
  return library;
}

export function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

export async function watch(library: Library, folder: string): Promise<WatchedFolder> {
  return value(await library.client['watched.add']({ path: folder }));
}

export async function folders(library: Library): Promise<WatchedFolder[]> {
  return value(await library.client['watched.list']({})).folders;
}

/** The one watched folder. */
export async function only(library: Library): Promise<WatchedFolder> {
  const [folder] = await folders(library);
  if (!folder) throw new Error('no folder is watched');
  return folder;
}

export async function imports(library: Library): Promise<ImportProgress[]> {
  return value(await library.client['imports.list']({})).imports;
}

export async function titles(library: Library): Promise<string[]> {
  const { articles } = value(await library.client['articles.list']({ limit: 500, sort: 'title' }));
  return articles.map(({ title }) => title);
}

/** Waits until so many files were taken, nothing waits, and no import is under way. */
export async function untilTaken(library: Library, files: number): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await only(library)).toMatchObject({ state: 'watching', taken: files, waiting: 0 });
      expect((await imports(library)).map(({ state }) => state)).not.toContain('running');
      expect((await imports(library)).map(({ state }) => state)).not.toContain('receiving');
    },
    { timeout: 40_000, interval: 50 },
  );
}

/** Longer than it takes until a file that came is taken: what has not happened by then does not happen. */
export async function longEnough(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, TEST_TIMES.lookMs + TEST_TIMES.settleMs * 4));
}

export function write(folder: string, name: string, text: string): string {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

/** A text whose headline is its title. */
export function story(title: string): string {
  return `${title}\n\nThe keeper of the light wrote this down on the evening of the storm, when the ferry did not come: ${title}.\n`;
}
