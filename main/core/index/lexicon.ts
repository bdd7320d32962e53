import { rulesOf, type LanguageRules } from './languages.ts';
import { LONGEST_WORD, splitChunk, trimWord } from './split-words.ts';

/** What a word is for the index. */
export const WORD_KIND = { empty: 0, term: 1, stop: 2 } as const;
export type WordKind = (typeof WORD_KIND)[keyof typeof WORD_KIND];

/** Forgets everything past so many different words: bounds memory (about 200 bytes each) in a worker that lives long. */
const MOST_WORDS = 1_500_000;
/** A run of letters longer than this is looked at anew each time: it hardly comes again. */
const LONGEST_CHUNK_BYTES = 128;

/**
 * For each byte: 0 for what parts words (ASCII white space and the hyphen), or else the byte in lower case. 256 stands
 * for NUL, so that 0 can mean one thing.
 */
const FOLD = Uint16Array.from({ length: 256 }, (_, byte) => {
  if ((byte >= 9 && byte <= 13) || byte === 32 || byte === 45) return 0;
  if (byte >= 65 && byte <= 90) return byte + 32;
  return byte === 0 ? 256 : byte;
});

/**
 * Numbers the different words of texts, so that each is trimmed, looked up among the stop words and stemmed only once
 * (a news collection's ten million words are some hundred thousand different ones). Reads UTF-8 bytes: the words come
 * out of a hash over them, and only a word that was never seen becomes a string.
 *
 * Words are numbered over all languages; the same letters in two languages are two words.
 */
export class Lexicon {
  /** By word: the trimmed word in lower case, its kind, and the number of its index term (of a stop word: of itself). */
  readonly forms: string[] = [];
  readonly kinds: number[] = [];
  readonly terms: number[] = [];
  /** By number of a term. A stop word and a term may read alike; they have different numbers. */
  readonly termTexts: string[] = [];
  readonly #termNumbers = { [WORD_KIND.empty]: new Map<string, number>(), [WORD_KIND.term]: new Map<string, number>(), [WORD_KIND.stop]: new Map<string, number>() };
  /** The first of the terms by their numbers, in order. */
  #ordered = new Uint32Array();
  readonly #tables = new Map<string, ChunkTable>();

  /** Appends the words of a text to `out`. */
  readText(bytes: Uint8Array, length: number, language: string, out: WordList): void {
    const table = this.#tables.get(language) ?? this.#makeTable(language);
    let at = 0;
    while (at < length) {
      let folded = FOLD[bytes[at] ?? 0] ?? 0;
      if (folded === 0) {
        at += 1;
        continue;
      }
      const start = at;
      let hash = 0x811c9dc5;
      // FNV-1a.
      do {
        hash = Math.imul(hash ^ folded, 0x01000193);
        at += 1;
        folded = at < length ? (FOLD[bytes[at] ?? 0] ?? 0) : 0;
      } while (folded !== 0);
      table.read(bytes, start, at, hash, out);
    }
  }

  /** A word that is new. */
  add(form: string, kind: WordKind, term: string): number {
    const numbers = this.#termNumbers[kind];
    let number = numbers.get(term);
    if (number === undefined) {
      number = this.termTexts.push(term) - 1;
      numbers.set(term, number);
    }
    this.kinds.push(kind);
    this.terms.push(number);
    return this.forms.push(form) - 1;
  }

  /** The numbers of all terms in the order of a segment. What was in order is merged with what is new, not sorted again. */
  orderTerms(): Uint32Array {
    const texts = this.termTexts;
    const known = this.#ordered;
    const added = Uint32Array.from({ length: texts.length - known.length }, (_, index) => known.length + index);
    added.sort((a, b) => byCodeUnits(texts[a] ?? '', texts[b] ?? ''));
    const all = new Uint32Array(texts.length);
    let [left, right] = [0, 0];
    for (let at = 0; at < all.length; at += 1) {
      const fromKnown = right === added.length || (left < known.length && (texts[known[left] ?? 0] ?? '') <= (texts[added[right] ?? 0] ?? ''));
      all[at] = (fromKnown ? known[left] : added[right]) ?? 0;
      if (fromKnown) left += 1;
      else right += 1;
    }
    this.#ordered = all;
    return all;
  }

  /** Whether it should be given up for a new one. No numbers of this one hold in the next. */
  get full(): boolean {
    return this.forms.length > MOST_WORDS;
  }

  #makeTable(language: string): ChunkTable {
    const table = new ChunkTable(this, rulesOf(language));
    this.#tables.set(language, table);
    return table;
  }
}

/** The order of terms in a segment. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Word numbers in order of reading; grows. */
export class WordList {
  words = new Uint32Array(1 << 16);
  length = 0;

