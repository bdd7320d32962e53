import { ImportOptions, type ImportEntry, type ImportProgress } from '../../../contract/imports.ts';
import { LibraryError } from '../../../contract/errors.ts';
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
  readonly books: string;
}

/** Imports files, folders and standard input, and reports each item in exactly one list. */
export async function runImport(context: CommandContext, paths: readonly string[], flags: ImportFlags): Promise<number> {
  const options = parseOptions(flags);
  return withLibrary(context, 'write', async (library) => {
    const started = performance.now();
    const entries: ImportEntry[] = [];
    let failed = 0;
    const report = (entry: ImportEntry) => {
      if (entry.list === 'failed') failed += 1;
      // With --ndjson each line is its own report and need not be kept here.
      if (flags.ndjson) context.printer.line(JSON.stringify(entry));
      else entries.push(entry);
    };
    library.importEntries.listen(({ entries: arrived }) => arrived.forEach(report));
    const progress = await runAll(context, library, { paths, options, report });
    const seconds = Math.round(performance.now() - started) / 1000;
    if (flags.ndjson) context.printer.line(JSON.stringify({ seconds }));
    else context.printer.result(importReport(entries, seconds), () => reportWords(entries, seconds, flags.dryRun));
    if (progress.some(({ state }) => state === 'cancelled')) return EXIT.cancelled;
    return failed > 0 ? EXIT.someFailed : EXIT.done;
  });
}

/** @throws LibraryError `usage` */
function parseOptions({ reader, tag, collection, dryRun, onDuplicate, books }: ImportFlags): ImportOptions {
  const parsed = ImportOptions.safeParse({ reader, tags: tag, collections: collection, dryRun, onDuplicate, books });
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map(({ path, message }) => `${path.join(' ')}: ${message}`);
  throw new LibraryError('usage', `These options do not fit: ${told.join('; ')} (see carrel import --help)`);
}

interface Order {
  readonly paths: readonly string[];
  readonly options: ImportOptions;
  readonly report: (entry: ImportEntry) => void;
}

async function runAll(context: CommandContext, library: Library, { paths, options, report }: Order): Promise<ImportProgress[]> {
  const ended: ImportProgress[] = [];
  const files = paths.filter((path) => path !== '-');
  if (files.length > 0) {
    const { importId } = unwrap(await library.client['imports.startPaths']({ paths: files, options }));
    ended.push(await followImport(context, library, importId));
  }
  const cancelled = ended.some(({ state }) => state === 'cancelled');
  if (files.length < paths.length && !cancelled) {
    const { importId } = unwrap(await library.client['imports.openUpload']({ label: 'Standard input', options }));
    await receiveInput(library, importId, report);
    unwrap(await library.client['imports.closeUpload']({ importId }));
    ended.push(await followImport(context, library, importId));
  }
  return ended;
}

/** Standard input that cannot be taken is a failed item like another: the report of the files stands. */
async function receiveInput(library: Library, importId: ImportId, report: Order['report']): Promise<void> {
  try {
    await library.receiveFile(importId, 'standard input', '-', process.stdin);
  } catch (error) {
    if (!(error instanceof LibraryError)) throw error;
    report({ list: 'failed', source: '-', code: error.code, message: error.message });
  }
}

const UNDER_WAY: ReadonlySet<ImportProgress['state']> = new Set(['receiving', 'running', 'paused']);

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
        if (!UNDER_WAY.has(progress.state)) resolve(progress);
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
