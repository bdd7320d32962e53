import { FOLD, Runs } from './find-runs.ts';
import { rulesOf, type LanguageRules } from './languages.ts';
import { foldWord, LONGEST_WORD, splitWords } from './split-words.ts';

/** What a word is for the index. */
export const WORD_KIND = { empty: 0, term: 1, stop: 2 } as const;
export type WordKind = (typeof WORD_KIND)[keyof typeof WORD_KIND];

/** Forgets everything past so many different words: bounds memory (about 200 bytes each) in a worker that lives long. */
const MOST_WORDS = 1_500_000;
/** A run of letters longer than this is looked at anew each time: it hardly comes again. */
const LONGEST_CHUNK_BYTES = 128;

/**
 * Numbers the different words of texts, so that each is trimmed, looked up among the stop words and stemmed only once
 * (a news collection's ten million words are some hundred thousand different ones). Reads UTF-8 bytes: the words come
 * out of a hash over them, and only a word that was never seen becomes a string.
 *
 * Words are numbered over all languages; the same letters in two languages are two words.
 */
export class Lexicon {
  /** By word: the trimmed word in lower case, and the number of its index term (of a stop word: of itself). */
  readonly forms: string[] = [];
  readonly terms: number[] = [];
  #kinds: Uint8Array = new Uint8Array(1 << 12);
  /** By number of a term. A stop word and a term may read alike; they have different numbers. */
  readonly termTexts: string[] = [];
  readonly #termNumbers = { [WORD_KIND.empty]: new Map<string, number>(), [WORD_KIND.term]: new Map<string, number>(), [WORD_KIND.stop]: new Map<string, number>() };
  /** The first of the terms by their numbers, in order. */
  #ordered = new Uint32Array();
  readonly #tables = new Map<string, ChunkTable>();
  readonly #runs = new Runs();
  /** For whoever makes a segment with it, one at a time. Memory that is new costs more than what is done in it. */
  readonly scratch = { words: new WordList(), occurrences: new Uint32Array() };

  /** Appends the words of a text to `out`. */
  readText(bytes: Uint8Array, length: number, language: string, out: WordList): void {
    const table = this.#tables.get(language) ?? this.#makeTable(language);
    for (let at = 0; at < length; ) {
      at = this.#runs.find(bytes, at, length);
      table.readAll(bytes, this.#runs, out);
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
    const word = this.forms.push(form) - 1;
    this.terms.push(number);
    if (word === this.#kinds.length) this.#kinds = grow(this.#kinds);
    this.#kinds[word] = kind;
    return word;
  }

  /** By word. Another array once there are many more words. */
  get kinds(): Uint8Array {
    return this.#kinds;
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
  #bytes = Buffer.alloc(1 << 18);
  #bytesUsed = 0;
  /** Says nothing; kept so that reading what is summed up in it is not left out. */
  touched = 0;
  /** A slot's word is -1 - the place of its words here where they are not one. */
  readonly #several: number[][] = [];

  constructor(lexicon: Lexicon, rules: LanguageRules) {
    this.#lexicon = lexicon;
    this.#rules = rules;
  }

  readAll(bytes: Uint8Array, { count, from, end, hash, plain }: Runs, out: WordList): void {
    this.#touch(hash, count);
    for (let run = 0; run < count; run += 1) {
      const start = from[run] ?? 0;
      const stop = end[run] ?? 0;
      // What holds no letter is a word, too: an empty one.
      if (start === stop) out.push(this.#findWord(''));
      else this.#read(bytes, start, stop, hash[run] ?? 0, plain[run] === 1, out);
    }
  }

  /**
   * Reads the slots of runs and the bytes that they name, and does nothing with them. They lie all over the memory; here
   * the processor waits for many of them at a time, and where they are compared for none.
   */
  #touch(hashes: Int32Array, count: number): void {
    const slots = this.#slots;
    const bytes = this.#bytes;
    const mask = slots.length - 1;
    let touched = 0;
    for (let run = 0; run < count; run += 1) touched += bytes[slots[firstSlot(hashes[run] ?? 0, mask) + 1] ?? 0] ?? 0;
    this.touched = touched;
  }

  #read(bytes: Uint8Array, start: number, end: number, hash: number, plain: boolean, out: WordList): void {
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
    this.#push(this.#add(bytes, start, end, hash, slot, plain), out);
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

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number, plain: boolean): number {
    const from = this.#bytesUsed;
    if (from + end - start > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], this.#bytes.length * 2);
    for (let at = start; at < end; at += 1, this.#bytesUsed += 1) this.#bytes[this.#bytesUsed] = FOLD[bytes[at] ?? 0] ?? 0;
    const word = plain ? this.#findWord(this.#bytes.toString('latin1', from, Math.min(this.#bytesUsed, from + LONGEST_WORD))) : this.#findOneOrSeveral(bytes, start, end);
    const slots = this.#slots;
    slots[slot] = hash;
    slots[slot + 1] = from;
    slots[slot + 2] = end - start;
    slots[slot + 3] = word;
    this.#used += 1;
    if (this.#used * 2 * SLOT > slots.length) this.#rehash();
    return word;
  }

  #findOneOrSeveral(bytes: Uint8Array, start: number, end: number): number {
    const words = this.#findWords(bytes, start, end);
    const [first] = words;
    return words.length === 1 && first !== undefined ? first : -this.#several.push(words);
  }

  #findWords(bytes: Uint8Array, start: number, end: number): number[] {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('utf8');
    // Also by rare kinds of space, which are more than one byte and have not parted anything yet.
    return Array.from(splitWords(text), (word) => this.#findWord(foldWord(text.slice(word.start, word.end))));
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
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < before.length; from += SLOT) {
      if (before[from + 2] === 0) continue;
      let slot = firstSlot(before[from] ?? 0, mask);
      while (slots[slot + 2] !== 0) slot = (slot + SLOT) & mask;
      for (let part = 0; part < SLOT; part += 1) slots[slot + part] = before[from + part] ?? 0;
    }
    this.#slots = slots;
  }
}

function firstSlot(hash: number, mask: number): number {
  return ((hash ^ (hash >>> 15)) * SLOT) & mask;
}

function grow(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length * 2);
  larger.set(bytes);
  return larger;
}
