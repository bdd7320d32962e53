const EQUALS = 0x3d;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** The bytes of a part as they were before they were made fit for mail. Broken encodings give what can be read of them. */
export function decodeTransfer(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return decodeBase64(body);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

function decodeBase64(body: Buffer): Buffer {
  const text = body.toString('latin1');
  // Each line, or each piece of a part, may have been padded by itself.
  if (!/=[\s=]*[A-Za-z0-9+/]/.test(text)) return Buffer.from(text, 'base64');
  return Buffer.concat(text.split(/=+/).map((piece) => Buffer.from(piece, 'base64')));
}

function decodeQuotedPrintable(body: Buffer): Buffer {
  const decoded = Buffer.allocUnsafe(body.length);
  let length = 0;
  let at = 0;
  while (at < body.length) {
    const byte = body[at] ?? 0;
    const escape = byte === EQUALS ? readEscape(body, at) : undefined;
    if (escape?.byte !== undefined) {
      decoded[length] = escape.byte;
      length += 1;
    } else if (escape === undefined) {
      decoded[length] = byte;
      length += 1;
    }
    at = escape?.next ?? at + 1;
  }
  return decoded.subarray(0, length);
}

/** `=C3`, or `=` at the end of a line, which only broke it. Undefined where the equals sign means itself. */
function readEscape(body: Buffer, at: number): { readonly byte?: number; readonly next: number } | undefined {
  const high = hexDigit(body[at + 1]);
  const low = hexDigit(body[at + 2]);
  if (high !== undefined && low !== undefined) return { byte: high * 16 + low, next: at + 3 };
  let end = at + 1;
  while (body[end] === 0x20 || body[end] === 0x09) end += 1;
  if (end >= body.length) return { next: end };
  if (body[end] === LINE_FEED) return { next: end + 1 };
  return body[end] === CARRIAGE_RETURN && body[end + 1] === LINE_FEED ? { next: end + 2 } : undefined;
}

function hexDigit(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : undefined;
}
