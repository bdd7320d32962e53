import { LibraryError } from '../../../contract/errors.ts';
import type { ByteReader } from './byte-reader.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { damagedArchive } from './damage.ts';
import { inflateStream } from './inflate-stream.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { WaczPages } from './wacz-pages.ts';
import { listCaptures } from './warc.ts';
import { zipContainer } from './zip.ts';

const IS_CAPTURES = /(?:^|\/)archive\/[^/]+\.w?arc(?:\.gz|\.zst)?$/i;
const IS_PAGES = /^pages\/[^/]+\.jsonl$/i;

/** A zip archive with captures in WARC files, and lists of the pages among them (WACZ 1.1.1). */
export const waczContainer: Container = { name: 'wacz', label: 'web archive', reads: 'file', holds: 'items', list: listWacz };

async function* listWacz(input: ContainerInput): AsyncGenerator<Contained> {
  const pages = await readPages(input);
  let problem: unknown;
  let holdsCaptures = false;
  for await (const part of zipContainer.list(input)) {
    if (part.kind !== 'file' || !IS_CAPTURES.test(part.name)) {
      yield part.kind === 'failed' ? part : { kind: 'companion', name: part.name };
      continue;
    }
    holdsCaptures = true;
    try {
      yield* listCaptures(await unpacked(part.open(), input.budget), input.budget, pages);
    } catch (error) {
      // The other files of captures are read all the same.
      if (!(error instanceof LibraryError) || input.budget.overdrawn) throw error;
      problem = error;
    }
  }
  if (!holdsCaptures) throw new LibraryError('malformed', 'This WACZ file holds no web archive. Download or export it again.');
  yield* pages.missing();
  if (problem !== undefined) throw damagedArchive('This web archive', problem);
}

async function unpacked(reader: ByteReader, budget: UnpackBudget): Promise<ByteReader> {
  const start = (await reader.peek(4)).toString('hex');
  if (start.startsWith('1f8b')) return inflateStream(reader, 'gzip', budget);
  return start === '28b52ffd' ? inflateStream(reader, 'zstd', budget) : reader;
}

/** The lists stand behind the captures in most files, so they are read first. */
async function readPages(input: ContainerInput): Promise<WaczPages> {
  const pages = new WaczPages();
  try {
    for await (const part of zipContainer.list(input)) {
      if (part.kind === 'file' && IS_PAGES.test(part.name)) await pages.add(part.open());
    }
  } catch (error) {
    // Without lists every page counts; what is wrong with the archive is said when it is read.
    if (!(error instanceof LibraryError)) throw error;
  }
  return pages;
}
