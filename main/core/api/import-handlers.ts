import path from 'node:path';
import { Readable } from 'node:stream';
import type { LibraryHandlers } from '../../contract/contract.ts';
import { ImportOptions } from '../../contract/imports.ts';
import type { LibraryParts } from './library-parts.ts';

type ImportHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `imports.${string}`>>;

export function importHandlers({ imports, uploads, writer, samplesFolder }: LibraryParts): ImportHandlers {
  return {
    'imports.startPaths': async ({ paths, options }) => {
      await writer.open();
      return { importId: imports.startPaths(paths, labelOf(paths), options) };
    },
    'imports.startText': async ({ text, name, options }) => {
      await writer.open();
      const importId = uploads.open(name, options);
      try {
        await uploads.receive(importId, 'pasted text', '-', Readable.from([Buffer.from(text)]));
      } finally {
        // Without the text, too (a full disk): an import that waits for it would not end.
        uploads.close(importId);
      }
      return { importId };
    },
    'imports.startSamples': async () => {
      await writer.open();
      return { importId: imports.startPaths([samplesFolder], 'Sample articles', ImportOptions.parse({})) };
    },
    'imports.openUpload': async ({ label, options }) => {
      await writer.open();
      return { importId: uploads.open(label, options) };
    },
    'imports.closeUpload': ({ importId }) => {
      uploads.close(importId);
      return {};
    },
    'imports.cancel': ({ importId }) => {
      uploads.cancel(importId);
      return {};
    },
    'imports.list': () => ({ imports: imports.list() }),
    'imports.get': ({ importId }) => imports.get(importId),
    'imports.entries': ({ importId, list, offset, limit }) => imports.entries(importId, list, offset, limit),
  };
}

/** What the user would call it: the one name, or the first and how many more. */
function labelOf(paths: readonly string[]): string {
  const first = path.basename(path.resolve(paths[0] ?? ''));
  return paths.length > 1 ? `${first} and ${paths.length - 1} more` : first;
}
