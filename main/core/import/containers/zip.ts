import { brokenOff, damagedArchive } from './damage.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { openZipContent, isEncryptedInPlace } from './zip-content.ts';
import type { RandomBytes } from './random-bytes.ts';
import { findZipDirectory, protectedArchive, readZipDirectory, type ZipRecord } from './zip-directory.ts';
import { salvageZip } from './zip-salvage.ts';
import type { UnpackBudget } from './unpack-budget.ts';

const WHAT = 'This zip archive';
const IS_LINK = 'This is a link to another file, which imports do not follow. Import what it leads to.';
const IS_DEVICE = 'This is a device or a pipe, not a file that holds an article.';

export const zipContainer: Container = { name: 'zip', label: 'zip archive', reads: 'file', holds: 'files', list: listZip };

/** By its directory; without one, by the headers of the files that are there. */
async function* listZip({ file, budget }: ContainerInput): AsyncGenerator<Contained> {
  if (file === undefined) throw new Error('A zip archive is read here and there');
  let isFirst = true;
  for await (const record of listRecords(file)) {
    // Archives are encrypted as a whole, with rare exceptions: then each file says so.
    if (isFirst && record.kind === 'file' && isEncryptedInPlace(file, record)) throw protectedArchive();
    if (record.kind === 'file') isFirst = false;
    yield describe(file, record, budget);
  }
}

async function* listRecords(file: RandomBytes): AsyncGenerator<ZipRecord> {
  const directory = findZipDirectory(file);
  if (directory !== undefined) return yield* readZipDirectory(file, directory);
  yield* salvageZip(file);
  throw file.sizeBytes === 0 ? damagedArchive(WHAT) : brokenOff(WHAT);
}

function describe(file: RandomBytes, record: ZipRecord, budget: UnpackBudget): Contained {
  const { name, sizeBytes } = record;
  switch (record.kind) {
    case 'file':
      return { kind: 'file', name, sizeBytes, open: () => openZipContent(file, record, budget) };
    case 'folder':
      return { kind: 'companion', name };
    case 'link':
      return { kind: 'failed', name, code: 'unsupported-format', message: IS_LINK };
    case 'device':
      return { kind: 'failed', name, code: 'unsupported-format', message: IS_DEVICE };
  }
}