  push(word: number): void {
    if (this.length === this.words.length) {
      const larger = new Uint32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words[this.length] = word;
    this.length += 1;
  }
}

/** Numbers of a slot: hash, where its bytes begin, how many they are (0: the slot is free), and its word. */
const SLOT = 4;

/**
 * From runs of bytes (what stands between white space) to words: open addressing over the bytes in ASCII lower case.
 * Most runs are one word; a run of another script or with a rare kind of space may be several. What is known of a run
 * lies together, so that looking it up costs the processor one miss of its cache and not four.
 */
class ChunkTable {
  readonly #lexicon: Lexicon;
  readonly #rules: LanguageRules;
  readonly #wordOf = new Map<string, number>();
  #slots = new Int32Array(SLOT << 16);
  #used = 0;
  #bytes: Uint8Array = new Uint8Array(1 << 18);
  #bytesUsed = 0;
  /** A slot's word is -1 - the place of its words here where they are not one. */
  readonly #several: number[][] = [];

  constructor(lexicon: Lexicon, rules: LanguageRules) {
    this.#lexicon = lexicon;
    this.#rules = rules;
  }

  read(bytes: Uint8Array, start: number, end: number, hash: number, out: WordList): void {
    const length = end - start;
    if (length > LONGEST_CHUNK_BYTES) {
      for (const word of this.#findWords(bytes, start, end)) out.push(word);
      return;
    }
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = firstSlot(hash, mask);
    for (let held = slots[slot + 2] ?? 0; held !== 0; held = slots[slot + 2] ?? 0) {
      if (slots[slot] === hash && held === length && this.#equals(slots[slot + 1] ?? 0, bytes, start, end)) {
        this.#push(slots[slot + 3] ?? 0, out);
        return;
      }
      slot = (slot + SLOT) & mask;
    }
    this.#push(this.#add(bytes, start, end, hash, slot), out);
  }

  #push(word: number, out: WordList): void {
    if (word >= 0) out.push(word);
    else for (const one of this.#several[-1 - word] ?? []) out.push(one);
  }

  #equals(offset: number, bytes: Uint8Array, start: number, end: number): boolean {
    const held = this.#bytes;
    for (let from = start, at = offset; from < end; from += 1, at += 1) {
      // NUL was folded to 256, which is 0 again in a byte.
      if (held[at] !== ((FOLD[bytes[from] ?? 0] ?? 0) & 255)) return false;
    }
    return true;
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const words = this.#findWords(bytes, start, end);
    const [first] = words;
    const word = words.length === 1 && first !== undefined ? first : -this.#several.push(words);
    this.#slots.set([hash, this.#bytesUsed, end - start, word], slot);
    if (this.#bytesUsed + end - start > this.#bytes.length) this.#bytes = grow(this.#bytes);
    for (let from = start; from < end; from += 1, this.#bytesUsed += 1) this.#bytes[this.#bytesUsed] = FOLD[bytes[from] ?? 0] ?? 0;
    this.#used += 1;
    if (this.#used * 2 * SLOT > this.#slots.length) this.#rehash();
    return word;
  }

  #findWords(bytes: Uint8Array, start: number, end: number): number[] {
    const plain = foldAscii(bytes, start, end);
    if (plain !== undefined) return [this.#findWord(plain)];
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8').toLowerCase();
    // Rare kinds of space are more than one byte and have not parted anything yet.
    const chunks = text.split(/\s+/u).filter((chunk) => chunk !== '');
    return chunks.flatMap((chunk) => splitChunk(chunk).map((word) => this.#findWord(trimWord(chunk.slice(word.start, word.end)))));
  }

  #findWord(form: string): number {
    const known = this.#wordOf.get(form);
    if (known !== undefined) return known;
    const stop = form !== '' && this.#rules.isStopWord(form);
    const term = stop ? form : form === '' ? '' : this.#rules.stem(form);
    const number = this.#lexicon.add(form, stop ? WORD_KIND.stop : term === '' ? WORD_KIND.empty : WORD_KIND.term, term);
    this.#wordOf.set(form, number);
    return number;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < this.#slots.length; from += SLOT) {
      if (this.#slots[from + 2] === 0) continue;
      let slot = firstSlot(this.#slots[from] ?? 0, mask);
      while (slots[slot + 2] !== 0) slot = (slot + SLOT) & mask;
      slots.set(this.#slots.subarray(from, from + SLOT), slot);
    }
    this.#slots = slots;
  }
}

/** `foldWord` of a run of ASCII, without its regular expressions; undefined where other bytes are in it. */
function foldAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  for (let at = start; at < end; at += 1) if ((bytes[at] ?? 0) > 127) return undefined;
  let [from, to] = [start, end];
  while (from < to && !isWordByte(bytes[from] ?? 0)) from += 1;
  while (to > from && !isWordByte(bytes[to - 1] ?? 0)) to -= 1;
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.min(to - from, LONGEST_WORD)).toString('latin1').toLowerCase();
}

/** A letter, a digit or an underscore. */
function isWordByte(byte: number): boolean {
  const folded = FOLD[byte] ?? 0;
  return (folded >= 97 && folded <= 122) || (folded >= 48 && folded <= 57) || folded === 95;
}

function firstSlot(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) * SLOT) & mask;
}

function grow(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}
