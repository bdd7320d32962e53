/** A message or one of its parts, cut where its header ends. */
export interface HeadAndBody {
  readonly head: Buffer;
  readonly body: Buffer;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
/** `Name: value`, and the line that mailboxes set before a message, also when it was escaped. */
const FIELD = /^[\x21-\x39\x3b-\x7e]{1,100}[ \t]*:/;
const MAILBOX_LINE = /^>?From /;

/**
 * Cuts a message where its header ends: at the first empty line, or before a line that is no field. Bytes that begin with no
 * field have no header. The line that a mailbox set before the message belongs to neither.
 */
export function splitHead(bytes: Uint8Array): HeadAndBody {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = startsWithMark(all) ? 3 : 0;
  if (MAILBOX_LINE.test(all.toString('latin1', start, start + 6))) start = lineAt(all, start).next;
  let at = start;
  while (at < all.length) {
    const { end, next } = lineAt(all, at);
    if (end === at) return { head: all.subarray(start, at), body: all.subarray(next) };
    const line = all.toString('latin1', at, Math.min(end, at + 120));
    const goesOn = at > start && /^[ \t]/.test(line);
    if (!goesOn && !FIELD.test(line) && !MAILBOX_LINE.test(line)) break;
    at = next;
  }
  return { head: all.subarray(start, at), body: all.subarray(at) };
}

function startsWithMark(bytes: Buffer): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Where the line at `at` ends, and where the next one begins. */
function lineAt(bytes: Buffer, at: number): { readonly end: number; readonly next: number } {
  const feed = bytes.indexOf(LINE_FEED, at);
  if (feed < 0) return { end: bytes.length, next: bytes.length };
  return { end: feed > at && bytes[feed - 1] === CARRIAGE_RETURN ? feed - 1 : feed, next: feed + 1 };
}
