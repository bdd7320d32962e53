import { LibraryError } from '../../contract/errors.ts';
import type { ImportId } from '../../contract/ids.ts';
import { findSources, type Source } from '../import/find-sources.ts';
import type { ImportQueue } from '../import/import-queue.ts';
import { findAgain } from '../import/retry-sources.ts';
import { SettledItems } from '../import/settled-items.ts';
import { orderAddresses } from '../save/order-addresses.ts';
import { noImport, type ImportToContinue, type SettledItem } from '../store/import-rows.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import type { ImportReports } from './import-reports.ts';

export interface OnwardParts {
  readonly imports: ImportQueue;
  readonly reports: ImportReports;
  readonly reader: RestartingLink<ReadCalls>;
}

/** Going on with imports that were stopped, and trying again what failed. */
export class ImportsOnward {
  readonly #parts: OnwardParts;

  constructor(parts: OnwardParts) {
    this.#parts = parts;
  }

  /** @throws LibraryError `not-found`, `invalid-input` when it has ended */
  async pause(id: ImportId): Promise<void> {
    const { imports, reports } = this.#parts;
    const { state } = await reports.get(id);
    if (state === 'running' || state === 'receiving') return imports.pause(id);
    if (state === 'interrupted') return reports.setState(id, 'paused');
    if (state !== 'paused') throw new LibraryError('invalid-input', 'This import has ended: there is nothing to pause.');
  }

  /** Goes on with one that is paused or was interrupted. @throws LibraryError `not-found`, `invalid-input` */
  async continue(id: ImportId): Promise<void> {
    const { imports, reports } = this.#parts;
    if (imports.find(id)) return imports.continue(id);
    const { state, origin } = await reports.get(id);
    if (state !== 'paused' && state !== 'interrupted') throw new LibraryError('invalid-input', 'This import has ended. What failed in it can be tried again.');
    if (origin === 'watched') throw new LibraryError('invalid-input', 'Carrel goes on with it by itself as long as the folder is watched.');
    if (origin !== 'paths' && origin !== 'addresses') throw new LibraryError('invalid-input', GONE);
    const { known, reported } = await this.#read(id);
    // Somebody else may have asked for it meanwhile.
    if (imports.find(id)) return;
    imports.goOn({ ...known, sources: sourcesOf(known.facts), settled: new SettledItems(reported), found: 0 });
  }

  /**
   * Tries failed entries again, all of them by default. Returns how many.
   *
   * @throws LibraryError `not-found`, `invalid-input` while it is under way, or where nothing can be tried
   */
  async retry(id: ImportId, numbers?: readonly number[]): Promise<number> {
    const { imports, reports } = this.#parts;
    await reports.needEnded(id);
    const { known, reported } = await this.#read(id);
    if (known.facts.origin === 'upload') throw new LibraryError('invalid-input', GONE);
    const wanted = numbers && new Set(numbers);
    const again = reported.filter(({ list, number }) => list === 'failed' && (wanted?.has(number) ?? true));
    if (again.length === 0) throw new LibraryError('invalid-input', 'There is nothing in this report that could be tried again.');
    await reports.needEnded(id);
    const settled = new SettledItems(reported, again);
    const sources = known.facts.origin === 'addresses' ? orderAddresses(again.map(({ source }) => source), known.facts.options) : findAgain(again, known.facts.paths, (folder, first) => settled.standIn(folder, first));
    imports.goOn({ ...known, sources, settled, found: known.kept.done - again.length });
    return again.length;
  }

  /** Goes on with all imports that were cut off. */
  async continueAll(): Promise<void> {
    const unended = await this.#parts.reader.call('unended', undefined);
    const tries = await Promise.allSettled(unended.filter(({ id, origin }) => (origin === 'paths' || origin === 'addresses') && !this.#parts.imports.find(id)).map(({ id }) => this.continue(id)));
    for (const tried of tries) if (tried.status === 'rejected') throw tried.reason;
  }

  async #read(id: ImportId): Promise<{ known: ImportToContinue; reported: readonly SettledItem[] }> {
    const { reader } = this.#parts;
    const [known, reported] = await Promise.all([reader.call('importToContinue', id), reader.call('settled', id)]);
    if (!known) throw noImport();
    return { known, reported };
  }
}

function sourcesOf({ origin, options, paths }: ImportToContinue['facts']): AsyncIterable<Source> {
  return origin === 'addresses' ? orderAddresses(paths, options) : findSources(paths);
}

const GONE = 'What was handed over to this import is not kept. Hand the files over once more: what is in the library already is not imported twice.';
