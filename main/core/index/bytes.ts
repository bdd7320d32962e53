/** Bytes that grow at their end, and numbers as varints: seven bits a byte, the lowest first, the eighth bit says that more follow. */
export class ByteWriter {
  bytes: Uint8Array;
  length = 0;

  constructor(capacity = 1 << 16) {
    this.bytes = new Uint8Array(capacity);
  }

  /** @param value a whole number from 0 to 2^53 - 1 */
  varint(value: number): void {
    this.reserve(8);
    let rest = value;
    // Bit operations know 32 bits only.
    while (rest > 0x7fffffff) {
      this.bytes[this.length] = (rest % 128) | 128;
      this.length += 1;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      this.bytes[this.length] = (rest & 127) | 128;
      this.length += 1;
      rest >>>= 7;
    }
    this.bytes[this.length] = rest;
    this.length += 1;
  }

  /** Like `varint`, for numbers below 2^31 where there is room (`reserve`): faster by half. */
  put(value: number): void {
    const { bytes } = this;
    let at = this.length;
    let rest = value;
    while (rest > 127) {
      bytes[at] = (rest & 127) | 128;
      at += 1;
      rest >>>= 7;
    }
    bytes[at] = rest;
    this.length = at + 1;
  }

  /** The bytes from one place up to another. */
  append(bytes: Uint8Array, from = 0, to = bytes.length): void {
    const length = to - from;
    this.reserve(length);
    // For a few bytes a view of them costs more than copying them.
    if (length > 64) this.bytes.set(bytes.subarray(from, to), this.length);
    else for (let at = 0; at < length; at += 1) this.bytes[this.length + at] = bytes[from + at] ?? 0;
    this.length += length;
  }

  /** Makes room for so many bytes; writers that write `bytes` themselves call it before. */
  reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  /** What was written; valid until more is. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }
}

/** Reads what ByteWriter wrote. Past the end there are zeros. */
export class ByteReader {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  varint(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.at] ?? 0;
      this.at += 1;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  }

  text(length: number): string {
    const from = this.at;
    this.at += length;
    return decodeUtf8(this.bytes, from, this.at);
  }
}

export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
}

/** How many bytes two arrays have in common at their beginning. */
export function commonPrefix(a: Uint8Array, b: Uint8Array): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a[length] === b[length]) length += 1;
  return length;
}
