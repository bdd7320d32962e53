/** One thing in the bytes of an RTF file. `start` and `end` are places in the file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\name` with its number, if it has one. */
  | { readonly kind: 'word'; readonly name: string; readonly value: number | undefined }
  /** `\` and one character that is no letter: `~`, `-`, `*`; a line break is `\n`. */
  | { readonly kind: 'symbol'; readonly character: string }
  /** `\'hh`: one byte of text in the charset of its font. */
  | { readonly kind: 'byte'; readonly value: number }
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'binary'; readonly start: number; readonly end: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const MINUS = 0x2d;
const QUOTE = 0x27;
const LONGEST_NAME = 32;
const MOST_DIGITS = 10;

/** The tokens of an RTF file in their order, whatever the bytes. Line breaks of the file itself mean nothing and are left out. */
export function* tokenizeRtf(bytes: Uint8Array): Generator<RtfToken, void, undefined> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte === OPEN || byte === CLOSE) {
      at += 1;
      yield { kind: byte === OPEN ? 'open' : 'close' };
    } else if (byte === LF || byte === CR) at += 1;
    else if (byte === BACKSLASH) {
      const { token, next } = readControl(bytes, at + 1);
      at = next;
      if (token !== undefined) yield token;
    } else {
      const end = endOfText(bytes, at);
      yield { kind: 'text', start: at, end };
      at = end;
    }
  }
}

interface Control {
  readonly token: RtfToken | undefined;
  readonly next: number;
}

function endOfText(bytes: Uint8Array, start: number): number {
  let end = start;
  for (; end < bytes.length; end += 1) {
    const byte = bytes[end];
    if (byte === BACKSLASH || byte === OPEN || byte === CLOSE || byte === LF || byte === CR) break;
  }
  return end;
}

/** `at` is behind the backslash. */
function readControl(bytes: Uint8Array, at: number): Control {
  const byte = bytes[at];
  if (byte === undefined) return { token: undefined, next: at };
  if (isLetter(byte)) return readWord(bytes, at);
  if (byte === QUOTE) return readByte(bytes, at + 1);
  if (byte === CR || byte === LF) return { token: { kind: 'symbol', character: '\n' }, next: at + (byte === CR && bytes[at + 1] === LF ? 2 : 1) };
  return { token: { kind: 'symbol', character: String.fromCharCode(byte) }, next: at + 1 };
}

function readByte(bytes: Uint8Array, at: number): Control {
  const digits = String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0);
  if (!/^[0-9a-f]{2}$/i.test(digits)) return { token: undefined, next: at };
  return { token: { kind: 'byte', value: Number.parseInt(digits, 16) }, next: at + 2 };
}

function readWord(bytes: Uint8Array, start: number): Control {
  let at = start;
  while (isLetter(bytes[at])) at += 1;
  const name = String.fromCharCode(...bytes.subarray(start, Math.min(at, start + LONGEST_NAME)));
  const numberStart = at;
  if (bytes[at] === MINUS && isDigit(bytes[at + 1])) at += 1;
  while (isDigit(bytes[at]) && at - numberStart <= MOST_DIGITS) at += 1;
  const value = at === numberStart ? undefined : Number(String.fromCharCode(...bytes.subarray(numberStart, at)));
  if (bytes[at] === SPACE) at += 1;
  if (name !== 'bin') return { token: { kind: 'word', name, value }, next: at };
  const end = Math.min(bytes.length, at + Math.max(0, value ?? 0));
  return { token: { kind: 'binary', start: at, end }, next: end };
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
