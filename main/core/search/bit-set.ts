/*
 * Sets of a segment's documents: one bit for each, in 32-bit words. Plain arrays and functions, because they are
 * combined by the million.
 */
export type BitSet = Uint32Array<ArrayBuffer>;

export function makeBits(count: number): BitSet {
  return new Uint32Array(Math.ceil(count / 32));
}

/** All documents of a segment. */
export function makeFullBits(count: number): BitSet {
  const bits = makeBits(count).fill(0xffffffff);
  if (count % 32 !== 0) bits[bits.length - 1] = 2 ** (count % 32) - 1;
  return bits;
}

export function hasBit(bits: Uint32Array, doc: number): boolean {
  return ((bits[doc >>> 5] ?? 0) & (1 << (doc & 31))) !== 0;
}

export function setBit(bits: Uint32Array, doc: number): void {
  bits[doc >>> 5] = (bits[doc >>> 5] ?? 0) | (1 << (doc & 31));
}

/** Keeps in `into` what is also in `other`. */
export function intersect(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) & (other[at] ?? 0);
}

export function unite(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) | (other[at] ?? 0);
}

export function subtract(into: Uint32Array, other: Uint32Array): void {
  for (let at = 0; at < into.length; at += 1) into[at] = (into[at] ?? 0) & ~(other[at] ?? 0);
}

export function countBits(bits: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) count += countOnes(bits[at] ?? 0);
  return count;
}

/** How many bits of a 32-bit word are set. */
export function countOnes(word: number): number {
  let value = word - ((word >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The documents in order. */
export function listBits(bits: Uint32Array): Uint32Array<ArrayBuffer> {
  const docs = new Uint32Array(countBits(bits));
  let length = 0;
  for (let at = 0; at < bits.length; at += 1) {
    for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
      docs[length] = at * 32 + 31 - Math.clz32(word & -word);
      length += 1;
    }
  }
  return docs;
}
