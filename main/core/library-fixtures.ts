import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { HostServices } from './host-services.ts';
import { openLibrary, type Library, type OpenOptions } from './open-library.ts';

/** What a host lends, for the whole library with its real workers. An error that nobody expected fails the test. */
export const testServices: HostServices = {
  hostName: 'a test',
  version: '1.2.3',
  settings: { read: () => ({}), write: () => {} },
  workerFile: (name) => new URL(`./workers/${name}.ts`, import.meta.url),
  samplesFolder: path.resolve('resources/samples'),
  now: () => new Date(),
  logUnexpected: (error) => {
    throw error;
  },
};

/** A library that is closed when the test ends. */
export async function openForTest(root: string, more: Partial<OpenOptions> = {}, services = testServices): Promise<Library> {
  const library = await openLibrary({ root, access: 'write', ...more }, services);
  onTestFinished(() => library.close());
  return library;
}
