/** Of a folded byte: it is a letter, a digit or an underscore of ASCII; or it belongs to a character beyond ASCII. */
const WORD = 512;
const BEYOND = 1_024;
/**
 * For each byte: 0 for what parts words (ASCII white space and the hyphen), or else the byte in lower case with the
 * marks above. 256 stands for NUL, so that 0 can mean one thing.
 */
export const FOLD = Uint16Array.from({ length: 256 }, (_, byte) => {
  if ((byte >= 9 && byte <= 13) || byte === 32 || byte === 45) return 0;
  if (byte >= 65 && byte <= 90) return (byte + 32) | WORD;
  if ((byte >= 97 && byte <= 122) || (byte >= 48 && byte <= 57) || byte === 95) return byte | WORD;
  if (byte > 127) return byte | BEYOND;
  return byte === 0 ? 256 : byte;
});
/** FNV-1a. */
const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** So many runs are found before they are looked up. */
const RUNS_AT_ONCE = 1_024;

/**
 * The next runs of bytes between white space and hyphens, each with its hash. Of a run of ASCII only what lies between
 * its first and its last letter counts: `said`, `"said` and `said,` are one entry of the table.
 */
export class Runs {
  count = 0;
  readonly from = new Int32Array(RUNS_AT_ONCE);
  /** Equal to `from` where a run holds no letter. */
  readonly end = new Int32Array(RUNS_AT_ONCE);
  readonly hash = new Int32Array(RUNS_AT_ONCE);
  /** 1 for ASCII, from its first letter to its last. */
  readonly plain = new Uint8Array(RUNS_AT_ONCE);

  /** @returns where to go on */
  find(bytes: Uint8Array, start: number, length: number): number {
    let at = start;
    let count = 0;
    while (at < length && count < RUNS_AT_ONCE) {
      let folded = FOLD[bytes[at] ?? 0] ?? 0;
      if (folded === 0) {
        at += 1;
        continue;
      }
      const begin = at;
      while (folded !== 0 && folded < WORD) {
        at += 1;
        folded = at < length ? (FOLD[bytes[at] ?? 0] ?? 0) : 0;
      }
      const from = at;
      let end = at;
      let seen = 0;
      let hash = HASH_SEED;
      let endHash = hash;
      while (folded !== 0) {
        seen |= folded;
        hash = Math.imul(hash ^ (folded & 255), HASH_PRIME);
        at += 1;
        if (folded & WORD) {
          end = at;
          endHash = hash;
        }
        folded = at < length ? (FOLD[bytes[at] ?? 0] ?? 0) : 0;
      }
      const beyond = (seen & BEYOND) !== 0;
      this.from[count] = beyond ? begin : from;
      this.end[count] = beyond ? at : end;
      this.hash[count] = !beyond ? endHash : begin === from ? hash : hashOf(bytes, begin, at);
      this.plain[count] = beyond ? 0 : 1;
      count += 1;
    }
    this.count = count;
    return at;
  }
}

function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ ((FOLD[bytes[at] ?? 0] ?? 0) & 255), HASH_PRIME);
  return hash;
}
