import { ByteReader, readerOf, readerOfNext } from './byte-reader.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { brokenOff, damagedArchive } from './damage.ts';
import { decodeEntryName } from './decode-entry-name.ts';
import { BLOCK_BYTES, isZeroBlock, readPax, readTarHeader, untilNul, type TarHeader } from './tar-header.ts';

const WHAT = 'This tar archive';
/** More about an entry than this (a name of a megabyte) is no name. */
const MOST_ABOUT_BYTES = 1024 * 1024;
/** Behind the end there are zeros up to some round number, and perhaps another archive. */
const MOST_ZERO_BLOCKS = 4_096;
const IS_LINK = 'This is a link to another file, which imports do not follow. Import what it leads to.';
const IS_DEVICE = 'This is a device or a pipe, not a file that holds an article.';
const IS_STRANGE = 'This entry of the archive is of a kind that Carrel does not know. Unpack the archive and import the file.';

export const tarContainer: Container = { name: 'tar', label: 'tar archive', reads: 'both', holds: 'files', list: listTar };

/** Entry by entry. Where a header is damaged the next good one is looked for, and at the end it is said that something is missing. */
async function* listTar({ reader: stream, file }: ContainerInput): AsyncGenerator<Contained> {
  // A reader of its own: files of the archive may be asked for while it goes on, and it may be listed twice.
  const reader = file === undefined ? stream : readerOf(file);
  let about: About = {};
  let isDamaged = false;
  for (;;) {
    const next = await readNextHeader(reader);
    if (next === 'end') break;
    isDamaged ||= next.isBehindDamage;
    const header = { ...next.header, ...(ABOUT_TYPES.has(next.header.type) ? {} : about) };
    const end = reader.position + header.sizeBytes;
    if (ABOUT_TYPES.has(header.type)) {
      about = { ...about, ...(await readAbout(reader, header)) };
    } else {
      about = {};
      const start = reader.position;
      const contained = describe(header, () => complete(file === undefined ? readerOfNext(reader, header.sizeBytes) : readerOf(file, start, end), header.sizeBytes));
      if (contained !== undefined) yield contained;
    }
    await passTo(reader, end + ((BLOCK_BYTES - (header.sizeBytes % BLOCK_BYTES)) % BLOCK_BYTES), end);
  }
  if (isDamaged) throw damagedArchive(WHAT);
}

/** What the entries before one say of it. */
type About = Partial<Pick<TarHeader, 'name' | 'sizeBytes'>>;

/** GNU's long name, and pax's records for the next entry. Those for all (`g`), and long names of links, are passed over. */
const ABOUT_TYPES = new Set(['L', 'K', 'x', 'X', 'g']);

async function readNextHeader(reader: ByteReader): Promise<{ header: TarHeader; isBehindDamage: boolean } | 'end'> {
  let isBehindDamage = false;
  let zeroBlocks = 0;
  for (;;) {
    const block = await reader.read(BLOCK_BYTES);
    const header = block.length === BLOCK_BYTES ? readTarHeader(block) : undefined;
    if (header !== undefined) return { header, isBehindDamage };
    if (block.length === BLOCK_BYTES && isZeroBlock(block)) {
      zeroBlocks += 1;
      if (zeroBlocks > MOST_ZERO_BLOCKS) return 'end';
    } else {
      // Behind the end anything may stand, which is not looked at; without an end something is missing.
      if (zeroBlocks > 0) return 'end';
      if (isBehindDamage && block.length < BLOCK_BYTES) throw damagedArchive(WHAT);
      if (block.length < BLOCK_BYTES) throw brokenOff(WHAT);
      isBehindDamage = true;
    }
  }
}

async function readAbout(reader: ByteReader, { type, sizeBytes }: TarHeader): Promise<About> {
  if (type === 'g' || type === 'K' || sizeBytes > MOST_ABOUT_BYTES) return {};
  const bytes = await reader.read(sizeBytes);
  return type === 'L' ? { name: decodeEntryName(untilNul(bytes)) } : readPax(bytes);
}

function describe(header: TarHeader, open: () => ByteReader): Contained | undefined {
  const name = header.name.replaceAll('\\', '/');
  switch (header.type) {
    case '0':
    case '7':
      // Before there were folders, they were files whose names end in a slash.
      return name.endsWith('/') ? { kind: 'companion', name } : { kind: 'file', name, sizeBytes: header.sizeBytes, open };
    case '5':
    case 'D':
      return { kind: 'companion', name };
    case '1':
    case '2':
      return { kind: 'failed', name, code: 'unsupported-format', message: IS_LINK };
    case '3':
    case '4':
    case '6':
      return { kind: 'failed', name, code: 'unsupported-format', message: IS_DEVICE };
    // The label of a volume.
    case 'V':
      return undefined;
    default:
      return { kind: 'failed', name, code: 'unsupported-format', message: IS_STRANGE };
  }
}

/** All of so many bytes, or an error. */
function complete(part: ByteReader, bytes: number): ByteReader {
  let left = bytes;
  return new ByteReader({
    next: async () => {
      const some = await part.readSome(left);
      if (some === undefined && left > 0) throw brokenOff('This file');
      left -= some?.length ?? 0;
      return some;
    },
  });
}

/** Passes over what is left of an entry. The last one may lack the zeros behind it. */
async function passTo(reader: ByteReader, place: number, end: number): Promise<void> {
  await reader.skip(place - reader.position);
  if (reader.position < end) throw brokenOff(WHAT);
}
