import fs from 'node:fs';
import { MOST_IDS } from '../../../contract/articles.ts';
import { MOST_ADDRESSES, SaveOptions } from '../../../contract/saving.ts';
import type { ImportEntry } from '../../../contract/imports.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { Library } from '../../../core/open-library.ts';
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
  readonly later: boolean;
  readonly unfetched: boolean;
}

/** Fetches pages by their addresses and keeps them, or only their addresses, and reports each in exactly one list. */
export async function runSave(context: CommandContext, given: readonly string[], { ndjson, from, tag, collection, onDuplicate, media, later, unfetched }: SaveFlags): Promise<number> {
  const list = from === undefined ? '' : readList(from);
  if (unfetched && later) throw new LibraryError('usage', '--later keeps addresses for later, and --unfetched fetches what was kept: give one of them.');
  if (given.length === 0 && list === '' && !unfetched) throw new LibraryError('usage', 'Name at least one address, or a file that lists some: carrel save --from list.txt');
  const options = SaveOptions.parse({ tags: tag, collections: collection, onDuplicate, media, later });
  return withLibrary(context, 'write', async (library) => {
    const started = performance.now();
    const entries: ImportEntry[] = [];
    library.importEntries.listen(({ entries: arrived }) => {
      // With --ndjson each line is its own report and need not be kept here.
      if (ndjson) for (const entry of arrived) context.printer.line(JSON.stringify(entry));
      else entries.push(...arrived);
    });
    const { addresses } = unwrap(await library.client['saving.find']({ text: list }));
    if (from !== undefined && given.length === 0 && addresses.length === 0) throw new LibraryError('usage', 'There is no address in this list.');
    const orders = [
      { all: [...given, ...addresses], options },
      { all: unfetched ? await listUnfetched(library) : [], options: { ...options, unfetched } },
    ];
    let exit: number = EXIT.done;
    for (const order of orders.flatMap(inParts)) {
      const { importId } = unwrap(await library.client['saving.start'](order));
      const { state, counts } = await followImport(context, library, importId);
      if (counts.failed > 0) exit = EXIT.someFailed;
      if (state === 'cancelled') exit = EXIT.cancelled;
      if (state !== 'finished') break;
    }
    const seconds = Math.round(performance.now() - started) / 1000;
    if (ndjson) context.printer.line(JSON.stringify({ seconds }));
    else context.printer.result(importReport(entries, seconds), () => reportWords(entries, seconds, false));
    return exit;
  });
}

function inParts({ all, options }: { readonly all: readonly string[]; readonly options: SaveOptions }): { addresses: string[]; options: SaveOptions }[] {
  return Array.from({ length: Math.ceil(all.length / MOST_ADDRESSES) }, (_, part) => ({ addresses: all.slice(part * MOST_ADDRESSES, (part + 1) * MOST_ADDRESSES), options }));
}

/** The addresses of all articles that are to be fetched. */
async function listUnfetched({ client }: Library): Promise<string[]> {
  const addresses = new Set<string>();
  for (let [offset, total] = [0, 1]; offset < total; offset += MOST_IDS) {
    const { ids, total: all } = unwrap(await client['articles.ids']({ in: 'unfetched', offset }));
    total = all;
    const { unfetched } = ids.length === 0 ? { unfetched: [] } : unwrap(await client['saving.addresses']({ ids }));
    for (const address of unfetched) addresses.add(address);
  }
  return [...addresses];
}

/** A text file, or standard input. @throws LibraryError `usage` */
function readList(file: string): string {
  try {
    return fs.readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new LibraryError('usage', `The list of addresses cannot be read: ${file}`, { cause: error });
  }
}
