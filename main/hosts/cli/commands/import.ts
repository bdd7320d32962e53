import { ImportOptions, type ImportEntry, type ImportProgress } from '../../../contract/imports.ts';
import type { ImportId } from '../../../contract/ids.ts';
import type { Library } from '../../../core/open-library.ts';
import { withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { drawProgress } from '../output/draw-progress.ts';
import { importReport, reportWords } from '../output/import-report.ts';
import { unwrap } from '../output/printer.ts';

export interface ImportFlags {
  readonly ndjson: boolean;
  readonly reader?: string;
  readonly tag: string[];
  readonly collection: string[];
  readonly dryRun: boolean;
  readonly onDuplicate: string;
}

/** Imports files, folders and standard input, and reports each item in exactly one list. */
export async function runImport(context: CommandContext, paths: readonly string[], flags: ImportFlags): Promise<number> {
  const options = ImportOptions.parse({
    reader: flags.reader,
    tags: flags.tag,
    collections: flags.collection,
    dryRun: flags.dryRun,
    onDuplicate: flags.onDuplicate,
  });
  return withLibrary(context, 'write', async (library) => {
    const started = performance.now();
    const entries: ImportEntry[] = [];
    library.importEntries.listen(({ entries: arrived }) => {
      for (const entry of arrived) {
        if (flags.ndjson) context.printer.line(JSON.stringify(entry));
        // With --ndjson each line is its own report: a million items need no memory here.
        else entries.push(entry);
      }
    });
    const progress = await runAll(context, library, paths, options);
    const seconds = Math.round(performance.now() - started) / 1000;
    if (flags.ndjson) context.printer.line(JSON.stringify({ seconds }));
    else context.printer.result(importReport(entries, seconds), () => reportWords(entries, seconds, flags.dryRun));
    if (progress.some(({ state }) => state === 'cancelled')) return EXIT.cancelled;
    return progress.some(({ counts }) => (counts.failed ?? 0) > 0) ? EXIT.someFailed : EXIT.done;
  });
}

async function runAll(context: CommandContext, library: Library, paths: readonly string[], options: ImportOptions): Promise<ImportProgress[]> {
  const ended: ImportProgress[] = [];
  const files = paths.filter((path) => path !== '-');
  if (files.length > 0) {
    const { importId } = unwrap(await library.client['imports.startPaths']({ paths: files, options }));
    ended.push(await followImport(context, library, importId));
  }
  if (files.length < paths.length) {
    const { importId } = unwrap(await library.client['imports.openUpload']({ label: 'Standard input', options }));
    await library.receiveFile(importId, 'standard input', '-', process.stdin);
    unwrap(await library.client['imports.closeUpload']({ importId }));
    ended.push(await followImport(context, library, importId));
  }
  return ended;
}

/** Waits for an import to end, drawing its progress; Ctrl+C cancels it, a second one leaves at once. */
export async function followImport({ printer }: CommandContext, library: Library, importId: ImportId): Promise<ImportProgress> {
  const bar = printer.interactive ? drawProgress() : undefined;
  const onInterrupt = () => {
    process.once('SIGINT', () => process.exit(EXIT.cancelled));
    void library.client['imports.cancel']({ importId });
  };
  process.once('SIGINT', onInterrupt);
  try {
    return await new Promise<ImportProgress>((resolve) => {
      const take = (progress: ImportProgress) => {
        bar?.update(progress);
        if (progress.state !== 'running' && progress.state !== 'receiving') resolve(progress);
      };
      library.events.listen((event) => {
        if (event.type === 'import-progress' && event.progress.id === importId) take(event.progress);
      });
      void library.client['imports.get']({ importId }).then((outcome) => take(unwrap(outcome)));
    });
  } finally {
    process.removeListener('SIGINT', onInterrupt);
    bar?.stop();
  }
}
