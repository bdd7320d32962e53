/**
 * Text that begins with a UTF-32 byte order mark, or undefined. The platform's TextDecoder does not know UTF-32, and its
 * little-endian mark begins with that of UTF-16. Code points that do not exist become U+FFFD.
 */
export function decodeUtf32(bytes: Uint8Array): { text: string; charset: 'utf-32le' | 'utf-32be' } | undefined {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe && bytes[2] === 0 && bytes[3] === 0;
  const big = bytes[0] === 0 && bytes[1] === 0 && bytes[2] === 0xfe && bytes[3] === 0xff;
  // `FF FE 00 00` is also a UTF-16 text that begins with NUL; only whole groups of four bytes decide for UTF-32.
  if ((!little && !big) || bytes.length % 4 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    const exists = code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    parts.push(exists ? String.fromCodePoint(code) : '\ufffd');
  }
  return { text: parts.join(''), charset: little ? 'utf-32le' : 'utf-32be' };
}
