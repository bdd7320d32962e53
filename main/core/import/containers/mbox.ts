import { LIMITS } from '../../base/limits.ts';
import { readerOf, type ByteReader } from './byte-reader.ts';
import type { Contained, Container, ContainerInput } from './container.ts';
import { tooLargeInside } from './damage.ts';
import { inMemory } from './random-bytes.ts';

/**
 * The line that parts messages: "From ", who sent it, and when. What programs write between varies, and in texts lines begin
 * with "From" too: a time and a year make the difference.
 */
export const PARTING_LINE = /^From (?=.*\d{1,2}:\d{2})(?=.*\b(?:19|20)\d{2}\b).{1,400}$/;
const HEADER_LINE = /^(?:[!-9;-~]{1,80}:|>?From )/;
const FROM = Buffer.from('\nFrom ');
/** A parting line and the beginning of the line behind it. */
const LOOK_AHEAD_BYTES = 1_024;
const WINDOW_BYTES = 256 * 1024;
const NEW_LINE = 0x0a;
const RETURN = 0x0d;

export const mboxContainer: Container = { name: 'mbox', label: 'mailbox', reads: 'stream', holds: 'items', list: listMbox };

/** Whether a file that begins like this is a mailbox. */
export function looksLikeMbox(head: Buffer): boolean {
  return PARTING_LINE.test(lineOf(head.toString('latin1', 0, LOOK_AHEAD_BYTES).trimStart(), 0));
}

/** Message by message, numbered from 1. */
async function* listMbox({ reader }: ContainerInput): AsyncGenerator<Contained> {
  await skipBlank(reader);
  for (let number = 1; (await reader.peek(1)).length > 0; number += 1) {
    await skipLine(reader);
    const { bytes, sizeBytes } = await readMessage(reader);
    const fileName = `${number}.eml`;
    if (bytes === undefined) {
      const { code, message } = tooLargeInside(sizeBytes, LIMITS.articleFileBytes);
      yield { kind: 'failed', name: `${number}`, code, message };
    } else {
      const message = inMemory(unquote(bytes));
      yield { kind: 'file', name: `${number}`, fileName, sizeBytes: message.sizeBytes, open: () => readerOf(message) };
    }
  }
}

async function skipBlank(reader: ByteReader): Promise<void> {
  for (;;) {
    const [byte] = await reader.peek(1);
    if (byte === undefined || !/\s/.test(String.fromCharCode(byte))) return;
    await reader.skip(1);
  }
}

async function skipLine(reader: ByteReader): Promise<void> {
  for (;;) {
    const some = await reader.peek(LOOK_AHEAD_BYTES);
    const end = some.indexOf(NEW_LINE);
    await reader.skip(end === -1 ? some.length : end + 1);
    if (end !== -1 || some.length === 0) return;
  }
}

/** Up to the next parting line. Without bytes where it is larger than a message can be. */
async function readMessage(reader: ByteReader): Promise<{ bytes: Buffer | undefined; sizeBytes: number }> {
  const parts: Buffer[] = [];
  let sizeBytes = 0;
  for (;;) {
    const window = await reader.peek(WINDOW_BYTES);
    const { bytes, isEnd } = findEnd(window, window.length < WINDOW_BYTES);
    const part = await reader.read(bytes);
    sizeBytes += part.length;
    if (sizeBytes <= LIMITS.articleFileBytes) parts.push(part);
    else parts.length = 0;
    if (isEnd) break;
  }
  return { bytes: sizeBytes <= LIMITS.articleFileBytes ? Buffer.concat(parts) : undefined, sizeBytes };
}

/** How much of what comes next belongs to the message, and whether that is all of it. */
function findEnd(window: Buffer, isLast: boolean): { bytes: number; isEnd: boolean } {
  // A message without anything in it.
  if (window.toString('latin1', 0, 5) === 'From ' && isParting(window, 0)) return { bytes: 0, isEnd: true };
  for (let at = window.indexOf(FROM); at !== -1; at = window.indexOf(FROM, at + 1)) {
    // Too near to the end of what is known: the next window begins before it, and before the line end that may be there.
    if (!isLast && at + LOOK_AHEAD_BYTES > window.length) return { bytes: at - 2, isEnd: false };
    if (isParting(window, at + 1)) return { bytes: at + 1, isEnd: true };
  }
  if (isLast) return { bytes: window.length, isEnd: true };
  return { bytes: window.length - FROM.length, isEnd: false };
}

/** It must look like one, and stand behind an empty line or before a header. */
function isParting(window: Buffer, at: number): boolean {
  const lines = window.toString('latin1', at, at + LOOK_AHEAD_BYTES);
  const line = lineOf(lines, 0);
  if (!PARTING_LINE.test(line)) return false;
  const before = window[at - 2] === RETURN ? window[at - 3] : window[at - 2];
  return at < 2 || before === NEW_LINE || HEADER_LINE.test(lineOf(lines, lines.indexOf('\n') + 1));
}

function lineOf(text: string, start: number): string {
  const end = text.indexOf('\n', start);
  return text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
}

const QUOTED = Buffer.from('>From ');

/** Lines that begin like a parting line were given one `>` more (mboxrd), or a first one (mboxo). */
function unquote(message: Buffer): Buffer {
  const parts: Buffer[] = [];
  let kept = 0;
  for (let at = message.indexOf(QUOTED); at !== -1; at = message.indexOf(QUOTED, at + 1)) {
    let start = at;
    while (message[start - 1] === 0x3e) start -= 1;
    if (start !== 0 && message[start - 1] !== NEW_LINE) continue;
    parts.push(message.subarray(kept, start));
    kept = start + 1;
  }
  return kept === 0 ? message : Buffer.concat([...parts, message.subarray(kept)]);
}
