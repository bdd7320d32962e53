import path from 'node:path';
import { Readable } from 'node:stream';
import type { LibraryHandlers } from '../../contract/contract.ts';
import { ImportOptions } from '../../contract/imports.ts';
import { REPORT_HEADER, reportToCsv } from '../export/report-csv.ts';
import type { LibraryParts } from './library-parts.ts';

type ImportHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `imports.${string}`>>;

export function importHandlers(parts: LibraryParts): ImportHandlers {
  const { imports, onward, reports, uploads, writer, samplesFolder } = parts;
  return {
    'imports.startPaths': async ({ paths, options }) => {
      await writer.open();
      const absolute = paths.map((one) => path.resolve(one));
      return { importId: imports.startPaths(absolute, labelOf(paths), options) };
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
    'imports.cancel': async ({ importId }) => {
      if (imports.find(importId)) uploads.cancel(importId);
      else await reports.cancel(importId);
      return {};
    },
    'imports.pause': async ({ importId }) => {
      await onward.pause(importId);
      return {};
    },
    'imports.continue': async ({ importId }) => {
      await onward.continue(importId);
      return { importId };
    },
    'imports.resume': async ({ importId }) => {
      await onward.continue(importId);
      return { importId };
    },
    'imports.retry': async ({ importId, entries }) => ({ importId, retried: await onward.retry(importId, entries) }),
    'imports.list': (page) => reports.list(page),
    'imports.get': ({ importId }) => reports.get(importId),
    'imports.preview': ({ importId }) => imports.preview(importId),
    'imports.entries': (query) => reports.entries(query),
    'imports.csv': async ({ header, importId, ...page }) => {
      const { total, entries } = await reports.report(importId, page);
      return { total, csv: (header ? REPORT_HEADER : '') + reportToCsv(entries) };
    },
    'imports.articleIds': async ({ importId, limit, offset }) => {
      const ids = await reports.articleIds(importId);
      return { total: ids.length, ids: ids.slice(offset, offset + limit) };
    },
    'imports.undo': ({ importId }) => reports.undo(importId),
    'imports.forget': async ({ importId }) => {
      await reports.forget(importId);
      return {};
    },
  };
}

/** What the user would call it: the one name, or the first and how many more. */
function labelOf(paths: readonly string[]): string {
  const first = path.basename(path.resolve(paths[0] ?? ''));
  return paths.length > 1 ? `${first} and ${paths.length - 1} more` : first;
}
