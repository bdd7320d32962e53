import { readerOfNext, type ByteReader } from './byte-reader.ts';
import { brokenOff, damagedArchive } from './damage.ts';
import { readHeaders } from './http-message.ts';

/* Records by ISO 28500 (WARC 1.0 and 1.1), and by the older ARC format of the Internet Archive. */

export interface WebRecord {
  /** `response`, `resource`, `revisit`, `request`, ... */
  readonly type: string;
  /** The address that it was captured from; undefined where the record is about the archive. */
  readonly target: string | undefined;
  /** ISO 8601. */
  readonly date: string | undefined;
  /** As the record says of its block. */
  readonly contentType: string;
  readonly block: ByteReader;
}

const MOST_HEAD_BYTES = 64 * 1024;
const WHAT = 'This web archive';
const RECORD_START = /^WARC\/\d+\.\d+[ \t]*\r?\n/;

/**
 * Record by record. Where none begins, because the length of the one before is wrong, the next is looked for.
 *
 * @throws LibraryError `malformed` at the end where anything was wrong
 */
export async function* readWebRecords(reader: ByteReader): AsyncGenerator<WebRecord> {
  let isDamaged = false;
  for (;;) {
    await skipLineEnds(reader);
    const start = (await reader.peek(300)).toString('latin1');
    if (start === '') break;
    const isArc = !RECORD_START.test(start) && ARC_LINE.test(start);
    if (!isArc && !RECORD_START.test(start)) {
      isDamaged = true;
      await skipToRecord(reader);
      continue;
    }
    const head = isArc ? await readArcHead(reader) : await readWarcHead(reader);
    if (head === undefined) {
      isDamaged = true;
      continue;
    }
    const end = reader.position + head.sizeBytes;
    yield { ...head.facts, block: readerOfNext(reader, head.sizeBytes) };
    await reader.skip(end - reader.position);
    if (reader.position < end) throw brokenOff(WHAT);
  }
  if (isDamaged) throw damagedArchive(WHAT);
}

interface RecordHead {
  readonly facts: Omit<WebRecord, 'block'>;
  readonly sizeBytes: number;
}

/** Undefined, with some of it taken, where it is no head. */
async function readWarcHead(reader: ByteReader): Promise<RecordHead | undefined> {
  const known = await reader.peek(MOST_HEAD_BYTES);
  const end = /\r?\n\r?\n/.exec(known.toString('latin1'));
  if (end === null) {
    await reader.skip(1);
    return undefined;
  }
  const headers = readHeaders((await reader.read(end.index + end[0].length)).toString('utf8').split(/\r?\n/).slice(1));
  const length = headers.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) return undefined;
  // wget put its addresses in angle brackets, as the grammar of WARC 1.0 had it.
  const target = headers.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  const facts = { type: (headers.get('warc-type') ?? '').toLowerCase(), target, date: headers.get('warc-date'), contentType: headers.get('content-type') ?? '' };
  return { facts, sizeBytes: Number(length) };
}

/** `ADDRESS IP 20140216050221 text/html [more] LENGTH` */
const ARC_LINE = /^([a-z][a-z0-9+.-]{1,20}:\S{1,4000}) (\S{1,60}) (\d{8,14}) (\S{1,200})(?: \S{1,200}){0,5} (\d{1,15})\r?\n/;

async function readArcHead(reader: ByteReader): Promise<RecordHead | undefined> {
  const line = ARC_LINE.exec((await reader.peek(5_000)).toString('latin1'));
  if (line === null) {
    await reader.skip(1);
    return undefined;
  }
  await reader.skip(line[0].length);
  const [, target = '', , digits = '', contentType = '', length = ''] = line;
  const isAbout = target.startsWith('filedesc:');
  return { facts: { type: isAbout ? 'warcinfo' : 'response', target, date: isoOf(digits), contentType }, sizeBytes: Number(length) };
}

/** `20140216050221` as ISO 8601. */
function isoOf(digits: string): string | undefined {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** Whether a file that begins like this is one of them. */
export function looksLikeWebArchive(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 300);
  return RECORD_START.test(text) || /^filedesc:\/\/\S+ \S+ \d{8,14} /.test(text);
}

/** Between records there should be two line ends, and sometimes are more or none. */
async function skipLineEnds(reader: ByteReader): Promise<void> {
  for (;;) {
    const some = await reader.peek(16);
    const count = some.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
    await reader.skip(count === -1 ? some.length : count);
    if (count !== -1 || some.length === 0) return;
  }
}

const WINDOW_BYTES = 64 * 1024;

/** To the next line on which a record begins, or to the end. */
async function skipToRecord(reader: ByteReader): Promise<void> {
  await reader.skip(1);
  for (;;) {
    const window = await reader.peek(WINDOW_BYTES);
    const found = window.indexOf('\nWARC/', 0, 'latin1');
    if (found !== -1) {
      await reader.skip(found + 1);
      return;
    }
    if (window.length < WINDOW_BYTES) {
      await reader.skip(window.length);
      return;
    }
    await reader.skip(window.length - 5);
  }
}
