import { FIELDS } from './fields.ts';
import type { WordList } from './lexicon.ts';
import { FIELD_BITS, type Occurrences } from './postings-writer.ts';

/** A word's form has so many bits in `TermsOfWords`; above them stands how many forms its term has. */
export const FORM_BITS = 16;
const FORM_MASK = (1 << FORM_BITS) - 1;

/** By word two numbers: its term's place + 1 (0: it has none), and its form (see `FORM_BITS`). They are read together. */
export type TermsOfWords = Uint32Array;

export interface UnsortedOccurrences {
  readonly words: WordList;
  /** Where the words of each field of each document end, in order of reading. */
  readonly ends: readonly number[];
  readonly termsOf: TermsOfWords;
  /** By term, where its occurrences begin among those of all; one number more than there are terms. */
  readonly starts: Uint32Array;
  /** Kept from one time to the next; grows. */
  readonly scratch: { occurrences: Uint32Array };
}

/** So many parts, so that one part's occurrences fit into the processor's own memory. */
const PARTS = 256;
/** Numbers that are gathered of an occurrence: its term, and the two of `Occurrences`. */
const GATHERED = 3;

/**
 * Calls `write` for each term in order with its occurrences, which stand in order of document, field and position.
 *
 * A counting sort would write each occurrence to its term's place in one array of all: a hundred thousand places, all
 * over the memory, and that takes longer than all the rest. So the occurrences are brought into parts of neighbouring
 * terms first (some hundred places to write to), and each part is then sorted by counting where it is small and near.
 *
 * @param write gets the term's place, and where its occurrences are; they are only there until it returns
 */
export function sortOccurrences(unsorted: UnsortedOccurrences, write: (term: number, occurrences: Occurrences, from: number, to: number) => void): void {
  const { starts } = unsorted;
  const firstTerms = partTerms(starts);
  const gathered = gatherParts(unsorted, firstTerms);
  const next = starts.slice();
  let sorted = new Uint32Array();
  for (const [part, first] of firstTerms.entries()) {
    const end = firstTerms[part + 1] ?? starts.length - 1;
    const base = starts[first] ?? 0;
    const length = (starts[end] ?? 0) - base;
    if (sorted.length < length * 2) sorted = new Uint32Array(length * 2);
    for (let from = base * GATHERED; from < (base + length) * GATHERED; from += GATHERED) {
      const term = gathered[from] ?? 0;
      const slot = next[term] ?? 0;
      next[term] = slot + 1;
      sorted[(slot - base) * 2] = gathered[from + 1] ?? 0;
      sorted[(slot - base) * 2 + 1] = gathered[from + 2] ?? 0;
    }
    for (let term = first; term < end; term += 1) write(term, sorted, (starts[term] ?? 0) - base, (starts[term + 1] ?? 0) - base);
  }
}

/** The first term of each part. */
function partTerms(starts: Uint32Array): number[] {
  const most = Math.ceil((starts.at(-1) ?? 0) / PARTS);
  const firstTerms: number[] = [];
  let begin = 0;
  for (let term = 0; term < starts.length - 1; term += 1) {
    if (term > 0 && (starts[term + 1] ?? 0) - begin <= most) continue;
    firstTerms.push(term);
    begin = starts[term] ?? 0;
  }
  return firstTerms;
}

function gatherParts({ words: { words }, ends, termsOf, starts, scratch }: UnsortedOccurrences, firstTerms: readonly number[]): Uint32Array {
  const partOf = new Uint16Array(starts.length);
  for (const [part, first] of firstTerms.entries()) partOf.fill(part, first, firstTerms[part + 1]);
  const next = Uint32Array.from(firstTerms, (first) => starts[first] ?? 0);
  const needed = (starts.at(-1) ?? 0) * GATHERED;
  if (scratch.occurrences.length < needed) scratch.occurrences = new Uint32Array(needed);
  const gathered = scratch.occurrences;
  let at = 0;
  for (let field = 0; field < ends.length; field += 1) {
    const doc = Math.floor(field / FIELDS.length);
    const place = (doc << FIELD_BITS) | (field - doc * FIELDS.length);
    const end = ends[field] ?? 0;
    for (const from = at; at < end; at += 1) {
      const word = (words[at] ?? 0) * 2;
      const term = (termsOf[word] ?? 0) - 1;
      if (term < 0) continue;
      const part = partOf[term] ?? 0;
      const slot = next[part] ?? 0;
      next[part] = slot + 1;
      const form = termsOf[word + 1] ?? 0;
      gathered[slot * GATHERED] = term;
      gathered[slot * GATHERED + 1] = place;
      gathered[slot * GATHERED + 2] = (at - from) * (form >>> FORM_BITS) + (form & FORM_MASK);
    }
  }
  return gathered;
}
