const SAMPLE_BYTES = 64 * 1024;

/**
 * Whether bytes hold more control characters than any text does. A stray NUL or end-of-text mark is forgiven: news wires
 * and broken downloads have them. ESC is not counted, ISO-2022-JP is full of it.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b && byte !== 0x1a) controls += 1;
    else if (byte === 0x7f) controls += 1;
  }
  return controls > Math.max(3, sample.length / 100) || (controls > 0 && controls >= sample.length / 4);
}
