import fs from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openLibrary } from '../open-library.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';

it('ends the import of a pasted text that could not be taken', async () => {
  const root = makeScratchFolder();
  const library = await openLibrary(
    { root, access: 'write' },
    {
      hostName: 'a test',
      version: '1.2.3',
      settings: { read: () => ({}), write: () => {} },
      workerFile: (name) => new URL(`../workers/${name}.ts`, import.meta.url),
      samplesFolder: root,
      now: () => new Date(),
      logUnexpected: () => {},
    },
  );
  onTestFinished(() => library.close());
  // Where the folder for files on their way in should be, nothing can be written.
  fs.writeFileSync(path.join(root, 'incoming'), '');
  expect((await library.client['imports.startText']({ text: 'A story.' })).ok).toBe(false);
  await vi.waitFor(async () => expect(await library.client['imports.list']({})).toMatchObject({ ok: true, value: { imports: [{ state: 'finished' }] } }));
});
