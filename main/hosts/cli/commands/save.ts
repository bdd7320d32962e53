import fs from 'node:fs';
import { SaveOptions } from '../../../contract/saving.ts';
import type { ImportEntry } from '../../../contract/imports.ts';
import { LibraryError } from '../../../contract/errors.ts';
import { withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { importReport, reportWords } from '../output/import-report.ts';
import { unwrap } from '../output/printer.ts';
import { followImport } from './import.ts';

export interface SaveFlags {
  readonly ndjson: boolean;
  readonly from?: string;
  readonly tag: string[];
  readonly collection: string[];
  readonly onDuplicate: string;
  readonly media: boolean;
}

/** Fetches pages by their addresses and keeps them, and reports each in exactly one list. */
export async function runSave(context: CommandContext, given: readonly string[], { ndjson, from, tag, collection, onDuplicate, media }: SaveFlags): Promise<number> {
  const list = from === undefined ? '' : readList(from);
  if (given.length === 0 && list === '') throw new LibraryError('usage', 'Name at least one address, or a file that lists some: carrel save --from list.txt');
  const options = SaveOptions.parse({ tags: tag, collections: collection, onDuplicate, media });
  return withLibrary(context, 'write', async (library) => {
    const started = performance.now();
    const entries: ImportEntry[] = [];
    library.importEntries.listen(({ entries: arrived }) => {
      // With --ndjson each line is its own report and need not be kept here.
      if (ndjson) for (const entry of arrived) context.printer.line(JSON.stringify(entry));
      else entries.push(...arrived);
    });
    const { addresses } = unwrap(await library.client['saving.find']({ text: list }));
    if (given.length === 0 && addresses.length === 0) throw new LibraryError('usage', 'There is no address in this list.');
    const { importId } = unwrap(await library.client['saving.start']({ addresses: [...given, ...addresses], options }));
    const ended = await followImport(context, library, importId);
    const seconds = Math.round(performance.now() - started) / 1000;
    if (ndjson) context.printer.line(JSON.stringify({ seconds }));
    else context.printer.result(importReport(entries, seconds), () => reportWords(entries, seconds, false));
    if (ended.state === 'cancelled') return EXIT.cancelled;
    return ended.counts.failed > 0 ? EXIT.someFailed : EXIT.done;
  });
}

/** A text file, or standard input. @throws LibraryError `usage` */
function readList(file: string): string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new LibraryError('usage', `The list of addresses cannot be read: ${file}`, { cause: error });
  }
}
